namespace Tocsin.Language;

/// <summary>Text in, document out: splits, tags, parses, lemmatises, finds names. One belongs to one worker.</summary>
public sealed class Analyser
{
    readonly LanguageModel model;
    readonly WordColumns columns;
    readonly Tagger tagger;
    readonly DependencyParser parser;
    readonly Splitter splitter = new();
    readonly Lemmatiser lemmatiser;
    readonly NameTagger names;
    readonly CoreferenceResolver coreference = new();

    public Analyser(LanguageModel model)
    {
        this.model = model;
        columns = new WordColumns(model.Clusters);
        tagger = new Tagger(model.Tagger);
        parser = new DependencyParser(model.Parser);
        lemmatiser = new Lemmatiser(model.Lemmas);
        names = new NameTagger(model.Names, columns);
    }

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
