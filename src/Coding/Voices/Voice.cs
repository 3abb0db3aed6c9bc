using Tocsin.Events;

namespace Tocsin.Coding;

/// <summary>
/// Who says what in a document: the tokens of the source (null where no word names one), of the cue (null where only
/// marks tell), and of what is said, in text order, none overlapping.
/// </summary>
/// <param name="Parent">The voice of the same list that quotes this one, or −1 where it is the outlet.</param>
public sealed record Voice(
    TokenRange? Source, TokenRange? Cue, AttributionKind Kind, IReadOnlyList<TokenRange> Content, int Parent)
{
    /// <summary>The syntactic head of the source, −1 for none.</summary>
    public int SourceHead { get; init; } = -1;

    /// <summary>The word of the cue that the lexicon knows, −1 for none.</summary>
    public int CueToken { get; init; } = -1;

    /// <summary>The named speaker that a pronoun or "the minister" stands for, where that is clear.</summary>
    public TokenRange? SourceAntecedent { get; init; }

    /// <summary>
    /// The voice speaks of what it wants to do itself ("plans to attack"), rather than of what is so.
    /// </summary>
    public bool Intends { get; init; }

    public bool Says(int token)
    {
        foreach (var range in Content)
        {
            if (range.Contains(token))
                return true;
        }
        return false;
    }
}
