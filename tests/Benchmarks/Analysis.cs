using BenchmarkDotNet.Attributes;
using Tocsin.Language;

namespace Tocsin.Benchmarks;

/// <summary>How fast is everything from text to coreference, and do two threads do twice as much?</summary>
[MemoryDiagnoser]
public class Analysis
{
    Analyser[] analysers = [];
    Document[] documents = [];

    [Params(Engine.Fast, Engine.Accurate)]
    public Engine Engine { get; set; }

    [Params(1, 2)]
    public int Threads { get; set; }

    [GlobalSetup]
    public void SetUp()
    {
        var model = LanguageModel.Load(NewsText.Models, Engine);
        analysers = [.. Enumerable.Range(0, Threads).Select(_ => new Analyser(model))];
        documents = [.. Enumerable.Range(0, Threads).Select(_ => new Document())];
    }

    /// <summary>Each thread takes the next story as soon as it is done with one; all stories once.</summary>
    [Benchmark]
    public void Analyse()
    {
        var next = -1;
        Parallel.For(0, Threads, new ParallelOptions { MaxDegreeOfParallelism = Threads }, thread =>
        {
            for (var story = Interlocked.Increment(ref next); story < NewsText.Stories.Length; story = Interlocked.Increment(ref next))
                analysers[thread].Analyse(NewsText.Stories[story], documents[thread]);
        });
    }
}
