using Tocsin.Language.Neural;

namespace Tocsin.Language;

/// <summary>Everything the text engine knows. Read-only; loaded once, shared by all workers.</summary>
public sealed class LanguageModel
{
    readonly Func<IEngine> newEngine;

    LanguageModel(Func<IEngine> newEngine, LemmaTable lemmas, CoreferenceModel coreference)
    {
        this.newEngine = newEngine;
        Lemmas = lemmas;
        Coreference = coreference;
    }

    internal LemmaTable Lemmas { get; }

    internal CoreferenceModel Coreference { get; }

    /// <summary>Loads the models of an engine.</summary>
    /// <param name="modelsFolder">The folder that holds <c>english/</c>.</param>
    /// <exception cref="ModelException">A file is missing, damaged or of another version.</exception>
    public static LanguageModel Load(string modelsFolder, Engine engine = Engine.Accurate)
    {
        var folder = Path.Combine(modelsFolder, "english");
        LemmaTable? lemmas = null;
        CoreferenceModel? coreference = null;
        Func<IEngine>? newEngine = null;
        SideBySide(
            () => newEngine = LoadEngine(folder, engine),
            () => coreference = CoreferenceModel.Load(Path.Combine(folder, CoreferenceModel.Kind + ".model")),
            () => lemmas = LemmaTable.Load(Path.Combine(folder, LemmaTable.Kind + ".model")));
        return new LanguageModel(newEngine!, lemmas!, coreference!);
    }

    /// <summary>An engine for one worker.</summary>
    internal IEngine NewEngine() => newEngine();

    /// <summary>Does several things at once; of their complaints about models the first is thrown.</summary>
    internal static void SideBySide(params Action[] loads)
    {
        try
        {
            Parallel.Invoke(loads);
        }
        catch (AggregateException failure) when (failure.Flatten().InnerExceptions.OfType<ModelException>().FirstOrDefault() is { } first)
        {
            throw new ModelException(first.Message, first);
        }
    }

    /// <summary>Loads an engine's models; what is returned makes an engine for one worker.</summary>
    internal static Func<IEngine> LoadEngine(string folder, Engine engine)
    {
        switch (engine)
        {
            case Engine.Fast:
                return LoadNeural(folder, NeuralModel.SmallKind, NeuralEngine.ShareBesideSmall);
            case Engine.Accurate:
                return LoadNeural(folder, NeuralModel.Kind, NeuralEngine.ShareBesideLarge);
            case Engine.Linear:
                var linear = LinearModel.Load(folder);
                return () => new LinearEngine(linear);
            default:
                throw new ArgumentOutOfRangeException(nameof(engine), engine, "Unknown engine.");
        }
    }

    static Func<IEngine> LoadNeural(string folder, string kind, int linearShare)
    {
        NeuralModel? network = null;
        NameModel? names = null;
        SideBySide(
            () => network = NeuralModel.Load(Path.Combine(folder, kind + ".model"), kind),
            () => names = NameModel.Load(Path.Combine(folder, NameModel.Kind + ".model")));
        return () => new NeuralEngine(network!, names, linearShare);
    }
}
