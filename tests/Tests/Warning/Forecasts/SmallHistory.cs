using Tocsin.Warning.Forecasts;
using Tocsin.Warning.Histories;

namespace Tocsin.Tests.Warning.Forecasts;

/// <summary>Histories that are small enough to be counted by hand, and larger ones drawn from a seed.</summary>
static class SmallHistory
{
    /// <summary>A Monday.</summary>
    public static readonly DateOnly Start = new(2001, 1, 1);

    /// <summary>Eighty weeks of one dyad: an event a week in peace, seven a week in the war of weeks 60 to 62. WEIS.</summary>
    public static List<HistoryEvent> OneWar()
    {
        var events = new List<HistoryEvent>();
        for (var day = 0; day < 7 * 80; day++)
        {
            var war = day / 7 is >= 60 and <= 62;
            if (war || day % 7 == 0)
                events.Add(new HistoryEvent(Start.AddDays(day), "AAA", "BBB", war ? 22 : 3));
        }
        // The last day is an event, so that the weeks are whole; the other way round counts as the same event.
        events.Add(new HistoryEvent(Start.AddDays(7 * 80 - 1), "BBB", "AAA", 3));
        events.Add(new HistoryEvent(Start, "BBB", "AAA", 3));
        return events;
    }

    /// <summary>Four actors for 130 weeks, with tension that rises before wars, and unrest at home; CAMEO.</summary>
    public static List<HistoryEvent> Drawn(int seed)
    {
        var random = new Random(seed);
        string[] actors = ["AAA", "BBB", "CCC", "DDD"];
        var events = new List<HistoryEvent>();
        var heat = new double[actors.Length, actors.Length];
        for (var day = 0; day < 7 * 130; day++)
        {
            for (var one = 0; one < actors.Length; one++)
            {
                for (var other = 0; other < actors.Length; other++)
                {
                    heat[one, other] = heat[one, other] * 0.97 + (random.NextDouble() < 0.004 ? 1 : 0);
                    if (random.NextDouble() < 0.15)
                        events.Add(new HistoryEvent(Start.AddDays(day), actors[one], actors[other], random.Next(1, 15)));
                    if (random.NextDouble() < heat[one, other])
                        events.Add(new HistoryEvent(Start.AddDays(day), actors[one], actors[other], random.Next(15, 21)));
                }
            }
        }
        events.Add(new HistoryEvent(Start.AddDays(7 * 130 - 1), "AAA", "BBB", 1));
        return events;
    }

    public static DyadWeeks Weeks(IEnumerable<HistoryEvent> events, BacktestQuestion? question = null) =>
        DyadWeeks.Of(EventHistory.Of(events, null), question ?? new BacktestQuestion());

    public static BacktestForecasts Forecasts(IEnumerable<HistoryEvent> events)
    {
        var history = EventHistory.Of(events, null);
        return BacktestForecasts.Of(history, DyadWeeks.Of(history, new BacktestQuestion()));
    }
}
