namespace Tocsin.Warning.Forecasts;

/// <summary>Linear equations with a positive definite matrix.</summary>
static class Cholesky
{
    // Below this share of the largest diagonal a column adds nothing that the others lack.
    const double Smallest = 1e-14;

    /// <summary>Solves in place and returns <paramref name="right"/>. Only the lower triangle of the matrix is read.</summary>
    /// <param name="matrix">Square, row by row; overwritten.</param>
    public static double[] Solve(double[] matrix, double[] right)
    {
        var size = right.Length;
        var floor = 0.0;
        for (var i = 0; i < size; i++)
            floor = Math.Max(floor, matrix[i * size + i] * Smallest);
        floor = Math.Max(floor, 1e-300);
        for (var i = 0; i < size; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                var sum = matrix[i * size + j];
                for (var k = 0; k < j; k++)
                    sum -= matrix[i * size + k] * matrix[j * size + k];
                matrix[i * size + j] = i == j ? Math.Sqrt(Math.Max(sum, floor)) : sum / matrix[j * size + j];
            }
        }
        for (var i = 0; i < size; i++)
        {
            for (var k = 0; k < i; k++)
                right[i] -= matrix[i * size + k] * right[k];
            right[i] /= matrix[i * size + i];
        }
        for (var i = size - 1; i >= 0; i--)
        {
            for (var k = i + 1; k < size; k++)
                right[i] -= matrix[k * size + i] * right[k];
            right[i] /= matrix[i * size + i];
        }
        return right;
    }
}
