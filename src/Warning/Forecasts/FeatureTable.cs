using Tocsin.Warning.Histories;

namespace Tocsin.Warning.Forecasts;

/// <summary>What is known of each row when its forecast is made, column by column.</summary>
/// <param name="Names">A name for each column.</param>
/// <param name="Columns">One value for each row of <see cref="DyadWeeks.Rows"/>.</param>
public sealed record FeatureTable(string[] Names, double[][] Columns)
{
    /// <summary>Begins the names of columns that a model may do without.</summary>
    internal const string Optional = "optional: ";

    /// <summary>Weeks in which the influence of an event halves.</summary>
    internal static readonly double[] HalfLives = [1.5, 4, 12, 40];

    /// <summary>The columns without the optional ones.</summary>
    internal double[][] Lean => [.. Columns.Where((_, i) => !Names[i].StartsWith(Optional, StringComparison.Ordinal))];

    /// <summary>
    /// Walks through the weeks in order; a row is described when the events of its week and of earlier weeks are counted
    /// and before any later one is, so that no feature can know the future.
    /// </summary>
    public static FeatureTable Of(EventHistory history, DyadWeeks weeks)
    {
        var events = WeeklyEvents.Of(history, weeks);
        var own = new DyadMemory(weeks);
        var others = new ActorMemory(weeks, history.Actors.Count);
        var third = new ThirdParties(weeks, history.Actors.Count);
        var places = Enumerable.Range(0, weeks.Rows.Count).ToLookup(place => weeks.Rows[place].Week);
        var row = new FeatureRow();
        var columns = new List<double[]>();
        for (var week = 0; week < weeks.Weeks; week++)
        {
            own.Advance(week, events.Between(week));
            others.Advance(week, events.Between(week), events.Domestic(week));
            foreach (var place in places[week])
            {
                row.Clear();
                own.Describe(weeks.Rows[place], place, row);
                others.Describe(weeks.Rows[place], own, row);
                third.Describe(weeks.Rows[place], own, row);
                while (columns.Count < row.Values.Count)
                    columns.Add(new double[weeks.Rows.Count]);
                for (var i = 0; i < columns.Count; i++)
                    columns[i][place] = row.Values[i];
            }
        }
        return new FeatureTable([.. row.Names], [.. columns]);
    }
}
