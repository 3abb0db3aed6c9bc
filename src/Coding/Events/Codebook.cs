using System.Collections.Frozen;

namespace Tocsin.Coding;

/// <summary>
/// The trigger lexicon and the word lists beside it, read from <c>data/codebook</c>: plain text that analysts edit. The
/// head of <c>triggers.txt</c> documents the line format. Read-only, shared by threads.
/// </summary>
public sealed class Codebook
{
    /// <summary>Nouns of an event that a verb merely carries: "launch an attack", "hold talks".</summary>
    const string LightVerbsFile = "light-verbs";

    const string SportFile = "sport";

    readonly FrozenDictionary<string, Trigger[]> verbs;
    readonly FrozenDictionary<string, Trigger[]> nouns;

    Codebook(IEnumerable<Trigger> triggers, FrozenSet<string> lightVerbs, FrozenSet<string> sport)
    {
        var all = triggers.ToList();
        Count = all.Count;
        verbs = Group(all.Where(trigger => !trigger.IsNoun));
        nouns = Group(all.Where(trigger => trigger.IsNoun));
        LightVerbs = lightVerbs;
        Sport = sport;
    }

    /// <summary>Number of entries; a line with several words is several entries.</summary>
    public int Count { get; }

    internal FrozenSet<string> LightVerbs { get; }

    internal FrozenSet<string> Sport { get; }

    /// <exception cref="DataFaultException">A line is unsound.</exception>
    public static Codebook Load(string codebookFolder)
    {
        var faults = new List<DataFault>();
        var codebook = Read(codebookFolder, faults);
        return faults.Count == 0 ? codebook : throw new DataFaultException(faults);
    }

    public static IReadOnlyList<DataFault> Check(string codebookFolder)
    {
        var faults = new List<DataFault>();
        Read(codebookFolder, faults);
        return faults;
    }

    internal ReadOnlySpan<Trigger> Verb(string lemma) => verbs.TryGetValue(lemma, out var found) ? found : [];

    internal ReadOnlySpan<Trigger> Noun(string lemma) => nouns.TryGetValue(lemma, out var found) ? found : [];

    static Codebook Read(string folder, List<DataFault> faults)
    {
        var triggers = new TriggerFile(folder, faults).Read();
        var lines = new DataLines(folder, faults);
        var light = lines.Rows(LightVerbsFile, 1).SelectMany(row => DataLines.List(row[0])).ToFrozenSet(StringComparer.Ordinal);
        var sport = lines.Rows(SportFile, 1).SelectMany(row => DataLines.List(row[0])).ToFrozenSet(StringComparer.Ordinal);
        return new Codebook(triggers, light, sport);
    }

    static FrozenDictionary<string, Trigger[]> Group(IEnumerable<Trigger> triggers) => triggers
        .GroupBy(trigger => trigger.Lemma, StringComparer.Ordinal)
        .ToFrozenDictionary(
            group => group.Key,
            group => group.OrderByDescending(trigger => trigger.IsBlocker)
                .ThenByDescending(trigger => trigger.Particle is null ? 0 : 1)
                .ThenByDescending(trigger => trigger.Conditions.Weight).ThenBy(trigger => trigger.Line).ToArray(),
            StringComparer.Ordinal);
}
