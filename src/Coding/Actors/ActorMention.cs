using Tocsin.Events;

namespace Tocsin.Coding;

/// <summary>How the words name an actor.</summary>
public enum ActorKind : byte
{
    /// <summary>A country by name, adjective or people, or its capital or seat of power for its government.</summary>
    Country,

    /// <summary>An office without its holder's name ("the Serbian president").</summary>
    Office,

    /// <summary>A person by name, with or without a title.</summary>
    Person,

    /// <summary>An organisation, mission, alliance, party or firm by name.</summary>
    Body,

    /// <summary>An armed group that is no state's, by name.</summary>
    Group,

    /// <summary>A kind of actor ("Russian troops", "the opposition").</summary>
    Sector,

    /// <summary>People of no kind ("masked gunmen").</summary>
    Generic,
}

/// <summary>
/// An actor in a document: tokens from <paramref name="First"/> up to, not including, <paramref name="End"/>, without
/// article and trailing clause. <paramref name="Head"/> is the token by which the sentence holds the mention.
/// <paramref name="Code"/> is open where the text leaves the country open; <paramref name="Name"/> is the canonical
/// name of a known actor, the holder's name of an office on the day asked for, or a person's name as written.
/// </summary>
public readonly record struct ActorMention(
    int First, int End, int Head, ActorCode Code, string? Name, ActorKind Kind)
{
    /// <summary>The sector that the words say where the country is open ("the rebels"); null where they say none.</summary>
    public string? OpenSector { get; init; }

    /// <summary>
    /// Its words share a noun with the mention after it ("French and German ministers"), or before it ("the governments of
    /// France and Germany"): whoever fills a role brings the other along.
    /// </summary>
    public bool IsShared { get; init; }

    /// <summary>The office of <see cref="OpenSector"/> ("the president"), a key of the sectors file; null for none.</summary>
    public string? OpenOffice { get; init; }
}
