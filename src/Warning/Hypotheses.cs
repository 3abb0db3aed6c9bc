namespace Tocsin.Warning;

/// <summary>How the seen indicators sit with one hypothesis.</summary>
/// <param name="Consistent">Seen indicators that fit it.</param>
/// <param name="Inconsistent">Seen indicators that speak against it.</param>
public sealed record HypothesisWeight(
    Hypothesis Hypothesis, IReadOnlyList<BoardRow> Consistent, IReadOnlyList<BoardRow> Inconsistent);

/// <summary>Competing hypotheses against what is seen, after Heuer: least contradicted first.</summary>
public static class Hypotheses
{
    /// <summary>Ranks by the strength of what contradicts; agreement is cheap and only breaks ties.</summary>
    public static IReadOnlyList<HypothesisWeight> Weigh(Board board)
    {
        var seen = board.Rows.Where(row => row.Finding.Status == IndicatorStatus.Seen).ToList();
        return [.. board.Problem.Hypotheses
            .Select(hypothesis => new HypothesisWeight(
                hypothesis,
                [.. seen.Where(row => row.Indicator.FitWith(hypothesis) == Fit.Consistent)],
                [.. seen.Where(row => row.Indicator.FitWith(hypothesis) == Fit.Inconsistent)]))
            .OrderBy(weight => weight.Inconsistent.Sum(row => row.Strength))
            .ThenByDescending(weight => weight.Consistent.Sum(row => row.Strength))
            .ThenBy(weight => weight.Hypothesis.Id, StringComparer.Ordinal)];
    }

    /// <summary>
    /// True where seeing the indicator would divide the hypotheses; one that fits all of them alike proves nothing.
    /// </summary>
    public static bool IsDiagnostic(WarningProblem problem, Indicator indicator) =>
        problem.Hypotheses.Select(indicator.FitWith).Distinct().Count() > 1;
}
