using System.Numerics;
using System.Runtime.CompilerServices;

namespace Tocsin.Language;

/// <summary>
/// Frozen weights of a linear model: each feature has a short list of (class, weight). Read-only, shared by threads.
/// </summary>
/// <remarks>On disk: features, their list lengths, and the entries' classes (8 bits) and weights (16 bits).</remarks>
sealed class SparseTable
{
    readonly uint[] keys;
    readonly uint[] ranges; // start << 8 | count
    readonly uint[] entries;
    readonly int shift;

    SparseTable(uint[] keys, uint[] ranges, uint[] entries)
    {
        this.keys = keys;
        this.ranges = ranges;
        this.entries = entries;
        shift = 32 - BitOperations.Log2((uint)keys.Length);
    }

    public static SparseTable Load(ModelFile file, string name)
    {
        var features = file.Section<uint>(name + ".features");
        var counts = file.Section<byte>(name + ".counts");
        var classes = file.Section<byte>(name + ".classes");
        var weights = file.Section<short>(name + ".weights");
        var entries = new uint[classes.Length];
        for (var i = 0; i < entries.Length; i++)
            entries[i] = ((uint)classes[i] << 16) | (ushort)weights[i];
        var capacity = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, features.Length * 3 / 2));
        var keys = new uint[capacity];
        var ranges = new uint[capacity];
        var shift = 32 - BitOperations.Log2((uint)capacity);
        var start = 0u;
        for (var i = 0; i < features.Length; i++)
        {
            var slot = Slot(features[i], shift);
            while (keys[slot] != 0)
                slot = (slot + 1) & (capacity - 1);
            keys[slot] = features[i];
            ranges[slot] = (start << 8) | counts[i];
            start += counts[i];
        }
        return new SparseTable(keys, ranges, entries);
    }

    /// <summary>Adds the feature's weights to the scores of its classes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(uint feature, Span<int> scores)
    {
        var slot = Slot(feature, shift);
        uint key;
        while ((key = keys[slot]) != feature)
        {
            if (key == 0)
                return;
            slot = (slot + 1) & (keys.Length - 1);
        }
        var range = ranges[slot];
        var row = entries.AsSpan((int)(range >> 8), (int)(range & 255));
        foreach (var entry in row)
            scores[(int)(entry >> 16)] += (short)entry;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static int Slot(uint feature, int shift) => (int)((feature * 0x9e3779b1) >> shift);
}
