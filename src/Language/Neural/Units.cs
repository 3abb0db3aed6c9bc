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
        x = Vector256.Min(Vector256.Max(x, Vector256.Create(-4.97f)), Vector256.Create(4.97f));
        var s = x * x;
        var above = x * (Vector256.Create(135135f) + (s * (Vector256.Create(17325f) + (s * (Vector256.Create(378f) + s)))));
        var below = Vector256.Create(135135f)
            + (s * (Vector256.Create(62370f) + (s * (Vector256.Create(3150f) + (s * Vector256.Create(28f))))));
        return above / below;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Sigmoid(Vector256<float> x) =>
        (Tanh(x * Vector256.Create(0.5f)) * Vector256.Create(0.5f)) + Vector256.Create(0.5f);

    /// <summary>Rounds eight numbers to whole ones.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> Round(Vector256<float> x) => Vector256.ConvertToInt32(Vector256.Floor(x + Vector256.Create(0.5f)));

    /// <summary>Stores 16 whole numbers that fit as 16 bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector256<int> low, Vector256<int> high, short* to) => Vector256.Narrow(low, high).Store(to);

    /// <summary>Reads eight 16-bit numbers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Load(short* from)
    {
        var (low, high) = Vector128.Widen(Vector128.Load(from));
        return Vector256.ConvertToSingle(Vector256.Create(low, high));
    }

    /// <summary>Turns sums of a product into numbers of 16 bits.</summary>
    /// <param name="unit">What one unit of each sum is worth.</param>
    /// <param name="lowest">In stored units, as <paramref name="highest"/>; beyond them a number is cut off.</param>
    /// <param name="scale">Stored units in one.</param>
    public static void StoreRow(int* sum, float* unit, float* bias, short* to, int count, int lowest, int highest, int scale)
    {
        var (low, high) = (Vector256.Create(lowest), Vector256.Create(highest));
        for (var i = 0; i < count; i += 16)
        {
            Store(
                Vector256.Min(Vector256.Max(Scaled(sum + i, unit + i, bias + i, scale), low), high),
                Vector256.Min(Vector256.Max(Scaled(sum + i + 8, unit + i + 8, bias + i + 8, scale), low), high), to + i);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector256<int> Scaled(int* sum, float* unit, float* bias, int scale) =>
        Round(((Vector256.ConvertToSingle(Vector256.Load(sum)) * Vector256.Load(unit)) + Vector256.Load(bias)) * Vector256.Create((float)scale));
}
