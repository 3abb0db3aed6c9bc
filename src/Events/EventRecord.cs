namespace Tocsin.Events;

/// <summary>A coded event as the archive keeps it, with where it comes from and when it arrived.</summary>
public sealed record Reading(
    long Id, string StoryId, CodedEvent Event, string EvidenceText, string? Outlet, string? Title,
    DateTimeOffset? PublishedAt, DateTimeOffset ArrivedAt, bool Reconstructed)
{
    /// <summary>The day the event is placed on: its own first day, else the last, else publication, else arrival.</summary>
    public DateOnly EventDay => Event.Time.From ?? Event.Time.To
        ?? DateOnly.FromDateTime((PublishedAt ?? ArrivedAt).Date);
}

/// <summary>
/// One happening as all readings of it tell it. Merging never upgrades certainty: the record shows the best-supported
/// reading (<see cref="Best"/>) and the most cautious one (<see cref="MostCautious"/>), never their average.
/// </summary>
public sealed record EventRecord(IReadOnlyList<Reading> Readings)
{
    /// <summary>The reading that the outlet itself asserts most strongly, the earliest among equals.</summary>
    public Reading Best { get; } = Readings
        .OrderByDescending(reading => reading.Event.OutletFactuality.Value)
        .ThenByDescending(reading => reading.Event.Factuality.Value)
        .ThenBy(reading => reading.ArrivedAt).ThenBy(reading => reading.Id).First();

    /// <summary>The reading with the lowest factuality in its innermost voice.</summary>
    public Reading MostCautious { get; } = Readings
        .OrderBy(reading => reading.Event.Factuality.Value)
        .ThenBy(reading => reading.ArrivedAt).ThenBy(reading => reading.Id).First();

    public EventType Type => Best.Event.Type;

    public DateOnly Day => Best.EventDay;

    /// <summary>Number of stories that tell it, a story's own repetitions counted once.</summary>
    public int Origins => Readings.Select(reading => reading.StoryId).Distinct(StringComparer.Ordinal).Count();

    /// <summary>True where a voice denies what another asserts.</summary>
    public bool Disputed => Readings.Any(reading => reading.Event.Factuality.Value < 0)
        && Readings.Any(reading => reading.Event.Factuality.Value > 0);
}
