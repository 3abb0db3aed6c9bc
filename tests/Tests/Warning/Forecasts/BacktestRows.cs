using Tocsin.Warning.Forecasts;
using Tocsin.Warning.Histories;
using Xunit;

namespace Tocsin.Tests.Warning.Forecasts;

public sealed class BacktestRows
{
    static readonly DyadWeeks Weeks = SmallHistory.Weeks(SmallHistory.OneWar());

    [Fact]
    public void Weeks_split_and_rows_are_those_counted_by_hand()
    {
        Assert.Equal((80, SmallHistory.Start, 66), (Weeks.Weeks, Weeks.Monday, Weeks.FirstTestWeek));
        Assert.Equal("AAA-BBB", Weeks.Dyads.Single().Name);
        Assert.Equal(Enumerable.Range(52, 24), Weeks.Rows.Select(row => row.Week));
        Assert.Equal([56, 57, 58, 59, 60, 61], Weeks.Rows.Where(row => row.Outcome).Select(row => row.Week));
        Assert.Equal(Enumerable.Range(60, 14), Weeks.Rows.Where(row => !row.IsHard).Select(row => row.Week));
        // No training outcome reaches into a test week.
        Assert.Equal(Enumerable.Range(52, 10), Weeks.Training.Select(row => Weeks.Rows[row].Week));
        Assert.Equal(Enumerable.Range(66, 10), Weeks.Test.Select(row => Weeks.Rows[row].Week));
    }

    [Fact]
    public void Events_of_one_dyad_root_and_day_count_once() => Assert.Equal(7, Weeks.Conflict(0)[60]);

    [Fact]
    public void Weeks_begin_on_the_first_monday_and_earlier_events_are_dropped()
    {
        var early = SmallHistory.OneWar().Append(new HistoryEvent(SmallHistory.Start.AddDays(-2), "AAA", "BBB", 3));
        Assert.Equal(SmallHistory.Start, SmallHistory.Weeks(early).Monday);
    }

    [Fact]
    public void Dyads_with_fewer_than_thirteen_events_in_a_year_make_no_rows()
    {
        var quiet = Enumerable.Range(0, 12).Select(i => new HistoryEvent(SmallHistory.Start.AddDays(7 * (i + 5)), "AAA", "CCC", 3));
        Assert.Equal(24, SmallHistory.Weeks(SmallHistory.OneWar().Concat(quiet)).Rows.Count);
        var active = quiet.Append(new HistoryEvent(SmallHistory.Start.AddDays(7 * 30), "CCC", "AAA", 3));
        Assert.True(SmallHistory.Weeks(SmallHistory.OneWar().Concat(active)).Rows.Count > 24);
    }

    [Theory]
    [InlineData(19, 18, CodeSystem.Weis)]
    [InlineData(15, 14, CodeSystem.Cameo)]
    public void Material_conflict_is_the_usual_quad_class(int material, int verbal, CodeSystem system)
    {
        Assert.True(EventRoots.IsMaterialConflict(system, material));
        Assert.Equal(system == CodeSystem.Weis, EventRoots.IsMaterialConflict(system, verbal));
    }

    [Fact]
    public void A_history_that_is_too_short_or_quiet_is_refused_with_the_reason()
    {
        var events = SmallHistory.OneWar().Where(one => one.Day < SmallHistory.Start.AddDays(7 * 56)).ToList();
        Assert.Contains("too few", Assert.Throws<HistoryException>(() => SmallHistory.Weeks(events)).Message, StringComparison.Ordinal);
        // Active only in the last weeks: nothing to learn from.
        var late = SmallHistory.OneWar().Where(one => one.Day == SmallHistory.Start || one.Day >= SmallHistory.Start.AddDays(7 * 63));
        Assert.Contains("training part is empty",
            Assert.Throws<HistoryException>(() => SmallHistory.Weeks(late)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_baseline_minimises_log_loss_and_ridge()
    {
        // One column of -1 and 1 with one and three of four true: at the minimum the mean slope of the loss is ridge times weight.
        double[][] columns = [[-1, -1, -1, -1, 1, 1, 1, 1]];
        int[] levels = [1, 0, 0, 0, 1, 1, 1, 0];
        var fitted = LogisticRegression.Fit(columns, [.. Enumerable.Range(0, 8)], levels, 1, 0.1);
        var weight = fitted.Weights[0];
        Assert.Equal(0.75 - LogisticRegression.Sigmoid(weight), 0.1 * weight, 9);
        Assert.Equal(0.5, (fitted.Chance(columns, 0) + fitted.Chance(columns, 7)) / 2, 9);
    }
}
