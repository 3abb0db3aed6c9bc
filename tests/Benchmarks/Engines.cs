using BenchmarkDotNet.Attributes;
using Tocsin.Language;

namespace Tocsin.Benchmarks;

/// <summary>How fast does each engine tag, parse and find names in memory, on one core?</summary>
[MemoryDiagnoser]
public class Engines
{
    IEngine engine = null!;
    Document[] documents = [];

    [Params(Engine.Fast, Engine.Accurate, Engine.Linear)]
    public Engine Engine { get; set; }

    [GlobalSetup]
    public void SetUp()
    {
        engine = LanguageModel.Load(NewsText.Models, Engine).NewEngine();
        documents = NewsText.Split();
    }

    [Benchmark]
    public void TagParseAndName()
    {
        foreach (var document in documents)
            engine.Annotate(document);
    }
}
