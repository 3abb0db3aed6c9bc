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
    readonly float[] zeros = new float[model.Hidden];
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
        new Span<int>(sums.P + (known * 3 * Hidden), (size - known) * 3 * Hidden).Clear();
        fixed (float* units = weights.Units, begun = zeros)
        fixed (short* memory = words.Sums)
        fixed (short* added = model.Marks)
        {
            for (var s = 0; s < size; s++)
            {
                var own = memory + ((nint)words.Rows[row + s] * 6 * Hidden) + (direction * 3 * Hidden);
                var mark = marks[batch.Tokens[row + s]];
                var old = s < known ? cells.P + ((nint)(last + s) * Hidden) : begun;
                var cell = cells.P + ((nint)(row + s) * Hidden);
                var to = states + side + ((nint)(row + s) * 2 * Hidden);
                if (mark == 0)
                    Advance(own, sums.P + (s * 3 * Hidden), units, old, cell, to);
                else
                    Advance(own, added + (mark * 6 * Hidden) + (direction * 3 * Hidden), sums.P + (s * 3 * Hidden), units, old, cell, to);
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
        fixed (float* units = weights.Units, bias = model.Bias2, begun = zeros)
        {
            for (var s = 0; s < size; s++)
            {
                var old = s < known ? cells.P + ((nint)(last + s) * Hidden) : begun;
                Advance(
                    sums.P + (s * 3 * Hidden), units, bias + (direction * 3 * Hidden), old, cells.P + ((nint)(row + s) * Hidden),
                    states + side + ((nint)(row + s) * 2 * Hidden));
            }
        }
    }

    /// <summary>From a word's own sums and those of the state before to the new cell and state.</summary>
    void Advance(short* own, int* sum, float* units, float* old, float* cell, short* to)
    {
        for (var i = 0; i < Hidden; i += 16)
            Units.Store(At(i), At(i + 8), to + i);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        Vector256<int> At(int i) => State(Gate(i), Gate(Hidden + i), Gate((2 * Hidden) + i), old + i, cell + i);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        Vector256<float> Gate(int i) => (Units.Load(own + i) * Vector256.Create(1f / Units.Projected))
            + (Vector256.ConvertToSingle(Vector256.Load(sum + i)) * Vector256.Load(units + i));
    }

    /// <summary>The same of a word that belongs to a known name.</summary>
    void Advance(short* own, short* mark, int* sum, float* units, float* old, float* cell, short* to)
    {
        for (var i = 0; i < Hidden; i += 16)
            Units.Store(At(i), At(i + 8), to + i);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        Vector256<int> At(int i) => State(Gate(i), Gate(Hidden + i), Gate((2 * Hidden) + i), old + i, cell + i);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        Vector256<float> Gate(int i) => ((Units.Load(own + i) + Units.Load(mark + i)) * Vector256.Create(1f / Units.Projected))
            + (Vector256.ConvertToSingle(Vector256.Load(sum + i)) * Vector256.Load(units + i));
    }

    /// <summary>The same in the upper layer, whose sums hold the input too.</summary>
    void Advance(int* sum, float* units, float* bias, float* old, float* cell, short* to)
    {
        for (var i = 0; i < Hidden; i += 16)
            Units.Store(At(i), At(i + 8), to + i);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        Vector256<int> At(int i) => State(Gate(i), Gate(Hidden + i), Gate((2 * Hidden) + i), old + i, cell + i);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        Vector256<float> Gate(int i) =>
            (Vector256.ConvertToSingle(Vector256.Load(sum + i)) * Vector256.Load(units + i)) + Vector256.Load(bias + i);
    }

    /// <param name="forget">Sum of the coupled gate: what of the old cell stays.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector256<int> State(Vector256<float> forget, Vector256<float> output, Vector256<float> input, float* old, float* cell)
    {
        var f = Units.Sigmoid(forget);
        var o = Units.Sigmoid(output);
        var c = ((Vector256<float>.One - f) * Units.Tanh(input)) + (f * Vector256.Load(old));
        c.Store(cell);
        return Units.Round(o * Units.Tanh(c) * Vector256.Create((float)Units.State));
    }
}
