namespace Tocsin.Language;

/// <summary>What the parser looks at while it builds the tree: words, tags, clusters and labels around the stack's top and the buffer's front.</summary>
/// <remarks>Tags are the tagger's joint tags counted from 1; word numbers are relative to the sentence.</remarks>
sealed partial class ParserFeatures
{
    /// <summary>Features of a state, for the choice of the move.</summary>
    public const int StructureCount = 96;

    /// <summary>Features of an arc, for its label.</summary>
    public const int LabelCount = 40;

    const uint None = 0x11;
    const uint Root = 0x22;

    WordColumns columns = null!;
    ushort[] tags = null!;
    uint[] universal = null!;
    int first;
    int length;

    /// <param name="tagOfToken">Joint tag of each token of the document.</param>
    /// <param name="universalOfTag">UPOS of each joint tag, at the tag's number.</param>
    public void Begin(WordColumns words, ushort[] tagOfToken, uint[] universalOfTag, int firstToken, int sentenceLength)
    {
        columns = words;
        tags = tagOfToken;
        universal = universalOfTag;
        first = firstToken;
        length = sentenceLength;
    }

    uint Word(int i) => i < 0 ? None : i == length ? Root : columns.Lower[first + i];

    uint Tag(int i) => i < 0 ? None << 8 : i == length ? Root << 8 : tags[first + i];

    uint Universal(int i) => i < 0 ? 30u : i == length ? 31u : universal[tags[first + i]];

    uint Fine(int i) => i < 0 ? None << 12 : i == length ? Root << 12 : columns.Fine[first + i] + 1;

    uint Coarse(int i) => i < 0 ? None << 12 : i == length ? Root << 12 : columns.Coarse[first + i] + 1;

    /// <summary>What a certain move goes by: the tags around the stack's top and the buffer's front.</summary>
    public uint MoveKey(ParserState s) =>
        FeatureHash.Of(371, Tag(s.Stack(1)), Tag(s.Stack(0)), FeatureHash.Of(372, Tag(s.Buffer(0)), Tag(s.Buffer(1))));

    /// <summary>What a certain relation goes by: the tags of both words and their order.</summary>
    public uint RelationKey(int word, int head) => FeatureHash.Of(373, Tag(word), Tag(head), word < head ? 1u : 2u);

    /// <summary>The same with the word itself.</summary>
    public uint WordRelationKey(int word, int head) => FeatureHash.Of(374, RelationKey(word, head), Word(word));

