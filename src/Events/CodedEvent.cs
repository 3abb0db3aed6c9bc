namespace Tocsin.Events;

/// <summary>One reading of one passage: who did what to whom, when, where, and who says so.</summary>
/// <remarks>
/// The fields are those of the command contract's CodedEvent. A reciprocal event has all parties in
/// <see cref="Actors"/> and no recipients. <see cref="Voices"/> is the chain of voices, outermost first, without the
/// outlet: empty means that the outlet itself says so.
/// </remarks>
public sealed record CodedEvent
{
    public required EventType Type { get; init; }

    /// <summary>PLOVER's mode, or null; always one of <see cref="EventMode.Of"/> the type.</summary>
    public string? Mode { get; init; }

    /// <summary>PLOVER's contexts; each one of <see cref="EventContext.All"/>.</summary>
    public IReadOnlyList<string> Contexts { get; init; } = [];

    /// <summary>CAMEO code beside it, as "195"; null where no code fits.</summary>
    public string? Cameo { get; init; }

    public IReadOnlyList<Actor> Actors { get; init; } = [];

    public IReadOnlyList<Actor> Recipients { get; init; } = [];

    /// <summary>The words that evoke the event.</summary>
    public required Passage Trigger { get; init; }

    /// <summary>The whole sentence of the trigger.</summary>
    public required Passage Evidence { get; init; }

    public IReadOnlyList<Attribution> Voices { get; init; } = [];

    /// <summary>As the innermost voice presents it.</summary>
    public required Factuality Factuality { get; init; }

    /// <summary>As the outlet presents it.</summary>
    public required Factuality OutletFactuality { get; init; }

    public required EventTime Time { get; init; }

    public Place? Place { get; init; }

    public IReadOnlyList<Quantity> Quantities { get; init; } = [];

    /// <summary>0 … 1: how sure the coder is of its own reading, not whether the event happened.</summary>
    public required double Confidence { get; init; }

    public QuadClass Quad => Type.Quad();
}
