using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Tocsin.Language;

/// <summary>
/// Frozen weights of a linear model: each feature has weights of some classes. Read-only, shared by threads.
/// </summary>
/// <remarks>
/// On disk: a <see cref="FeatureList"/>, numbers of weights, and the weights' classes and codes of a byte each. In
/// memory, eight bytes a feature: most features have one or two weights, which lie there themselves; of the others the
/// weights of all classes lie in a row, added as vectors. What an addition costs does so not hang on how many weights a
/// feature has, which no branch predictor can guess.
/// </remarks>
sealed class SparseTable
{
    /// <summary>Most features that one call may ask for.</summary>
    const int MaximumFeatures = 128;

    /// <summary>With this many slots at least, a slot's place and 24 bits tell one feature from all others.</summary>
    const int MinimumSlots = 1 << 10;

    /// <summary>Classes in a row are a multiple of this.</summary>
    const int Block = 16;

    const uint Mark = 0x7fffff;
    const uint Full = 1 << 23;
    const uint Pair = 1 << 24;
    const uint Row = 2 << 24;

    /// <summary>
    /// From the low bits: 23 bits that tell the feature from its neighbours; whether features that belong here were pushed
    /// on; a pair or a row; then the two weights of 16 bits or the row's index. An empty slot is 0.
    /// </summary>
    readonly ulong[] slots;

    readonly sbyte[] rows;
    readonly uint length;

    SparseTable(ulong[] slots, sbyte[] rows, int width)
    {
        this.slots = slots;
        this.rows = rows;
        length = (uint)slots.Length;
        Width = width;
    }

    /// <summary>Scores that <see cref="Add"/> writes: the number of classes, rounded up.</summary>
    public int Width { get; }

    /// <exception cref="ModelException">The numbers of features and weights do not agree.</exception>
    public static SparseTable Load(ModelFile file, string name)
    {
        var counts = file.Section<byte>(name + ".counts");
        var classes = file.Section<byte>(name + ".classes");
        var codes = file.Section<sbyte>(name + ".weights");
        var orders = new FeatureList.Reader(file.Section<byte>(name + ".features"));
        int total = 0, rowCount = 0, highest = 0;
        foreach (var count in counts)
        {
            total += count;
            rowCount += count > 2 ? 1 : 0;
        }
        foreach (var one in classes)
            highest = Math.Max(highest, one);
        if (total != classes.Length || total != codes.Length)
            throw new ModelException($"Table '{name}' of the model should have {total} weights and has {classes.Length}.");
        var width = (highest + Block) / Block * Block;
        var slots = LargeTable.Allocate<ulong>(Math.Max(MinimumSlots, counts.Length * 7 / 4));
        var rows = LargeTable.Allocate<sbyte>(rowCount * width);
        int start = 0, row = 0;
        for (var i = 0; i < counts.Length; i++)
        {
            var order = orders.Next();
            var at = LargeTable.Place(order, (uint)slots.Length);
            if (slots[at] != 0)
            {
                slots[at] |= Full;
                while (slots[at] != 0)
                    at = at + 1 == slots.Length ? 0 : at + 1;
            }
            var ownClasses = classes.Slice(start, counts[i]);
            var ownCodes = codes.Slice(start, counts[i]);
            start += counts[i];
            var mark = order & Mark;
            if (ownCodes.Length > 2)
            {
                for (var j = 0; j < ownCodes.Length; j++)
                    rows[(row * width) + ownClasses[j]] = ownCodes[j];
                slots[at] = mark | Row | ((ulong)row++ << 32);
            }
            else
            {
                var entries = 0ul;
                for (var j = 0; j < ownCodes.Length; j++)
                    entries |= (ulong)(ownClasses[j] | ((uint)(byte)ownCodes[j] << 8)) << (16 * j);
                slots[at] = mark | Pair | (entries << 32);
            }
        }
        orders.End(counts.Length);
        return new SparseTable(slots, rows, width);
    }

    /// <summary>Adds the features' weights to the scores of their classes.</summary>
    /// <param name="scores"><see cref="Width"/> or more.</param>
    /// <remarks>
    /// All home slots are loaded before any is looked at, so that the loads do not wait for each other: most of the time
    /// of a look-up is waiting for memory.
    /// </remarks>
    [SkipLocalsInit]
    public void Add(ReadOnlySpan<uint> features, Span<int> scores)
    {
        Debug.Assert(features.Length <= MaximumFeatures);
        Span<ulong> homes = stackalloc ulong[MaximumFeatures];
        Span<uint> pairs = stackalloc uint[MaximumFeatures];
        Span<uint> whole = stackalloc uint[MaximumFeatures];
        homes = homes[..features.Length];
        ref var table = ref MemoryMarshal.GetArrayDataReference(slots);
        for (var i = 0; i < homes.Length; i++)
            homes[i] = Unsafe.Add(ref table, LargeTable.Place(FeatureList.Order(features[i]), length));
        int pairCount = 0, wholeCount = 0;
        for (var i = 0; i < homes.Length; i++)
        {
            var slot = homes[i];
            var order = FeatureList.Order(features[i]);
            var difference = (int)(((uint)slot ^ order) & Mark);
            if (difference != 0 & ((uint)slot & Full) != 0)
                (slot, difference) = (Further(order), 0);
            slot &= (ulong)((difference - 1) >> 31); // another feature's weights are none
            pairs[pairCount] = whole[wholeCount] = (uint)(slot >> 32);
            pairCount += (int)(((uint)slot >> 24) & 1);
            wholeCount += (int)(((uint)slot >> 25) & 1);
        }
        scores = scores[..Width];
        foreach (var row in whole[..wholeCount])
            AddRow(rows.AsSpan((int)row * scores.Length, scores.Length), scores);
        foreach (var pair in pairs[..pairCount])
        {
            scores[(int)(pair & 255)] += WeightCode.Value((sbyte)(pair >> 8));
            scores[(int)((pair >> 16) & 255)] += WeightCode.Value((sbyte)(pair >> 24));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void AddRow(ReadOnlySpan<sbyte> row, Span<int> scores)
    {
        ref var from = ref MemoryMarshal.GetReference(row);
        ref var to = ref MemoryMarshal.GetReference(scores);
        for (nuint i = 0; i < (nuint)row.Length; i += Block)
        {
            var codes = Vector256.WidenLower(Vector128.LoadUnsafe(ref from, i).ToVector256Unsafe());
            var values = codes * Vector256.Abs(codes);
            var (low, high) = Vector256.Widen(values);
            (Vector256.LoadUnsafe(ref to, i) + low).StoreUnsafe(ref to, i);
            (Vector256.LoadUnsafe(ref to, i + 8) + high).StoreUnsafe(ref to, i + 8);
        }
    }

    /// <summary>The slot of a feature whose home holds another one; an empty one where it has none.</summary>
    ulong Further(uint order)
    {
        var at = LargeTable.Place(order, length);
        ulong slot;
        do
        {
            at = at + 1 == slots.Length ? 0 : at + 1;
            slot = slots[at];
        }
        while (slot != 0 && (((uint)slot ^ order) & Mark) != 0);
        return slot;
    }
}
