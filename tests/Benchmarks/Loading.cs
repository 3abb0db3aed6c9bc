using BenchmarkDotNet.Attributes;
using Tocsin.Language;

namespace Tocsin.Benchmarks;

/// <summary>How long does it take to load an engine's models?</summary>
[MemoryDiagnoser]
public class Loading
{
    [Params(Engine.Fast, Engine.Accurate, Engine.Linear)]
    public Engine Engine { get; set; }

    [Benchmark]
    public LanguageModel Load() => LanguageModel.Load(NewsText.Models, Engine);
}
