using Tocsin.Events;

namespace Tocsin.Archive;

/// <summary>
/// Keeps stories and what was read in them, and answers questions as of any moment: a query with an <c>AsOf</c> sees only
/// what had arrived by then and had not yet been replaced.
/// </summary>
public interface IArchive : IAsyncDisposable
{
    /// <summary>Those of the ids that are kept already.</summary>
    Task<IReadOnlySet<string>> Known(IReadOnlyCollection<string> storyIds, CancellationToken stop);

    /// <summary>Keeps a batch in one durable transaction; a story that is kept already adds nothing.</summary>
    /// <returns>How many stories were new.</returns>
    Task<int> Keep(IReadOnlyList<ArrivedStory> batch, CancellationToken stop);

    Task Quarantine(QuarantinedItem item, CancellationToken stop);

    /// <summary>What could not be read, newest first.</summary>
    Task<IReadOnlyList<QuarantinedItem>> Quarantined(CancellationToken stop);

    Task<IReadOnlyList<Reading>> Readings(EventQuery query, CancellationToken stop);

    Task<int> Count(EventQuery query, CancellationToken stop);

    /// <summary>Readings merged into records: one happening each.</summary>
    Task<IReadOnlyList<EventRecord>> Records(EventQuery query, CancellationToken stop);

    Task<Reading?> Reading(long id, DateTimeOffset? asOf, CancellationToken stop);

    Task<KeptStory?> Story(string id, DateTimeOffset? asOf, CancellationToken stop);

    /// <summary>Full-text search in titles and texts; diacritics do not count. Best first.</summary>
    Task<IReadOnlyList<SearchHit>> Search(string text, DateTimeOffset? asOf, int limit, CancellationToken stop);

    /// <summary>What was read, per outlet and day of arrival.</summary>
    Task<IReadOnlyList<IntakeDay>> Intake(DateTimeOffset? asOf, CancellationToken stop);

    Task<ArchiveSummary> Summary(DateTimeOffset? asOf, CancellationToken stop);
}

/// <summary>A coded story with the moment it arrived and who brought it.</summary>
public sealed record ArrivedStory(CodedStory Coded, DateTimeOffset ArrivedAt, string From);

/// <summary>Something that could not be read, and why.</summary>
public sealed record QuarantinedItem(string Path, string Reason, DateTimeOffset At, string From);

/// <summary>A story as kept, with its readings in text order.</summary>
public sealed record KeptStory(
    Story Story, DateTimeOffset ArrivedAt, bool Coded, IReadOnlyList<Reading> Readings,
    IReadOnlyList<Attribution> Attributions);

/// <summary>A story found; <paramref name="Snippet"/> marks the words found with U+0002 before and U+0003 after.</summary>
public sealed record SearchHit(
    string StoryId, string? Title, string? Outlet, DateTimeOffset? PublishedAt, bool Reconstructed, string Snippet);

/// <summary>How much of an outlet was read on a day.</summary>
public sealed record IntakeDay(string? Outlet, DateOnly Day, int Stories, int CodedStories);

/// <summary>What the archive holds.</summary>
public sealed record ArchiveSummary(int Stories, int Events, int Quarantined, DateOnly? First, DateOnly? Last);

/// <summary>The archive cannot be opened or used: the message names the file and the reason.</summary>
public sealed class ArchiveException(string message, Exception? cause = null) : Exception(message, cause);
