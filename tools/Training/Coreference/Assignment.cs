namespace Tocsin.Training;

/// <summary>
/// The pairing of rows with columns of the greatest sum, each used once at most: Kuhn and Munkres, by shortest augmenting
/// paths over potentials (Jonker and Volgenant 1987), in the cube of the size.
/// </summary>
static class Assignment
{
    /// <summary>The greatest sum; worth is never negative.</summary>
    public static double Best(double[,] worth)
    {
        var size = Math.Max(worth.GetLength(0), worth.GetLength(1));
        double Cost(int row, int column) =>
            row <= worth.GetLength(0) && column <= worth.GetLength(1) ? -worth[row - 1, column - 1] : 0;
        var ofRow = new double[size + 1];
        var ofColumn = new double[size + 1];
        var rowOf = new int[size + 1];
        var before = new int[size + 1];
        for (var row = 1; row <= size; row++)
        {
            var slack = Enumerable.Repeat(double.PositiveInfinity, size + 1).ToArray();
            var visited = new bool[size + 1];
            var column = 0;
            rowOf[0] = row;
            do
            {
                visited[column] = true;
                var next = 0;
                var least = double.PositiveInfinity;
                for (var other = 1; other <= size; other++)
                {
                    if (visited[other])
                        continue;
                    var reduced = Cost(rowOf[column], other) - ofRow[rowOf[column]] - ofColumn[other];
                    if (reduced < slack[other])
                        (slack[other], before[other]) = (reduced, column);
                    if (slack[other] < least)
                        (least, next) = (slack[other], other);
                }
                for (var other = 0; other <= size; other++)
                {
                    if (visited[other])
                    {
                        ofRow[rowOf[other]] += least;
                        ofColumn[other] -= least;
                    }
                    else
                    {
                        slack[other] -= least;
                    }
                }
                column = next;
            }
            while (rowOf[column] != 0);
            while (column != 0)
            {
                rowOf[column] = rowOf[before[column]];
                column = before[column];
            }
        }
        var sum = 0.0;
        for (var column = 1; column <= size; column++)
            sum -= Cost(rowOf[column], column);
        return sum;
    }
}
