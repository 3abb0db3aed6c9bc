using Tocsin.Events;

namespace Tocsin.Warning;

/// <summary>A reading with its sentence folded for the comparison of words.</summary>
sealed class FoldedReading(Reading reading)
{
    string? evidence;

    public Reading Reading { get; } = reading;

    public string Evidence => evidence ??= Folding.Fold(Reading.EvidenceText);

    /// <summary>The day of its story: publication, else arrival.</summary>
    public DateOnly StoryDay { get; } = Days.Of(reading);
}

/// <summary>One happening as known on the day asked about.</summary>
sealed record RecordEntry(EventRecord Record, DateOnly Day, IReadOnlyList<FoldedReading> Readings);

/// <summary>
/// The records as they were known on a day. Readings that arrived or were published later are taken out before
/// anything is computed, so that nothing of the future can leak in, whatever the caller passes.
/// </summary>
sealed class RecordBook
{
    readonly List<RecordEntry> withdrawn;

    /// <param name="records">Records that hold today.</param>
    /// <param name="replaced">Records that held once and have been replaced or withdrawn.</param>
    public RecordBook(IReadOnlyList<EventRecord> records, DateOnly asOf, IReadOnlyList<EventRecord>? replaced = null)
    {
        AsOf = asOf;
        Entries = Keep(records);
        withdrawn = Keep(replaced ?? []);
    }

    public DateOnly AsOf { get; }

    public IReadOnlyList<RecordEntry> Entries { get; }

    /// <summary>True where a record that once supported the question has been replaced since.</summary>
    public bool IsWithdrawn(Sighting sighting, DateOnly from, DateOnly to) => withdrawn.Any(entry =>
        from <= entry.Day && entry.Day <= to
        && entry.Readings.Any(reading => sighting.Of(reading) == Bearing.Supports));

    List<RecordEntry> Keep(IReadOnlyList<EventRecord> records)
    {
        var kept = new List<RecordEntry>(records.Count);
        foreach (var record in records)
        {
            var known = record;
            if (!record.Readings.All(IsKnown))
            {
                var readings = record.Readings.Where(IsKnown).ToList();
                if (readings.Count == 0)
                    continue;
                known = new EventRecord(readings);
            }
            // An event announced for a later day is evidence of the day on which it was announced.
            var day = known.Day <= AsOf ? known.Day : Days.Of(known.Best);
            kept.Add(new RecordEntry(known, day, [.. known.Readings.Select(reading => new FoldedReading(reading))]));
        }
        return kept;
    }

    bool IsKnown(Reading reading) =>
        DateOnly.FromDateTime(reading.ArrivedAt.UtcDateTime) <= AsOf && Days.Of(reading) <= AsOf;
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
