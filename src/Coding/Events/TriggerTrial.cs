namespace Tocsin.Coding;

/// <summary>One look at an entry of the trigger lexicon, for an analyst who asks why something was read or was not.</summary>
/// <param name="Token">The word looked at, in the document.</param>
/// <param name="Entry">File and line of the entry, its type and mode; "-" for a sense blocker.</param>
/// <param name="Refusal">Why the entry was not taken; null where it was.</param>
/// <param name="ActorFrom">Where the actors were found ("subj", "poss", "of" …); null for nowhere.</param>
/// <param name="RecipientFrom">The same for the recipients.</param>
public sealed record TriggerTrial(int Token, string Entry, string? Refusal, string? ActorFrom, string? RecipientFrom);
