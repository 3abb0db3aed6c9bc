using Tocsin.Language;

namespace Tocsin.Training;

/// <summary>A feature's frozen weights, as <see cref="WeightCode"/> writes them, by class.</summary>
sealed record FrozenRow(uint Feature, List<(int Class, sbyte Code)> Weights);

/// <summary>A weight between learning and storage.</summary>
readonly record struct MeanWeight(uint Order, int Class, uint Feature, double Weight);

/// <summary>Freezes learnt weights and lays them out as <see cref="SparseTable"/> and <see cref="MoveTable"/> read them.</summary>
static class Tables
{
    /// <summary>
    /// The mean of several learners' averages, in the order of a table: linear models that learnt in another order vote
    /// by their mean at no cost at run time.
    /// </summary>
    public static List<MeanWeight> Means(IReadOnlyList<AveragedPerceptron> learners)
    {
        var sums = new Dictionary<(uint Feature, int Class), double>();
        foreach (var learner in learners)
        {
            foreach (var (feature, @class, weight) in learner.Averages())
                sums[(feature, @class)] = sums.GetValueOrDefault((feature, @class)) + weight;
        }
        var means = new List<MeanWeight>(sums.Count);
        foreach (var ((feature, @class), sum) in sums)
            means.Add(new MeanWeight(FeatureList.Order(feature), @class, feature, sum / learners.Count));
        means.Sort(static (a, b) => a.Order != b.Order ? a.Order.CompareTo(b.Order) : a.Class.CompareTo(b.Class));
        return means;
    }

    /// <summary>Weights as they are stored, the weak ones left out.</summary>
    /// <param name="threshold">A mean below this in absolute value is dropped.</param>
    /// <param name="scale">Units of the stored scale in one unit of weight.</param>
    public static List<FrozenRow> Freeze(List<MeanWeight> means, double threshold, double scale)
    {
        var rows = new List<FrozenRow>();
        foreach (var mean in means)
        {
            var code = WeightCode.Of(mean.Weight * scale);
            if (Math.Abs(mean.Weight) < threshold || code == 0)
                continue;
            if (rows.Count == 0 || rows[^1].Feature != mean.Feature)
                rows.Add(new FrozenRow(mean.Feature, []));
            if (rows[^1].Weights.Count < byte.MaxValue)
                rows[^1].Weights.Add((mean.Class, code));
        }
        return rows;
    }

    public static void AddSparse(List<(string Name, byte[] Bytes)> sections, string name, List<FrozenRow> rows)
    {
        sections.Add((name + ".features", FeatureList.Write(rows.Select(row => row.Feature))));
        sections.Add((name + ".counts", [.. rows.Select(row => (byte)row.Weights.Count)]));
        sections.Add((name + ".classes", [.. rows.SelectMany(row => row.Weights).Select(entry => (byte)entry.Class)]));
        sections.Add((name + ".weights", [.. rows.SelectMany(row => row.Weights).Select(entry => (byte)entry.Code)]));
    }

    /// <summary>Rows of a table of three classes, every class written.</summary>
    public static void AddMoves(List<(string Name, byte[] Bytes)> sections, string name, List<FrozenRow> rows)
    {
        var dense = new byte[rows.Count * 3];
        for (var i = 0; i < rows.Count; i++)
        {
            foreach (var (@class, code) in rows[i].Weights)
                dense[(i * 3) + @class] = (byte)code;
        }
        sections.Add((name + ".features", FeatureList.Write(rows.Select(row => row.Feature))));
        sections.Add((name + ".weights", dense));
    }
}
