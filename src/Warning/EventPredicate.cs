using Tocsin.Events;

namespace Tocsin.Warning;

/// <summary>
/// A condition on one reading of an event. An empty list asks nothing; within a list any entry will do, except
/// <see cref="Parties"/>, which must all take part.
/// </summary>
public sealed record EventPredicate
{
    readonly PhraseSet phrases = PhraseSet.None;

    public IReadOnlyList<EventType> Types { get; init; } = [];

    public IReadOnlyList<string> Modes { get; init; } = [];

    public IReadOnlyList<string> Contexts { get; init; } = [];

    public IReadOnlyList<QuadClass> Quads { get; init; } = [];

    public IReadOnlyList<ActorTerm> Actors { get; init; } = [];

    /// <summary>On whom. In a reciprocal event the other party counts as recipient.</summary>
    public IReadOnlyList<ActorTerm> Recipients { get; init; } = [];

    /// <summary>Each must be an actor or a recipient.</summary>
    public IReadOnlyList<ActorTerm> Parties { get; init; } = [];

    /// <summary>Terms of which none may be an actor or a recipient.</summary>
    public IReadOnlyList<ActorTerm> Without { get; init; } = [];

    /// <summary>The innermost voice must be one of these.</summary>
    public IReadOnlyList<ActorTerm> Voices { get; init; } = [];

    /// <summary>The event must lie in the case's area, or its sentence name a place of it.</summary>
    public bool InArea { get; init; }

    /// <summary>Phrases of which the sentence must hold one; a closing asterisk leaves the word's end open.</summary>
    public IReadOnlyList<string> Words
    {
        get => phrases.Phrases;
        init => phrases = new PhraseSet(value);
    }

    /// <summary>Lowest factuality in the innermost voice that supports the predicate, −3 … +3.</summary>
    public double MinimumFactuality { get; init; } = 1;

    /// <summary>Highest factuality that supports it: −1 asks for a denial.</summary>
    public double MaximumFactuality { get; init; } = 3;

    /// <summary>
    /// What is planned or announced for a later day supports it too. Elsewhere a plan is only mentioned: an announced
    /// march is no march.
    /// </summary>
    public bool Announced { get; init; }

    /// <summary>True where a folded sentence holds one of <see cref="Words"/>, or none is asked for.</summary>
    internal bool HasWordIn(string foldedSentence) => Words.Count == 0 || phrases.IsIn(foldedSentence);

    /// <summary>All roles that the predicate names.</summary>
    public IEnumerable<Role> Roles =>
        Actors.Concat(Recipients).Concat(Parties).Concat(Without).Concat(Voices)
            .Where(term => term.Role is not null).Select(term => term.Role!.Value).Distinct();
}

/// <summary>How a reading bears on a predicate.</summary>
public enum Bearing : byte
{
    /// <summary>It speaks of something else.</summary>
    None,

    /// <summary>It speaks of it as feared, planned, possible or unknown: no support.</summary>
    Mentions,

    /// <summary>It says that this did not happen.</summary>
    Denies,

    Supports,
}
