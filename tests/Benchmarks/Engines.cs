using BenchmarkDotNet.Attributes;
using Tocsin.Language;
using Tocsin.Language.Neural;

namespace Tocsin.Benchmarks;

/// <summary>How fast does each engine tag, parse and find names in memory, on one core?</summary>
[MemoryDiagnoser]
public class Engines
{
    IEngine engine = null!;
    IEngine bare = null!;
    Document[] documents = [];

    [Params(Engine.Fast, Engine.Accurate, Engine.Linear)]
    public Engine Engine { get; set; }

    [GlobalSetup]
    public void SetUp()
    {
        engine = LanguageModel.Load(NewsText.Models, Engine).NewEngine();
        bare = Engine == Engine.Linear ? engine : new NeuralEngine(Network(Engine == Engine.Fast ? NeuralModel.SmallKind : NeuralModel.Kind), null);
        documents = NewsText.Split();
    }

    static NeuralModel Network(string kind) => NeuralModel.Load(Path.Combine(NewsText.Models, "english", kind + ".model"), kind);

    [Benchmark]
    public void TagParseAndName()
    {
        foreach (var document in documents)
            engine.Annotate(document);
    }

    /// <summary>Without the linear names, whose scores are added to the network's; the linear engine has no such part.</summary>
    [Benchmark]
    public void TagAndParse()
    {
        foreach (var document in documents)
            bare.Annotate(document);
    }
}
