using System.Diagnostics;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace Tocsin.Language;

/// <summary>
/// Frozen weights of a linear model: each feature has a short list of (class, weight). Read-only, shared by threads.
/// </summary>
/// <remarks>On disk: a <see cref="FeatureList"/>, list lengths, and the entries' classes and weights of a byte each.</remarks>
sealed class SparseTable
{
    /// <summary>Most features that one call may ask for.</summary>
    const int MaximumFeatures = 128;

    readonly Slot[] slots;
    readonly uint[] entries; // class << 16 | weight
    readonly int shift;

    /// <param name="Order">The feature's <see cref="FeatureList.Order"/>.</param>
    /// <param name="Range">First entry &lt;&lt; 8 | number of entries; 0 marks an empty slot.</param>
    readonly record struct Slot(uint Order, uint Range);

    SparseTable(Slot[] slots, uint[] entries)
    {
        this.slots = slots;
        this.entries = entries;
        shift = 32 - BitOperations.Log2((uint)slots.Length);
    }

    public static SparseTable Load(ModelFile file, string name)
    {
        var counts = file.Section<byte>(name + ".counts");
        var classes = file.Section<byte>(name + ".classes");
        var codes = file.Section<sbyte>(name + ".weights");
        var orders = FeatureList.ReadOrders(file.Section<byte>(name + ".features"), counts.Length);
        var entries = new uint[classes.Length];
        for (var i = 0; i < entries.Length; i++)
            entries[i] = ((uint)classes[i] << 16) | (ushort)WeightCode.Value(codes[i]);
        var slots = new Slot[BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, orders.Length * 3 / 2))];
        var shift = 32 - BitOperations.Log2((uint)slots.Length);
        var start = 0u;
        for (var i = 0; i < orders.Length; i++)
        {
            var at = (int)(orders[i] >> shift);
            while (slots[at].Range != 0)
                at = (at + 1) & (slots.Length - 1);
            slots[at] = new Slot(orders[i], (start << 8) | counts[i]);
            start += counts[i];
        }
        if (start != entries.Length)
            throw new ModelException($"Table '{name}' of the model should have {start} weights and has {entries.Length}.");
        return new SparseTable(slots, entries);
    }

    /// <summary>Adds the features' weights to the scores of their classes.</summary>
    /// <remarks>
    /// In three passes (home slots, ranges with their first entry, sums), so that loads of one pass do not wait for each
    /// other: most of the time of a look-up is waiting for memory.
    /// </remarks>
    [SkipLocalsInit]
    public void Add(ReadOnlySpan<uint> features, Span<int> scores)
    {
        Debug.Assert(features.Length <= MaximumFeatures);
        Span<Slot> homes = stackalloc Slot[MaximumFeatures];
        Span<uint> heads = stackalloc uint[MaximumFeatures];
        homes = homes[..features.Length];
        var table = slots;
        for (var i = 0; i < homes.Length; i++)
            homes[i] = table[FeatureList.Order(features[i]) >> shift];
        var found = 0;
        for (var i = 0; i < homes.Length; i++)
        {
            var order = FeatureList.Order(features[i]);
            var slot = homes[i].Order == order || homes[i].Range == 0 ? homes[i] : Further(table, order);
            if (slot.Range == 0)
                continue;
            heads[found] = entries[slot.Range >> 8];
            homes[found++] = slot;
        }
        for (var i = 0; i < found; i++)
        {
            var head = heads[i];
            scores[(int)(head >> 16)] += (short)head;
            var range = homes[i].Range;
            foreach (var entry in entries.AsSpan((int)(range >> 8) + 1, (int)(range & 255) - 1))
                scores[(int)(entry >> 16)] += (short)entry;
        }
    }

    /// <summary>The slot of a feature whose home holds another one; an empty one where it has none.</summary>
    Slot Further(Slot[] table, uint order)
    {
        var mask = table.Length - 1;
        var at = (int)(order >> shift);
        Slot slot;
        do
        {
            at = (at + 1) & mask;
            slot = table[at];
        }
        while (slot.Range != 0 && slot.Order != order);
        return slot;
    }
}
