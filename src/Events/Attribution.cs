namespace Tocsin.Events;

/// <summary>How a voice holds what it says.</summary>
public enum AttributionKind : byte
{
    Speech,
    Thought,
    Writing,
    Perception,
}

/// <summary>Spelling of <see cref="AttributionKind"/> in data.</summary>
public static class AttributionKinds
{
    public static string Code(this AttributionKind kind) => kind switch
    {
        AttributionKind.Speech => "speech",
        AttributionKind.Thought => "thought",
        AttributionKind.Writing => "writing",
        AttributionKind.Perception => "perception",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown kind."),
    };
}

/// <summary>
/// Who says so: a voice, the words that introduce it, and what it says. <paramref name="Source"/> is null where no
/// word names the voice ("it is feared"); <paramref name="Cue"/> is null where only marks tell (a colon).
/// </summary>
public sealed record Attribution(
    Actor? Source, Passage? Cue, IReadOnlyList<Passage> Content, AttributionKind Kind)
{
    /// <summary>
    /// Where the text names the bearer of a source such as "she" or "the minister"; null where the source itself does, or
    /// nothing.
    /// </summary>
    public Passage? Speaker { get; init; }
}
