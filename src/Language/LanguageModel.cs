namespace Tocsin.Language;

/// <summary>Everything the text engine knows. Read-only; loaded once, shared by all workers.</summary>
public sealed class LanguageModel
{
    LanguageModel(TaggerModel tagger, ParserModel parser, Clusters clusters, LemmaTable lemmas, NameModel names)
    {
        Tagger = tagger;
        Parser = parser;
        Clusters = clusters;
        Lemmas = lemmas;
        Names = names;
    }

    internal TaggerModel Tagger { get; }

    internal ParserModel Parser { get; }

    internal Clusters Clusters { get; }

    internal LemmaTable Lemmas { get; }

    internal NameModel Names { get; }

    /// <summary>Loads the models of an engine.</summary>
    /// <param name="modelsFolder">The folder that holds <c>english/</c>.</param>
    /// <exception cref="ModelException">A file is missing, damaged or of another version, or the engine has none.</exception>
    public static LanguageModel Load(string modelsFolder, Engine engine = Engine.Fast)
    {
        var path = Path.Combine(modelsFolder, "english", engine switch
        {
            Engine.Fast => "english-fast.model",
            Engine.Accurate => "english-accurate.model",
            _ => throw new ArgumentOutOfRangeException(nameof(engine), engine, "Unknown engine."),
        });
        if (!File.Exists(path))
            throw new ModelException($"The {(engine == Engine.Fast ? "fast" : "accurate")} engine's model is missing: {path}");
        var file = ModelFile.Read(path, Path.GetFileNameWithoutExtension(path));
        var folder = Path.Combine(modelsFolder, "english");
        var clusters = Clusters.Load(file);
        TaggerModel? tagger = null;
        ParserModel? parser = null;
        LemmaTable? lemmas = null;
        NameModel? names = null;
        try
        {
            Parallel.Invoke(
                () => parser = ParserModel.Load(file),
                () => tagger = TaggerModel.Load(file),
                () => names = NameModel.Load(Path.Combine(folder, NameModel.Kind + ".model"), file, clusters),
                () => lemmas = LemmaTable.Load(Path.Combine(folder, LemmaTable.Kind + ".model")));
        }
        catch (AggregateException failure) when (failure.InnerExceptions is [ModelException first, ..])
        {
            throw new ModelException(first.Message, first);
        }
        return new LanguageModel(tagger!, parser!, clusters, lemmas!, names!);
    }
}
