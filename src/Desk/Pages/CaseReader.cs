using System.Collections.Concurrent;
using Tocsin.Archive;
using Tocsin.Events;
using Tocsin.Warning;

namespace Tocsin.Desk.Pages;

/// <summary>
/// Reads problems from the archive as of a day. A reading holds until the archive has something new for that day.
/// </summary>
sealed class CaseReader(IArchive archive, PackLoad load)
{
    const int Kept = 64;

    const int TimelineWeeks = 52;

    const int WatchedPerName = 500;

    readonly ConcurrentDictionary<(string Problem, DateOnly AsOf), (ArchiveSummary Of, CaseReading Reading)> kept =
        new();

    public Packs Packs => load.Packs;

    public IReadOnlyList<PackFault> Faults => load.Faults;

    public async Task<CaseReading> Read(WarningProblem problem, Visit visit)
    {
        var summary = await visit.Summary();
        if (kept.TryGetValue((problem.Id, visit.AsOf), out var entry) && entry.Of == summary)
            return entry.Reading;
        var reading = await Compute(problem, visit);
        if (kept.Count >= Kept)
            kept.Clear();
        kept[(problem.Id, visit.AsOf)] = (summary, reading);
        return reading;
    }

    async Task<CaseReading> Compute(WarningProblem problem, Visit visit)
    {
        var asOf = visit.AsOf;
        var window = Math.Max(
            problem.LookbackDays, problem.Indicators.Select(one => one.WindowDays).DefaultIfEmpty().Max());
        var records = await archive.Records(
            new EventQuery { AsOf = visit.Moment, Since = asOf.AddDays(-2 * Math.Min(window, 3650)) }, visit.Stop);
        var intake = await archive.Intake(visit.Moment, visit.Stop);
        var coverage = new Coverage(
            [.. intake.Select(day => new CoverageDay(day.Day, day.Outlet, day.Stories, day.CodedStories))],
            await Watched(problem, visit));
        var (past, later) = Playbooks(problem, asOf);
        var packs = new Packs(Packs.Problems, past, Packs.Agreements, Packs.Signs);
        var board = Boards.Read(problem, records, coverage, asOf);
        var own = records.Where(record => IsAbout(problem, record)).OrderByDescending(record => record.Day).ToList();
        return new CaseReading(
            problem, asOf, board, Comparisons.Read(problem, packs, records, coverage, asOf), later,
            Hypotheses.Weigh(board), own,
            Series.Weekly(own, coverage, asOf.AddDays(-7 * (TimelineWeeks - 1)), asOf), Places(own),
            Packs.AgreementsOf(problem), coverage.CodedStories(asOf.AddDays(-window), asOf),
            coverage.Outlets(asOf.AddDays(-window), asOf));
    }

    // Only what was over by the day can teach anything about it.
    (IReadOnlyList<Playbook> Past, IReadOnlyList<Playbook> Later) Playbooks(WarningProblem problem, DateOnly asOf) => (
        [.. Packs.Playbooks.Where(playbook => playbook.TurningPoint <= asOf)],
        [.. Packs.Playbooks.Where(playbook =>
            playbook.TurningPoint > asOf && problem.Playbooks.Contains(playbook.Id))]);

    // A story that names the ground and yet holds no event counts as having looked.
    async Task<IReadOnlyList<WatchedStory>> Watched(WarningProblem problem, Visit visit)
    {
        var watched = new Dictionary<string, WatchedStory>(StringComparer.Ordinal);
        foreach (var name in problem.Area.Names)
        {
            foreach (var hit in await archive.Search($"\"{name}\"", visit.Moment, WatchedPerName, visit.Stop))
            {
                if (hit.PublishedAt is { } published)
                    watched.TryAdd(hit.StoryId, new WatchedStory(hit.StoryId, DateOnly.FromDateTime(published.Date)));
            }
        }
        return [.. watched.Values];
    }

    static bool IsAbout(WarningProblem problem, EventRecord record)
    {
        foreach (var reading in record.Readings)
        {
            var coded = reading.Event;
            if (coded.Place is { Latitude: { } latitude, Longitude: { } longitude }
                && problem.Area.Boxes.Any(box => box.Contains(latitude, longitude)))
                return true;
            foreach (var dyad in problem.Dyads)
            {
                if (Takes(coded, dyad.Actor) && Takes(coded, dyad.Recipient))
                    return true;
            }
        }
        return false;
    }

    static bool Takes(CodedEvent coded, ActorCode party) =>
        coded.Actors.Any(actor => ActorTerm.Covers(party, actor.Code))
        || coded.Recipients.Any(actor => ActorTerm.Covers(party, actor.Code));

    static List<PlaceCount> Places(IReadOnlyList<EventRecord> records)
    {
        var places = new Dictionary<string, (Place Place, int[] Counts, DateOnly Last)>(StringComparer.Ordinal);
        foreach (var record in records)
        {
            if (record.Best.Event.Place is not { Latitude: not null, Longitude: not null } place)
                continue;
            if (!places.TryGetValue(place.Name, out var entry))
                entry = (place, new int[4], record.Day);
            entry.Counts[(int)record.Type.Quad()]++;
            places[place.Name] = entry with { Last = record.Day > entry.Last ? record.Day : entry.Last };
        }
        return [.. places.Values
            .Select(entry => new PlaceCount(entry.Place.Name, entry.Place.Country, entry.Place.Latitude!.Value,
                entry.Place.Longitude!.Value, entry.Counts, entry.Last))
            .OrderByDescending(place => place.Total).ThenBy(place => place.Name, StringComparer.Ordinal)];
    }
}
