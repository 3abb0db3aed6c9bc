using Tocsin.Events;

namespace Tocsin.Warning;

/// <summary>A question that is watched, with all that its analysts laid down about it.</summary>
/// <param name="HorizonDays">Within how many days the question asks.</param>
/// <param name="LookbackDays">How far back a comparison with a playbook looks for its steps.</param>
public sealed record WarningProblem(
    string Id, string Title, string Question, string About, int HorizonDays, int LookbackDays, DateOnly Opened,
    IReadOnlyDictionary<Role, RolePlayer> Roles, IReadOnlyList<Dyad> Dyads, Area Area,
    IReadOnlyList<Hypothesis> Hypotheses, IReadOnlyList<Indicator> Indicators,
    IReadOnlyList<string> Playbooks, IReadOnlyList<string> Agreements, IReadOnlyList<Reference> References)
{
    /// <summary>The roles as the pack binds them.</summary>
    public RoleBinding Binding { get; } = new(Roles);
}

/// <summary>One of the competing explanations of what is seen.</summary>
public sealed record Hypothesis(string Id, string Sentence);

/// <summary>How an observation sits with a hypothesis.</summary>
public enum Fit : byte
{
    Consistent,
    Inconsistent,
    Neutral,
}

/// <summary>An observable that moves a hypothesis.</summary>
/// <param name="IsCounter">True where seeing it speaks against escalation.</param>
/// <param name="LeadFrom">Shortest expected lead before the outcome, in days; null where none is expected.</param>
/// <param name="LeadTo">Longest expected lead, in days.</param>
/// <param name="HalfLifeDays">After so many days without renewal the sign counts half; after twice as many it lapses.</param>
/// <param name="Looking">What counts as having looked.</param>
/// <param name="Fits">How seeing it sits with each hypothesis, by its id; a hypothesis left out is neutral.</param>
public sealed record Indicator(
    string Id, string Sentence, bool IsCounter, Sign? Sign, IReadOnlyList<EventPredicate> Predicates,
    int? LeadFrom, int? LeadTo, Cost CostToFake, int HalfLifeDays, LookingRule Looking,
    IReadOnlyDictionary<string, Fit> Fits, IReadOnlyList<Reference> References)
{
    /// <summary>How far back evidence counts: two half-lives.</summary>
    public int WindowDays => 2 * HalfLifeDays;

    public Fit FitWith(Hypothesis hypothesis) => Fits.GetValueOrDefault(hypothesis.Id, Fit.Neutral);
}

/// <summary>
/// What counts as having looked: at least <paramref name="Stories"/> coded stories in the window in which some event,
/// certain or not, is about one of the topics. Without topics: stories about the challenger, the target or the area.
/// </summary>
/// <param name="Sentence">The same in plain words, for the person who reads the board.</param>
public sealed record LookingRule(string Sentence, IReadOnlyList<EventPredicate> Topics, int Stories);
