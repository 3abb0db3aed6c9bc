using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Engines;
using Tocsin.Language;
using Engine = Tocsin.Language.Engine;

namespace Tocsin.Benchmarks;

/// <summary>How long does it take to load an engine's models?</summary>
[MemoryDiagnoser]
[SimpleJob(RunStrategy.Monitoring, warmupCount: 2, iterationCount: 12)]
public class Loading
{
    [Params(Engine.Fast, Engine.Accurate)]
    public Engine Engine { get; set; }

    [Benchmark]
    public LanguageModel Load() => LanguageModel.Load(NewsText.Models, Engine);
}
