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
    readonly NameSearch search;
    byte[] marks = new byte[512];

    /// <summary>A tagger that goes by columns which somebody else has read, where they hold the model's clusters.</summary>
    public NameTagger(NameModel model, WordColumns shared)
    {
        this.model = model;
        readsOwnColumns = !ReferenceEquals(shared.Clusters, model.Clusters);
        search = new NameSearch(model.Transitions);
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
            Score(document, first, end, search.Begin(end - first));
            search.Find(first, end - first, document.Entities);
        }
        agreement.Apply(document, columns);
    }

    /// <summary>Fills the scores of a sentence's labels, <see cref="NameModel.Labels"/> a word, before any search.</summary>
    void Score(Document document, int first, int end, Span<int> scores)
    {
        const int N = NameModel.Labels;
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
            own[..N].CopyTo(scores[((i - first) * N)..]);
        }
    }

    /// <summary>Scores the labels of a sentence for somebody else's search; the columns must have been read.</summary>
    public void Score(Document document, int sentence, Span<int> scores)
    {
        var (first, end) = document.Sentence(sentence);
        if (marks.Length < document.TokenCount)
            marks = new byte[Math.Max(document.TokenCount, marks.Length * 2)];
        model.Known.Mark(document, columns, first, end, marks);
        Score(document, first, end, scores);
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
}
