namespace Tocsin.Warning.Forecasts;

/// <summary>Forecasts of about the same chance, and how often they came true.</summary>
public sealed record ReliabilityBin(int Rows, double MeanChance, double Rate);

/// <summary>Whether ten in a hundred come true where ten per cent are said; over forecasts of two per cent and more.</summary>
/// <param name="Error">Mean distance of chance and rate over the bins, weighted by rows; 0 is best.</param>
public sealed record Reliability(Estimate Error, IReadOnlyList<ReliabilityBin> Bins)
{
    /// <summary>Chances below this are left out: there are so many that they would hide the rest.</summary>
    public const double Smallest = 0.02;

    const int MostBins = 10;
    const int FewestRows = 20;

    internal static Reliability Of(IReadOnlyList<Scored> scored, int groups)
    {
        var rows = scored.Where(row => row.Chance >= Smallest).OrderBy(row => row.Chance).ToArray();
        if (rows.Length == 0)
            return new Reliability(new Estimate(null, null, null), []);
        var ones = new int[groups];
        Array.Fill(ones, 1);
        var present = scored.Select(row => row.Group).Distinct().Order().ToArray();
        var resampled = Resampling.Draw(present, groups).Select(weights => ErrorOf(Cut(rows, weights)))
            .Where(error => !double.IsNaN(error)).ToList();
        var bins = Cut(rows, ones);
        return new Reliability(Measures.Between(ErrorOf(bins), resampled), bins);
    }

    static double ErrorOf(List<ReliabilityBin> bins) =>
        bins.Sum(bin => bin.Rows * Math.Abs(bin.MeanChance - bin.Rate)) / bins.Sum(bin => bin.Rows);

    // Equal mass: every bin holds about the same number of (weighted) rows.
    static List<ReliabilityBin> Cut(Scored[] rows, int[] weights)
    {
        var total = rows.Sum(row => weights[row.Group]);
        var count = Math.Clamp(total / FewestRows, 1, MostBins);
        var bins = new List<ReliabilityBin>();
        double chance = 0;
        var (held, hits, passed) = (0, 0, 0);
        foreach (var row in rows)
        {
            var weight = weights[row.Group];
            (held, passed) = (held + weight, passed + weight);
            chance += weight * row.Chance;
            hits += row.Outcome ? weight : 0;
            if (held == 0 || (long)passed * count < (long)total * (bins.Count + 1))
                continue;
            bins.Add(new ReliabilityBin(held, chance / held, (double)hits / held));
            (held, hits, chance) = (0, 0, 0);
        }
        return bins;
    }
}
