using Tocsin.Warning.Histories;

namespace Tocsin.Warning.Forecasts;

/// <summary>The forecasts of a backtest: chances in 0..1 for each of <see cref="DyadWeeks.Rows"/>.</summary>
/// <param name="Trials">Settings of the model that were tried inside the training weeks.</param>
/// <param name="Features">Names of what the model looks at.</param>
public sealed record BacktestForecasts(
    DyadWeeks Weeks, double[] Model, double[] Persistence, double[] History, IReadOnlyList<ModelTrial> Trials,
    IReadOnlyList<string> Features)
{
    /// <summary>
    /// Fits both baselines and the model on the training rows. Where no training row came true there is nothing to learn
    /// beyond history, and the model is history.
    /// </summary>
    public static BacktestForecasts Of(EventHistory history, DyadWeeks weeks)
    {
        var (past, last) = (Baselines.History(weeks), Baselines.Persistence(weeks));
        if (!weeks.Training.Any(row => weeks.Rows[row].Outcome))
            return new BacktestForecasts(weeks, past, last, past, [], []);
        var features = FeatureTable.Of(history, weeks);
        var (chances, trials) = ModelChoice.Forecast(weeks, new ConflictModel(weeks, features));
        return new BacktestForecasts(weeks, chances, last, past, trials, features.Names);
    }
}
