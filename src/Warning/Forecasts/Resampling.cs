namespace Tocsin.Warning.Forecasts;

/// <summary>The bootstrap over whole dyads: rows of one dyad hang together, so that single rows must not be drawn.</summary>
static class Resampling
{
    public const int Times = 1000;

    const int Seed = 7;

    /// <summary>
    /// How often each group counts in each resample; as many groups are drawn as are present. The draws are the same on
    /// every run.
    /// </summary>
    /// <param name="present">Groups to draw from.</param>
    /// <param name="groups">Groups that there are.</param>
    public static IEnumerable<int[]> Draw(IReadOnlyList<int> present, int groups)
    {
        var random = new Random(Seed);
        var weights = new int[groups];
        for (var time = 0; time < Times; time++)
        {
            Array.Clear(weights);
            for (var i = 0; i < present.Count; i++)
                weights[present[random.Next(present.Count)]]++;
            yield return weights;
        }
    }
}
