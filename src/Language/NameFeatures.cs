namespace Tocsin.Language;

/// <summary>What the name tagger looks at: words, shapes, affixes, clusters and tags two to each side, known names.</summary>
static class NameFeatures
{
    public const int Count = 56;

    /// <summary>Style of a sentence without a capital.</summary>
    public const uint NoCapitals = 3;

    /// <summary>A sentence in which most words have a capital: a headline, where capitals say little.</summary>
    public static uint StyleOf(Document document, int first, int end)
    {
        int capitals = 0, words = 0;
        for (var i = first; i < end; i++)
        {
            var c = document.Form(i)[0];
            words += char.IsLetter(c) ? 1 : 0;
            capitals += char.IsUpper(c) ? 1 : 0;
        }
        return words < 4 ? 1u : capitals * 10 >= words * 7 ? 2u : capitals == 0 ? NoCapitals : 4u;
    }

    public static void Fill(
        WordColumns c, ReadOnlySpan<Upos> tags, ReadOnlySpan<byte> marks, uint style, int i, int first, int end,
        Span<uint> features)
    {
        uint w = c.Lower[i], s = c.Shape[i], k = c.Fine[i];
        bool has1 = i > first, has2 = i > first + 1, next1 = i + 1 < end, next2 = i + 2 < end;
        uint wp = has1 ? c.Lower[i - 1] : 1, wpp = has2 ? c.Lower[i - 2] : 1;
        uint wn = next1 ? c.Lower[i + 1] : 2, wnn = next2 ? c.Lower[i + 2] : 2;
        uint sp = has1 ? c.Shape[i - 1] : 1, sn = next1 ? c.Shape[i + 1] : 2;
        uint kp = has1 ? c.Fine[i - 1] + 1u : 0, kpp = has2 ? c.Fine[i - 2] + 1u : 0;
        uint kn = next1 ? c.Fine[i + 1] + 1u : 0, knn = next2 ? c.Fine[i + 2] + 1u : 0;
        uint cp = has1 ? c.Coarse[i - 1] + 1u : 0, cn = next1 ? c.Coarse[i + 1] + 1u : 0;
        uint m = marks[i], mp = has1 ? marks[i - 1] : 0u, mn = next1 ? marks[i + 1] : 0u;
        var f = 0;
        features[f++] = FeatureHash.Of(300, 0);
        features[f++] = FeatureHash.Of(301, w);
        features[f++] = FeatureHash.Of(302, wp);
        features[f++] = FeatureHash.Of(303, wn);
        features[f++] = FeatureHash.Of(304, wpp);
        features[f++] = FeatureHash.Of(305, wnn);
        features[f++] = FeatureHash.Of(306, c.Form[i]);
        features[f++] = FeatureHash.Of(307, s);
        features[f++] = FeatureHash.Of(308, sp, s);
        features[f++] = FeatureHash.Of(309, s, sn);
        features[f++] = FeatureHash.Of(310, sp, s, sn);
        features[f++] = FeatureHash.Of(311, c.Suffix2[i], s);
        features[f++] = FeatureHash.Of(312, c.Suffix3[i], s);
        features[f++] = FeatureHash.Of(313, c.Suffix4[i], s);
        features[f++] = FeatureHash.Of(314, c.Prefix2[i], s);
        features[f++] = FeatureHash.Of(315, c.Prefix3[i], s);
        features[f++] = FeatureHash.Of(316, c.Coarse[i]);
        features[f++] = FeatureHash.Of(317, k);
        features[f++] = FeatureHash.Of(318, k, s);
        features[f++] = FeatureHash.Of(319, kp);
        features[f++] = FeatureHash.Of(320, kn);
        features[f++] = FeatureHash.Of(321, kpp);
        features[f++] = FeatureHash.Of(322, knn);
        features[f++] = FeatureHash.Of(323, kp, s);
        features[f++] = FeatureHash.Of(324, kn, s);
        features[f++] = FeatureHash.Of(325, kp, k);
        features[f++] = FeatureHash.Of(326, k, kn);
        features[f++] = FeatureHash.Of(327, wp, s);
        features[f++] = FeatureHash.Of(328, wn, s);
        features[f++] = FeatureHash.Of(329, wp, w);
        features[f++] = FeatureHash.Of(330, w, wn);
        features[f++] = FeatureHash.Of(331, kp, s, kn);
        features[f++] = FeatureHash.Of(332, style, s, has1 ? 1u : 0u);
        features[f++] = FeatureHash.Of(333, style, c.Coarse[i], has1 ? 1u : 0u);
        features[f++] = FeatureHash.Of(334, m);
        features[f++] = FeatureHash.Of(335, m, s);
        features[f++] = FeatureHash.Of(336, m, mn);
        features[f++] = FeatureHash.Of(337, mp, m);
        features[f++] = FeatureHash.Of(338, m, sn);
        features[f++] = FeatureHash.Of(339, m, wp);
        features[f++] = FeatureHash.Of(340, m, kn);
        features[f++] = FeatureHash.Of(341, cp, c.Coarse[i], cn);
        features[f++] = FeatureHash.Of(342, has1 ? c.Suffix3[i - 1] : 0, s);
        features[f++] = FeatureHash.Of(343, next1 ? c.Suffix3[i + 1] : 0, s);
        features[f++] = FeatureHash.Of(344, wpp, wp, s);
        features[f++] = FeatureHash.Of(345, s, wn, wnn);
        uint t = (uint)tags[i] + 1, tp = has1 ? (uint)tags[i - 1] + 1 : 0, tpp = has2 ? (uint)tags[i - 2] + 1 : 0;
        uint tn = next1 ? (uint)tags[i + 1] + 1 : 0, tnn = next2 ? (uint)tags[i + 2] + 1 : 0;
        features[f++] = FeatureHash.Of(346, t, s);
        features[f++] = FeatureHash.Of(347, tp, t);
        features[f++] = FeatureHash.Of(348, t, tn);
        features[f++] = FeatureHash.Of(349, tp, t, tn);
        features[f++] = FeatureHash.Of(350, t, m);
        features[f++] = FeatureHash.Of(351, t, k);
        features[f++] = FeatureHash.Of(352, t, style);
        features[f++] = FeatureHash.Of(353, tpp, tp, t);
        features[f++] = FeatureHash.Of(354, t, tn, tnn);
        features[f++] = FeatureHash.Of(355, t, wp, tn);
    }
}
