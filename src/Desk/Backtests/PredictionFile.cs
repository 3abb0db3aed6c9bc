using System.Globalization;
using Tocsin.Warning.Forecasts;

namespace Tocsin.Desk;

/// <summary>predictions.csv: a line for each test row, by dyad, then week.</summary>
static class PredictionFile
{
    public static void Write(TextWriter file, BacktestForecasts forecasts)
    {
        file.WriteLine("week,dyad,subset,p_model,p_persistence,p_history,outcome");
        var weeks = forecasts.Weeks;
        foreach (var place in weeks.Test)
        {
            var row = weeks.Rows[place];
            file.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{weeks.MondayOf(row.Week):yyyy-MM-dd},{Field(weeks.Dyads[row.Dyad].Name)},{(row.IsHard ? "hard" : "all")},{forecasts.Model[place]:G9},{forecasts.Persistence[place]:G9},{forecasts.History[place]:G9},{(row.Outcome ? 1 : 0)}"));
        }
    }

    static string Field(string name) => name.AsSpan().ContainsAny(",\"\r\n")
        ? '"' + name.Replace("\"", "\"\"", StringComparison.Ordinal) + '"'
        : name;
}
