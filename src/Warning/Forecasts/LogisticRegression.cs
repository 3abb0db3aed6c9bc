using System.Numerics;

namespace Tocsin.Warning.Forecasts;

/// <summary>
/// Logistic regression on standardised columns, for one threshold or several at once. With several, every threshold has an
/// intercept and all share the weights (proportional odds), so that weeks which come near the threshold teach too. It
/// minimises the mean log loss over rows and thresholds + ridge / 2 × (sum of squared weights, intercepts left out), whose
/// minimum is unique, by Newton's method.
/// </summary>
public sealed class LogisticRegression
{
    const int MostSteps = 200;
    const double Converged = 1e-11;
    const int ShareRows = 4096;

    readonly double[] mean;
    readonly double[] spread;
    readonly double[] weights;
    readonly int thresholds;

    LogisticRegression(double[] mean, double[] spread, double[] weights, int thresholds)
    {
        this.mean = mean;
        this.spread = spread;
        this.weights = weights;
        this.thresholds = thresholds;
    }

    /// <summary>A weight for each standardised column.</summary>
    public ReadOnlySpan<double> Weights => weights.AsSpan(thresholds);

    /// <summary>Log odds that a row reaches a threshold, counted from 0.</summary>
    public double LogOdds(double[][] columns, int row, int threshold = 0)
    {
        var sum = weights[threshold];
        for (var j = 0; j < columns.Length; j++)
            sum += weights[j + thresholds] * (columns[j][row] - mean[j]) / spread[j];
        return sum;
    }

    /// <summary>Chance that a row reaches the first threshold, in 0..1.</summary>
    public double Chance(double[][] columns, int row) => Sigmoid(LogOdds(columns, row));

    /// <summary>1 / (1 + e^-x), for any finite x.</summary>
    public static double Sigmoid(double x) => 1 / (1 + Math.Exp(-Math.Clamp(x, -500, 500)));

    /// <param name="rows">Rows to learn from; means and population standard deviations are theirs (0 becomes 1).</param>
    /// <param name="levels">For each row of the columns how many of the thresholds it reached.</param>
    /// <param name="thresholds">How many there are, 1 and up.</param>
    public static LogisticRegression Fit(
        double[][] columns, IReadOnlyList<int> rows, IReadOnlyList<int> levels, int thresholds, double ridge)
    {
        var width = columns.Length;
        var (mean, spread) = Scale(columns, rows);
        var data = new double[rows.Count * width];
        for (var i = 0; i < rows.Count; i++)
        {
            for (var j = 0; j < width; j++)
                data[i * width + j] = (columns[j][rows[i]] - mean[j]) / spread[j];
        }
        var reached = rows.Select(row => levels[row]).ToArray();
        var weights = new double[width + thresholds];
        for (var step = 0; step < MostSteps; step++)
        {
            var move = NewtonStep(data, reached, weights, thresholds, ridge);
            var longest = move.Max(Math.Abs);
            var scale = Math.Min(1, 1 / Math.Max(1e-300, longest));
            for (var j = 0; j < weights.Length; j++)
                weights[j] += scale * move[j];
            if (longest < Converged)
                break;
        }
        return new LogisticRegression(mean, spread, weights, thresholds);
    }

    static (double[] Mean, double[] Spread) Scale(double[][] columns, IReadOnlyList<int> rows)
    {
        var (mean, spread) = (new double[columns.Length], new double[columns.Length]);
        for (var j = 0; j < columns.Length; j++)
        {
            var column = columns[j];
            mean[j] = rows.Sum(row => column[row]) / rows.Count;
            var centre = mean[j];
            var deviation = Math.Sqrt(rows.Sum(row => (column[row] - centre) * (column[row] - centre)) / rows.Count);
            spread[j] = deviation > 0 ? deviation : 1;
        }
        return (mean, spread);
    }

