namespace Tocsin.Language.Neural;

/// <summary>What a neural engine looks up of a word: its form, three prefixes, four suffixes and its shape.</summary>
static class NeuralWord
{
    public const int KeyCount = 9;

    const uint Template = 501;

    public static void Keys(WordColumns columns, int i, Span<uint> keys)
    {
        keys[0] = FeatureHash.Of(Template, columns.Lower[i]);
        keys[1] = FeatureHash.Of(Template + 1, columns.Prefix1[i]);
        keys[2] = FeatureHash.Of(Template + 2, columns.Prefix2[i]);
        keys[3] = FeatureHash.Of(Template + 3, columns.Prefix3[i]);
        keys[4] = FeatureHash.Of(Template + 4, columns.Suffix1[i]);
        keys[5] = FeatureHash.Of(Template + 5, columns.Suffix2[i]);
        keys[6] = FeatureHash.Of(Template + 6, columns.Suffix3[i]);
        keys[7] = FeatureHash.Of(Template + 7, columns.Suffix4[i]);
        keys[8] = FeatureHash.Of(Template + 8, columns.Shape[i]);
    }
}
