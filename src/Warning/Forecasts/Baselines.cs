namespace Tocsin.Warning.Forecasts;

/// <summary>The two simple forecasts that a model has to beat: logistic regressions on past material conflict alone.</summary>
public static class Baselines
{
    const double Ridge = 0.001;

    /// <summary>Past weeks, the present one included, over which history counts events.</summary>
    public static IReadOnlyList<int> HistoryWindows { get; } = [1, 4, 12, 52];

    /// <summary>Conflict of the last 1, 4, 12 and 52 weeks. One chance for each row, training or test.</summary>
    public static double[] History(DyadWeeks weeks) => Fit(weeks, HistoryColumns(weeks));

    /// <summary>Conflict of as many weeks as the horizon has.</summary>
    public static double[] Persistence(DyadWeeks weeks) => Fit(weeks, Columns(weeks, [weeks.Question.Horizon]));

    internal static double[][] HistoryColumns(DyadWeeks weeks) => Columns(weeks, HistoryWindows);

    static double[] Fit(DyadWeeks weeks, double[][] columns)
    {
        var outcomes = weeks.Rows.Select(row => row.Outcome ? 1 : 0).ToArray();
        var fitted = LogisticRegression.Fit(columns, weeks.Training, outcomes, 1, Ridge);
        return [.. Enumerable.Range(0, weeks.Rows.Count).Select(row => fitted.Chance(columns, row))];
    }

    static double[][] Columns(DyadWeeks weeks, IReadOnlyList<int> windows)
    {
        var sums = new int[weeks.Dyads.Count][];
        for (var dyad = 0; dyad < sums.Length; dyad++)
        {
            sums[dyad] = new int[weeks.Weeks + 1];
            var conflict = weeks.Conflict(dyad);
            for (var week = 0; week < conflict.Length; week++)
                sums[dyad][week + 1] = sums[dyad][week] + conflict[week];
        }
        return [.. windows.Select(window => weeks.Rows
            .Select(row => Math.Log(1 + sums[row.Dyad][row.Week + 1] - sums[row.Dyad][Math.Max(0, row.Week + 1 - window)])).ToArray())];
    }
}
