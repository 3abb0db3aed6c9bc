using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Tocsin.Language;

/// <summary>Scores of the three moves.</summary>
readonly record struct MoveScores(int Shift, int Left, int Right);

/// <summary>
/// Frozen weights of the structure model: eight bytes a feature (15 bits that tell it from its neighbours, one that says
/// whether features that belong here were pushed on, three weights of 16 bits), so that a look-up is one load. Read-only, shared by threads.
/// </summary>
/// <remarks>
/// With 131,072 rows or more, place and mark together are the whole feature, so only a row pushed far from its place by
/// others can be taken for another one. An empty row is 0: no feature is kept whose weights all are.
/// </remarks>
sealed class MoveTable
{
    /// <summary>Most features that one call may ask for.</summary>
    const int MaximumFeatures = 128;

    /// <summary>With this many rows at least, a row's place and its mark tell one feature from all others.</summary>
    const int MinimumRows = 1 << 17;

    const uint Mark = 0x7fff;
    const uint Full = 1 << 15;

    readonly ulong[] rows;
    readonly uint length;

    MoveTable(ulong[] rows)
    {
        this.rows = rows;
        length = (uint)rows.Length;
    }

    public static MoveTable Load(ModelFile file, string name)
    {
        var codes = file.Section<sbyte>(name + ".weights");
        var count = codes.Length / 3;
        var orders = new FeatureList.Reader(file.Section<byte>(name + ".features"));
        var rows = LargeTable.Allocate<ulong>(Math.Max(MinimumRows, count * 7 / 4));
        for (; codes.Length >= 3; codes = codes[3..])
        {
            var order = orders.Next();
            var at = LargeTable.Place(order, (uint)rows.Length);
            if (rows[at] != 0)
            {
                rows[at] |= Full;
                while (rows[at] != 0)
                    at = at + 1 == rows.Length ? 0 : at + 1;
            }
            rows[at] = (order & Mark)
                | ((ulong)(ushort)WeightCode.Value(codes[0]) << 16)
                | ((ulong)(ushort)WeightCode.Value(codes[1]) << 32)
                | ((ulong)(ushort)WeightCode.Value(codes[2]) << 48);
        }
        orders.End(count);
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
        ref var table = ref MemoryMarshal.GetArrayDataReference(rows);
        for (var i = 0; i < homes.Length; i++)
            homes[i] = Unsafe.Add(ref table, LargeTable.Place(FeatureList.Order(features[i]), length));
        var sums = Vector128<int>.Zero;
        for (var i = 0; i < homes.Length; i++)
        {
            var row = homes[i];
            var order = FeatureList.Order(features[i]);
            var difference = (long)((row ^ order) & Mark);
            if (difference != 0 & (row & Full) != 0)
                (row, difference) = (Further(order), 0);
            row &= (ulong)((difference - 1) >> 63); // another feature's weights are none
            sums += Vector128.WidenLower(Vector128.CreateScalarUnsafe(row).AsInt16());
        }
        return new MoveScores(sums[1], sums[2], sums[3]);
    }

    /// <summary>The row of a feature whose home holds another one; 0 where it has none.</summary>
    ulong Further(uint order)
    {
        var at = LargeTable.Place(order, length);
        ulong row;
        do
        {
            at = at + 1 == rows.Length ? 0 : at + 1;
            row = rows[at];
        }
        while (row != 0 && ((row ^ order) & Mark) != 0);
        return row;
    }
}
