using Tocsin.Language;

namespace Tocsin.Coding;

/// <summary>
/// A learnt judge of how certain readers take it that something happened: a linear regression over hashed features.
/// Read-only, shared by threads. Features that share a place share its weight; it was learnt that way.
/// </summary>
public sealed class FactualityModel
{
    public const string Kind = "english-factuality";

    /// <summary>There are two to this power of weights.</summary>
    public const int Bits = 18;

    readonly sbyte[] weights;
    readonly float scale;

    FactualityModel(sbyte[] weights, float scale)
    {
        this.weights = weights;
        this.scale = scale;
    }

    /// <exception cref="ModelException">Missing, damaged or of another version.</exception>
    public static FactualityModel Load(string path)
    {
        if (!File.Exists(path))
            throw new ModelException($"The model of factuality is missing: {path}");
        var file = ModelFile.Read(path, Kind);
        return Build(file.Section<sbyte>("weights"), file.Section<float>("scale"));
    }

    /// <exception cref="ModelException">Another number of weights.</exception>
    public static FactualityModel Build(ReadOnlySpan<sbyte> weights, ReadOnlySpan<float> scale) =>
        weights.Length == 1 << Bits && scale.Length == 1
            ? new FactualityModel(weights.ToArray(), scale[0])
            : throw new ModelException($"The model of factuality should have {1 << Bits} weights and a scale, and has {weights.Length} and {scale.Length}.");

    internal static int Place(uint feature) => (int)(unchecked(feature * 0x9e3779b1) >> (32 - Bits));

    /// <summary>−3, certainly not, to 3, certainly.</summary>
    internal double Value(ReadOnlySpan<uint> features)
    {
        var sum = 0;
        foreach (var feature in features)
            sum += weights[Place(feature)];
        return Math.Clamp(sum * scale, -3, 3);
    }
}
