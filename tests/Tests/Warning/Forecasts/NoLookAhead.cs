using Tocsin.Warning.Forecasts;
using Tocsin.Warning.Histories;
using Xunit;

namespace Tocsin.Tests.Warning.Forecasts;

public sealed class NoLookAhead
{
    const int Known = 105;

    static readonly List<HistoryEvent> Events = SmallHistory.Drawn(3);

    static readonly BacktestForecasts Whole = SmallHistory.Forecasts(Events);

    static IEnumerable<(string, int, double, double, double)> Until(BacktestForecasts forecasts) =>
        from place in Enumerable.Range(0, forecasts.Weeks.Rows.Count)
        let row = forecasts.Weeks.Rows[place]
        where row.Week <= Known
        select (forecasts.Weeks.Dyads[row.Dyad].Name, row.Week, forecasts.Model[place], forecasts.History[place], forecasts.Persistence[place]);

    static bool IsKnown(HistoryEvent one) => one.Day < SmallHistory.Start.AddDays(7 * (Known + 1));

    static bool IsLast(HistoryEvent one) => one.Day == SmallHistory.Start.AddDays(7 * 130 - 1);

    [Fact]
    public void Without_the_future_the_past_is_the_same_to_the_last_bit()
    {
        Assert.True(Known > Whole.Weeks.FirstTestWeek);
        var cut = SmallHistory.Forecasts(Events.Where(one => IsKnown(one) || IsLast(one)));
        Assert.Equal(Until(Whole), Until(cut));
    }

    [Fact]
    public void Another_future_with_new_actors_changes_nothing_before_it()
    {
        var others = Events.Select(one => IsKnown(one) || IsLast(one) ? one : one with { Actor = "AA" + one.Actor[0], Root = 19 });
        Assert.Equal(Until(Whole), Until(SmallHistory.Forecasts(others)));
    }

    [Fact]
    public void The_same_events_in_another_order_give_the_same_bits()
    {
        var random = new Random(5);
        var shuffled = Events.OrderBy(_ => random.Next()).ToList();
        Assert.Equal(Whole.Model, SmallHistory.Forecasts(shuffled).Model);
    }

    [Fact]
    public void What_was_tried_is_listed_and_one_of_it_is_chosen()
    {
        Assert.Single(Whole.Trials, trial => trial.IsChosen);
        Assert.All(Whole.Model, chance => Assert.InRange(chance, 0, 1));
    }
}
