using Tocsin.Language.Neural;
using Tocsin.Training.Neural;
using Xunit;

namespace Tocsin.Tests.Language.Neural;

public sealed unsafe class Matrices
{
    [Fact]
    public void Products_of_whole_numbers_are_exact()
    {
        const int Seed = 2;
        var random = new Random(Seed);
        foreach (var (rows, inputs, columns) in new[] { (1, 2, 1), (7, 33, 20), (13, 64, 48), (24, 128, 40) })
        {
            var weights = Draw(random, inputs * columns, 2000);
            var matrix = QuantisedMatrix.Build(weights, new float[columns], inputs);
            var left = GC.AllocateArray<short>(rows * matrix.Inputs, pinned: true);
            for (var row = 0; row < rows; row++)
                Draw(random, inputs, 8191).CopyTo(left, row * matrix.Inputs);
            var sums = GC.AllocateArray<int>(rows * matrix.Columns, pinned: true);
            fixed (short* a = left)
            fixed (int* to = sums)
                matrix.Multiply(a, matrix.Inputs, to, rows);
            for (var row = 0; row < rows; row++)
            {
                for (var column = 0; column < columns; column++)
                {
                    var expected = 0;
                    for (var i = 0; i < inputs; i++)
                        expected += left[(row * matrix.Inputs) + i] * weights[(i * columns) + column];
                    Assert.Equal(expected, sums[(row * matrix.Columns) + column]);
                }
            }
        }
    }

    [Fact]
    public void A_row_may_lie_in_two_places()
    {
        var random = new Random(4);
        var weights = Draw(random, 48 * 16, 2000);
        var matrix = QuantisedMatrix.Build(weights, new float[16], 48);
        var whole = GC.AllocateArray<short>(9 * 48, pinned: true);
        Draw(random, whole.Length, 8000).CopyTo(whole, 0);
        var (first, second) = (GC.AllocateArray<short>(9 * 32, pinned: true), GC.AllocateArray<short>(9 * 16, pinned: true));
        for (var row = 0; row < 9; row++)
        {
            whole.AsSpan(row * 48, 32).CopyTo(first.AsSpan(row * 32));
            whole.AsSpan((row * 48) + 32, 16).CopyTo(second.AsSpan(row * 16));
        }
        var (one, two) = (GC.AllocateArray<int>(9 * 16, pinned: true), GC.AllocateArray<int>(9 * 16, pinned: true));
        fixed (short* a = whole, b = first, c = second)
        fixed (int* x = one, y = two)
        {
            matrix.Multiply(a, 48, x, 9);
            matrix.Multiply(b, 32, 16, c, 16, 8, y, 9);
        }
        Assert.Equal(one, two);
        Assert.Contains(one, sum => sum != 0);
    }

    [Fact]
    public void Products_of_single_precision_agree_with_the_plain_sum()
    {
        var random = new Random(6);
        var (a, b, c) = (new Matrix(15, 37), new Matrix(37, 48), new Matrix(15, 48));
        foreach (var matrix in new[] { a, b })
        {
            foreach (ref var value in matrix.Span)
                value = (float)random.NextDouble() - 0.5f;
        }
        new Product().Take(b).AddTo(a, c);
        for (var row = 0; row < 15; row++)
        {
            for (var column = 0; column < 48; column++)
            {
                var expected = 0.0;
                for (var i = 0; i < 37; i++)
                    expected += a.Row(row)[i] * b.Row(i)[column];
                Assert.Equal(expected, c.Row(row)[column], 1e-4);
            }
        }
    }

    static short[] Draw(Random random, int count, int bound) =>
        [.. Enumerable.Range(0, count).Select(_ => (short)random.Next(-bound, bound + 1))];
}
