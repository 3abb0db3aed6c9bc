using Tocsin.Events;

namespace Tocsin.Warning;

/// <summary>How a past case ended.</summary>
public enum Outcome : byte
{
    Escalated,
    Fizzled,
}

/// <summary>A past case as ordered steps with an outcome.</summary>
/// <param name="TurningPoint">The day of the outcome: force was used, or the case was defused.</param>
/// <param name="Steps">In the order of their dates.</param>
public sealed record Playbook(
    string Id, string Title, Outcome Outcome, DateOnly TurningPoint, string Summary, string ToldApart,
    IReadOnlyDictionary<Role, RolePlayer> Roles, IReadOnlyList<PlaybookStep> Steps,
    IReadOnlyList<Reference> References)
{
    /// <summary>Days from the first step to the outcome.</summary>
    public int SpanDays => Steps.Count == 0 ? 0 : -DaysToOutcome(Steps[0]);

    /// <summary>Days from the outcome to the step: negative before it.</summary>
    public int DaysToOutcome(PlaybookStep step) => step.Date.DayNumber - TurningPoint.DayNumber;

    /// <summary>True where a step of the playbook shows the sign.</summary>
    public bool Shows(string sign) => Steps.Any(step => step.Sign.Id == sign);
}

/// <summary>What happened at one point of a past case.</summary>
/// <param name="Date">Its first day.</param>
/// <param name="Position">What the side concerned said of it; null where nothing was seen.</param>
/// <param name="Predicates">What would be the same step in another case: any of them; the sign's unless its own.</param>
public sealed record PlaybookStep(
    string Id, Sign Sign, DateOnly Date, string Sentence, string? Position,
    IReadOnlyList<EventPredicate> Predicates, IReadOnlyList<Reference> References);
