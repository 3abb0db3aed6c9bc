namespace Tocsin.Language;

/// <summary>Text in, document out: splits, tags, parses, lemmatises, finds names. One belongs to one worker.</summary>
public sealed class Analyser(LanguageModel model)
{
    readonly WordColumns columns = new(model.Clusters);
    readonly Tagger tagger = new(model.Tagger);
    readonly DependencyParser parser = new(model.Parser);
    readonly Splitter splitter = new();
    readonly Lemmatiser lemmatiser = new(model.Lemmas);
    readonly NameTagger names = new(model.Names);
    readonly CoreferenceResolver coreference = new();

    /// <summary>Analyses a text, whatever the document held before.</summary>
    public void Analyse(string text, Document document)
    {
        document.Reset(text);
        splitter.Split(text, document);
        AnalyseTokens(document);
    }

    /// <summary>Analyses tokens and sentences that the document holds already.</summary>
    public void AnalyseTokens(Document document)
    {
        columns.Read(document);
        tagger.Tag(document, columns);
        lemmatiser.Lemmatise(document);
        parser.Parse(document, columns, tagger.Tags, model.Tagger.Universal);
        names.Tag(document);
        coreference.Resolve(document);
    }
}
