using System.Runtime.CompilerServices;

namespace Tocsin.Language;

/// <summary>What the tagger looks at for one word: the words around it, its form, and the two tags before it.</summary>
static class TaggerFeatures
{
    public const int Count = 34;

    /// <summary>Marks what lies outside the sentence.</summary>
    public const uint Outside = 0x5eed;

    /// <param name="first">First token of the sentence.</param>
    /// <param name="end">Token after its last.</param>
    /// <param name="tag1">Tag of the word before, counted from 1; 0 outside.</param>
    /// <param name="tag2">Tag of the word before that.</param>
    public static void Fill(WordColumns w, int i, int first, int end, uint tag1, uint tag2, Span<uint> f)
    {
        uint word = w.Lower[i], form = w.Form[i];
        uint before = At(w.Lower, i - 1, first, end), before2 = At(w.Lower, i - 2, first, end);
        uint after = At(w.Lower, i + 1, first, end), after2 = At(w.Lower, i + 2, first, end);
        uint fineBefore = At(w.Fine, i - 1, first, end), fineAfter = At(w.Fine, i + 1, first, end);
        f[0] = FeatureHash.Of(1, form);
        f[1] = FeatureHash.Of(2, word);
        f[2] = FeatureHash.Of(3, w.Suffix1[i]);
        f[3] = FeatureHash.Of(4, w.Suffix2[i]);
        f[4] = FeatureHash.Of(5, w.Suffix3[i]);
        f[5] = FeatureHash.Of(6, w.Suffix4[i]);
        f[6] = FeatureHash.Of(7, w.Prefix1[i]);
        f[7] = FeatureHash.Of(8, w.Prefix2[i]);
        f[8] = FeatureHash.Of(9, w.Prefix3[i]);
        f[9] = FeatureHash.Of(10, w.Shape[i], i == first ? 1u : 0u);
        f[10] = FeatureHash.Of(11, before);
        f[11] = FeatureHash.Of(12, after);
        f[12] = FeatureHash.Of(13, before2);
        f[13] = FeatureHash.Of(14, after2);
        f[14] = FeatureHash.Of(15, tag1);
        f[15] = FeatureHash.Of(16, tag1, tag2);
        f[16] = FeatureHash.Of(17, tag1, word);
        f[17] = FeatureHash.Of(18, before, word);
        f[18] = FeatureHash.Of(19, word, after);
        f[19] = FeatureHash.Of(20, w.Fine[i]);
        f[20] = FeatureHash.Of(21, w.Coarse[i]);
        f[21] = FeatureHash.Of(22, fineBefore);
        f[22] = FeatureHash.Of(23, fineAfter);
        f[23] = FeatureHash.Of(24, tag1, w.Fine[i], fineAfter);
        f[24] = FeatureHash.Of(25, At(w.Suffix3, i + 1, first, end));
        f[25] = FeatureHash.Of(26, At(w.Suffix3, i - 1, first, end));
        f[26] = FeatureHash.Of(27, tag1, after);
        f[27] = FeatureHash.Of(28, tag1, w.Suffix3[i]);
        f[28] = FeatureHash.Of(29, w.Suffix2[i], At(w.Suffix2, i + 1, first, end));
        f[29] = FeatureHash.Of(30, At(w.Shape, i + 1, first, end), w.Shape[i]);
        f[30] = FeatureHash.Of(31, At(w.Shape, i - 1, first, end), w.Shape[i]);
        f[31] = FeatureHash.Of(32, before2, before);
        f[32] = FeatureHash.Of(33, after, after2);
        f[33] = FeatureHash.Of(34, tag1, tag2, w.Suffix2[i]);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static uint At(uint[] column, int i, int first, int end) => i >= first && i < end ? column[i] : Outside;
}
