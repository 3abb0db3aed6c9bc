using BenchmarkDotNet.Attributes;
using Tocsin.Language;

namespace Tocsin.Benchmarks;

/// <summary>Does a megabyte in one line cost at most twice per word what news costs?</summary>
[MemoryDiagnoser]
public class LongParagraph
{
    readonly Document document = new();
    Analyser analyser = null!;

    [Params(Engine.Fast, Engine.Accurate)]
    public Engine Engine { get; set; }

    [GlobalSetup]
    public void SetUp() => analyser = new Analyser(LanguageModel.Load(NewsText.Models, Engine));

    [Benchmark(Baseline = true)]
    public void News()
    {
        foreach (var story in NewsText.Stories)
            analyser.Analyse(story, document);
    }

    [Benchmark]
    public void Paragraph() => analyser.Analyse(NewsText.Paragraph, document);
}
