using Tocsin.Events;
using Tocsin.Language;

namespace Tocsin.Coding;

/// <summary>Everything that was read in one story.</summary>
public sealed record StoryCoding(
    IReadOnlyList<CodedEvent> Events, IReadOnlyList<Attribution> Attributions, IReadOnlyList<Predicate> Predicates,
    IReadOnlyList<TimeExpression> Times, IReadOnlyList<Place> Places, IReadOnlyList<NamedEntity> Entities)
{
    /// <summary>Who speaks how much.</summary>
    public StoryBalance Balance { get; init; } = StoryBalance.Empty;

    /// <summary>Every count of the story, whether an event has it or not.</summary>
    public IReadOnlyList<Quantity> Quantities { get; init; } = [];

    /// <summary>Where the headline says more than the text; empty for a story without one.</summary>
    public IReadOnlyList<HeadlineDrift> Drifts { get; init; } = [];
}

/// <summary>A verb, event noun or other predicate, who says it and how sure.</summary>
/// <param name="Factuality">As the innermost voice presents it.</param>
/// <param name="OutletFactuality">As the outlet does.</param>
/// <param name="Certainty">How certain readers take it on the whole, −3 (did not happen) to 3 (did).</param>
/// <param name="Voices">Its chain of voices, outermost first, as indexes into the story's attributions.</param>
public sealed record Predicate(
    Passage Passage, Factuality Factuality, Factuality OutletFactuality, double Certainty, IReadOnlyList<int> Voices);

/// <summary>A name with its kind, and the actor it names where one is known.</summary>
public sealed record NamedEntity(Passage Passage, EntityType Type, ActorCode Code, string? Name);
