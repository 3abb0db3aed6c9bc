using Tocsin.Language;

namespace Tocsin.Training.Neural;

/// <summary>Turns annotated text into what the network sees.</summary>
sealed class ExampleReader(WordVectors vectors, LearntRows rows, KnownNames known, List<string> tags, List<Deprel> deprels)
{
    readonly Dictionary<uint, int> vectorRows = vectors.Rows;

    /// <summary>Longer sentences are left out; 0 for all.</summary>
    public int LongestSentence { get; init; }

    /// <param name="allowed">Labels of names, where the treebank has them too, and the number of their corpus.</param>
    public NeuralExamples Trees(GoldColumns gold, ushort[]? allowed = null, int corpus = 0)
    {
        var n = gold.Document.TokenCount;
        var heads = (int[])gold.Heads.Clone();
        return new NeuralExamples
        {
            Sentences = Sentences(gold.Document),
            Frozen = Frozen(gold.Columns, n),
            Rows = Rows(gold.Columns, n),
            Marks = Marks(gold.Document, gold.Columns),
            Tags = [.. gold.Tags.Select(tag => tags.IndexOf(tag))],
            Heads = heads,
            Deprels = [.. gold.Deprels.Select(deprel => deprels.IndexOf(deprel))],
            Allowed = allowed,
            Corpus = corpus,
        };
    }

    public NeuralExamples Names(NamedText text, int corpus) => new()
    {
        Sentences = Sentences(text.Document),
        Frozen = Frozen(text.Columns, text.Document.TokenCount),
        Rows = Rows(text.Columns, text.Document.TokenCount),
        Marks = Marks(text.Document, text.Columns),
        Allowed = text.Allowed,
        Corpus = corpus,
    };

    (int, int)[] Sentences(Document document)
    {
        var all = new List<(int, int)>();
        for (var sentence = 0; sentence < document.SentenceCount; sentence++)
        {
            var (first, end) = document.Sentence(sentence);
            if (LongestSentence == 0 || end - first <= LongestSentence)
                all.Add((first, end - first));
        }
        return [.. all];
    }

    int[] Frozen(WordColumns columns, int words)
    {
        var found = new int[words];
        for (var i = 0; i < words; i++)
            found[i] = vectorRows.TryGetValue(columns.Lower[i], out var row) ? row : -1;
        return found;
    }

    int[] Rows(WordColumns columns, int words)
    {
        var found = new int[words * NeuralExamples.RowsPerWord];
        rows.Fill(columns, words, found);
        return found;
    }

    byte[] Marks(Document document, WordColumns columns)
    {
        var marks = new byte[document.TokenCount];
        for (var sentence = 0; sentence < document.SentenceCount; sentence++)
        {
            var (first, end) = document.Sentence(sentence);
            known.Mark(document, columns, first, end, marks);
        }
        return marks;
    }
}
