namespace Tocsin.Warning;

/// <summary>How dear it is to show a sign without meaning it.</summary>
public enum Cost : byte
{
    Low,
    Medium,
    High,
}

/// <summary>
/// A sign that several crises share, in general words: what playbooks are compared by and ratios learnt for.
/// </summary>
/// <param name="IsCounter">True for a sign that speaks against escalation, such as a withdrawal.</param>
/// <param name="Predicates">Any of them will do.</param>
/// <param name="Looking">What counts as having looked for it.</param>
public sealed record Sign(
    string Id, string Sentence, bool IsCounter, Cost CostToFake, IReadOnlyList<EventPredicate> Predicates,
    LookingRule Looking);
