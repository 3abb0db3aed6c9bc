using System.Runtime.InteropServices;

namespace Tocsin.Training;

/// <summary>
/// Averaged perceptron over hashed features and classes (Collins 2002), sparse: a feature holds only the classes that an
/// update ever touched. Averages are kept lazily by the number of the step at which a weight last changed.
/// </summary>
sealed class AveragedPerceptron(int classes)
{
    readonly Dictionary<uint, Row> rows = [];
    readonly float[] scores = new float[classes];
    int step = 1;

    struct Weight
    {
        public ushort Class;
        public float Value;
        public double Total;
        public int Since;
    }

    sealed class Row
    {
        public Weight[] Weights = new Weight[2];
        public int Count;
    }

    /// <summary>Scores of all classes; overwritten by the next call.</summary>
    public ReadOnlySpan<float> Score(ReadOnlySpan<uint> features)
    {
        Array.Clear(scores);
        foreach (var feature in features)
        {
            if (!rows.TryGetValue(feature, out var row))
                continue;
            foreach (ref readonly var weight in row.Weights.AsSpan(0, row.Count))
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
            ref var row = ref CollectionsMarshal.GetValueRefOrAddDefault(rows, feature, out _);
            row ??= new Row();
            Add(row, raised, 1);
            Add(row, lowered, -1);
        }
    }

    /// <summary>Features with their averaged weights, weak ones left out, largest scaled to 16 bits.</summary>
    /// <param name="threshold">Weights of an absolute average below this are dropped.</param>
    public List<(uint Feature, List<(int Class, short Weight)> Weights)> Freeze(double threshold, float scale)
    {
        var frozen = new List<(uint, List<(int, short)>)>();
        foreach (var (feature, row) in rows.OrderBy(entry => entry.Key))
        {
            var kept = new List<(int, short)>();
            foreach (ref readonly var weight in row.Weights.AsSpan(0, row.Count))
            {
                var average = Average(weight);
                var rounded = (short)Math.Clamp(Math.Round(average * scale), short.MinValue, short.MaxValue);
                if (Math.Abs(average) >= threshold && rounded != 0)
                    kept.Add((weight.Class, rounded));
            }
            if (kept.Count > 0)
            {
                kept.Sort();
                frozen.Add((feature, kept.Count > 255 ? kept[..255] : kept));
            }
        }
        return frozen;
    }

    double Average(Weight weight) => (weight.Total + (weight.Value * (double)(step - weight.Since))) / step;

    void Add(Row row, int @class, float delta)
    {
        for (var i = 0; i < row.Count; i++)
        {
            ref var weight = ref row.Weights[i];
            if (weight.Class != @class)
                continue;
            weight.Total += weight.Value * (double)(step - weight.Since);
            weight.Since = step;
            weight.Value += delta;
            return;
        }
        if (row.Count == row.Weights.Length)
            Array.Resize(ref row.Weights, row.Count * 2);
        row.Weights[row.Count++] = new Weight { Class = (ushort)@class, Value = delta, Since = step };
    }
}
