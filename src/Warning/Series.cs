using Tocsin.Events;

namespace Tocsin.Warning;

/// <summary>What happened in one week, by quad class, with what was read that week.</summary>
/// <param name="Monday">First day of the week.</param>
/// <param name="CodedStories">Coded stories read that week: a quiet week without any is unknown, not quiet.</param>
public sealed record WeekCount(
    DateOnly Monday, int VerbalCooperation, int MaterialCooperation, int VerbalConflict, int MaterialConflict,
    int CodedStories)
{
    public int Total => VerbalCooperation + MaterialCooperation + VerbalConflict + MaterialConflict;

    public int Of(QuadClass quad) => quad switch
    {
        QuadClass.VerbalCooperation => VerbalCooperation,
        QuadClass.MaterialCooperation => MaterialCooperation,
        QuadClass.VerbalConflict => VerbalConflict,
        QuadClass.MaterialConflict => MaterialConflict,
        _ => throw new ArgumentOutOfRangeException(nameof(quad), quad, "Unknown quad class."),
    };

    /// <summary>Nobody read anything: the count says nothing.</summary>
    public bool IsOutage => CodedStories == 0 && Total == 0;
}

/// <summary>Weekly counts of happenings: context for the eye, not the warning.</summary>
public static class Series
{
    /// <summary>
    /// Counts records week by week, from the week of <paramref name="from"/> to that of <paramref name="asOf"/>. A
    /// record counts once, on its day; denied, future and historical ones do not count.
    /// </summary>
    /// <param name="dyads">Only records between these pairs, in either direction; null: all records.</param>
    public static IReadOnlyList<WeekCount> Weekly(
        IReadOnlyList<EventRecord> records, Coverage coverage, DateOnly from, DateOnly asOf,
        IReadOnlyList<Dyad>? dyads = null)
    {
        var first = MondayOf(from);
        if (asOf < first)
            return [];
        var weeks = (asOf.DayNumber - first.DayNumber) / 7 + 1;
        var counts = new int[weeks, 4];
        foreach (var entry in new RecordBook(records, asOf).Entries)
        {
            var coded = entry.Record.Best.Event;
            if (entry.Day < first || coded.Factuality.Value < 1 || coded.Time.Relation != TimeRelation.Current
                || (dyads is not null && !dyads.Any(dyad => IsBetween(coded, dyad))))
                continue;
            counts[(entry.Day.DayNumber - first.DayNumber) / 7, (int)coded.Quad]++;
        }
        var series = new List<WeekCount>(weeks);
        for (var week = 0; week < weeks; week++)
        {
            var monday = first.AddDays(7 * week);
            series.Add(new WeekCount(
                monday, counts[week, (int)QuadClass.VerbalCooperation], counts[week, (int)QuadClass.MaterialCooperation],
                counts[week, (int)QuadClass.VerbalConflict], counts[week, (int)QuadClass.MaterialConflict],
                coverage.CodedStories(monday, LastDay(monday, asOf))));
        }
        return series;
    }

    /// <summary>The Monday of a day's week.</summary>
    public static DateOnly MondayOf(DateOnly day) => Days.Before(day, ((int)day.DayOfWeek + 6) % 7);

    static DateOnly LastDay(DateOnly monday, DateOnly asOf) =>
        monday.DayNumber + 6 < asOf.DayNumber ? monday.AddDays(6) : asOf;

    static bool IsBetween(CodedEvent coded, Dyad dyad) =>
        Directed(coded, dyad.Actor, dyad.Recipient) || Directed(coded, dyad.Recipient, dyad.Actor);

    static bool Directed(CodedEvent coded, ActorCode actor, ActorCode recipient)
    {
        var recipients = coded.Recipients.Count == 0 && coded.Actors.Count > 1 ? coded.Actors : coded.Recipients;
        return coded.Actors.Any(one => ActorTerm.Covers(actor, one.Code))
            && recipients.Any(one => ActorTerm.Covers(recipient, one.Code));
    }
}
