using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Tocsin.Archive;
using Tocsin.Events;

namespace Tocsin.Desk.Commands;

/// <summary>
/// <c>tocsin unknown-actors</c>: names that act or are acted upon in the archive's events and that the actor files do not
/// know, the most frequent first, each with a sentence.
/// </summary>
static class UnknownActors
{
    /// <summary>Readings fetched at once.</summary>
    const int Page = 2000;

    public static Command Command()
    {
        var archive = ArchivePath.Option();
        var top = new Option<int>("--top") { Description = "How many names at most.", DefaultValueFactory = _ => 100 };
        var json = new Option<bool>("--json") { Description = "Write JSON Lines instead of a table." };
        var command = new Command("unknown-actors", """
            Rank the names that events tell of and that data/actors does not know, each with a sentence: a queue of what to
            add next.

            Example: tocsin unknown-actors --top 20
            """) { archive, top, json };
        command.SetAction((parsed, stop) => Run(
            parsed.GetValue(archive)!, Math.Max(1, parsed.GetValue(top)), parsed.GetValue(json), stop));
        return command;
    }

    static async Task<int> Run(string path, int top, bool json, CancellationToken stop)
    {
        if (!File.Exists(path))
            throw new MissingFilesException($"There is no archive at {path}.");
        await using var archive = await SqliteArchive.Open(path, stop);
        var queue = new UnknownActorQueue();
        for (var offset = 0; ; offset += Page)
        {
            var readings = await archive.Readings(new EventQuery { Party = "---", NewestFirst = false, Limit = Page, Offset = offset }, stop);
            foreach (var reading in readings)
                queue.Add(reading.StoryId, reading.Event, reading.EvidenceText);
            if (readings.Count < Page)
                break;
        }
        foreach (var unknown in queue.Ranked().Take(top))
        {
            Console.WriteLine(json
                ? JsonSerializer.Serialize(unknown, Lines)
                : string.Create(CultureInfo.InvariantCulture, $"{unknown.Events,6} {unknown.Stories,6}  {unknown.Name}\n               {unknown.Sentence}"));
        }
        await Console.Error.WriteLineAsync($"{queue.Count} unknown names (columns: events, stories, name; a sentence below)".AsMemory(), stop);
        return 0;
    }

    static readonly JsonSerializerOptions Lines = new(JsonSerializerDefaults.Web)
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
}

/// <summary>A name that no file knows: in how many events and stories it stands, and the first sentence of it.</summary>
sealed record UnknownActor(string Name, int Events, int Stories, string Sentence);

/// <summary>Counts names without a code; case does not part them.</summary>
sealed class UnknownActorQueue
{
    sealed class Tally(string name, string sentence)
    {
        public Dictionary<string, int> Spellings { get; } = new(StringComparer.Ordinal) { [name] = 0 };
        public HashSet<string> Stories { get; } = new(StringComparer.Ordinal);
        public string Sentence { get; } = sentence;
        public int Events { get; set; }
    }

    readonly Dictionary<string, Tally> tallies = new(StringComparer.OrdinalIgnoreCase);

    public int Count => tallies.Count;

    public void Add(string story, CodedEvent read, string sentence)
    {
        foreach (var actor in read.Actors.Concat(read.Recipients))
        {
            if (!actor.Code.IsOpen || NameOf(actor, read) is not { } name)
                continue;
            if (!tallies.TryGetValue(name, out var tally))
                tallies.Add(name, tally = new Tally(name, sentence.ReplaceLineEndings(" ").Trim()));
            tally.Events++;
            tally.Stories.Add(story);
            tally.Spellings[name] = tally.Spellings.GetValueOrDefault(name) + 1;
        }
    }

    /// <summary>By events, then stories, then name.</summary>
    public IEnumerable<UnknownActor> Ranked() => tallies.Values
        .Select(tally => new UnknownActor(
            tally.Spellings.MaxBy(spelling => spelling.Value).Key,
            tally.Events, tally.Stories.Count, tally.Sentence))
        .OrderByDescending(actor => actor.Events).ThenByDescending(actor => actor.Stories)
        .ThenBy(actor => actor.Name, StringComparer.Ordinal);

    /// <summary>A name that a person or body bears, or words with a capital that no sentence's start explains.</summary>
    static string? NameOf(Actor actor, CodedEvent read) => actor.Name
        ?? (char.IsUpper(actor.Text[0]) && actor.Passage.Start > read.Evidence.Start && actor.Text is not "I" ? actor.Text : null);
}
