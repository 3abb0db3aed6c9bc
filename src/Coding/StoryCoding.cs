using Tocsin.Events;
using Tocsin.Language;

namespace Tocsin.Coding;

/// <summary>Everything that was read in one story.</summary>
public sealed record StoryCoding(
    IReadOnlyList<CodedEvent> Events, IReadOnlyList<Attribution> Attributions, IReadOnlyList<Predicate> Predicates,
    IReadOnlyList<TimeExpression> Times, IReadOnlyList<Place> Places, IReadOnlyList<NamedEntity> Entities);

/// <summary>A verb or event noun and how certain its innermost voice presents it.</summary>
public sealed record Predicate(Passage Passage, Factuality Factuality);

/// <summary>A name with its kind, and the actor it names where one is known.</summary>
public sealed record NamedEntity(Passage Passage, EntityType Type, ActorCode Code, string? Name);
