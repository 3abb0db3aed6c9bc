namespace Tocsin.Language;

/// <summary>
/// Finds names by a linear model over windows of words and the best sequence of labels, then makes them agree over the
/// document. Goes by the tags that the document holds. Belongs to one worker.
/// </summary>
sealed class NameTagger
{
    /// <summary>A score that no sequence makes up for.</summary>
    const int Never = -(1 << 24);

    readonly NameModel model;
    readonly WordColumns columns;
    readonly bool readsOwnColumns;
    readonly NameAgreement agreement = new();
    byte[] marks = new byte[512];
    int[] scores = new int[512 * NameModel.Labels];
    byte[] back = new byte[512 * NameModel.Labels];

    /// <summary>A tagger that goes by columns which somebody else has read, where they hold the model's clusters.</summary>
    public NameTagger(NameModel model, WordColumns shared)
    {
        this.model = model;
        readsOwnColumns = !ReferenceEquals(shared.Clusters, model.Clusters);
        columns = readsOwnColumns ? new WordColumns(model.Clusters) : shared;
    }

    /// <summary>Fills the document's entities, in text order, none overlapping; it must hold tokens, sentences and tags.</summary>
    public void Tag(Document document)
    {
        document.Entities.Clear();
        if (readsOwnColumns)
            columns.Read(document);
        if (marks.Length < document.TokenCount)
            marks = new byte[Math.Max(document.TokenCount, marks.Length * 2)];
        for (var sentence = 0; sentence < document.SentenceCount; sentence++)
        {
            var (first, end) = document.Sentence(sentence);
            model.Known.Mark(document, columns, first, end, marks);
            Search(document, first, end);
            Add(document.Entities, first, end);
        }
        agreement.Apply(document, columns);
    }

    /// <summary>Viterbi: the best label sequence; scores and back pointers lie in rows of one token.</summary>
    void Search(Document document, int first, int end)
    {
        const int N = NameModel.Labels;
        if (scores.Length < (end - first) * N)
            (scores, back) = (new int[(end - first) * N], new byte[(end - first) * N]);
        var style = NameFeatures.StyleOf(document, first, end);
        Span<uint> features = stackalloc uint[NameFeatures.Count];
        Span<int> own = stackalloc int[model.Weights.Width];
        for (var i = first; i < end; i++)
        {
            own.Clear();
            if (MayBeName(document, style, i, first, end))
            {
                NameFeatures.Fill(columns, document.Upos, marks, style, i, first, end, features);
                model.Weights.Add(features, own);
            }
            else
            {
                own[1..N].Fill(Never);
            }
            var row = (i - first) * N;
            for (var label = 0; label < N; label++)
            {
                var best = int.MinValue;
                for (var before = 0; before < N && i > first; before++)
                {
                    var score = scores[row - N + before];
                    if (score == int.MinValue || !NameModel.MayFollow(before, label))
                        continue;
                    score += model.Transitions[(before * N) + label];
                    if (score > best)
                        (best, back[row + label]) = (score, (byte)before);
                }
                if (i == first && NameModel.MayFollow(0, label))
                    best = model.Transitions[(N * N) + label];
                scores[row + label] = best == int.MinValue ? best : best + own[label];
            }
        }
    }

    /// <summary>
    /// In a sentence with capitals, a word is part of a name only with a capital two words to either side ("al - Qaeda").
    /// </summary>
    bool MayBeName(Document document, uint style, int i, int first, int end)
    {
        if (style == NameFeatures.NoCapitals || marks[i] != 0)
            return true;
        for (var near = Math.Max(first, i - 2); near < Math.Min(end, i + 3); near++)
        {
            if (document.Form(near)[0] is not (>= 'a' and <= 'z' or < '0'))
                return true;
        }
        return false;
    }

    void Add(List<Entity> entities, int first, int end)
    {
        const int N = NameModel.Labels;
        var last = (end - first - 1) * N;
        var label = 0;
        for (var other = 1; other < N; other++)
        {
            if (scores[last + other] > scores[last + label])
                label = other;
        }
        var at = entities.Count;
        var stop = -1;
        for (var i = end - 1; i >= first; i--)
        {
            if (label != 0)
            {
                if (stop < 0)
                    stop = i + 1;
                if (NameModel.IsBegin(label))
                {
                    entities.Add(new Entity(i, stop, NameModel.TypeOf(label)));
                    stop = -1;
                }
            }
            label = back[((i - first) * N) + label];
        }
        entities.Reverse(at, entities.Count - at);
    }
}
