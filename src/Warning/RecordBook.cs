using Tocsin.Events;

namespace Tocsin.Warning;

/// <summary>A reading with what is asked of it again and again.</summary>
sealed class FoldedReading(Reading reading)
{
    string? evidence;

    bool? inArea;

    public Reading Reading { get; } = reading;

    public string Evidence => evidence ??= Folding.Fold(Reading.EvidenceText);

    /// <summary>The day of its story: publication, else arrival.</summary>
    public DateOnly StoryDay { get; } = Days.Of(reading);

    /// <summary>True where it lies in the area; a book is read for one area only.</summary>
    public bool IsIn(Area area) => inArea ??= area.Holds(Reading.Event.Place, Evidence);
}

/// <summary>One happening as known on the day asked about.</summary>
sealed class RecordEntry(EventRecord record, DateOnly day, IReadOnlyList<FoldedReading> readings)
{
    public EventRecord Record { get; } = record;

    public DateOnly Day { get; } = day;

    public IReadOnlyList<FoldedReading> Readings { get; } = readings;
}

/// <summary>
/// The records as they were known on a day, for one area. Readings that arrived or were published later are taken out
/// before anything is computed, so that nothing of the future can leak in, whatever the caller passes.
/// </summary>
sealed class RecordBook
{
    static readonly int TypeCount = EventTypes.All.Count;

    readonly List<RecordEntry> withdrawn;

    readonly List<RecordEntry>[] byType = new List<RecordEntry>[TypeCount];

    /// <param name="records">Records that hold today.</param>
    /// <param name="replaced">Records that held once and have been replaced or withdrawn.</param>
    public RecordBook(IReadOnlyList<EventRecord> records, DateOnly asOf, IReadOnlyList<EventRecord>? replaced = null)
        : this(records.Select(Fold), asOf, (replaced ?? []).Select(Fold))
    {
    }

    RecordBook(
        IEnumerable<(EventRecord, List<FoldedReading>)> records, DateOnly asOf,
        IEnumerable<(EventRecord, List<FoldedReading>)> replaced)
    {
        AsOf = asOf;
        var entries = Keep(records);
        entries.Sort((left, right) => right.Day.CompareTo(left.Day));
        Entries = entries;
        withdrawn = Keep(replaced);
        for (var type = 0; type < TypeCount; type++)
            byType[type] = entries.FindAll(entry => entry.Readings.Any(reading => (int)reading.Reading.Event.Type == type));
        Readings = [.. entries.SelectMany(entry => entry.Readings)
            .OrderBy(reading => reading.StoryDay)];
    }

    public DateOnly AsOf { get; }

    /// <summary>The latest day first.</summary>
    public IReadOnlyList<RecordEntry> Entries { get; }

    /// <summary>The entries that have a reading of one of the types, the latest day first; no type: all entries.</summary>
    public IEnumerable<RecordEntry> Of(IReadOnlyCollection<EventType> types) => types.Count switch
    {
        0 => Entries,
        1 => byType[(int)types.First()],
        _ => types.SelectMany(type => byType[(int)type]).Distinct().OrderByDescending(entry => entry.Day),
    };

    /// <summary>All readings in the order of their stories' days.</summary>
    public IReadOnlyList<FoldedReading> Readings { get; }

    /// <summary>The same records as they were known on an earlier day.</summary>
    public RecordBook On(DateOnly earlier) =>
        new(Entries.Select(entry => (entry.Record, entry.Readings.ToList())), earlier, []);

    /// <summary>True where a record that once supported the question has been replaced since.</summary>
    public bool IsWithdrawn(Sighting sighting, DateOnly from, DateOnly to) => withdrawn.Any(entry =>
        from <= entry.Day && entry.Day <= to
        && entry.Readings.Any(reading => sighting.Of(reading) == Bearing.Supports));

    static (EventRecord, List<FoldedReading>) Fold(EventRecord record) =>
        (record, record.Readings.Select(reading => new FoldedReading(reading)).ToList());

    List<RecordEntry> Keep(IEnumerable<(EventRecord Record, List<FoldedReading> Readings)> records)
    {
        var kept = new List<RecordEntry>();
        foreach (var (record, all) in records)
        {
            var known = record;
            var readings = all;
            if (!all.TrueForAll(IsKnown))
            {
                readings = all.FindAll(IsKnown);
                if (readings.Count == 0)
                    continue;
                known = new EventRecord(readings.ConvertAll(folded => folded.Reading));
            }
            // An event announced for a later day is evidence of the day on which it was announced.
            var day = known.Day <= AsOf ? known.Day : Days.Of(known.Best);
            kept.Add(new RecordEntry(known, day, readings));
        }
        return kept;
    }

    bool IsKnown(FoldedReading folded) => folded.StoryDay <= AsOf
        && DateOnly.FromDateTime(folded.Reading.ArrivedAt.UtcDateTime) <= AsOf;
}

/// <summary>Calendar days of readings.</summary>
static class Days
{
    /// <summary>The day of the reading's story in its outlet's own offset: publication, else arrival.</summary>
    public static DateOnly Of(Reading reading) =>
        DateOnly.FromDateTime((reading.PublishedAt ?? reading.ArrivedAt).Date);

    /// <summary>The day some days earlier, or the first day there is.</summary>
    public static DateOnly Before(DateOnly day, int count) =>
        day.DayNumber < count ? DateOnly.MinValue : day.AddDays(-count);
}
