using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Tocsin.Language.Neural;

/// <summary>
/// Weights as 16-bit numbers, each column with a unit of its own, so chosen that the 32-bit sum of a product with
/// whatever the inputs may be cannot overflow. Sums are exact: they do not depend on the order of addition, and so not on
/// the machine. Read-only, shared by threads.
/// </summary>
sealed unsafe class QuantisedMatrix
{
    /// <summary>Columns that the kernel works on at once.</summary>
    public const int Panel = 16;

    /// <summary>Rows of the left factor that the kernel works on at once.</summary>
    const int Block = 6;

    // Panel by panel; in each, two inputs at a time, the weights of the two side by side for every column.
    readonly short[] weights;

    QuantisedMatrix(short[] weights, float[] units, int inputs, int columns)
    {
        this.weights = weights;
        Units = units;
        Inputs = inputs;
        Columns = columns;
    }

    /// <summary>Length of a row of the left factor; even.</summary>
    public int Inputs { get; }

    /// <summary>Columns, rounded up to whole panels.</summary>
    public int Columns { get; }

    /// <summary>What one unit of each column's sum is worth.</summary>
    public float[] Units { get; }

    /// <summary>Reads the sections <c>NAME.weights</c> (row-major) and <c>NAME.units</c>.</summary>
    /// <exception cref="ModelException">They do not agree.</exception>
    public static QuantisedMatrix Load(ModelFile file, string name)
    {
        var stored = file.Section<short>(name + ".weights");
        var units = file.Section<float>(name + ".units");
        if (units.Length == 0 || stored.Length % units.Length != 0)
            throw new ModelException($"The matrix '{name}' of the model has {stored.Length} weights for {units.Length} columns.");
        return Build(stored, units, stored.Length / units.Length);
    }

