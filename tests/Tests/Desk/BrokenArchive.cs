using Tocsin.Archive;
using Tocsin.Events;

namespace Tocsin.Tests.Desk;

/// <summary>An archive whose file has gone bad: whatever is asked fails as the real one would.</summary>
sealed class BrokenArchive : IArchive
{
    public const string Reason = "archive.db is damaged <b>";

    public Task<IReadOnlySet<string>> Known(IReadOnlyCollection<string> storyIds, CancellationToken stop) => throw Failure();

    public Task<int> Keep(IReadOnlyList<ArrivedStory> batch, CancellationToken stop) => throw Failure();

    public Task Quarantine(QuarantinedItem item, CancellationToken stop) => throw Failure();

    public Task<IReadOnlyList<QuarantinedItem>> Quarantined(CancellationToken stop) => throw Failure();

    public Task<IReadOnlyList<Reading>> Readings(EventQuery query, CancellationToken stop) => throw Failure();

    public Task<int> Count(EventQuery query, CancellationToken stop) => throw Failure();

    public Task<IReadOnlyList<EventRecord>> Records(EventQuery query, CancellationToken stop) => throw Failure();

    public Task<Reading?> Reading(long id, DateTimeOffset? asOf, CancellationToken stop) => throw Failure();

    public Task<KeptStory?> Story(string id, DateTimeOffset? asOf, CancellationToken stop) => throw Failure();

    public Task<IReadOnlyList<SearchHit>> Search(string text, DateTimeOffset? asOf, int limit, CancellationToken stop) =>
        throw Failure();

    public Task<IReadOnlyList<IntakeDay>> Intake(DateTimeOffset? asOf, CancellationToken stop) => throw Failure();

    public Task<ArchiveSummary> Summary(DateTimeOffset? asOf, CancellationToken stop) => throw Failure();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    static ArchiveException Failure() => new(Reason);
}
