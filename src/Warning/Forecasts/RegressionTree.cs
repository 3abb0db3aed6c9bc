namespace Tocsin.Warning.Forecasts;

/// <summary>How a tree may grow.</summary>
/// <param name="Depth">Questions from the root to a leaf, at most.</param>
/// <param name="LeafRows">Rows that a leaf holds, at least.</param>
/// <param name="LeafWeight">Sum of curvatures that a leaf holds, at least.</param>
/// <param name="Shrinkage">Added to a leaf's curvature: draws its value to 0.</param>
/// <param name="ColumnShare">Share of the columns, drawn by chance, that each question may be about.</param>
sealed record TreeShape(int Depth, int LeafRows, double LeafWeight, double Shrinkage, double ColumnShare);

/// <summary>A tree of questions "is the bin at most …" whose leaves hold sum of slopes / (sum of curvatures + shrinkage).</summary>
sealed class RegressionTree
{
    readonly record struct Node(int Column, byte Bin, int Low, int High, double Value);

    readonly List<Node> nodes = [];

    RegressionTree()
    {
    }

    public double Value(Binning bins, int row)
    {
        var node = nodes[0];
        while (node.Column >= 0)
            node = nodes[bins[node.Column][row] <= node.Bin ? node.Low : node.High];
        return node.Value;
    }

    /// <param name="rows">Rows to learn from, repeated where they weigh more; put in another order.</param>
    /// <param name="slope">By row.</param>
    /// <param name="curve">By row, not negative.</param>
    public static RegressionTree Grow(Binning bins, int[] rows, double[] slope, double[] curve, TreeShape shape, Random random)
    {
        var tree = new RegressionTree();
        var grower = new Grower(tree, bins, rows, slope, curve, shape, random);
        grower.Grow(0, rows.Length, 0);
        return tree;
    }

    sealed class Grower(RegressionTree tree, Binning bins, int[] rows, double[] slope, double[] curve, TreeShape shape, Random random)
    {
        readonly double[] slopes = new double[Binning.Most];
        readonly double[] curves = new double[Binning.Most];
        readonly int[] counts = new int[Binning.Most];

        public int Grow(int from, int to, int depth)
        {
            double g = 0, h = 0;
            for (var i = from; i < to; i++)
            {
                g += slope[rows[i]];
                h += curve[rows[i]];
            }
            var place = tree.nodes.Count;
            tree.nodes.Add(new Node(-1, 0, 0, 0, g / (h + shape.Shrinkage)));
            if (depth == shape.Depth || to - from < 2 * shape.LeafRows || Best(from, to, g, h) is not { } best)
                return place;
            var middle = Part(from, to, best.Column, best.Bin);
            var low = Grow(from, middle, depth + 1);
            var high = Grow(middle, to, depth + 1);
            tree.nodes[place] = new Node(best.Column, best.Bin, low, high, 0);
            return place;
        }

        (int Column, byte Bin)? Best(int from, int to, double g, double h)
        {
            var gain = g * g / (h + shape.Shrinkage) + 1e-9;
            (int, byte)? best = null;
            for (var column = 0; column < bins.Columns; column++)
            {
                if (shape.ColumnShare < 1 && random.NextDouble() >= shape.ColumnShare)
                    continue;
                Count(column, from, to);
                double lowG = 0, lowH = 0;
                var lowCount = 0;
                for (var bin = 0; bin < bins.Count(column) - 1; bin++)
                {
                    lowG += slopes[bin];
                    lowH += curves[bin];
                    lowCount += counts[bin];
                    if (lowCount < shape.LeafRows || lowH < shape.LeafWeight || counts[bin] == 0)
                        continue;
                    if (to - from - lowCount < shape.LeafRows || h - lowH < shape.LeafWeight)
                        break;
                    var found = lowG * lowG / (lowH + shape.Shrinkage) + (g - lowG) * (g - lowG) / (h - lowH + shape.Shrinkage);
                    if (found > gain)
                        (gain, best) = (found, (column, (byte)bin));
                }
            }
            return best;
        }

        void Count(int column, int from, int to)
        {
            Array.Clear(slopes);
            Array.Clear(curves);
            Array.Clear(counts);
            var binned = bins[column];
            for (var i = from; i < to; i++)
            {
                var row = rows[i];
                var bin = binned[row];
                slopes[bin] += slope[row];
                curves[bin] += curve[row];
                counts[bin]++;
            }
        }

        // Keeps the order within both parts, so that sums are taken in the same order on every run.
        int Part(int from, int to, int column, byte bin)
        {
            var binned = bins[column];
            var high = new List<int>();
            var next = from;
            for (var i = from; i < to; i++)
            {
                if (binned[rows[i]] <= bin)
                    rows[next++] = rows[i];
                else
                    high.Add(rows[i]);
            }
            high.CopyTo(rows, next);
            return next;
        }
    }
}
