using Tocsin.Warning.Histories;

namespace Tocsin.Warning.Forecasts;

/// <summary>An event between the actors of a dyad.</summary>
/// <param name="Forward">The first of the pair acted.</param>
/// <param name="Day">0 Monday to 6 Sunday.</param>
readonly record struct DyadEvent(int Dyad, bool Forward, EventClass Class, int Day);

/// <summary>An event of an actor with itself.</summary>
readonly record struct DomesticEvent(int Actor, EventClass Class);

/// <summary>The events of a history week by week: what features are computed from.</summary>
sealed class WeeklyEvents
{
    readonly List<DyadEvent>[] between;
    readonly List<DomesticEvent>[] domestic;

    WeeklyEvents(int weeks)
    {
        between = new List<DyadEvent>[weeks];
        domestic = new List<DomesticEvent>[weeks];
        for (var week = 0; week < weeks; week++)
            (between[week], domestic[week]) = ([], []);
    }

    public IReadOnlyList<DyadEvent> Between(int week) => between[week];

    public IReadOnlyList<DomesticEvent> Domestic(int week) => domestic[week];

    public static WeeklyEvents Of(EventHistory history, DyadWeeks weeks)
    {
        var places = new Dictionary<(int, int), int>();
        for (var dyad = 0; dyad < weeks.Dyads.Count; dyad++)
            places.Add((weeks.Dyads[dyad].First, weeks.Dyads[dyad].Second), dyad);
        var made = new WeeklyEvents(weeks.Weeks);
        foreach (var (day, actor, recipient, root) in history.Events)
        {
            var forward = actor < recipient;
            if (weeks.WeekOf(day) is { } week && places.TryGetValue(forward ? (actor, recipient) : (recipient, actor), out var dyad))
                made.between[week].Add(new DyadEvent(dyad, forward, EventRoots.ClassOf(history.System, root), (day - weeks.Monday.DayNumber) % 7));
        }
        foreach (var (day, actor, root) in history.Domestic)
        {
            if (weeks.WeekOf(day) is { } week)
                made.domestic[week].Add(new DomesticEvent(actor, EventRoots.ClassOf(history.System, root)));
        }
        return made;
    }
}
