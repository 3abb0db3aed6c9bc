namespace Tocsin.Warning.Forecasts;

/// <summary>A conflict week after twelve without one: what an alarm is for.</summary>
/// <param name="Alarm">Monday of the week at whose end the alarm rang; null: none rang in time.</param>
/// <param name="LeadWeeks">From the alarm to the onset, 1 to the horizon.</param>
/// <param name="HighestChance">Highest forecast in the weeks of the horizon before.</param>
public sealed record Onset(string Dyad, DateOnly Week, DateOnly? Alarm, int? LeadWeeks, double HighestChance);

/// <summary>An alarm that no conflict week followed within the horizon.</summary>
public sealed record FalseAlarm(string Dyad, DateOnly Week, double Chance);

/// <summary>What alarms thrown at random reach.</summary>
/// <param name="Recall">As many alarms, anywhere.</param>
/// <param name="RecallWithinDyads">Every dyad keeps the number of its alarms: knowing who, not when.</param>
public sealed record ChanceAlarms(double Recall, double RecallWithinDyads, double Precision, double MedianLeadWeeks);

/// <summary>What one forecaster's alarms are worth in the test weeks.</summary>
/// <param name="Threshold">Chance whose crossing rings; set on training rows so that the budget holds there.</param>
/// <param name="Recall">Share of onsets with an alarm in the weeks of the horizon before.</param>
/// <param name="Precision">Share of alarms that a conflict week follows within the horizon.</param>
/// <param name="MedianLeadWeeks">Over the onsets that were warned of.</param>
public sealed record AlarmFigures(
    double Threshold, int Alarms, double AlarmsPerDyadYear, int Onsets, int Warned, Estimate Recall, Estimate Precision,
    Estimate MedianLeadWeeks, ChanceAlarms Chance, IReadOnlyList<Onset> Hits, IReadOnlyList<Onset> Misses,
    IReadOnlyList<FalseAlarm> FalseAlarms);

/// <summary>Alarms at a budget, by forecaster.</summary>
/// <param name="Budget">Alarms a dyad-year.</param>
/// <param name="DyadYears">Test rows / 52.</param>
public sealed record AlarmReport(double Budget, double DyadYears, AlarmFigures Model, AlarmFigures History, AlarmFigures Persistence)
{
    /// <summary>Alarms a dyad-year that a user is thought to bear.</summary>
    public const double UsualBudget = 0.25;

    internal static AlarmReport Of(BacktestForecasts forecasts, double budget)
    {
        var alarms = new Alarms(forecasts.Weeks);
        return new AlarmReport(budget, forecasts.Weeks.Test.Count / (double)Alarms.WeeksPerYear,
            alarms.Measure(forecasts.Model, budget), alarms.Measure(forecasts.History, budget),
            alarms.Measure(forecasts.Persistence, budget));
    }
}
