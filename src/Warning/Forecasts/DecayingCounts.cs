namespace Tocsin.Warning.Forecasts;

/// <summary>
/// Counts that fade: each week every count is multiplied so that it halves in its half-life, then the week's events are
/// added. One series a row, one count for each half-life.
/// </summary>
sealed class DecayingCounts
{
    readonly double[] factors;
    readonly double[] counts;

    /// <param name="halfLives">In weeks.</param>
    public DecayingCounts(int series, IReadOnlyList<double> halfLives)
    {
        factors = [.. halfLives.Select(weeks => Math.Pow(0.5, 1 / weeks))];
        counts = new double[series * factors.Length];
    }

    public double this[int series, int halfLife] => counts[series * factors.Length + halfLife];

    public void Fade()
    {
        for (var i = 0; i < counts.Length; i++)
            counts[i] *= factors[i % factors.Length];
    }

    /// <param name="age">Weeks since the event, below 1; 0 where all of a week's events count alike.</param>
    public void Add(int series, double amount, double age = 0)
    {
        for (var i = 0; i < factors.Length; i++)
            counts[series * factors.Length + i] += age > 0 ? amount * Math.Pow(factors[i], age) : amount;
    }
}
