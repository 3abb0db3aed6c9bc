using Tocsin.Events;

namespace Tocsin.Coding;

enum CueClass : byte
{
    Verb,
    Noun,
    Preposition,
    Adverb,
    Adjective,
    Modifier,
    Document,
    Speaker,
}

/// <summary>Where a cue's content may stand, and what else the cue is. See the head of <c>cues.txt</c>.</summary>
[Flags]
enum CueMarks : ushort
{
    None = 0,
    That = 1,
    To = 2,
    Ing = 4,
    Object = 8,
    Of = 16,
    Quote = 32,
    Act = 64,
    Intent = 128,
    Weak = 256,
    Naming = 512,
}

sealed record Cue(string Lemma, CueClass Class, AttributionKind Kind, CueMarks Marks)
{
    public bool Has(CueMarks mark) => (Marks & mark) != 0;
}

/// <summary>The words that introduce voices, from <c>cues.txt</c>; built once, then read by all threads.</summary>
public sealed class VoiceLexicon
{
    readonly Dictionary<(string Lemma, CueClass Class), Cue> cues = [];
    readonly HashSet<string> withPreposition = [];

    public int Count => cues.Count;

    /// <summary>Reads <c>cues.txt</c>, and <c>cues-*.txt</c> beside it, in a codebook folder.</summary>
    /// <exception cref="DataFaultException">A line is not sound; all faults are named.</exception>
    public static VoiceLexicon Load(string codebookFolder) => DataLines.Sound(faults => Read(codebookFolder, faults));

    /// <summary>All faults of the files.</summary>
    public static IReadOnlyList<DataFault> Check(string codebookFolder) =>
        DataLines.FaultsOf(faults => Read(codebookFolder, faults));

    static VoiceLexicon Read(string codebookFolder, List<DataFault> faults)
    {
        var lexicon = new VoiceLexicon();
        var lines = new DataLines(codebookFolder, faults);
        foreach (var row in lines.Rows("cues", 4))
            lexicon.Add(row, lines);
        return lexicon;
    }

    /// <summary>
    /// Whether the verb or noun only reports ("say", "according"): such a word is a cue and never an event.
    /// </summary>
    public bool IsPureReport(string lemma) =>
        Find(lemma, CueClass.Verb) is { Kind: AttributionKind.Speech or AttributionKind.Writing } verb
            && !verb.Has(CueMarks.Act);

    /// <summary>Whether some cue is this verb with a preposition or particle: "call on".</summary>
    internal bool TakesPreposition(string lemma) => withPreposition.Contains(lemma);

    internal Cue? Find(string lemma, CueClass cueClass) => cues.GetValueOrDefault((lemma, cueClass));

    void Add(string[] row, DataLines lines)
    {
        if (!DataLines.TryName<CueClass>(row[1], out var cueClass))
        {
            lines.Fault($"\"{row[1]}\" is no class.");
            return;
        }
        if (!DataLines.TryName<AttributionKind>(row[2], out var kind))
        {
            lines.Fault($"\"{row[2]}\" is no kind of voice.");
            return;
        }
        var marks = CueMarks.None;
        foreach (var word in DataLines.List(row[3]))
        {
            if (DataLines.TryName<CueMarks>(word, out var mark))
                marks |= mark;
            else
                lines.Fault($"\"{word}\" is no mark.");
        }
        foreach (var lemma in DataLines.List(row[0]))
        {
            if (!cues.TryAdd((lemma, cueClass), new Cue(lemma, cueClass, kind, marks)))
                lines.Fault($"The {row[1]} \"{lemma}\" stands twice.");
            if (cueClass == CueClass.Verb && lemma.IndexOf(' ', StringComparison.Ordinal) is var space and > 0)
                withPreposition.Add(lemma[..space]);
        }
    }
}
