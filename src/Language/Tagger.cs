namespace Tocsin.Language;

/// <summary>What the tagger knows: tags, weights, the tags of frequent words, features by word and tag. Read-only.</summary>
sealed class TaggerModel
{
    /// <summary>Joint tags: UPOS and Penn tag.</summary>
    public required (Upos Upos, string Xpos)[] Tags { get; init; }

    public required SparseTable Weights { get; init; }

    /// <summary>Frequent words with one tag only, by the hash of their form: the model need not be asked.</summary>
    public required NumberTable Certain { get; init; }

    /// <summary>Morphological features by form and tag, then by tag alone.</summary>
    public required NumberTable FeatsOf { get; init; }

    public required string[] Feats { get; init; }

    /// <summary>UPOS of each joint tag, at the tag's number counted from 1.</summary>
    public required uint[] Universal { get; init; }

    public static uint[] UniversalOf(IEnumerable<Upos> tags) => [0, .. tags.Select(tag => (uint)tag + 1)];

    public static TaggerModel Load(ModelFile file) => new()
    {
        Tags = [.. file.Header.Labels["tags"].Select(Parse)],
        Universal = UniversalOf(file.Header.Labels["tags"].Select(tag => Parse(tag).Upos)),
        Weights = SparseTable.Load(file, "tagger"),
        Certain = NumberTable.Load(file, "certain"),
        FeatsOf = NumberTable.Load(file, "feats"),
        Feats = file.Header.Labels["feats"],
    };

    public static (Upos Upos, string Xpos) Parse(string tag)
    {
        var bar = tag.IndexOf('|', StringComparison.Ordinal);
        return UposNames.TryParse(tag.AsSpan(0, bar), out var upos)
            ? (upos, string.Intern(tag[(bar + 1)..]))
            : throw new ModelException($"The model has an unknown tag '{tag}'.");
    }
}

/// <summary>Averaged perceptron tagger, left to right over joint tags (Collins 2002). Belongs to one worker.</summary>
sealed class Tagger(TaggerModel model)
{
    /// <summary>Template of features by form and tag, apart from those of the perceptrons.</summary>
    public const uint FeatsTemplate = 201;

    readonly int[] scores = new int[Math.Max(model.Tags.Length, model.Weights.Width)];

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
                var (upos, xpos) = model.Tags[tag - 1];
                document.SetTags(i, upos, xpos, FeatsOf(columns.Lower[i], tag));
            }
        }
    }

    int Best(ReadOnlySpan<uint> features)
    {
        Array.Clear(scores);
        model.Weights.Add(features, scores);
        var best = 0;
        for (var tag = 1; tag < model.Tags.Length; tag++)
        {
            if (scores[tag] > scores[best])
                best = tag;
        }
        return best;
    }

    string FeatsOf(uint lower, ushort tag)
    {
        var feats = model.FeatsOf.Of(FeatureHash.Of(FeatsTemplate, lower, tag));
        if (feats < 0)
            feats = model.FeatsOf.Of(FeatureHash.Of(FeatsTemplate + 1, tag));
        return feats < 0 ? "_" : model.Feats[feats];
    }
}
