namespace Tocsin.Warning;

/// <summary>
/// A case beside a past one, step by step. There is no overall similarity: steps are dear or cheap, shared by cases
/// that came to nothing, and mostly unknown, and one number would hide all three.
/// </summary>
/// <param name="Steps">In the playbook's order.</param>
/// <param name="Next">Steps that followed, in the playbook, the last one seen here; empty if none was seen.</param>
public sealed record Comparison(
    WarningProblem Problem, Playbook Playbook, RoleBinding Binding, DateOnly AsOf,
    IReadOnlyList<StepComparison> Steps, IReadOnlyList<NextStep> Next)
{
    /// <summary>How many steps have the status.</summary>
    public int Count(IndicatorStatus status) => Steps.Count(step => step.Finding.Status == status);
}

/// <summary>One step of a playbook beside the case at hand.</summary>
/// <param name="Ratio">What playbooks teach about its sign; null where none was asked.</param>
/// <param name="Unbound">Roles of the step that nobody plays in the case: it cannot be looked for.</param>
public sealed record StepComparison(
    PlaybookStep Step, int DaysToOutcome, Finding Finding, SignRatio? Ratio, IReadOnlyList<Role> Unbound)
{
    /// <summary>One plain sentence that says what the status rests on.</summary>
    public string Explanation => Unbound.Count == 0
        ? Explanations.Of(Finding)
        : $"Cannot be looked for: nobody plays {string.Join(", ", Unbound.Select(role => role.Code()))} in this case.";
}

/// <summary>What came next in the playbook, and by when it would come here if the pace were the same.</summary>
/// <param name="After">The last step of the playbook that was seen here.</param>
/// <param name="AfterDay">When that was seen here.</param>
/// <param name="IsOverdue">That day has passed without it: so far the case does not keep the playbook's pace.</param>
public sealed record NextStep(PlaybookStep Step, PlaybookStep After, DateOnly AfterDay, DateOnly By, bool IsOverdue);

/// <summary>A case beside every playbook that it names, as bound and with challenger and target exchanged.</summary>
/// <param name="Ratios">By the id of the sign.</param>
public sealed record ComparisonSet(
    DateOnly AsOf, IReadOnlyList<Comparison> Plain, IReadOnlyList<Comparison> Mirrored,
    IReadOnlyDictionary<string, SignRatio> Ratios)
{
    public IEnumerable<Comparison> Escalated => Plain.Where(one => one.Playbook.Outcome == Outcome.Escalated);

    /// <summary>The look-alikes: cases that showed such signs and came to nothing.</summary>
    public IEnumerable<Comparison> Fizzled => Plain.Where(one => one.Playbook.Outcome == Outcome.Fizzled);

    /// <summary>The comparison with one playbook in one binding; null where the case does not name it.</summary>
    public Comparison? With(string playbook, bool mirrored = false) =>
        (mirrored ? Mirrored : Plain).FirstOrDefault(one => one.Playbook.Id == playbook);

    /// <summary>
    /// What would tell the outcomes apart: for every sign that the escalated and the fizzled cases do not share
    /// alike, how it stands here now. Signs that divide the cases most come first.
    /// </summary>
    public IReadOnlyList<TellingSign> Telling
    {
        get
        {
            var seen = new HashSet<string>(StringComparer.Ordinal);
            var telling = new List<TellingSign>();
            foreach (var step in Plain.SelectMany(one => one.Steps))
            {
                if (step.Ratio is not { } ratio || Share(ratio.EscalatedWith, ratio.Escalated)
                    == Share(ratio.FizzledWith, ratio.Fizzled) || !seen.Add(step.Step.Sign.Id))
                    continue;
                telling.Add(new TellingSign(step.Step.Sign, ratio, BestStatus(step.Step.Sign.Id)));
            }
            return [.. telling.OrderByDescending(sign => Math.Abs(Math.Log(sign.Ratio.IfSeen.Median)))
                .ThenBy(sign => sign.Sign.Id, StringComparer.Ordinal)];
        }
    }

    // Several steps may share a sign with predicates of their own: one that is seen is enough.
    IndicatorStatus BestStatus(string sign) => Plain.SelectMany(one => one.Steps)
        .Where(step => step.Step.Sign.Id == sign).Select(step => step.Finding.Status)
        .MaxBy(status => status switch
        {
            IndicatorStatus.Seen => 4,
            IndicatorStatus.Disputed => 3,
            IndicatorStatus.Retracted => 2,
            IndicatorStatus.LookedAndAbsent => 1,
            _ => 0,
        });

    static double Share(int with, int all) => all == 0 ? 0 : (double)with / all;
}

/// <summary>A sign that past outcomes do not share alike, and how it stands in the case at hand.</summary>
public sealed record TellingSign(Sign Sign, SignRatio Ratio, IndicatorStatus Status);
