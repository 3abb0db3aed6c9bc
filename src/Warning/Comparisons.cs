using Tocsin.Events;

namespace Tocsin.Warning;

/// <summary>Compares a case with playbooks. Pure: the same input gives the same comparison.</summary>
public static class Comparisons
{
    const int NextShown = 3;

    /// <summary>The case beside one playbook.</summary>
    /// <param name="records">Records as the archive knew them on <paramref name="asOf"/>; later readings are ignored.</param>
    /// <param name="binding">Who plays the playbook's roles: the problem's own binding or its mirror.</param>
    public static Comparison Compare(
        WarningProblem problem, Playbook playbook, IReadOnlyList<EventRecord> records, Coverage coverage,
        DateOnly asOf, RoleBinding binding, IReadOnlyDictionary<string, SignRatio>? ratios = null,
        IReadOnlyList<EventRecord>? replaced = null) =>
        Compare(problem, playbook, new RecordBook(records, asOf, replaced), coverage, binding, ratios,
            new Dictionary<Sign, Finding>(ReferenceEqualityComparer.Instance));

    /// <summary>The case beside all playbooks that it names, in both bindings.</summary>
    public static ComparisonSet Read(
        WarningProblem problem, Packs packs, IReadOnlyList<EventRecord> records, Coverage coverage, DateOnly asOf,
        IReadOnlyList<EventRecord>? replaced = null)
    {
        var book = new RecordBook(records, asOf, replaced);
        var ratios = packs.Ratios;
        var playbooks = problem.Playbooks
            .Select(id => packs.Playbooks.FirstOrDefault(playbook => playbook.Id == id)).OfType<Playbook>().ToList();
        IReadOnlyList<Comparison> Under(RoleBinding binding)
        {
            // Steps of several playbooks that take their sign's predicates ask the same question.
            var findings = new Dictionary<Sign, Finding>(ReferenceEqualityComparer.Instance);
            return [.. playbooks.Select(one => Compare(problem, one, book, coverage, binding, ratios, findings))];
        }
        return new ComparisonSet(asOf, Under(problem.Binding), Under(problem.Binding.Mirror()), ratios);
    }

    static Comparison Compare(
        WarningProblem problem, Playbook playbook, RecordBook book, Coverage coverage, RoleBinding binding,
        IReadOnlyDictionary<string, SignRatio>? ratios, Dictionary<Sign, Finding> findings)
    {
        var from = Days.Before(book.AsOf, problem.LookbackDays - 1);
        var steps = new List<StepComparison>(playbook.Steps.Count);
        foreach (var step in playbook.Steps)
        {
            var isShared = ReferenceEquals(step.Predicates, step.Sign.Predicates);
            if (!isShared || !findings.TryGetValue(step.Sign, out var finding))
            {
                var sighting = new Sighting(step.Predicates, step.Sign.Looking, binding, problem.Area);
                finding = sighting.In(book, coverage, from, book.AsOf);
                if (isShared)
                    findings[step.Sign] = finding;
            }
            var unbound = Unbound(step, binding);
            if (unbound.Count > 0 && finding.Evidence.Count == 0)
                finding = finding with { Status = IndicatorStatus.NotLooked };
            steps.Add(new StepComparison(
                step, playbook.DaysToOutcome(step), finding, ratios?.GetValueOrDefault(step.Sign.Id), unbound));
        }
        return new Comparison(problem, playbook, binding, book.AsOf, steps, Next(steps, book.AsOf));
    }

    // A step can be looked for as long as one of its predicates has all its roles bound.
    static List<Role> Unbound(PlaybookStep step, RoleBinding binding)
    {
        List<Role> fewest = [];
        foreach (var predicate in step.Predicates)
        {
            var unbound = predicate.Roles.Where(role => !binding.Binds(role)).ToList();
            if (unbound.Count == 0)
                return [];
            if (fewest.Count == 0 || unbound.Count < fewest.Count)
                fewest = unbound;
        }
        return fewest;
    }

    static List<NextStep> Next(List<StepComparison> steps, DateOnly asOf)
    {
        var last = steps.FindLastIndex(step => step.Finding.Status == IndicatorStatus.Seen);
        var next = new List<NextStep>();
        if (last < 0)
            return next;
        var after = steps[last];
        var day = after.Finding.LastSeen!.Value;
        for (var i = last + 1; i < steps.Count && next.Count < NextShown; i++)
        {
            var by = day.AddDays(steps[i].Step.Date.DayNumber - after.Step.Date.DayNumber);
            next.Add(new NextStep(steps[i].Step, after.Step, day, by, by < asOf));
        }
        return next;
    }
}
