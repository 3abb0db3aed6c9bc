using System.Runtime.CompilerServices;

namespace Tocsin.Training;

/// <summary>
/// Averaged perceptron over hashed features and classes (Collins 2002), sparse: a feature holds only the classes that an
/// update ever touched. The average is the weight less its changes weighted by when they came, so nothing is kept up to
/// date between changes.
/// </summary>
/// <remarks>Flat: features in one open table, their weights side by side in another; a row that grows moves.</remarks>
sealed class AveragedPerceptron(int classes)
{
    readonly float[] scores = new float[classes];
    readonly int firstRoom = Math.Min(classes, 3);
    Slot[] slots = new Slot[1 << 16];
    Weight[] weights = new Weight[1 << 18];
    double[] changes = new double[1 << 18];
    int used;
    int free;
    int step = 1;

    struct Slot
    {
        public uint Feature;
        public int Start;
        public ushort Count;
        public ushort Room;
    }

    struct Weight
    {
        public int Class;
        public float Value;
    }

    /// <summary>Scores of all classes; overwritten by the next call.</summary>
    public ReadOnlySpan<float> Score(ReadOnlySpan<uint> features)
    {
        Array.Clear(scores);
        foreach (var feature in features)
        {
            ref readonly var slot = ref slots[Find(feature)];
            foreach (ref readonly var weight in weights.AsSpan(slot.Start, slot.Count))
                scores[weight.Class] += weight.Value;
        }
        return scores;
    }

    /// <summary>Ends an example: time passes for the averages whether or not anything changed.</summary>
    public void Step() => step++;

    /// <summary>Raises one class and lowers another for all features.</summary>
    public void Update(ReadOnlySpan<uint> features, int raised, int lowered)
    {
        foreach (var feature in features)
        {
            if (used * 2 > slots.Length)
                Grow();
            ref var slot = ref slots[Find(feature)];
            if (slot.Feature == 0)
            {
                slot = new Slot { Feature = feature, Start = Take(firstRoom), Room = (ushort)firstRoom };
                used++;
            }
            Add(ref slot, raised, 1);
            Add(ref slot, lowered, -1);
        }
    }

    /// <summary>Features with their averaged weights by class.</summary>
    public IEnumerable<(uint Feature, int Class, double Weight)> Averages()
    {
        foreach (var slot in slots)
        {
            for (var i = slot.Start; i < slot.Start + slot.Count; i++)
                yield return (slot.Feature, weights[i].Class, weights[i].Value - (changes[i] / step));
        }
    }

    void Add(ref Slot slot, int @class, float delta)
    {
        var end = slot.Start + slot.Count;
        for (var i = slot.Start; i < end; i++)
        {
            if (weights[i].Class != @class)
                continue;
            weights[i].Value += delta;
            changes[i] += delta * (double)step;
            return;
        }
        if (slot.Count == slot.Room)
        {
            var start = Take(slot.Room * 2);
            weights.AsSpan(slot.Start, slot.Count).CopyTo(weights.AsSpan(start));
            changes.AsSpan(slot.Start, slot.Count).CopyTo(changes.AsSpan(start));
            (slot.Start, slot.Room) = (start, (ushort)(slot.Room * 2));
            end = start + slot.Count;
        }
        weights[end] = new Weight { Class = @class, Value = delta };
        changes[end] = delta * (double)step;
        slot.Count++;
    }

    /// <summary>The feature's slot, or the empty one where it would go.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    int Find(uint feature)
    {
        var mask = slots.Length - 1;
        var at = (int)(feature * 0x9e3779b1) & mask;
        while (slots[at].Feature != feature && slots[at].Feature != 0)
            at = (at + 1) & mask;
        return at;
    }

    int Take(int room)
    {
        if (free + room > weights.Length)
        {
            Array.Resize(ref weights, weights.Length * 2);
            Array.Resize(ref changes, changes.Length * 2);
        }
        free += room;
        return free - room;
    }

    void Grow()
    {
        var old = slots;
        slots = new Slot[old.Length * 2];
        foreach (var slot in old)
        {
            if (slot.Feature != 0)
                slots[Find(slot.Feature)] = slot;
        }
    }
}
