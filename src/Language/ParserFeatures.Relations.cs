namespace Tocsin.Language;

/// <summary>What the parser looks at when it names the arcs of a finished tree, word by word from the left.</summary>
sealed partial class ParserFeatures
{
    /// <summary>Features of an arc of a finished tree, for its relation.</summary>
    public const int RelationCount = 56;

    int[] before = new int[128];
    int[] after = new int[128];
    int[] last = new int[128];

    /// <summary>Takes the finished tree: which dependents of a head stand beside each other; forgets all relations.</summary>
    public void BeginRelations(ParserState s)
    {
        if (before.Length <= length)
        {
            before = new int[(length + 1) * 2];
            after = new int[before.Length];
            last = new int[before.Length];
        }
        for (var i = 0; i <= length; i++)
        {
            before[i] = after[i] = last[i] = -1;
            s.Relations[i] = 0;
        }
        for (var i = 0; i < length; i++)
        {
            var head = s.Heads[i];
            if (last[head] >= 0)
            {
                before[i] = last[head];
                after[last[head]] = i;
            }
            last[head] = i;
        }
    }

    /// <summary>
    /// Features of the arc above <paramref name="word"/>. Labels of words to its left are those given in this pass; of
    /// the others nothing is read.
    /// </summary>
    public void FillRelation(ParserState s, int word, Span<uint> f)
    {
        var head = s.Heads[word];
        var side = word < head ? 1u : 2u;
        uint w = Word(word), h = Word(head), p = Tag(word), q = Tag(head), c = Fine(word), d = Fine(head);
        int left = s.LeftChild[word], left2 = s.LeftChild2[word], right = s.RightChild[word];
        int beside = before[word], next = after[word], above = head == length ? -1 : s.Heads[head];
        uint one = Tag(word - 1), two = Tag(word + 1 <= length ? word + 1 : -1);
        var distance = (Bucket(Math.Abs(head - word)) * 4) + side;
        uint leftWord = Word(left), leftLabel = Label(s, left), besideLabel = Label(s, beside);
        uint given = Mask(s, head), pq = (p * 1009) + q, own = Mask(s, word);
        var headLabel = head < word ? s.Labels[head] : 201u;
        f[0] = FeatureHash.Of(301, w, side);
        f[1] = FeatureHash.Of(302, p, side);
        f[2] = FeatureHash.Of(303, h, side);
        f[3] = FeatureHash.Of(304, q, side);
        f[4] = FeatureHash.Of(305, w, h);
        f[5] = FeatureHash.Of(306, pq, side);
        f[6] = FeatureHash.Of(307, w, q, side);
        f[7] = FeatureHash.Of(308, p, h, side);
        f[8] = FeatureHash.Of(309, pq, distance);
        f[9] = FeatureHash.Of(310, pq, one);
        f[10] = FeatureHash.Of(311, pq, two);
        f[11] = FeatureHash.Of(312, p, leftWord);
        f[12] = FeatureHash.Of(313, pq, leftWord);
        f[13] = FeatureHash.Of(314, h, leftWord);
        f[14] = FeatureHash.Of(315, w, leftWord);
        f[15] = FeatureHash.Of(316, pq, leftLabel);
        f[16] = FeatureHash.Of(317, pq, Tag(right));
        f[17] = FeatureHash.Of(318, p, Tag(left), Tag(right));
        f[18] = FeatureHash.Of(319, pq, Word(left2));
        f[19] = FeatureHash.Of(320, pq, own);
        f[20] = FeatureHash.Of(321, c, d, side);
        f[21] = FeatureHash.Of(322, c, q, side);
        f[22] = FeatureHash.Of(323, p, d, side);
        f[23] = FeatureHash.Of(324, pq, Coarse(word), Coarse(head));
        f[24] = FeatureHash.Of(325, c, d, leftWord);
        f[25] = FeatureHash.Of(326, pq, Fine(left));
        f[26] = FeatureHash.Of(327, w, one);
        f[27] = FeatureHash.Of(328, w, two);
        f[28] = FeatureHash.Of(329, pq, Word(word - 1));
        f[29] = FeatureHash.Of(330, pq, Word(word + 1 <= length ? word + 1 : -1));
        f[30] = FeatureHash.Of(331, pq, Word(head - 1));
        f[31] = FeatureHash.Of(332, pq, Tag(head - 1));
        f[32] = FeatureHash.Of(333, pq, Tag(head + 1 <= length ? head + 1 : -1));
        f[33] = FeatureHash.Of(334, pq, Tag(above));
        f[34] = FeatureHash.Of(335, pq, headLabel);
        f[35] = FeatureHash.Of(336, w, q, headLabel);
        f[36] = FeatureHash.Of(337, p, h, headLabel);
        f[37] = FeatureHash.Of(338, pq, Tag(beside), side);
        f[38] = FeatureHash.Of(339, pq, besideLabel, side);
        f[39] = FeatureHash.Of(340, w, q, besideLabel);
        f[40] = FeatureHash.Of(341, p, h, besideLabel);
        f[41] = FeatureHash.Of(342, pq, Tag(next), side);
        f[42] = FeatureHash.Of(343, pq, Word(next), side);
        f[43] = FeatureHash.Of(344, pq, Word(beside), side);
        f[44] = FeatureHash.Of(345, pq, Tag(beside), Tag(next));
        f[45] = FeatureHash.Of(346, pq, given, side);
        f[46] = FeatureHash.Of(347, h, given, side);
        f[47] = FeatureHash.Of(348, w, given, side);
        f[48] = FeatureHash.Of(349, FeatureHash.Of(89, p, h), given, side);
        f[49] = FeatureHash.Of(350, h, leftWord, p);
        f[50] = FeatureHash.Of(351, FeatureHash.Of(88, w, p), q, distance);
        f[51] = FeatureHash.Of(352, pq, FeatureHash.Of(87, one, two), side);
        f[52] = FeatureHash.Of(353, pq, leftLabel, Tag(next));
        f[53] = FeatureHash.Of(354, w, h, leftWord);
        f[54] = FeatureHash.Of(355, h, pq, Tag(next));
        f[55] = FeatureHash.Of(356, pq, Bucket(Math.Abs(head - word)) * 4 + side, FeatureHash.Of(86, leftWord, headLabel));
    }
}
