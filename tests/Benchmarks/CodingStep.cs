using BenchmarkDotNet.Attributes;
using Tocsin.Coding;
using Tocsin.Events;
using Tocsin.Language;

namespace Tocsin.Benchmarks;

/// <summary>How fast is coding alone, on one thread, with the trees supplied?</summary>
[MemoryDiagnoser]
public class CodingStep
{
    Coder coder = null!;
    (Story Story, Document Document)[] stories = [];

    /// <summary>Sentences that one call codes.</summary>
    public static int Sentences { get; private set; }

    [GlobalSetup]
    public void SetUp()
    {
        coder = new Coder(CodingResources.Load(Path.Combine(NewsText.Root, "data"), Path.Combine(NewsText.Root, "models")));
        var analyser = new Analyser(LanguageModel.Load(NewsText.Models));
        stories =
        [
            .. NewsText.Stories.Select((text, number) =>
            {
                var document = new Document();
                analyser.Analyse(text, document);
                return (new Story { Id = $"story {number}", Text = text }, document);
            }),
        ];
        Sentences = stories.Sum(story => story.Document.SentenceCount);
        Console.WriteLine($"// {Sentences} sentences, {NewsText.Words} words");
    }

    [Benchmark]
    public int Code()
    {
        var events = 0;
        foreach (var (story, document) in stories)
            events += coder.Code(story, document).Events.Count;
        return events;
    }
}
