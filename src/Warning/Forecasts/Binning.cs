namespace Tocsin.Warning.Forecasts;

/// <summary>Columns cut into at most 64 bins at quantiles of the rows to learn from, as trees want them.</summary>
sealed class Binning
{
    public const int Most = 64;

    readonly double[][] cuts;
    readonly byte[][] bins;

    Binning(double[][] cuts, byte[][] bins)
    {
        this.cuts = cuts;
        this.bins = bins;
    }

    public int Columns => bins.Length;

    /// <summary>The bins of a column, one for each row.</summary>
    public byte[] this[int column] => bins[column];

    /// <summary>Bins that a column has.</summary>
    public int Count(int column) => cuts[column].Length + 1;

    /// <param name="rows">Rows that decide on the cuts; all rows are binned.</param>
    public static Binning Of(double[][] columns, IReadOnlyList<int> rows)
    {
        var cuts = new double[columns.Length][];
        var bins = new byte[columns.Length][];
        for (var j = 0; j < columns.Length; j++)
        {
            var column = columns[j];
            cuts[j] = Cuts([.. rows.Select(row => column[row])]);
            bins[j] = new byte[column.Length];
            for (var row = 0; row < column.Length; row++)
                bins[j][row] = Bin(cuts[j], column[row]);
        }
        return new Binning(cuts, bins);
    }

    // Equal values take one bin; the upper half of a skewed column gets half of the cuts, where conflict is.
    static double[] Cuts(double[] values)
    {
        Array.Sort(values);
        var cuts = new SortedSet<double>();
        for (var i = 1; i < Most; i++)
        {
            var share = i < Most / 2 ? i / (Most * 0.5) * 0.9 : 0.9 + (i - Most / 2) / (Most * 0.5) * 0.1;
            var value = values[(int)(share * (values.Length - 1))];
            if (value < values[^1])
                cuts.Add(value);
        }
        return [.. cuts];
    }

    // Values up to and including a cut lie below it.
    static byte Bin(double[] cuts, double value)
    {
        var place = Array.BinarySearch(cuts, value);
        return (byte)(place < 0 ? ~place : place);
    }
}
