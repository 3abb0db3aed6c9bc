using System.Diagnostics;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace Tocsin.Language;

/// <summary>Scores of the three moves.</summary>
readonly record struct MoveScores(int Shift, int Left, int Right);

/// <summary>
/// Frozen weights of the structure model: eight bytes a feature (16 bits that tell it from its neighbours, three weights
/// of 16 bits), so that a look-up is one load. Read-only, shared by threads.
/// </summary>
/// <remarks>
/// With 65,536 slots or more, slot and mark together are the whole feature, so only a row pushed from its slot by
/// others can be taken for another one. An empty row is 0: no feature is kept whose weights all are.
/// </remarks>
sealed class MoveTable
{
    /// <summary>Most features that one call may ask for.</summary>
    const int MaximumFeatures = 128;

    readonly ulong[] rows;
    readonly int shift;

    MoveTable(ulong[] rows)
    {
        this.rows = rows;
        shift = 32 - BitOperations.Log2((uint)rows.Length);
    }

    public static MoveTable Load(ModelFile file, string name)
    {
        var codes = file.Section<sbyte>(name + ".weights");
        var orders = FeatureList.ReadOrders(file.Section<byte>(name + ".features"), codes.Length / 3);
        var rows = new ulong[BitOperations.RoundUpToPowerOf2((uint)Math.Max(1 << 16, orders.Length * 3 / 2))];
        var shift = 32 - BitOperations.Log2((uint)rows.Length);
        for (var i = 0; i < orders.Length; i++)
        {
            var at = (int)(orders[i] >> shift);
            while (rows[at] != 0)
                at = (at + 1) & (rows.Length - 1);
            rows[at] = (ushort)orders[i]
                | ((ulong)(ushort)WeightCode.Value(codes[i * 3]) << 16)
                | ((ulong)(ushort)WeightCode.Value(codes[(i * 3) + 1]) << 32)
                | ((ulong)(ushort)WeightCode.Value(codes[(i * 3) + 2]) << 48);
        }
        return new MoveTable(rows);
    }

    /// <summary>Sums the weights of the features, move by move.</summary>
    /// <remarks>
    /// All home rows are loaded before any is looked at: the loads do not wait for each other's comparisons, and most of
    /// the time of a look-up is waiting for memory.
    /// </remarks>
    [SkipLocalsInit]
    public MoveScores Score(ReadOnlySpan<uint> features)
    {
        Debug.Assert(features.Length <= MaximumFeatures);
        Span<ulong> homes = stackalloc ulong[MaximumFeatures];
        homes = homes[..features.Length];
        var table = rows;
        for (var i = 0; i < homes.Length; i++)
            homes[i] = table[FeatureList.Order(features[i]) >> shift];
        int shifts = 0, lefts = 0, rights = 0;
        for (var i = 0; i < homes.Length; i++)
        {
            var row = homes[i];
            var order = FeatureList.Order(features[i]);
            if ((ushort)row != (ushort)order || row == 0)
                row = row == 0 ? 0 : Further(table, order);
            shifts += (short)(row >> 16);
            lefts += (short)(row >> 32);
            rights += (short)(row >> 48);
        }
        return new MoveScores(shifts, lefts, rights);
    }

    /// <summary>The row of a feature whose home holds another one; 0 where it has none.</summary>
    ulong Further(ulong[] table, uint order)
    {
        var mask = table.Length - 1;
        var at = (int)(order >> shift);
        ulong row;
        do
        {
            at = (at + 1) & mask;
            row = table[at];
        }
        while (row != 0 && (ushort)row != (ushort)order);
        return row;
    }
}