    // Rows are summed in shares of fixed size, so that the sums do not depend on the number of cores.
    static double[] NewtonStep(double[] data, int[] reached, double[] weights, int thresholds, double ridge)
    {
        var all = weights.Length;
        var shares = new Derivatives[(reached.Length + ShareRows - 1) / ShareRows];
        Parallel.For(0, shares.Length, share =>
        {
            shares[share] = new Derivatives(weights, thresholds, (double)reached.Length * thresholds);
            shares[share].Add(data, reached, share * ShareRows, Math.Min(reached.Length, (share + 1) * ShareRows));
        });
        var (slope, bend) = (shares[0].Slope, shares[0].Bend);
        foreach (var share in shares.Skip(1))
        {
            AddScaled(slope, share.Slope, 1);
            AddScaled(bend, share.Bend, 1);
        }
        for (var j = thresholds; j < all; j++)
        {
            slope[j] -= ridge * weights[j];
            bend[j * all + j] += ridge;
        }
        return Cholesky.Solve(bend, slope);
    }

    // A lane is one element of the sum, so lanes never mix and any vector width gives the same bits.
    static void AddScaled(Span<double> sum, ReadOnlySpan<double> row, double factor)
    {
        var k = 0;
        for (; k <= sum.Length - Vector<double>.Count; k += Vector<double>.Count)
            (new Vector<double>(sum[k..]) + new Vector<double>(row[k..]) * factor).CopyTo(sum[k..]);
        for (; k < sum.Length; k++)
            sum[k] += row[k] * factor;
    }

    /// <summary>First and second derivatives of the log loss, intercepts first, then the columns.</summary>
    sealed class Derivatives(double[] weights, int thresholds, double size)
    {
        public double[] Slope { get; } = new double[weights.Length];

        /// <summary>Lower triangle, row by row.</summary>
        public double[] Bend { get; } = new double[weights.Length * weights.Length];

        public void Add(double[] data, int[] reached, int from, int to)
        {
            var width = weights.Length - thresholds;
            var curves = new double[4];
            for (var first = from; first < to; first += 4)
            {
                Array.Clear(curves);
                for (var i = first; i < Math.Min(to, first + 4); i++)
                    curves[i - first] = AddRow(data.AsSpan(i * width, width), reached[i]);
                // Four rows at a time: the matrix is larger than the nearest cache, and each pass over it costs.
                AddOuter(data, first, Math.Min(4, to - first), curves, width);
            }
        }

        double AddRow(ReadOnlySpan<double> row, int reached)
        {
            var sum = 0.0;
            for (var j = 0; j < row.Length; j++)
                sum += weights[thresholds + j] * row[j];
            double miss = 0, curve = 0;
            for (var k = 0; k < thresholds; k++)
            {
                var chance = Sigmoid(sum + weights[k]);
                var missed = ((reached > k ? 1 : 0) - chance) / size;
                var curved = chance * (1 - chance) / size;
                Slope[k] += missed;
                Bend[k * weights.Length + k] += curved;
                for (var j = 0; j < row.Length; j++)
                    Bend[(thresholds + j) * weights.Length + k] += curved * row[j];
                miss += missed;
                curve += curved;
            }
            AddScaled(Slope.AsSpan(thresholds), row, miss);
            return curve;
        }

        void AddOuter(double[] data, int first, int count, double[] curves, int width)
        {
            ReadOnlySpan<double> a = data.AsSpan(first * width, width);
            var b = count > 1 ? data.AsSpan((first + 1) * width, width) : a;
            var c = count > 2 ? data.AsSpan((first + 2) * width, width) : a;
            var d = count > 3 ? data.AsSpan((first + 3) * width, width) : a;
            for (var j = 0; j < width; j++)
            {
                var sum = Bend.AsSpan((thresholds + j) * weights.Length + thresholds, j + 1);
                var (fa, fb, fc, fd) = (curves[0] * a[j], curves[1] * b[j], curves[2] * c[j], curves[3] * d[j]);
                var k = 0;
                for (; k <= sum.Length - Vector<double>.Count; k += Vector<double>.Count)
                {
                    var added = new Vector<double>(a[k..]) * fa + new Vector<double>(b[k..]) * fb
                        + (new Vector<double>(c[k..]) * fc + new Vector<double>(d[k..]) * fd);
                    (new Vector<double>(sum[k..]) + added).CopyTo(sum[k..]);
                }
                for (; k < sum.Length; k++)
                    sum[k] += a[k] * fa + b[k] * fb + (c[k] * fc + d[k] * fd);
            }
        }
    }
}
