using System.Collections.Frozen;
using Tocsin.Events;

namespace Tocsin.Coding;

/// <summary>Where in the sentence a role is looked for, seen from the trigger.</summary>
enum RoleSource : byte
{
    /// <summary>The subject of the active verb, the agent of the passive.</summary>
    Subject,

    /// <summary>The object of the active verb, the subject of the passive.</summary>
    Object,

    /// <summary>The possessor of a noun ("Serbia's refusal").</summary>
    Possessor,

    /// <summary>An adjective or noun before a noun ("Russian shelling", "NATO strikes").</summary>
    Modifier,

    /// <summary>A phrase with the preposition of <see cref="RoleSlot.Preposition"/>.</summary>
    Phrase,
}

/// <summary>One place where a role may be filled.</summary>
readonly record struct RoleSlot(RoleSource Source, string? Preposition)
{
    /// <summary>As the codebook writes it.</summary>
    public string Name => Source switch
    {
        RoleSource.Subject => "subj",
        RoleSource.Object => "obj",
        RoleSource.Possessor => "poss",
        RoleSource.Modifier => "mod",
        _ => Preposition!,
    };
}

/// <summary>What an event is, apart from its parties.</summary>
sealed record EventMeaning(EventType Type, string? Mode, IReadOnlyList<string> Contexts, string? Cameo);

/// <summary>An entry of the trigger lexicon: what a word evokes, and where its actors stand.</summary>
/// <param name="Particle">Second word of a particle verb ("carry out"), or null.</param>
/// <param name="IsReciprocal">All parties act alike: they are all actors where none is set apart.</param>
/// <param name="Line">Line in its file, to name it in an explanation.</param>
sealed record Trigger(
    string Lemma, string? Particle, bool IsNoun, EventMeaning Meaning, IReadOnlyList<RoleSlot> ActorSlots,
    IReadOnlyList<RoleSlot> RecipientSlots, bool IsReciprocal, TriggerConditions Conditions, int Line)
{
    /// <summary>Where its conditions hold, the word evokes nothing ("attack the problem").</summary>
    public bool IsBlocker { get; init; }

    /// <summary>Name of its file.</summary>
    public string File { get; init; } = "";
}

/// <summary>What must hold around a trigger; an empty list asks for nothing.</summary>
sealed record TriggerConditions
{
    public static readonly TriggerConditions None = new();

    /// <summary>Lemmas of which one is the object's head.</summary>
    public FrozenSet<string> Objects { get; init; } = [];

    /// <summary>Lemmas that the object's head is not.</summary>
    public FrozenSet<string> NotObjects { get; init; } = [];

    public FrozenSet<string> Subjects { get; init; } = [];

    public IReadOnlyList<string> Prepositions { get; init; } = [];

    /// <summary>Lemmas of which one stands before the object's head ("launched an air strike"), and of which none does.</summary>
    public FrozenSet<string> ObjectModifiers { get; init; } = [];

    public FrozenSet<string> NotObjectModifiers { get; init; } = [];

    /// <summary>Prepositions with the lemmas of which one must head its phrase ("from custody"); all must be there.</summary>
    public IReadOnlyList<(string Preposition, FrozenSet<string> Lemmas)> Phrases { get; init; } = [];

    /// <summary>Lemmas of which one heads the clause below.</summary>
    public FrozenSet<string> Complements { get; init; } = [];

    /// <summary>Lemmas of which one stands before the noun ("drone strike", "hunger strike").</summary>
    public FrozenSet<string> Modifiers { get; init; } = [];

    public bool NeedsRecipient { get; init; }

    public bool NeedsActor { get; init; }

    /// <summary>The word belongs to sport as well: not in a sentence about sport.</summary>
    public bool NotInSport { get; init; }

    /// <summary>The word belongs to accidents as well: in a sentence about one, somebody must be named who did it.</summary>
    public bool NotInAccident { get; init; }

    public bool HasNoObject { get; init; }

    /// <summary>How much is asked: the entry that asks most is tried first.</summary>
    public int Weight => (Objects.Count > 0 ? 4 : 0) + (Complements.Count > 0 ? 4 : 0) + (3 * Phrases.Count) + (ObjectModifiers.Count > 0 ? 3 : 0)
        + (Modifiers.Count > 0 ? 3 : 0) + (Subjects.Count > 0 ? 3 : 0) + (Prepositions.Count > 0 ? 2 : 0) + (NeedsRecipient ? 1 : 0) + (NeedsActor ? 1 : 0)
        + (HasNoObject ? 1 : 0);
}
