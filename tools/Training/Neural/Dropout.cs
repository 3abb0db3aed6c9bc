using System.Runtime.Intrinsics;

namespace Tocsin.Training.Neural;

/// <summary>Masks that drop numbers with a probability and scale the rest up. One worker's; seeded.</summary>
sealed unsafe class Dropout(int columns)
{
    readonly Matrix mask = new(0, columns);

    /// <summary>A mask of so many rows.</summary>
    public Matrix Draw(int rows, float probability, ref ulong state)
    {
        mask.Sized(rows);
        var kept = 1 / (1 - probability);
        var limit = (uint)(probability * (1 << 24));
        foreach (ref var weight in mask.Span)
            weight = (Next(ref state) >> 40) < limit ? 0 : kept;
        return mask;
    }

    /// <summary>Multiplies rows by the mask of the same row.</summary>
    public void Apply(Matrix x)
    {
        for (var i = 0; i < x.Count; i++)
            x.P[i] *= mask.P[i];
    }

    /// <summary>Multiplies each row by the mask of its sentence.</summary>
    public void Apply(Batch batch, Matrix x)
    {
        for (var row = 0; row < x.Rows; row++)
            Multiply(x.Row(row), mask.Row(batch.SentenceOf[row]), columns);
    }

    /// <summary>Multiplies some columns of rows by the same columns of the mask.</summary>
    public void ApplyTo(Matrix x, int column, int count)
    {
        for (var row = 0; row < x.Rows; row++)
            Multiply(x.Row(row) + column, mask.Row(row) + column, count);
    }

    /// <summary>Multiplies numbers that stand for columns of a row from <paramref name="column"/> on.</summary>
    public void ApplyTo(float* x, int row, int column, int count) => Multiply(x, mask.Row(row) + column, count);

    static void Multiply(float* x, float* by, int count)
    {
        for (var i = 0; i < count; i += 16)
            (Vector512.Load(x + i) * Vector512.Load(by + i)).Store(x + i);
    }

    /// <summary>xorshift64* (Marsaglia 2003, Vigna 2016).</summary>
    public static ulong Next(ref ulong state)
    {
        state ^= state >> 12;
        state ^= state << 25;
        state ^= state >> 27;
        return state * 0x2545f4914f6cdd1d;
    }
}
