using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Tocsin.Language.Neural;

/// <summary>
/// The first layer's sums of a word apart from its sentence, remembered by form: most words of a text come again. When it
/// is full all is forgotten; what it answers does not depend on what came before. One worker's.
/// </summary>
sealed unsafe class WordMemory(NeuralModel model)
{
    const int Forms = 16384;
    const int Rounds = 256;

    readonly Scratch<short> inputs = new();
    readonly Scratch<int> products = new();
    readonly float[] word = new float[model.FrozenWidth + model.LearntWidth + 16];
    ulong[] keys = new ulong[Forms * 2];
    int[] rowOf = new int[Forms * 2];
    int shift = 64 - BitOperations.Log2(Forms * 2);
    int count;
    int fresh;

    /// <summary>Sums, a row of 6 × hidden for each form known; grows with the forms.</summary>
    public short[] Sums { get; private set; } = GC.AllocateUninitializedArray<short>(1024 * 6 * model.Hidden, pinned: true);

    /// <summary>Row of each token asked for.</summary>
    public int[] Rows { get; private set; } = new int[512];

    /// <summary>Fills <see cref="Rows"/>; what is not known is computed.</summary>
    public void Look(ReadOnlySpan<int> tokens, WordColumns columns)
    {
        if (Rows.Length < tokens.Length)
            Rows = new int[tokens.Length * 2];
        if (count + tokens.Length > keys.Length / 2)
        {
            // A sentence may be longer than any that the splitter makes, where somebody else has cut it.
            if (tokens.Length > keys.Length / 2)
            {
                var slots = (int)BitOperations.RoundUpToPowerOf2((uint)tokens.Length * 2);
                (keys, rowOf, shift) = (new ulong[slots], new int[slots], 64 - BitOperations.Log2((uint)slots));
            }
            Array.Clear(keys);
            count = 0;
        }
        fresh = count;
        for (var i = 0; i < tokens.Length; i++)
            Rows[i] = RowOf(columns, tokens[i]);
        Multiply();
    }

    int RowOf(WordColumns columns, int token)
    {
        // Two hashes of the same form, so that no two forms are taken for one.
        var key = ((ulong)columns.Form[token] << 32) | columns.Lower[token];
        var slot = (int)((key * 0x9e3779b97f4a7c15) >> shift);
        while (keys[slot] != 0)
        {
            if (keys[slot] == key)
                return rowOf[slot];
            slot = (slot + 1) & (keys.Length - 1);
        }
        keys[slot] = key;
        rowOf[slot] = count;
        Embed(columns, token);
        return count++;
    }

    /// <summary>Puts the word's vectors, rounded, into the next row of inputs.</summary>
    void Embed(WordColumns columns, int token)
    {
        var width = model.Input1.Inputs;
        if (count - fresh >= Rounds)
            Multiply();
        inputs.Sized(Rounds * width);
        Array.Clear(word);
        fixed (float* sum = word)
        {
            var frozen = model.FrozenRows.Of(columns.Lower[token]);
            if (frozen >= 0)
                Add(model.Frozen.AsSpan(frozen * model.FrozenWidth, model.FrozenWidth), model.FrozenUnit, sum);
            Span<uint> parts = stackalloc uint[NeuralWord.KeyCount];
            NeuralWord.Keys(columns, token, parts);
            foreach (var part in parts)
            {
                var row = model.LearntRows.Of(part);
                if (row >= 0)
                    Add(model.Learnt.AsSpan(row * model.LearntWidth, model.LearntWidth), model.LearntUnits[row], sum + model.FrozenWidth);
            }
            Store(sum, inputs.P + ((count - fresh) * width), width);
        }
    }

    static void Add(ReadOnlySpan<sbyte> from, float unit, float* sum)
    {
        var i = 0;
        fixed (sbyte* start = from)
        {
            for (; i + 8 <= from.Length; i += 8)
            {
                var eight = Vector128.WidenLower(Vector128.CreateScalar(*(long*)(start + i)).AsSByte());
                (Vector256.Load(sum + i) + (Units.Load(eight) * Vector256.Create(unit))).Store(sum + i);
            }
        }
        for (; i < from.Length; i++)
            sum[i] += from[i] * unit;
    }

    static void Store(float* sum, short* to, int width)
    {
        var i = 0;
        for (; i + 16 <= width; i += 16)
            Units.Store(Input(sum + i), Input(sum + i + 8), to + i);
        for (; i < width; i++)
            to[i] = (short)Math.Clamp(MathF.Floor((sum[i] * Units.Input) + 0.5f), -Units.HighestInput, Units.HighestInput);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector256<int> Input(float* sum) =>
        Units.Round(Units.Within(Vector256.Load(sum) * Vector256.Create((float)Units.Input), -Units.HighestInput, Units.HighestInput));

    void Multiply()
    {
        var rows = count - fresh;
        if (rows == 0)
            return;
        var columns = model.Input1.Columns;
        if (Sums.Length < count * columns)
        {
            var larger = GC.AllocateUninitializedArray<short>(Math.Max(count, Sums.Length / columns * 2) * columns, pinned: true);
            Sums.AsSpan(0, fresh * columns).CopyTo(larger);
            Sums = larger;
        }
        model.Input1.Multiply(inputs.P, model.Input1.Inputs, products.Sized(rows * columns), rows);
        fixed (short* to = Sums)
        fixed (float* units = model.Input1.Units, bias = model.Bias1)
        {
            for (var row = 0; row < rows; row++)
            {
                var sums = products.P + (row * columns);
                for (var i = 0; i < columns; i += 16)
                {
                    Units.Store(
                        Rounded(sums + i, units + i, bias + i), Rounded(sums + i + 8, units + i + 8, bias + i + 8),
                        to + ((nint)(fresh + row) * columns) + i);
                }
            }
        }
        fresh = count;
    }

    static Vector256<int> Rounded(int* sum, float* unit, float* bias)
    {
        var x = (Vector256.ConvertToSingle(Vector256.Load(sum)) * Vector256.Load(unit)) + Vector256.Load(bias);
        return Units.Round(Units.Within(x, -31, 31) * Vector256.Create((float)Units.Projected));
    }
}
