namespace Tocsin.Warning.Forecasts;

/// <summary>What was read.</summary>
/// <param name="FirstWeek">Monday of week 0.</param>
/// <param name="Weeks">Whole weeks.</param>
public sealed record BacktestEvents(
    string File, string CodeSystem, int RowsTaken, int RowsRefused, DateOnly First, DateOnly Last, DateOnly FirstWeek, int Weeks,
    DateOnly FirstTestWeek, int TrainingRows, int TestRows);

/// <summary>How the model was chosen: everything that was tried inside the training weeks, and what it looks at.</summary>
public sealed record ModelReport(IReadOnlyList<ModelTrial> Tried, IReadOnlyList<string> Features);

/// <summary>All figures of a backtest.</summary>
public sealed record BacktestReport(
    BacktestQuestion Question, BacktestEvents Events, SubsetReport All, SubsetReport Hard, AlarmReport Alarms, ModelReport Model)
{
    public static BacktestReport Of(BacktestForecasts forecasts, BacktestEvents events) => new(
        forecasts.Weeks.Question, events, SubsetReport.Of(forecasts, _ => true), SubsetReport.Of(forecasts, row => row.IsHard),
        AlarmReport.Of(forecasts, AlarmReport.UsualBudget), new ModelReport(forecasts.Trials, forecasts.Features));
}
