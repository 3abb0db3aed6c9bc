using System.Globalization;

namespace Tocsin.Warning;

/// <summary>
/// How many times likelier something is in cases that escalated than in cases that fizzled: the middle of what the
/// cases allow, and the interval that holds 95 of 100 parts of it. 1 says nothing either way.
/// </summary>
public sealed record RatioEstimate(double Median, double Low, double High)
{
    /// <summary>True where the whole interval lies on one side of 1.</summary>
    public bool TellsApart => Low > 1 || High < 1;
}

/// <summary>What the playbooks at hand teach about one sign.</summary>
/// <param name="EscalatedWith">Playbooks that escalated and show the sign, of <paramref name="Escalated"/>.</param>
/// <param name="FizzledWith">Playbooks that fizzled and show the sign, of <paramref name="Fizzled"/>.</param>
/// <param name="IfSeen">The likelihood ratio of seeing it.</param>
/// <param name="IfAbsent">The likelihood ratio of its absence.</param>
public sealed record SignRatio(
    string SignId, int EscalatedWith, int Escalated, int FizzledWith, int Fizzled, RatioEstimate IfSeen,
    RatioEstimate IfAbsent)
{
    /// <summary>The same in one plain sentence; the interval is the message.</summary>
    public string Explanation => string.Create(CultureInfo.InvariantCulture,
        $"Shown by {EscalatedWith} of {Escalated} playbooks that escalated and {FizzledWith} of {Fizzled} that fizzled. ")
        + $"So few cases allow that seeing it multiplies the odds of escalation by anything from {Factor(IfSeen.Low)} "
        + $"to {Factor(IfSeen.High)}; the middle is {Factor(IfSeen.Median)}.";

    static string Factor(double factor) => factor switch
    {
        > 100 => "more than 100",
        < 0.01 => "less than 0.01",
        < 1 => factor.ToString("0.00", CultureInfo.InvariantCulture),
        _ => factor.ToString("0.0", CultureInfo.InvariantCulture),
    };
}

/// <summary>Learns what signs are worth from playbooks with both outcomes.</summary>
public static class SignRatios
{
    const int GridSize = 160;

    const double Tail = 0.025;

    /// <summary>
    /// One ratio a sign. Each share has a Jeffreys prior, which shrinks it towards even; a sign that a playbook does
    /// not list counts as absent there, which overstates what is known.
    /// </summary>
    /// <param name="except">Id of a playbook to leave out, such as the one that is being compared.</param>
    public static IReadOnlyDictionary<string, SignRatio> Learn(
        IReadOnlyCollection<Playbook> playbooks, IReadOnlyCollection<Sign> signs, string? except = null)
    {
        var used = playbooks.Where(playbook => playbook.Id != except).ToList();
        var escalated = used.Count(playbook => playbook.Outcome == Outcome.Escalated);
        var fizzled = used.Count - escalated;
        var estimates = new Dictionary<(int, int), (RatioEstimate Seen, RatioEstimate Absent)>();
        var ratios = new Dictionary<string, SignRatio>(StringComparer.Ordinal);
        foreach (var sign in signs)
        {
            var with = used.Where(playbook => playbook.Shows(sign.Id)).ToList();
            var escalatedWith = with.Count(playbook => playbook.Outcome == Outcome.Escalated);
            var fizzledWith = with.Count - escalatedWith;
            if (!estimates.TryGetValue((escalatedWith, fizzledWith), out var estimate))
            {
                var first = BetaDistribution.After(escalatedWith, escalated);
                var second = BetaDistribution.After(fizzledWith, fizzled);
                estimate = (Estimate(first, second, share => share), Estimate(first, second, share => 1 - share));
                estimates[(escalatedWith, fizzledWith)] = estimate;
            }
            ratios[sign.Id] = new SignRatio(
                sign.Id, escalatedWith, escalated, fizzledWith, fizzled, estimate.Seen, estimate.Absent);
        }
        return ratios;
    }

    // All pairs of evenly spaced quantiles of the two shares stand for the distribution of their ratio.
    static RatioEstimate Estimate(BetaDistribution first, BetaDistribution second, Func<double, double> share)
    {
        var above = Grid(first, share);
        var below = Grid(second, share);
        var ratios = new double[GridSize * GridSize];
        for (var i = 0; i < GridSize; i++)
        {
            for (var j = 0; j < GridSize; j++)
                ratios[i * GridSize + j] = above[i] / below[j];
        }
        Array.Sort(ratios);
        return new RatioEstimate(At(ratios, 0.5), At(ratios, Tail), At(ratios, 1 - Tail));
    }

    static double[] Grid(BetaDistribution distribution, Func<double, double> share)
    {
        var grid = new double[GridSize];
        for (var i = 0; i < GridSize; i++)
            grid[i] = share(distribution.Quantile((i + 0.5) / GridSize));
        return grid;
    }

    static double At(double[] sorted, double p) => sorted[(int)(p * (sorted.Length - 1))];
}
