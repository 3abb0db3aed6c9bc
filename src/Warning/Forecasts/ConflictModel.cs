namespace Tocsin.Warning.Forecasts;

/// <summary>
/// The forecast beyond the baselines. A regularised ordinal logistic regression over all features and boosted trees that
/// correct the ordinal history are fitted on all dyads together; their log odds are mixed. Both learn from several
/// thresholds at once, so that weeks which come near a conflict week teach too: of conflict weeks there are few.
/// </summary>
sealed class ConflictModel
{
    /// <summary>Thresholds beside the one that is asked for, as shares of it; 1 and 2 are always among them.</summary>
    static readonly double[] Shares = [0.6, 1, 1.6];

    const double HistoryRidge = 0.0005;

    static readonly BoostingPlan Boosting = new(80, 0.05, 0.5, new TreeShape(3, 100, 6, 10, 0.3));

    readonly DyadWeeks weeks;
    readonly double[][] lean, wide, history;
    readonly int[] highest;

    public ConflictModel(DyadWeeks weeks, FeatureTable features)
    {
        this.weeks = weeks;
        (lean, wide, history) = (features.Lean, features.Columns, Baselines.HistoryColumns(weeks));
        highest = [.. weeks.Rows.Select(row => Highest(weeks.Conflict(row.Dyad).Slice(row.Week + 1, weeks.Question.Horizon)))];
    }

    static int Highest(ReadOnlySpan<int> counts)
    {
        var highest = 0;
        foreach (var count in counts)
            highest = Math.Max(highest, count);
        return highest;
    }

    /// <summary>Log odds of the regression; only those of <paramref name="asked"/> are filled.</summary>
    public double[] Linear(IReadOnlyList<int> training, IReadOnlyList<int> asked, double ridge, bool useOptional)
    {
        var columns = useOptional ? wide : lean;
        var (levels, count, place) = Levels(training);
        var fitted = LogisticRegression.Fit(columns, training, levels, count, ridge);
        var odds = new double[weeks.Rows.Count];
        foreach (var row in asked)
            odds[row] = fitted.LogOdds(columns, row, place);
        return odds;
    }

    /// <summary>Log odds of the trees; only those of <paramref name="asked"/> are filled.</summary>
    public double[] Trees(IReadOnlyList<int> training, IReadOnlyList<int> asked)
    {
        var (levels, count, place) = Levels(training);
        var begin = LogisticRegression.Fit(history, training, levels, count, HistoryRidge);
        var start = new double[count][];
        for (var threshold = 0; threshold < count; threshold++)
        {
            start[threshold] = new double[weeks.Rows.Count];
            foreach (var row in training.Concat(asked))
                start[threshold][row] = begin.LogOdds(history, row, threshold);
        }
        var fitted = BoostedTrees.Fit(lean, training, levels, start, Boosting);
        var odds = new double[weeks.Rows.Count];
        foreach (var row in asked)
            odds[row] = start[place][row] + fitted.Correction(row);
        return odds;
    }

    // A threshold that no training row reaches teaches nothing; the one that is asked for is reached, or nothing is fitted.
    (int[] Levels, int Count, int Place) Levels(IReadOnlyList<int> training)
    {
        var asked = weeks.Question.Threshold;
        var reached = training.Max(row => highest[row]);
        var thresholds = Shares.Select(share => (int)Math.Ceiling(share * asked)).Concat([1, 2])
            .Where(threshold => threshold <= reached).Distinct().Order().ToArray();
        return ([.. highest.Select(count => thresholds.Count(threshold => count >= threshold))],
            thresholds.Length, Array.IndexOf(thresholds, asked));
    }
}
