using Tocsin.Language;

namespace Tocsin.Training;

/// <summary>Annotated sentences to learn from or to measure on.</summary>
sealed record Treebank(string Name, IReadOnlyList<ConlluSentence> Sentences)
{
    /// <summary>Reads a CoNLL-U file; training parts only where <paramref name="toTrain"/> is set.</summary>
    public static Treebank Read(string path, bool toTrain)
    {
        var name = Path.GetFileNameWithoutExtension(path);
        if (toTrain && !name.EndsWith("train", StringComparison.Ordinal))
            throw new InvalidOperationException($"{path} is not a training part; nothing is trained on what is measured.");
        using var reader = new StreamReader(path);
        return new Treebank(name, [.. ConlluReader.Read(reader)]);
    }

    /// <summary>The English training parts, as one.</summary>
    /// <param name="without">Leaves one out, as "gum"; null for none.</param>
    /// <param name="share">Every how manieth sentence is kept: 1 for all, 2 for half of each part.</param>
    public static Treebank English(string corpora, string? without = null, int share = 1) =>
        Join("train", EnglishParts(corpora, without, share));

    /// <summary>The same, one by one.</summary>
    public static List<Treebank> EnglishParts(string corpora, string? without = null, int share = 1)
    {
        var parts = new List<Treebank>();
        if (without != "ewt")
            parts.Add(Read(Path.Combine(corpora, "UD_English-EWT", "en_ewt-ud-train.conllu"), toTrain: true));
        if (without != "gum")
            parts.Add(Read(Path.Combine(corpora, "UD_English-GUM-open", "en_gum_open-ud-train.conllu"), toTrain: true));
        return [.. parts.Select(part => part with { Sentences = [.. part.Sentences.Where((_, at) => at % share == 0)] })];
    }

    public static Treebank Join(string name, params IEnumerable<Treebank> parts) =>
        new(name, [.. parts.SelectMany(part => part.Sentences)]);
}

/// <summary>A treebank as numbers: one document over all sentences, with gold tags, heads and relations beside.</summary>
sealed class GoldColumns
{
    public Document Document { get; } = new();

    public WordColumns Columns { get; }

    /// <summary>Joint gold tag of each token, "UPOS|XPOS".</summary>
    public string[] Tags { get; }

    public string[] Feats { get; }

    public string[] Lemmas { get; }

    /// <summary>Gold head within the sentence, from 0; the sentence's length for the root.</summary>
    public int[] Heads { get; }

    public Deprel[] Deprels { get; }

    public GoldColumns(Treebank treebank, Clusters clusters)
    {
        ConlluReader.Fill(treebank.Sentences, Document);
        Columns = new WordColumns(clusters);
        Columns.Read(Document);
        var n = Document.TokenCount;
        (Tags, Feats, Lemmas, Heads, Deprels) = (new string[n], new string[n], new string[n], new int[n], new Deprel[n]);
        var token = 0;
        foreach (var sentence in treebank.Sentences)
        {
            var words = sentence.Words.ToList();
            foreach (var row in words)
            {
                Tags[token] = $"{row.Fields[3]}|{row.Fields[4]}";
                Feats[token] = row.Fields[5];
                Lemmas[token] = row.Fields[2];
                Heads[token] = row.Head == 0 ? words.Count : row.Head - 1;
                Deprels[token++] = DeprelNames.TryParse(row.Fields[7], out var deprel) ? deprel : Deprel.Dep;
            }
        }
    }
}