    public void FillStructure(ParserState s, Span<uint> f)
    {
        int s0 = s.Stack(0), s1 = s.Stack(1), s2 = s.Stack(2), b0 = s.Buffer(0), b1 = s.Buffer(1), b2 = s.Buffer(2);
        int s0l = Child(s.LeftChild, s0), s0r = Child(s.RightChild, s0), s0l2 = Child(s.LeftChild2, s0), s0r2 = Child(s.RightChild2, s0);
        int s1l = Child(s.LeftChild, s1), s1r = Child(s.RightChild, s1), b0l = Child(s.LeftChild, b0), b0l2 = Child(s.LeftChild2, b0);
        int s1r2 = Child(s.RightChild2, s1);
        uint w0 = Word(s0), w1 = Word(s1), wb = Word(b0), wb1 = Word(b1), p0 = Tag(s0), p1 = Tag(s1), p2 = Tag(s2);
        uint pb = Tag(b0), pb1 = Tag(b1), pb2 = Tag(b2), c0 = Fine(s0), c1 = Fine(s1), cb = Fine(b0);
        uint l0l = Label(s, s0l), l0r = Label(s, s0r), l1l = Label(s, s1l), l1r = Label(s, s1r), lbl = Label(s, b0l);
        uint distance = s0 < 0 || b0 < 0 ? 9u : Bucket(b0 - s0), distance1 = s1 < 0 || s0 < 0 ? 9u : Bucket(s0 - s1);
        uint v0 = s0 < 0 ? 99u : s.LeftCount[s0] * 8u + Math.Min((uint)s.RightCount[s0], 7), vb = b0 < 0 ? 99u : s.LeftCount[b0];
        uint v1 = s1 < 0 ? 99u : s.LeftCount[s1] * 8u + Math.Min((uint)s.RightCount[s1], 7);
        f[0] = FeatureHash.Of(1, w0);
        f[1] = FeatureHash.Of(2, p0);
        f[2] = FeatureHash.Of(3, w0, p0);
        f[3] = FeatureHash.Of(4, w1);
        f[4] = FeatureHash.Of(5, p1);
        f[5] = FeatureHash.Of(6, w1, p1);
        f[6] = FeatureHash.Of(7, wb);
        f[7] = FeatureHash.Of(8, pb);
        f[8] = FeatureHash.Of(9, wb, pb);
        f[9] = FeatureHash.Of(10, wb1);
        f[10] = FeatureHash.Of(11, pb1);
        f[11] = FeatureHash.Of(12, wb1, pb1);
        f[12] = FeatureHash.Of(13, pb2);
        f[13] = FeatureHash.Of(14, Word(b2));
        f[14] = FeatureHash.Of(15, p2);
        f[15] = FeatureHash.Of(16, Word(s2));
        f[16] = FeatureHash.Of(17, w0, wb);
        f[17] = FeatureHash.Of(18, w0, pb);
        f[18] = FeatureHash.Of(19, p0, wb);
        f[19] = FeatureHash.Of(20, p0, pb);
        f[20] = FeatureHash.Of(21, w0, p0, pb);
        f[21] = FeatureHash.Of(22, p0, wb, pb);
        f[22] = FeatureHash.Of(23, w0, p0, FeatureHash.Of(99, wb, pb));
        f[23] = FeatureHash.Of(24, w1, w0);
        f[24] = FeatureHash.Of(25, w1, p0);
        f[25] = FeatureHash.Of(26, p1, w0);
        f[26] = FeatureHash.Of(27, p1, p0);
        f[27] = FeatureHash.Of(28, p1, p0, pb);
        f[28] = FeatureHash.Of(29, p0, pb, pb1);
        f[29] = FeatureHash.Of(30, p0, pb, FeatureHash.Of(98, pb1, pb2));
        f[30] = FeatureHash.Of(31, p2, p1, p0);
        f[31] = FeatureHash.Of(32, p1, p0, FeatureHash.Of(97, pb, pb1));
        f[32] = FeatureHash.Of(33, p0, Tag(s0l), pb);
        f[33] = FeatureHash.Of(34, p0, Tag(s0r), pb);
        f[34] = FeatureHash.Of(35, p0, pb, Tag(b0l));
        f[35] = FeatureHash.Of(36, p1, Tag(s1l), p0);
        f[36] = FeatureHash.Of(37, p1, Tag(s1r), p0);
        f[37] = FeatureHash.Of(38, p1, p0, Tag(s0l));
        f[38] = FeatureHash.Of(39, p1, p0, Tag(s0r));
        f[39] = FeatureHash.Of(40, p0, pb, distance);
        f[40] = FeatureHash.Of(41, w0, distance);
        f[41] = FeatureHash.Of(42, wb, distance);
        f[42] = FeatureHash.Of(43, p1, p0, distance1);
        f[43] = FeatureHash.Of(44, w0, v0);
        f[44] = FeatureHash.Of(45, p0, v0);
        f[45] = FeatureHash.Of(46, wb, vb);
        f[46] = FeatureHash.Of(47, pb, vb);
        f[47] = FeatureHash.Of(48, p1, v1);
        f[48] = FeatureHash.Of(49, p0, l0l);
        f[49] = FeatureHash.Of(50, p0, l0r);
        f[50] = FeatureHash.Of(51, w0, l0l, l0r);
        f[51] = FeatureHash.Of(52, p1, l1l, l1r);
        f[52] = FeatureHash.Of(53, pb, lbl);
        f[53] = FeatureHash.Of(54, wb, lbl);
        f[54] = FeatureHash.Of(55, w1, l1l, l1r);
        f[55] = FeatureHash.Of(56, c0, cb);
        f[56] = FeatureHash.Of(57, c1, c0);
        f[57] = FeatureHash.Of(58, c0, p0, pb);
        f[58] = FeatureHash.Of(59, p0, cb, pb);
        f[59] = FeatureHash.Of(60, Coarse(s0), Coarse(b0), p0);
        f[60] = FeatureHash.Of(61, Coarse(s1), Coarse(s0), p1);
        f[61] = FeatureHash.Of(62, Coarse(s1), Coarse(s0), Coarse(b0));
        f[62] = FeatureHash.Of(63, w1, p0, pb);
        f[63] = FeatureHash.Of(64, p1, w0, pb);
        f[64] = FeatureHash.Of(65, p1, p0, wb);
        f[65] = FeatureHash.Of(66, p0, wb1, pb);
        f[66] = FeatureHash.Of(67, w0, pb, pb1);
        f[67] = FeatureHash.Of(68, Word(s0r), w0);
        f[68] = FeatureHash.Of(69, Word(s0l), w0);
        f[69] = FeatureHash.Of(70, Word(s1r), p0, p1);
        f[70] = FeatureHash.Of(71, Word(b0l), wb);
        f[71] = FeatureHash.Of(72, p0, Tag(s0l), Tag(s0l2));
        f[72] = FeatureHash.Of(73, p0, Tag(s0r), Tag(s0r2));
        f[73] = FeatureHash.Of(74, pb, Tag(b0l), Tag(b0l2));
        f[74] = FeatureHash.Of(75, p1, Tag(s1r), Tag(s1r2));
        f[75] = FeatureHash.Of(76, p0, pb, FeatureHash.Of(96, l0r, lbl));
        f[76] = FeatureHash.Of(77, p1, w0, FeatureHash.Of(95, wb, pb1));
        f[77] = FeatureHash.Of(78, p2, p1, FeatureHash.Of(94, p0, pb));
        uint m0 = Mask(s, s0), m1 = Mask(s, s1), mb = Mask(s, b0);
        uint u0 = Universal(s0), u1 = Universal(s1), u2 = Universal(s2), u3 = Universal(s.Stack(3));
        uint ub = Universal(b0), ub1 = Universal(b1), ub2 = Universal(b2), ub3 = Universal(s.Buffer(3));
        var near = (((((u1 * 32) + u0) * 32) + ub) * 32) + ub1;
        f[78] = FeatureHash.Of(79, m0, w0);
        f[79] = FeatureHash.Of(80, m0, p0, pb);
        f[80] = FeatureHash.Of(81, m1, w1);
        f[81] = FeatureHash.Of(82, m1, p1, p0);
        f[82] = FeatureHash.Of(83, mb, wb);
        f[83] = FeatureHash.Of(84, mb, p0, pb);
        f[84] = FeatureHash.Of(85, near);
        f[85] = FeatureHash.Of(86, near, ub2);
        f[86] = FeatureHash.Of(87, near, (u2 * 32) + ub2);
        f[87] = FeatureHash.Of(88, near, (u2 * 32) + u3);
        f[88] = FeatureHash.Of(89, (u0 * 1024) + (ub * 32) + ub1, (ub2 * 32) + ub3);
        f[89] = FeatureHash.Of(90, near, (m0 & 0xffff) ^ (m1 << 16));
        f[90] = FeatureHash.Of(91, w0, near);
        f[91] = FeatureHash.Of(92, wb, near);
        f[92] = FeatureHash.Of(93, w1, near);
        f[93] = FeatureHash.Of(94, p0, pb, FeatureHash.Of(93, c0, wb1));
        f[94] = FeatureHash.Of(95, (u0 * 32) + ub, Coarse(s0), Coarse(b0) * 16 + distance);
        f[95] = FeatureHash.Of(96, c1, c0, FeatureHash.Of(88, cb, pb));
    }

