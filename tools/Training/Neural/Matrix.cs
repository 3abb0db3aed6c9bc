namespace Tocsin.Training.Neural;

/// <summary>A row-major matrix of single precision in memory that does not move; its rows may grow and shrink.</summary>
sealed unsafe class Matrix
{
    float[] data;

    public Matrix(int rows, int columns)
    {
        Columns = columns;
        Rows = rows;
        data = GC.AllocateArray<float>(Math.Max(1, rows * columns), pinned: true);
        P = (float*)System.Runtime.InteropServices.Marshal.UnsafeAddrOfPinnedArrayElement(data, 0);
    }

    public float* P { get; private set; }

    public int Rows { get; private set; }

    public int Columns { get; }

    public int Count => Rows * Columns;

    public Span<float> Span => new(P, Count);

    public float* Row(int row) => P + ((nint)row * Columns);

    /// <summary>Sets the number of rows; what they hold is not kept, and not cleared either.</summary>
    public Matrix Sized(int rows)
    {
        if (data.Length < rows * Columns)
        {
            data = GC.AllocateUninitializedArray<float>(rows * Columns * 5 / 4, pinned: true);
            P = (float*)System.Runtime.InteropServices.Marshal.UnsafeAddrOfPinnedArrayElement(data, 0);
        }
        Rows = rows;
        return this;
    }

    public Matrix Cleared(int rows)
    {
        Sized(rows).Span.Clear();
        return this;
    }
}
