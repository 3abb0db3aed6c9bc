namespace Tocsin.Language;

/// <summary>What the linear engine knows. Read-only, shared by threads.</summary>
sealed record LinearModel(TaggerModel Tagger, ParserModel Parser, Clusters Clusters, NameModel Names)
{
    public const string Kind = "english-fast";

    /// <summary>Loads the engine's models, side by side.</summary>
    /// <exception cref="ModelException">One is missing, damaged or of another version.</exception>
    public static LinearModel Load(string folder)
    {
        var file = ModelFile.Read(Path.Combine(folder, Kind + ".model"), Kind);
        var clusters = Clusters.Load(file);
        TaggerModel? tagger = null;
        ParserModel? parser = null;
        NameModel? names = null;
        LanguageModel.SideBySide(
            () => parser = ParserModel.Load(file),
            () => tagger = TaggerModel.Load(file),
            () => names = NameModel.Load(Path.Combine(folder, NameModel.Kind + ".model"), file, clusters));
        return new LinearModel(tagger!, parser!, clusters, names!);
    }
}
