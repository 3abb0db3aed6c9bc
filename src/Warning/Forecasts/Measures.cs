namespace Tocsin.Warning.Forecasts;

/// <summary>A forecast and what came of it.</summary>
/// <param name="Chance">In 0..1.</param>
/// <param name="Group">What a bootstrap draws as a whole; a dyad.</param>
public readonly record struct Scored(double Chance, bool Outcome, int Group);

/// <summary>A value with its 95 % interval; null where there is nothing to measure.</summary>
public sealed record Estimate(double? Value, double? Low, double? High);

/// <summary>Measures of forecasts of what comes true or does not.</summary>
public static class Measures
{
    /// <summary>-ln of the chance that was given to what happened; a chance below 1e-9 counts as that.</summary>
    public static double LogLoss(double chance, bool outcome) => -Math.Log(Math.Max(1e-9, outcome ? chance : 1 - chance));

    /// <summary>Squared error of one forecast, 0..1.</summary>
    public static double Brier(double chance, bool outcome) => (chance - (outcome ? 1 : 0)) * (chance - (outcome ? 1 : 0));

    /// <summary>The middle 95 % of resampled values.</summary>
    internal static Estimate Between(double? value, List<double> resampled)
    {
        if (value is null || resampled.Count == 0)
            return new Estimate(value, null, null);
        resampled.Sort();
        return new Estimate(value, At(0.025), At(0.975));

        double At(double share) => resampled[(int)Math.Round(share * (resampled.Count - 1))];
    }
}

/// <summary>Forecasts in order of their chances, measured under any weights of the groups.</summary>
sealed class Ranking
{
    readonly Scored[] rows;
    readonly double[] squares;
    readonly double[] reference;

    /// <param name="rows">The forecasts.</param>
    /// <param name="groups">Groups that there are.</param>
    /// <param name="baseRate">The constant forecast that Brier skill is measured against.</param>
    public Ranking(IEnumerable<Scored> rows, int groups, double baseRate)
    {
        this.rows = [.. rows.OrderByDescending(row => row.Chance)];
        (squares, reference) = (new double[groups], new double[groups]);
        foreach (var row in this.rows)
        {
            squares[row.Group] += Measures.Brier(row.Chance, row.Outcome);
            reference[row.Group] += Measures.Brier(baseRate, row.Outcome);
        }
    }

    /// <summary>
    /// The chance that a row that came true has a higher forecast than one that did not, ties half; and the sum over
    /// distinct chances, from the highest, of gain in recall × precision. Null where nothing or everything came true.
    /// </summary>
    /// <param name="weights">How often each group counts.</param>
    public (double? Auc, double? AveragePrecision) Order(int[] weights)
    {
        double seen = 0, hits = 0, precision = 0, above = 0;
        for (var i = 0; i < rows.Length;)
        {
            var chance = rows[i].Chance;
            double gained = 0, missed = 0;
            for (; i < rows.Length && rows[i].Chance == chance; i++)
            {
                if (rows[i].Outcome)
                    gained += weights[rows[i].Group];
                else
                    missed += weights[rows[i].Group];
            }
            above += gained * (seen - hits + missed / 2);
            seen += gained + missed;
            hits += gained;
            if (gained > 0)
                precision += gained * hits / seen;
        }
        return hits > 0 && seen > hits ? (1 - above / (hits * (seen - hits)), precision / hits) : (null, null);
    }

    /// <summary>1 - Brier / Brier of the base rate; above 0 is better than the constant.</summary>
    public double? Skill(int[] weights)
    {
        double own = 0, constant = 0;
        for (var group = 0; group < squares.Length; group++)
        {
            own += weights[group] * squares[group];
            constant += weights[group] * reference[group];
        }
        return constant > 0 ? 1 - own / constant : null;
    }

    public double Brier => squares.Sum() / Math.Max(1, rows.Length);
}
