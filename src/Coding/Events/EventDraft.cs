using Tocsin.Events;

namespace Tocsin.Coding;

/// <summary>An event as found in the tree, before voices, certainty, time and place.</summary>
/// <param name="Token">The trigger's token.</param>
/// <param name="End">Token after the trigger's last ("carried out").</param>
sealed record EventDraft(
    EventMeaning Meaning, int Token, int End, IReadOnlyList<Actor> Actors, IReadOnlyList<Actor> Recipients, double Confidence)
{
    /// <summary>The token whose certainty and tense are the event's: the reporting verb where saying it is the act.</summary>
    public int Claim { get; init; } = Token;

    /// <summary>
    /// The event lies in the stating of an intention, not in what is intended: it stands as surely as its voice does.
    /// </summary>
    public bool IsStatement { get; init; }
}
