using System.Numerics;
using System.Runtime.CompilerServices;

namespace Tocsin.Language;

/// <summary>Small numbers by the hash of what they belong to; built once, read by all threads.</summary>
/// <remarks>
/// Plain open addressing: a model has half a dozen of these, and a dictionary type of the framework for each kind of
/// number would be compiled anew at every start.
/// </remarks>
sealed class NumberTable
{
    public static readonly NumberTable Empty = new(0);

    readonly ulong[] keys;
    readonly ushort[] values;
    readonly int shift;

    NumberTable(int count)
    {
        keys = new ulong[BitOperations.RoundUpToPowerOf2(((uint)count * 2) + 2)];
        values = new ushort[keys.Length];
        shift = 64 - BitOperations.Log2((uint)keys.Length);
    }

    /// <param name="known">Hashes, none 0; of one that comes twice the last counts.</param>
    public static NumberTable Build(ReadOnlySpan<uint> known, ReadOnlySpan<ushort> values)
    {
        var table = new NumberTable(known.Length);
        for (var i = 0; i < known.Length; i++)
            table.Put(known[i], values[i]);
        return table;
    }

    public static NumberTable Build(ReadOnlySpan<ulong> known, ReadOnlySpan<ushort> values)
    {
        var table = new NumberTable(known.Length);
        for (var i = 0; i < known.Length; i++)
            table.Put(known[i], values[i]);
        return table;
    }

    /// <summary>Reads the sections <c>NAME.keys</c> (hashes of 32 bits) and <c>NAME.values</c>.</summary>
    /// <exception cref="ModelException">The model lacks them, or they do not agree.</exception>
    public static NumberTable Load(ModelFile file, string name)
    {
        var known = file.Section<uint>(name + ".keys");
        var values = file.Section<ushort>(name + ".values");
        return known.Length == values.Length
            ? Build(known, values)
            : throw new ModelException($"Table '{name}' of the model has {known.Length} keys and {values.Length} values.");
    }

    /// <summary>The number; −1 where none is known.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Of(ulong key)
    {
        var at = Place(key);
        while (keys[at] != key)
        {
            if (keys[at] == 0)
                return -1;
            at = (at + 1) & (keys.Length - 1);
        }
        return values[at];
    }

    void Put(ulong key, ushort value)
    {
        var at = Place(key);
        while (keys[at] != 0 && keys[at] != key)
            at = (at + 1) & (keys.Length - 1);
        keys[at] = key;
        values[at] = value;
    }

    int Place(ulong key) => (int)((key * 0x9e3779b97f4a7c15) >> shift);
}
