namespace Tocsin.Language;

/// <summary>Weights of the ranker of antecedents, found by the highest bits of a feature. Read-only, shared by threads.</summary>
/// <remarks>Features that share a place share its weight; the ranker was learnt that way.</remarks>
sealed class CoreferenceModel
{
    public const string Kind = "english-coreference";

    /// <summary>There are two to this power of weights.</summary>
    public const int Bits = 19;

    readonly short[] weights;

    CoreferenceModel(short[] weights) => this.weights = weights;

    /// <exception cref="ModelException">Missing, damaged or of another version.</exception>
    public static CoreferenceModel Load(string path)
    {
        if (!File.Exists(path))
            throw new ModelException($"The model of coreference is missing: {path}");
        return Build(ModelFile.Read(path, Kind).Section<sbyte>("weights"));
    }

    /// <exception cref="ModelException">Another number of weights.</exception>
    public static CoreferenceModel Build(ReadOnlySpan<sbyte> codes)
    {
        if (codes.Length != 1 << Bits)
            throw new ModelException($"The model of coreference should have {1 << Bits} weights and has {codes.Length}.");
        var weights = LargeTable.Allocate<short>(codes.Length);
        for (var i = 0; i < codes.Length; i++)
            weights[i] = WeightCode.Value(codes[i]);
        return new CoreferenceModel(weights);
    }

    public static int Place(uint feature) => (int)(feature * 0x9e3779b1 >> (32 - Bits));

    public int Score(ReadOnlySpan<uint> features)
    {
        var score = 0;
        foreach (var feature in features)
            score += weights[Place(feature)];
        return score;
    }
}
