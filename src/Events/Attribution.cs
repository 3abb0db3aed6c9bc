namespace Tocsin.Events;

/// <summary>How a voice holds what it says.</summary>
public enum AttributionKind : byte
{
    Speech,
    Thought,
    Writing,
    Perception,
}

/// <summary>
/// Who says so: a voice, the words that introduce it, and what it says. <paramref name="Source"/> is null where no
/// word names the voice ("it is feared"); <paramref name="Cue"/> is null where only marks tell (a colon).
/// </summary>
public sealed record Attribution(
    Actor? Source, Passage? Cue, IReadOnlyList<Passage> Content, AttributionKind Kind);
