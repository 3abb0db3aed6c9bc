using Tocsin.Language;

namespace Tocsin.Training.Neural;

/// <summary>A corpus of names as one document.</summary>
sealed record NamedText(Document Document, WordColumns Columns, ushort[] Allowed)
{
    public static NamedText Read(NameCorpus corpus)
    {
        var sentences = corpus.Documents.SelectMany(document => document).Where(sentence => sentence.Words.All(word => word.Length > 0)).ToList();
        var document = new Document();
        NameTraining.Fill(document, sentences);
        var columns = new WordColumns(Clusters.None);
        columns.Read(document);
        return new NamedText(document, columns, [.. sentences.SelectMany(sentence => sentence.Allowed)]);
    }
}
