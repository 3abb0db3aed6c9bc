using System.Collections.Frozen;

namespace Tocsin.Coding;

/// <summary>
/// The trigger lexicon and the word lists beside it, read from <c>data/codebook</c>: plain text that analysts edit. The
/// head of <c>triggers.txt</c> documents the line format. Read-only, shared by threads.
/// </summary>
public sealed class Codebook
{
    readonly FrozenDictionary<string, Trigger[]> verbs;
    readonly FrozenDictionary<string, Trigger[]> nouns;
    readonly FrozenDictionary<string, Trigger[]>.AlternateLookup<ReadOnlySpan<char>> verbForms;

    Codebook(IReadOnlyCollection<Trigger> triggers, DataLines lines)
    {
        Count = triggers.Count;
        verbs = Group(triggers.Where(trigger => !trigger.IsNoun));
        nouns = Group(triggers.Where(trigger => trigger.IsNoun));
        verbForms = Inflect(verbs).GetAlternateLookup<ReadOnlySpan<char>>();
        LightVerbs = Words(lines, "light-verbs");
        Sport = Words(lines, "sport");
        Accidents = Words(lines, "accidents");
        Remembrance = Words(lines, "remembrance");
        Motives = Words(lines, "motives");
        Partitives = Words(lines, "partitives");
    }

    /// <summary>Number of entries; a line with several words is several entries.</summary>
    public int Count { get; }

    /// <summary>Verbs that merely carry an event noun: "launch an attack", "hold talks".</summary>
    internal FrozenSet<string> LightVerbs { get; }

    internal FrozenSet<string> Sport { get; }

    internal FrozenSet<string> Accidents { get; }

    /// <summary>Words of anniversaries and museums, in whose sentences the past is a history lesson.</summary>
    internal FrozenSet<string> Remembrance { get; }

    /// <summary>Words that make force among private people, or the work of police and courts, political.</summary>
    internal FrozenSet<string> Motives { get; }

    /// <summary>Nouns that stand for what follows or precedes them: "tons of aid", "a group of diplomats", "aid package".</summary>
    internal FrozenSet<string> Partitives { get; }

    /// <exception cref="DataFaultException">A line is unsound.</exception>
    public static Codebook Load(string codebookFolder) => DataLines.Sound(faults => Read(codebookFolder, faults));

    public static IReadOnlyList<DataFault> Check(string codebookFolder) =>
        DataLines.FaultsOf(faults => Read(codebookFolder, faults));

    /// <summary>
    /// Entries of a verb, by its lemma or, where a lemmatiser erred on a rare word, by its regular form ("shelled").
    /// </summary>
    internal ReadOnlySpan<Trigger> Verb(string lemma, ReadOnlySpan<char> form)
    {
        if (verbs.TryGetValue(lemma, out var found))
            return found;
        const int Longest = 32;
        if (form.Length > Longest)
            return [];
        Span<char> lower = stackalloc char[Longest];
        lower = lower[..form.ToLowerInvariant(lower)];
        return verbForms.TryGetValue(lower, out found) ? found : [];
    }

    internal ReadOnlySpan<Trigger> Noun(string lemma) => nouns.TryGetValue(lemma, out var found) ? found : [];

    static Codebook Read(string folder, List<DataFault> faults)
    {
        var triggers = new TriggerFile(folder, faults).Read();
        return new Codebook(triggers, new DataLines(folder, faults));
    }

    static FrozenSet<string> Words(DataLines lines, string name) =>
        lines.Rows(name, 1).SelectMany(row => DataLines.List(row[0])).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    static FrozenDictionary<string, Trigger[]> Group(IEnumerable<Trigger> triggers) => triggers
        .GroupBy(trigger => trigger.Lemma, StringComparer.Ordinal)
        .ToFrozenDictionary(
            group => group.Key,
            group => group.OrderByDescending(trigger => trigger.IsBlocker)
                .ThenByDescending(trigger => trigger.Particle is null ? 0 : 1)
                .ThenByDescending(trigger => trigger.Conditions.Weight).ThenBy(trigger => trigger.Line).ToArray(),
            StringComparer.Ordinal);

    static FrozenDictionary<string, Trigger[]> Inflect(FrozenDictionary<string, Trigger[]> verbs)
    {
        var forms = new Dictionary<string, Trigger[]>(StringComparer.Ordinal);
        foreach (var lemma in verbs.Keys.Order(StringComparer.Ordinal))
        {
            foreach (var form in RegularForms(lemma))
                forms.TryAdd(form, verbs[lemma]);
        }
        return forms.ToFrozenDictionary(StringComparer.Ordinal);
    }

    static IEnumerable<string> RegularForms(string lemma)
    {
        if (lemma.Length < 3)
            yield break;
        var last = lemma[^1];
        var stem = last == 'e' ? lemma[..^1] : lemma;
        yield return lemma;
        yield return lemma + "s";
        yield return stem + "ing";
        if (last == 'y' && !IsVowel(lemma[^2]))
        {
            yield return lemma[..^1] + "ied";
            yield return lemma[..^1] + "ies";
            yield break;
        }
        yield return stem + "ed";
        yield return stem + "es";
        if (!IsVowel(last) && IsVowel(lemma[^2]) && !IsVowel(lemma[^3]))
        {
            yield return lemma + last + "ed";
            yield return lemma + last + "ing";
        }
    }

    static bool IsVowel(char letter) => letter is 'a' or 'e' or 'i' or 'o' or 'u';
}
