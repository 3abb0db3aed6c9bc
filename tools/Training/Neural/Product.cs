using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Tocsin.Training.Neural;

/// <summary>
/// Matrix products. The right factor is first laid out in panels of 16 columns, so that the kernel, six rows of the
/// left factor at a time, reads it in order.
/// </summary>
sealed unsafe class Product
{
    const int Panel = 16;

    readonly Matrix panels = new(0, Panel);
    int inner;
    int columns;

    /// <summary>Takes a right factor of <paramref name="k"/> rows and <paramref name="n"/> columns (a multiple of 16).</summary>
    public Product Take(float* b, nint rowStride, nint columnStride, int k, int n)
    {
        if (n % Panel != 0)
            throw new ArgumentException($"{n} columns are no multiple of {Panel}.", nameof(n));
        (inner, columns) = (k, n);
        panels.Sized(n / Panel * k);
        var to = panels.P;
        for (var at = 0; at < n; at += Panel)
        {
            for (var row = 0; row < k; row++, to += Panel)
            {
                var from = b + (row * rowStride) + (at * columnStride);
                if (columnStride == 1)
                {
                    Unsafe.CopyBlock(to, from, Panel * sizeof(float));
                    continue;
                }
                for (var i = 0; i < Panel; i++)
                    to[i] = from[i * columnStride];
            }
        }
        return this;
    }

    public Product Take(Matrix b) => Take(b.P, b.Columns, 1, b.Rows, b.Columns);

    public Product TakeTransposed(Matrix b) => Take(b.P, 1, b.Columns, b.Columns, b.Rows);

    /// <summary>C (m × n, rows <paramref name="ldc"/> apart) += A (m × k) · B.</summary>
    public void AddTo(float* a, nint rowStride, nint columnStride, float* c, nint ldc, int m)
    {
        for (var panel = 0; panel < columns / Panel; panel++)
        {
            var b = panels.P + ((nint)panel * inner * Panel);
            var to = c + (panel * Panel);
            var row = 0;
            for (; row + 6 <= m; row += 6)
                Six(a + (row * rowStride), rowStride, columnStride, b, to + (row * ldc), ldc);
            for (; row + 2 <= m; row += 2)
                Two(a + (row * rowStride), rowStride, columnStride, b, to + (row * ldc), ldc);
            for (; row < m; row++)
                One(a + (row * rowStride), columnStride, b, to + (row * ldc));
        }
    }

    /// <summary>C += A · B for matrices that fit each other.</summary>
    public void AddTo(Matrix a, Matrix c) => AddTo(a.P, a.Columns, 1, c.P, c.Columns, a.Rows);

    /// <summary>C += Aᵀ · B, where B was taken: the gradient of weights from inputs and the gradient of outputs.</summary>
    public void AddTransposedTo(Matrix a, Matrix c) => AddTo(a.P, 1, a.Columns, c.P, c.Columns, a.Columns);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    void Six(float* a, nint rs, nint cs, float* b, float* c, nint ldc)
    {
        Vector256<float> c00 = default, c01 = default, c10 = default, c11 = default, c20 = default, c21 = default, c30 = default,
            c31 = default, c40 = default, c41 = default, c50 = default, c51 = default;
        nint r2 = 2 * rs, r3 = 3 * rs, r4 = 4 * rs, r5 = 5 * rs;
        var end = b + ((nint)inner * Panel);
        for (; b < end; b += Panel, a += cs)
        {
            var b0 = Vector256.Load(b);
            var b1 = Vector256.Load(b + 8);
            var x = Vector256.Create(*a);
            c00 = Vector256.FusedMultiplyAdd(x, b0, c00);
            c01 = Vector256.FusedMultiplyAdd(x, b1, c01);
            x = Vector256.Create(a[rs]);
            c10 = Vector256.FusedMultiplyAdd(x, b0, c10);
            c11 = Vector256.FusedMultiplyAdd(x, b1, c11);
            x = Vector256.Create(a[r2]);
            c20 = Vector256.FusedMultiplyAdd(x, b0, c20);
            c21 = Vector256.FusedMultiplyAdd(x, b1, c21);
            x = Vector256.Create(a[r3]);
            c30 = Vector256.FusedMultiplyAdd(x, b0, c30);
            c31 = Vector256.FusedMultiplyAdd(x, b1, c31);
            x = Vector256.Create(a[r4]);
            c40 = Vector256.FusedMultiplyAdd(x, b0, c40);
            c41 = Vector256.FusedMultiplyAdd(x, b1, c41);
            x = Vector256.Create(a[r5]);
            c50 = Vector256.FusedMultiplyAdd(x, b0, c50);
            c51 = Vector256.FusedMultiplyAdd(x, b1, c51);
        }
        Add(c, c00, c01);
        Add(c + ldc, c10, c11);
        Add(c + (2 * ldc), c20, c21);
        Add(c + (3 * ldc), c30, c31);
        Add(c + (4 * ldc), c40, c41);
        Add(c + (5 * ldc), c50, c51);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    void Two(float* a, nint rs, nint cs, float* b, float* c, nint ldc)
    {
        Vector256<float> c00 = default, c01 = default, c10 = default, c11 = default;
        var end = b + ((nint)inner * Panel);
        for (; b < end; b += Panel, a += cs)
        {
            var b0 = Vector256.Load(b);
            var b1 = Vector256.Load(b + 8);
            var x = Vector256.Create(*a);
            c00 = Vector256.FusedMultiplyAdd(x, b0, c00);
            c01 = Vector256.FusedMultiplyAdd(x, b1, c01);
            x = Vector256.Create(a[rs]);
            c10 = Vector256.FusedMultiplyAdd(x, b0, c10);
            c11 = Vector256.FusedMultiplyAdd(x, b1, c11);
        }
        Add(c, c00, c01);
        Add(c + ldc, c10, c11);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    void One(float* a, nint cs, float* b, float* c)
    {
        Vector256<float> c00 = default, c01 = default;
        var end = b + ((nint)inner * Panel);
        for (; b < end; b += Panel, a += cs)
        {
            var x = Vector256.Create(*a);
            c00 = Vector256.FusedMultiplyAdd(x, Vector256.Load(b), c00);
            c01 = Vector256.FusedMultiplyAdd(x, Vector256.Load(b + 8), c01);
        }
        Add(c, c00, c01);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void Add(float* c, Vector256<float> low, Vector256<float> high)
    {
        (Vector256.Load(c) + low).Store(c);
        (Vector256.Load(c + 8) + high).Store(c + 8);
    }
}
