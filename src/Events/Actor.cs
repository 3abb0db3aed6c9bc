namespace Tocsin.Events;

/// <summary>
/// An actor as a passage names it: who acts, on whom, or who says so. <paramref name="Code"/> is open, never guessed,
/// where the text leaves it open; <paramref name="Name"/> is the canonical name of a known actor.
/// </summary>
public sealed record Actor(Passage Passage, string Text, ActorCode Code, string? Name);

/// <summary>A directed pair: who acts, on whom.</summary>
public readonly record struct Dyad(ActorCode Actor, ActorCode Recipient)
{
    public Dyad Reversed => new(Recipient, Actor);
}
