namespace Tocsin.Warning.Forecasts;

/// <summary>How many trees, and how each is grown.</summary>
/// <param name="Rate">Share of each tree's values that is added.</param>
/// <param name="RowShare">Share of the rows, drawn by chance, that each tree learns from.</param>
sealed record BoostingPlan(int Trees, double Rate, double RowShare, TreeShape Shape);

/// <summary>
/// Gradient-boosted trees for several thresholds at once (proportional odds): each tree corrects the log odds that the
/// start and the earlier trees give.
/// </summary>
sealed class BoostedTrees
{
    const int Seed = 1;

    readonly Binning bins;
    readonly List<RegressionTree> trees = [];
    readonly double rate;

    BoostedTrees(Binning bins, double rate)
    {
        this.bins = bins;
        this.rate = rate;
    }

    /// <summary>What the trees add to the log odds of a row.</summary>
    public double Correction(int row)
    {
        var sum = 0.0;
        foreach (var tree in trees)
            sum += rate * tree.Value(bins, row);
        return sum;
    }

    /// <param name="rows">Rows to learn from.</param>
    /// <param name="levels">For each row of the columns how many of the thresholds it reached.</param>
    /// <param name="start">Log odds by threshold, then row.</param>
    public static BoostedTrees Fit(
        double[][] columns, IReadOnlyList<int> rows, IReadOnlyList<int> levels, double[][] start, BoostingPlan plan)
    {
        var random = new Random(Seed);
        var made = new BoostedTrees(Binning.Of(columns, rows), plan.Rate);
        var size = columns[0].Length;
        var (score, slope, curve) = (new double[size], new double[size], new double[size]);
        for (var i = 0; i < plan.Trees; i++)
        {
            foreach (var row in rows)
            {
                (slope[row], curve[row]) = (0, 0);
                for (var k = 0; k < start.Length; k++)
                {
                    var chance = LogisticRegression.Sigmoid(start[k][row] + score[row]);
                    slope[row] += (levels[row] > k ? 1 : 0) - chance;
                    curve[row] += chance * (1 - chance);
                }
            }
            var drawn = rows.Where(_ => random.NextDouble() < plan.RowShare).ToArray();
            var tree = RegressionTree.Grow(made.bins, drawn, slope, curve, plan.Shape, random);
            made.trees.Add(tree);
            foreach (var row in rows)
                score[row] += plan.Rate * tree.Value(made.bins, row);
        }
        return made;
    }
}
