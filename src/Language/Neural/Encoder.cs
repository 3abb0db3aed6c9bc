using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Tocsin.Language.Neural;

/// <summary>
/// The two recurrent layers over a batch in lock-step: what each word is in its sentence. A step of all sentences is one
/// product with the weights. What the first layer makes of a word apart from its sentence is kept for when the word comes
/// again. One worker's.
/// </summary>
/// <remarks>LSTM with coupled gates: Greff et al. 2015; both directions: Graves and Schmidhuber 2005.</remarks>
sealed unsafe class Encoder(NeuralModel model)
{
    readonly WordMemory words = new(model);
    readonly Scratch<int> sums = new();
    readonly Scratch<float> cells = new();
    readonly Scratch<float> gates = new();
    readonly Scratch<short> lower = new();
    readonly Scratch<short> upper = new();

    int Hidden => model.Hidden;

    /// <summary>The upper layer's states, both directions side by side, a row for each row of the batch.</summary>
    public short* States => upper.P;

    public void Run(LockStep batch, WordColumns columns, ReadOnlySpan<byte> marks)
    {
        words.Look(batch.Tokens, columns);
        var states = lower.Sized(batch.Rows * 2 * Hidden);
        upper.Sized(batch.Rows * 2 * Hidden);
        cells.Sized(batch.Rows * Hidden);
        gates.Sized(3 * Hidden);
        sums.Sized(Math.Max(1, batch.Sentences) * 3 * Hidden);
        for (var direction = 0; direction < 2; direction++)
        {
            for (var i = 0; i < batch.Steps; i++)
                LowerStep(batch, direction, direction == 0 ? i : batch.Steps - 1 - i, states, marks);
        }
        for (var direction = 0; direction < 2; direction++)
        {
            for (var i = 0; i < batch.Steps; i++)
                UpperStep(batch, direction, direction == 0 ? i : batch.Steps - 1 - i, states, upper.P);
        }
    }

    /// <summary>The step before, in the direction of reading, and how many sentences have a state from it.</summary>
    static (int Row, int Known) Before(LockStep batch, int direction, int step)
    {
        var last = direction == 0 ? step - 1 : step + 1;
        return last < 0 || last >= batch.Steps ? (0, 0) : (batch.Offset(last), Math.Min(batch.Size(step), batch.Size(last)));
    }

    void LowerStep(LockStep batch, int direction, int step, short* states, ReadOnlySpan<byte> marks)
    {
        var (row, size) = (batch.Offset(step), batch.Size(step));
        var (last, known) = Before(batch, direction, step);
        var side = direction * Hidden;
        var weights = model.Recurrent1[direction];
        weights.Multiply(states + (last * 2 * Hidden) + side, 2 * Hidden, sums.P, known);
        fixed (float* units = weights.Units)
        fixed (short* memory = words.Sums)
        fixed (short* added = model.Marks)
        {
            for (var s = 0; s < size; s++)
            {
                var own = memory + ((nint)words.Rows[row + s] * 6 * Hidden) + (direction * 3 * Hidden);
                var mark = marks[batch.Tokens[row + s]];
                var more = mark == 0 ? null : added + (mark * 6 * Hidden) + (direction * 3 * Hidden);
                AddWord(own, more, s < known ? sums.P + (s * 3 * Hidden) : null, units, gates.P);
                Advance(s < known ? cells.P + ((nint)(last + s) * Hidden) : null, row + s, states + side);
            }
        }
    }

    void UpperStep(LockStep batch, int direction, int step, short* below, short* states)
    {
        var (row, size) = (batch.Offset(step), batch.Size(step));
        var (last, known) = Before(batch, direction, step);
        var side = direction * Hidden;
        var weights = model.Recurrent2[direction];
        var inputs = below + ((nint)row * 2 * Hidden);
        weights.Multiply(inputs, 2 * Hidden, Hidden, states + ((nint)last * 2 * Hidden) + side, 2 * Hidden, Hidden / 2, sums.P, known);
        weights.Multiply(
            inputs + ((nint)known * 2 * Hidden), 2 * Hidden, Hidden, inputs, 0, 0, sums.P + (known * 3 * Hidden), size - known);
        fixed (float* units = weights.Units, bias = model.Bias2)
        {
            for (var s = 0; s < size; s++)
            {
                AddBias(sums.P + (s * 3 * Hidden), units, bias + (direction * 3 * Hidden), gates.P);
                Advance(s < known ? cells.P + ((nint)(last + s) * Hidden) : null, row + s, states + side);
            }
        }
    }

    void AddWord(short* own, short* mark, int* sum, float* units, float* to)
    {
        var unit = Vector256.Create(1f / Units.Projected);
        for (var i = 0; i < 3 * Hidden; i += 8)
        {
            var x = Units.Load(own + i);
            if (mark != null)
                x += Units.Load(mark + i);
            x *= unit;
            if (sum != null)
                x += Vector256.ConvertToSingle(Vector256.Load(sum + i)) * Vector256.Load(units + i);
            x.Store(to + i);
        }
    }

    void AddBias(int* sum, float* units, float* bias, float* to)
    {
        for (var i = 0; i < 3 * Hidden; i += 8)
            ((Vector256.ConvertToSingle(Vector256.Load(sum + i)) * Vector256.Load(units + i)) + Vector256.Load(bias + i)).Store(to + i);
    }

    /// <summary>From the sums of the gates to the new cell and state.</summary>
    /// <param name="old">The cell before; null at a sentence's start.</param>
    /// <param name="states">States of the layer in this direction, from the batch's first row on.</param>
    void Advance(float* old, int row, short* states)
    {
        var z = gates.P;
        var cell = cells.P + ((nint)row * Hidden);
        var to = states + ((nint)row * 2 * Hidden);
        for (var i = 0; i < Hidden; i += 16)
            Units.Store(State(z, old, cell, i), State(z, old, cell, i + 8), to + i);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    Vector256<int> State(float* z, float* old, float* cell, int i)
    {
        var f = Units.Sigmoid(Vector256.Load(z + i));
        var o = Units.Sigmoid(Vector256.Load(z + Hidden + i));
        var c = (Vector256<float>.One - f) * Units.Tanh(Vector256.Load(z + (2 * Hidden) + i));
        if (old != null)
            c += f * Vector256.Load(old + i);
        c.Store(cell + i);
        return Units.Round(o * Units.Tanh(c) * Vector256.Create((float)Units.State));
    }
}
