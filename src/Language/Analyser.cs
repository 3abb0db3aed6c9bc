namespace Tocsin.Language;

/// <summary>Text in, document out: splits, tags, parses, lemmatises, finds names. One belongs to one worker.</summary>
public sealed class Analyser(LanguageModel model)
{
    readonly WordColumns columns = new(model.Clusters);
    readonly Tagger tagger = new(model.Tagger);
    readonly DependencyParser parser = new(model.Parser);

    /// <summary>Analyses tokens and sentences that the document holds already.</summary>
    public void AnalyseTokens(Document document)
    {
        columns.Read(document);
        tagger.Tag(document, columns);
        parser.Parse(document, columns, tagger.Tags);
    }
}
