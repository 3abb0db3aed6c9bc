using System.Globalization;
using Tocsin.Events;

namespace Tocsin.Coding;

enum ModalityClass : byte
{
    Modal,
    Adverb,
    Verb,
    Noun,
    Adjective,
    Marker,
    Event,
}

/// <summary>
/// What a word does to what it governs: <paramref name="Yes"/> where the word itself is affirmed, <paramref name="No"/>
/// where it is negated.
/// </summary>
/// <param name="Factive">What it governs is taken for granted, also by those who report it.</param>
/// <param name="Negator">An adverb that turns its verb into its opposite.</param>
/// <param name="OnNouns">It governs nouns in the same way, even with an article.</param>
/// <param name="Others">How a clause with a subject of its own stands: "wants to leave", but "wants them to leave".</param>
sealed record Modality(Factuality Yes, Factuality No, bool Factive, bool Negator, bool OnNouns, Factuality? Others);

/// <summary>
/// The words that say how sure something is, from <c>modality.txt</c>; built once, read by all threads.
/// </summary>
public sealed class ModalityLexicon
{
    readonly Dictionary<(string Lemma, ModalityClass Class), Modality> words = [];
    readonly HashSet<string> eventNouns = new(StringComparer.OrdinalIgnoreCase);

    public int Count => words.Count;

    /// <summary>Reads <c>modality.txt</c>, and <c>modality-*.txt</c> beside it, in a codebook folder.</summary>
    /// <exception cref="DataFaultException">A line is not sound; all faults are named.</exception>
    public static ModalityLexicon Load(string codebookFolder) => DataLines.Sound(faults => Read(codebookFolder, faults));

    /// <summary>All faults of the files.</summary>
    public static IReadOnlyList<DataFault> Check(string codebookFolder) =>
        DataLines.FaultsOf(faults => Read(codebookFolder, faults));

    static ModalityLexicon Read(string codebookFolder, List<DataFault> faults)
    {
        var lexicon = new ModalityLexicon();
        var lines = new DataLines(codebookFolder, faults);
        foreach (var row in lines.Rows("modality", 5))
            lexicon.Add(row, lines);
        return lexicon;
    }

    /// <summary>
    /// Whether the noun names a happening ("attack", also in a name: "Conference"), whatever the codebook makes of it.
    /// </summary>
    public bool IsEventNoun(string lemma) => eventNouns.Contains(lemma);

    internal Modality? Find(string lemma, ModalityClass modalityClass) =>
        words.GetValueOrDefault((lemma, modalityClass));

    void Add(string[] row, DataLines lines)
    {
        if (!DataLines.TryName<ModalityClass>(row[1], out var modalityClass))
        {
            lines.Fault($"\"{row[1]}\" is no class.");
            return;
        }
        if (!TryRead(row[2], out var yes) || !TryRead(row[3], out var no))
        {
            lines.Fault($"\"{row[2]}\" or \"{row[3]}\" is not a value from -3 to 3 and a status.");
            return;
        }
        var marks = DataLines.List(row[4]);
        foreach (var mark in marks)
        {
            if (mark is not ("factive" or "negator" or "object" or "others-requested" or "others-possible"))
                lines.Fault($"\"{mark}\" is no mark.");
        }
        var modality = new Modality(
            yes, no, marks.Contains("factive"), marks.Contains("negator"), marks.Contains("object"),
            marks.Contains("others-requested") ? new Factuality(-0.4, FactualityStatus.Requested)
                : marks.Contains("others-possible") ? new Factuality(0.5, FactualityStatus.Possible) : null);
        foreach (var lemma in DataLines.List(row[0]))
        {
            if (!words.TryAdd((lemma, modalityClass), modality))
                lines.Fault($"The {row[1]} \"{lemma}\" stands twice.");
            if (modalityClass == ModalityClass.Event)
                eventNouns.Add(lemma);
        }
    }

    static bool TryRead(string text, out Factuality factuality)
    {
        factuality = Factuality.Unknown;
        if (text == "-")
            return true;
        var space = text.IndexOf(' ', StringComparison.Ordinal);
        if (space < 0
            || !double.TryParse(text.AsSpan(0, space), NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            || value is < -3 or > 3
            || !DataLines.TryName<FactualityStatus>(text.AsSpan(space + 1), out var status))
            return false;
        factuality = new Factuality(value, status);
        return true;
    }
}
