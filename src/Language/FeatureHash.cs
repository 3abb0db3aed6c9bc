using System.Runtime.CompilerServices;

namespace Tocsin.Language;

/// <summary>Features as 32-bit numbers: a template's number mixed with what it looks at. Zero is never a feature.</summary>
public static class FeatureHash
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Of(uint template, uint a) => Finish((template * 0x9e3779b1) ^ (a * 0x85ebca77));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Of(uint template, uint a, uint b) =>
        Finish((((template * 0x9e3779b1) ^ (a * 0x85ebca77)) * 0xc2b2ae3d) + (b * 0x27d4eb2f));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Of(uint template, uint a, uint b, uint c) => Of(template, Of(template + 101, a, b), c);

    /// <summary>A word's characters (FNV-1a, finished).</summary>
    public static uint OfText(ReadOnlySpan<char> text)
    {
        var hash = 2166136261u;
        foreach (var c in text)
            hash = (hash ^ c) * 16777619;
        return Finish(hash);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static uint Finish(uint hash)
    {
        hash ^= hash >> 15;
        hash *= 0x2c1b3c6d;
        hash ^= hash >> 13;
        return hash == 0 ? 1 : hash;
    }
}