    /// <param name="stored">Weights, row by row.</param>
    /// <param name="rows">An odd number is made even by a row of zeros.</param>
    public static QuantisedMatrix Build(ReadOnlySpan<short> stored, ReadOnlySpan<float> units, int rows)
    {
        var columns = (units.Length + Panel - 1) / Panel * Panel;
        var inputs = (rows + 1) & ~1;
        var weights = GC.AllocateArray<short>(inputs * columns, pinned: true);
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < units.Length; column++)
                weights[Place(inputs, row, column)] = stored[(row * units.Length) + column];
        }
        var padded = new float[columns];
        units.CopyTo(padded);
        return new QuantisedMatrix(weights, padded, inputs, columns);
    }

    static int Place(int inputs, int row, int column) =>
        (column / Panel * inputs * Panel) + (row / 2 * 2 * Panel) + (column % Panel * 2) + (row % 2);

    /// <summary>
    /// Sums of products of rows with the weights, stored as integers, <see cref="Columns"/> a row. A row is read from two
    /// places, the second of which may be empty.
    /// </summary>
    /// <param name="firstPairs">Numbers read from the first place, in pairs.</param>
    /// <param name="secondPairs">Numbers read from the second place, in pairs; those of both need not be all.</param>
    public void Multiply(
        short* first, int firstStride, int firstPairs, short* second, int secondStride, int secondPairs, int* sums, int rows)
    {
        var all = (short*)Unsafe.AsPointer(ref weights[0]);
        for (var panel = 0; panel < Columns / Panel; panel++)
        {
            var w = all + ((nint)panel * Inputs * Panel);
            var to = sums + (panel * Panel);
            var row = 0;
            if (Avx2.IsSupported)
            {
                for (; row + Block <= rows; row += Block)
                {
                    Six(first + (row * firstStride), firstStride, firstPairs, second + (row * secondStride), secondStride, secondPairs,
                        w, to + (row * Columns));
                }
                for (; row + 2 <= rows; row += 2)
                {
                    Two(first + (row * firstStride), firstStride, firstPairs, second + (row * secondStride), secondStride, secondPairs,
                        w, to + (row * Columns));
                }
            }
            for (; row < rows; row++)
                One(first + (row * firstStride), firstPairs, second + (row * secondStride), secondPairs, w, to + (row * Columns));
        }
    }

    /// <summary>The same from one place.</summary>
    public void Multiply(short* rows, int stride, int* sums, int count) =>
        Multiply(rows, stride, Inputs / 2, rows, 0, 0, sums, count);

    void Six(short* a, nint lda, int pairs, short* a2, nint lda2, int pairs2, short* w, int* to)
    {
        Vector256<int> s00 = default, s01 = default, s10 = default, s11 = default, s20 = default, s21 = default, s30 = default,
            s31 = default, s40 = default, s41 = default, s50 = default, s51 = default;
        for (var part = 0; part < 2; part++)
        {
            nint r2 = 2 * lda, r3 = 3 * lda, r4 = 4 * lda, r5 = 5 * lda;
            for (var end = w + ((nint)pairs * 2 * Panel); w < end; w += 2 * Panel, a += 2)
            {
                var w0 = Vector256.Load(w);
                var w1 = Vector256.Load(w + Panel);
                var x = Pair(a);
                s00 += Avx2.MultiplyAddAdjacent(x, w0);
                s01 += Avx2.MultiplyAddAdjacent(x, w1);
                x = Pair(a + lda);
                s10 += Avx2.MultiplyAddAdjacent(x, w0);
                s11 += Avx2.MultiplyAddAdjacent(x, w1);
                x = Pair(a + r2);
                s20 += Avx2.MultiplyAddAdjacent(x, w0);
                s21 += Avx2.MultiplyAddAdjacent(x, w1);
                x = Pair(a + r3);
                s30 += Avx2.MultiplyAddAdjacent(x, w0);
                s31 += Avx2.MultiplyAddAdjacent(x, w1);
                x = Pair(a + r4);
                s40 += Avx2.MultiplyAddAdjacent(x, w0);
                s41 += Avx2.MultiplyAddAdjacent(x, w1);
                x = Pair(a + r5);
                s50 += Avx2.MultiplyAddAdjacent(x, w0);
                s51 += Avx2.MultiplyAddAdjacent(x, w1);
            }
            a = a2;
            lda = lda2;
            pairs = pairs2;
        }
        Store(to, s00, s01);
        Store(to + Columns, s10, s11);
        Store(to + (2 * Columns), s20, s21);
        Store(to + (3 * Columns), s30, s31);
        Store(to + (4 * Columns), s40, s41);
        Store(to + (5 * Columns), s50, s51);
    }

    void Two(short* a, nint lda, int pairs, short* a2, nint lda2, int pairs2, short* w, int* to)
    {
        Vector256<int> s00 = default, s01 = default, s10 = default, s11 = default;
        for (var part = 0; part < 2; part++)
        {
            for (var end = w + ((nint)pairs * 2 * Panel); w < end; w += 2 * Panel, a += 2)
            {
                var w0 = Vector256.Load(w);
                var w1 = Vector256.Load(w + Panel);
                var x = Pair(a);
                s00 += Avx2.MultiplyAddAdjacent(x, w0);
                s01 += Avx2.MultiplyAddAdjacent(x, w1);
                x = Pair(a + lda);
                s10 += Avx2.MultiplyAddAdjacent(x, w0);
                s11 += Avx2.MultiplyAddAdjacent(x, w1);
            }
            a = a2;
            lda = lda2;
            pairs = pairs2;
        }
        Store(to, s00, s01);
        Store(to + Columns, s10, s11);
    }

    static void One(short* a, int pairs, short* a2, int pairs2, short* w, int* to)
    {
        Vector256<int> low = default, high = default;
        for (var part = 0; part < 2; part++)
        {
            for (var end = w + ((nint)pairs * 2 * Panel); w < end; w += 2 * Panel, a += 2)
            {
                low += Products(a, Vector256.Load(w));
                high += Products(a, Vector256.Load(w + Panel));
            }
            a = a2;
            pairs = pairs2;
        }
        Store(to, low, high);
    }

    /// <summary>Sum of products of two neighbouring numbers with the weights of each column, on any machine.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector256<int> Products(short* pair, Vector256<short> w)
    {
        if (Avx2.IsSupported)
            return Avx2.MultiplyAddAdjacent(Pair(pair), w);
        var both = w.AsInt32();
        return (((both << 16) >> 16) * pair[0]) + ((both >> 16) * pair[1]);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector256<short> Pair(short* a) => Vector256.Create(*(int*)a).AsInt16();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void Store(int* to, Vector256<int> low, Vector256<int> high)
    {
        low.Store(to);
        high.Store(to + 8);
    }

    /// <summary>Sum of the products of two rows of a multiple of 16 numbers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Dot(short* a, short* b, int n)
    {
        var sum = Vector256<int>.Zero;
        for (var i = 0; i < n; i += 16)
        {
            var (x, y) = (Vector256.Load(a + i), Vector256.Load(b + i));
            if (Avx2.IsSupported)
            {
                sum += Avx2.MultiplyAddAdjacent(x, y);
            }
            else
            {
                var (p, q) = (x.AsInt32(), y.AsInt32());
                sum += (((p << 16) >> 16) * ((q << 16) >> 16)) + ((p >> 16) * (q >> 16));
            }
        }
        return Vector256.Sum(sum);
    }
}
