namespace Tocsin.Language;

/// <summary>What the tagger knows: tags, weights, the tags of frequent words, features by word and tag. Read-only.</summary>
sealed class TaggerModel
{
    public required TagSet TagSet { get; init; }

    public required SparseTable Weights { get; init; }

    /// <summary>Frequent words with one tag only, by the hash of their form: the model need not be asked.</summary>
    public required NumberTable Certain { get; init; }

    /// <summary>UPOS of each joint tag, at the tag's number counted from 1.</summary>
    public required uint[] Universal { get; init; }

    public static uint[] UniversalOf(IEnumerable<Upos> tags) => [0, .. tags.Select(tag => (uint)tag + 1)];

    public static TaggerModel Load(ModelFile file)
    {
        var tags = TagSet.Load(file);
        return new TaggerModel
        {
            TagSet = tags,
            Universal = UniversalOf(tags.Tags.Select(tag => tag.Upos)),
            Weights = SparseTable.Load(file, "tagger"),
            Certain = NumberTable.Load(file, "certain"),
        };
    }
}

/// <summary>Averaged perceptron tagger, left to right over joint tags (Collins 2002). Belongs to one worker.</summary>
sealed class Tagger(TaggerModel model)
{
    readonly int[] scores = new int[Math.Max(model.TagSet.Tags.Length, model.Weights.Width)];

    /// <summary>Tag of each token, counted from 1: what the parser's features see.</summary>
    public ushort[] Tags { get; private set; } = new ushort[512];

    /// <summary>Tags every token; the columns must have been read from the same document.</summary>
    public void Tag(Document document, WordColumns columns)
    {
        if (Tags.Length < document.TokenCount)
            Tags = new ushort[Math.Max(document.TokenCount, Tags.Length * 2)];
        Span<uint> features = stackalloc uint[TaggerFeatures.Count];
        for (var sentence = 0; sentence < document.SentenceCount; sentence++)
        {
            var (first, end) = document.Sentence(sentence);
            for (var i = first; i < end; i++)
            {
                var tag = (ushort)Math.Max(0, model.Certain.Of(columns.Form[i]));
                if (tag == 0)
                {
                    var tag1 = i > first ? Tags[i - 1] : 0u;
                    var tag2 = i > first + 1 ? Tags[i - 2] : 0u;
                    TaggerFeatures.Fill(columns, i, first, end, tag1, tag2, features);
                    tag = (ushort)(Best(features) + 1);
                }
                Tags[i] = tag;
                model.TagSet.Set(document, i, columns.Lower[i], tag);
            }
        }
    }

    int Best(ReadOnlySpan<uint> features)
    {
        Array.Clear(scores);
        model.Weights.Add(features, scores);
        var best = 0;
        for (var tag = 1; tag < model.TagSet.Tags.Length; tag++)
        {
            if (scores[tag] > scores[best])
                best = tag;
        }
        return best;
    }
}
