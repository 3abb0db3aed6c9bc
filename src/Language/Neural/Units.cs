using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Tocsin.Language.Neural;

/// <summary>
/// How the network's numbers are stored in 16 bits, and its curves. Only operations that give the same bits on every
/// machine: no fused multiplication, no sum whose order depends on the width of vectors.
/// </summary>
static unsafe class Units
{
    /// <summary>States of the recurrent layers lie in −1 … 1.</summary>
    public const int State = 2048;

    /// <summary>Inputs, and what is cut off below zero; cut off at ±<see cref="HighestInput"/> too.</summary>
    public const int Input = 1024;

    public const int HighestInput = 8191;

    /// <summary>Sums of the first layer's inputs.</summary>
    public const int Projected = 1024;

    /// <summary>Dependents in the bilinear form.</summary>
    public const int Dependent = 128;

    public const int HighestDependent = 2047;

    /// <summary>Scores of names.</summary>
    public const int Score = 1024;

    /// <summary>
    /// Hyperbolic tangent by the continued fraction of Lambert (1768), cut after the seventh power; off by less than
    /// 0.0002.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Tanh(Vector256<float> x)
    {
        x = Within(x, -4.97f, 4.97f);
        var s = x * x;
        var above = x * (Vector256.Create(135135f) + (s * (Vector256.Create(17325f) + (s * (Vector256.Create(378f) + s)))));
        var below = Vector256.Create(135135f)
            + (s * (Vector256.Create(62370f) + (s * (Vector256.Create(3150f) + (s * Vector256.Create(28f))))));
        return above / below;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Sigmoid(Vector256<float> x) =>
        (Tanh(x * Vector256.Create(0.5f)) * Vector256.Create(0.5f)) + Vector256.Create(0.5f);

    /// <summary>Cuts off; of numbers only, so that the machine's own instructions, which differ for what is none, will do.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Within(Vector256<float> x, float lowest, float highest) =>
        Vector256.MinNative(Vector256.MaxNative(x, Vector256.Create(lowest)), Vector256.Create(highest));

    /// <summary>Rounds eight numbers, each within ±2³⁰, to whole ones.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> Round(Vector256<float> x) => Vector256.ConvertToInt32Native(Vector256.Floor(x + Vector256.Create(0.5f)));

    /// <summary>Stores 16 whole numbers that fit as 16 bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector256<int> low, Vector256<int> high, short* to) => Vector256.NarrowWithSaturation(low, high).Store(to);

    /// <summary>Reads eight 16-bit numbers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Load(short* from) => Load(Vector128.Load(from));

    /// <summary>Eight 16-bit numbers as single ones.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Load(Vector128<short> eight) =>
        Vector256.ConvertToSingle(Vector256.WidenLower(eight.ToVector256Unsafe()));

    /// <summary>Turns sums of a product into numbers of 16 bits.</summary>
    /// <param name="unit">What one unit of each sum is worth.</param>
    /// <param name="lowest">In stored units, as <paramref name="highest"/>; beyond them a number is cut off.</param>
    /// <param name="scale">Stored units in one.</param>
    public static void StoreRow(int* sum, float* unit, float* bias, short* to, int count, int lowest, int highest, int scale)
    {
        for (var i = 0; i < count; i += 16)
            Store(Scaled(sum + i, unit + i, bias + i), Scaled(sum + i + 8, unit + i + 8, bias + i + 8), to + i);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        Vector256<int> Scaled(int* sum, float* unit, float* bias)
        {
            var x = (Vector256.ConvertToSingle(Vector256.Load(sum)) * Vector256.Load(unit)) + Vector256.Load(bias);
            return Round(Within(x * Vector256.Create((float)scale), lowest, highest));
        }
    }
}
