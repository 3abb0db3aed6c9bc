namespace Tocsin.Language;

/// <summary>
/// Names from gazetteers (countries, peoples, cities, bodies), by the hash of their lower-cased words. What stands in
/// it is a hint to the tagger, not a verdict.
/// </summary>
sealed class KnownNames
{
    /// <summary>Longest name, in tokens.</summary>
    public const int LongestName = 6;

    const uint Template = 401;

    readonly NumberTable kinds;

    KnownNames(NumberTable kinds) => this.kinds = kinds;

    public static KnownNames Build(ReadOnlySpan<uint> phrases, ReadOnlySpan<byte> kindOf)
    {
        var kinds = new ushort[kindOf.Length];
        for (var i = 0; i < kinds.Length; i++)
            kinds[i] = kindOf[i];
        return new KnownNames(NumberTable.Build(phrases, kinds));
    }

    public static uint Extend(uint phrase, uint lower) => FeatureHash.Of(Template, phrase, lower);

    /// <summary>
    /// Marks the tokens of known names in one sentence: twice the kind at the first token, one more at the others, 0
    /// elsewhere. Longest names first, left to right; a name starts with a capital.
    /// </summary>
    public void Mark(Document document, WordColumns columns, int first, int end, Span<byte> marks)
    {
        marks[first..end].Clear();
        for (var i = first; i < end; i++)
        {
            if (!char.IsUpper(document.Form(i)[0]))
                continue;
            var phrase = 0u;
            var length = 0;
            byte kind = 0;
            for (var j = i; j < end && j - i < LongestName; j++)
            {
                phrase = Extend(phrase, columns.Lower[j]);
                if (kinds.Of(phrase) is >= 0 and var found)
                    (length, kind) = (j - i + 1, (byte)found);
            }
            if (length == 0)
                continue;
            marks[i] = (byte)(kind * 2);
            for (var j = 1; j < length; j++)
                marks[i + j] = (byte)((kind * 2) + 1);
            i += length - 1;
        }
    }
}
