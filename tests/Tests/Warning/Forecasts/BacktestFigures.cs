using Tocsin.Warning.Forecasts;
using Xunit;

namespace Tocsin.Tests.Warning.Forecasts;

public sealed class BacktestFigures
{
    static readonly Scored[] Rows = [new(0.9, true, 0), new(0.8, true, 1), new(0.8, false, 1), new(0.1, false, 2)];

    [Fact]
    public void Ties_are_one_step_of_average_precision_and_half_a_pair_of_auc()
    {
        var (auc, precision) = new Ranking(Rows, 3, 0.5).Order([1, 1, 1]);
        Assert.Equal(7 / 8.0, auc!.Value, 12);
        Assert.Equal(5 / 6.0, precision!.Value, 12);
    }

    [Fact]
    public void A_weight_counts_a_dyad_as_often_as_it_was_drawn()
    {
        Assert.Equal(0.5, new Ranking(Rows, 3, 0.5).Order([0, 2, 1]).AveragePrecision!.Value, 12);
        Assert.Null(new Ranking(Rows, 3, 0.5).Order([0, 0, 1]).AveragePrecision);
    }

    [Fact]
    public void Brier_skill_is_measured_against_the_base_rate()
    {
        var ranking = new Ranking(Rows, 3, 0.5);
        Assert.Equal((0.01 + 0.04 + 0.64 + 0.01) / 4, ranking.Brier, 12);
        Assert.Equal(1 - 0.7, ranking.Skill([1, 1, 1])!.Value, 12);
    }

    [Fact]
    public void Reliability_compares_chance_and_rate_in_bins_of_equal_mass_above_two_per_cent()
    {
        var rows = Enumerable.Range(0, 40).Select(i => new Scored(i < 20 ? 0.1 : 0.5, i % 10 == 0, i % 4))
            .Append(new Scored(0.01, true, 0)).ToArray();
        var reliability = Reliability.Of(rows, 4);
        Assert.Equal([20, 20], reliability.Bins.Select(bin => bin.Rows));
        Assert.Equal(0.2, reliability.Error.Value!.Value, 12);
    }

    [Fact]
    public void An_alarm_is_a_crossing_after_twelve_weeks_below_and_a_hit_precedes_the_onset()
    {
        var events = SmallHistory.OneWar();
        // A second war in week 76 lies in the test weeks, thirteen quiet weeks after the first.
        for (var day = 7 * 76; day < 7 * 77; day++)
            events.Add(new(SmallHistory.Start.AddDays(day), "AAA", "BBB", 22));
        var weeks = SmallHistory.Weeks(events);
        var chances = weeks.Rows.Select(row => row.Week is 58 or 59 or 74 or 75 ? 0.8 : 0.1).ToArray();
        var figures = new Alarms(weeks).Measure(chances, 6);
        Assert.Equal(0.8, figures.Threshold);
        var hit = Assert.Single(figures.Hits);
        Assert.Equal((weeks.MondayOf(76), weeks.MondayOf(74), 2), (hit.Week, hit.Alarm!.Value, hit.LeadWeeks!.Value));
        Assert.Equal((1, 1, 1.0), (figures.Alarms, figures.Onsets, figures.Recall.Value!.Value));
        Assert.Empty(figures.Misses);
        Assert.Empty(figures.FalseAlarms);
    }

    [Fact]
    public void A_resample_is_the_same_on_every_run() => Assert.Equal(
        Resampling.Draw([0, 2], 3).Select(weights => string.Join(',', weights)),
        Resampling.Draw([0, 2], 3).Select(weights => string.Join(',', weights)));
}
