namespace Tocsin.Language;

/// <summary>Text in, document out: splits, tags, parses, lemmatises, finds names. One belongs to one worker.</summary>
public sealed class Analyser
{
    readonly IEngine engine;
    readonly Splitter splitter = new();
    readonly Lemmatiser lemmatiser;
    readonly CoreferenceResolver coreference;

    public Analyser(LanguageModel model)
    {
        engine = model.NewEngine();
        lemmatiser = new Lemmatiser(model.Lemmas);
        coreference = new CoreferenceResolver(model.Coreference, engine.Columns);
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
        engine.Annotate(document);
        lemmatiser.Lemmatise(document);
        coreference.Resolve(document);
    }
}