    /// <summary>Features of the arc that hangs <paramref name="word"/> under <paramref name="head"/>.</summary>
    public void FillLabel(ParserState s, int word, int head, Span<uint> f)
    {
        var side = word < head ? 1u : 2u;
        uint w = Word(word), h = Word(head), p = Tag(word), q = Tag(head), c = Fine(word), d = Fine(head);
        int left = Child(s.LeftChild, word), right = Child(s.RightChild, word);
        uint before = Tag(word - 1), after = Tag(word + 1 <= length ? word + 1 : -1);
        uint distance = Bucket(Math.Abs(head - word)) * 4 + side;
        uint hl = Label(s, Child(s.LeftChild2, head)), hr = Label(s, Child(s.RightChild2, head));
        uint leftWord = Word(left), leftLabel = Label(s, left);
        f[0] = FeatureHash.Of(101, w, side);
        f[1] = FeatureHash.Of(102, p, side);
        f[2] = FeatureHash.Of(103, h, side);
        f[3] = FeatureHash.Of(104, q, side);
        f[4] = FeatureHash.Of(105, w, h);
        f[5] = FeatureHash.Of(106, p, q, side);
        f[6] = FeatureHash.Of(107, w, q, side);
        f[7] = FeatureHash.Of(108, p, h, side);
        f[8] = FeatureHash.Of(109, p, q, distance);
        f[9] = FeatureHash.Of(110, p, q, before);
        f[10] = FeatureHash.Of(111, p, q, after);
        f[11] = FeatureHash.Of(112, p, leftWord);
        f[12] = FeatureHash.Of(113, p, q, leftWord);
        f[13] = FeatureHash.Of(114, h, leftWord);
        f[14] = FeatureHash.Of(115, p, q, leftLabel);
        f[15] = FeatureHash.Of(116, p, q, Label(s, right));
        f[16] = FeatureHash.Of(117, p, q, hl);
        f[17] = FeatureHash.Of(118, p, q, hr);
        f[18] = FeatureHash.Of(119, q, hl, hr);
        f[19] = FeatureHash.Of(120, h, hl, side);
        f[20] = FeatureHash.Of(121, h, hr, side);
        f[21] = FeatureHash.Of(122, c, d, side);
        f[22] = FeatureHash.Of(123, c, q, side);
        f[23] = FeatureHash.Of(124, p, d, side);
        f[24] = FeatureHash.Of(125, w, before);
        f[25] = FeatureHash.Of(126, w, after);
        f[26] = FeatureHash.Of(127, p, q, FeatureHash.Of(90, s.LeftCount[head == length ? word : head], s.RightCount[head == length ? word : head]));
        f[27] = FeatureHash.Of(128, p, Tag(left), Tag(right));
        f[28] = FeatureHash.Of(129, Coarse(word), Coarse(head), FeatureHash.Of(91, p, q));
        f[29] = FeatureHash.Of(130, p, q, Word(word - 1));
        f[30] = FeatureHash.Of(131, p, q, Word(word + 1 <= length ? word + 1 : -1));
        f[31] = FeatureHash.Of(132, Word(head - 1), p, q);
        f[32] = FeatureHash.Of(133, p, q, Tag(head - 1));
        f[33] = FeatureHash.Of(134, p, q, Tag(head + 1 <= length ? head + 1 : -1));
        f[34] = FeatureHash.Of(135, w, leftWord);
        f[35] = FeatureHash.Of(136, Fine(left), p, q);
        f[36] = FeatureHash.Of(137, w, p, FeatureHash.Of(92, q, distance));
        f[37] = FeatureHash.Of(138, c, d, leftWord);
        f[38] = FeatureHash.Of(139, h, p, FeatureHash.Of(93, leftLabel, hr));
        f[39] = FeatureHash.Of(140, q, p, FeatureHash.Of(94, before, after));
    }

    static uint Mask(ParserState s, int word) =>
        word < 0 ? None : (uint)(s.Relations[word] ^ (s.Relations[word] >> 32)) * 0x85ebca77;

    static int Child(int[] children, int word) => word < 0 ? -1 : children[word];

    static uint Label(ParserState s, int word) => word < 0 ? 200u : s.Labels[word];

    static uint Bucket(int distance) => distance switch
    {
        < 5 => (uint)distance,
        < 8 => 5,
        < 13 => 6,
        _ => 7,
    };
}
