using System.Buffers;

namespace Tocsin.Warning;

/// <summary>Phrases that are looked for all at once: one fast pass, then the exact rule for the few that pass it.</summary>
sealed record PhraseSet
{
    readonly SearchValues<string> anywhere;

    /// <param name="phrases">Folded here, so that any spelling of marks and case will do.</param>
    public PhraseSet(IReadOnlyList<string> phrases)
    {
        Phrases = [.. phrases.Select(Folding.Fold)];
        anywhere = SearchValues.Create([.. Phrases.Select(phrase => phrase.TrimEnd('*'))], StringComparison.Ordinal);
    }

    public static PhraseSet None { get; } = new([]);

    public IReadOnlyList<string> Phrases { get; }

    /// <summary>True where the folded text holds a phrase from a word's start to its end or asterisk.</summary>
    public bool IsIn(string folded)
    {
        if (!folded.AsSpan().ContainsAny(anywhere))
            return false;
        foreach (var phrase in Phrases)
        {
            if (Folding.Holds(folded, phrase))
                return true;
        }
        return false;
    }
}
