using System.Globalization;
using Tocsin.Language;

namespace Tocsin.Training;

/// <summary>A text as the engine reads it, with the gold chain of each span.</summary>
sealed class CoreferenceExample
{
    readonly Dictionary<(int, int), int> chains = [];
    readonly WordColumns columns;

    public CoreferenceExample(CoreferenceText text, WordColumns columns, Action<Document> analyse)
    {
        this.columns = columns;
        Text = text;
        text.Fill(Document);
        analyse(Document);
        foreach (var mention in text.Mentions)
            chains.TryAdd((mention.First, mention.End), mention.Chain);
    }

    public CoreferenceText Text { get; }

    public Document Document { get; } = new();

    /// <summary>The gold chain of a phrase, −1 for none.</summary>
    public int ChainOf(in Phrase phrase) => chains.GetValueOrDefault((phrase.First, phrase.End), -1);

    /// <summary>The shared columns, filled with this text.</summary>
    public WordColumns Columns()
    {
        columns.Read(Document);
        return columns;
    }
}

/// <summary>Learns, measures and writes the model of coreference, from trees and names that the engine predicts.</summary>
sealed class CoreferenceTraining(int seed, Action<string> progress)
{
    const double Scale = 256;

    /// <summary>With <paramref name="heldOut"/> at 1 or more, each so-many-th text is measured on and not learnt from.</summary>
    public void Train(
        string corpora, string modelsFolder, int epochs, int heldOut, int votes, int passages, CoreferenceCosts costs, double rate, double decay, double persons)
    {
        var dev = Directory.EnumerateFiles(Path.Combine(corpora, "OntoGUM-coref-open", "dev")).Select(Path.GetFileName).ToHashSet();
        var texts = CoreferenceCorpus.Read(
            Path.Combine(corpora, "OntoGUM-coref-open", "train"),
            Path.Combine(corpora, "UD_English-GUM-open", "en_gum_open-ud-train.conllu"));
        // A text that stands in both parts is measured on.
        texts.RemoveAll(text => dev.Contains(text.Name + ".conll"));
        var english = Path.Combine(modelsFolder, "english");
        // Its trees of these texts are as good as those of other texts; the accurate engine knows the texts too well.
        var engine = LanguageModel.LoadEngine(english, Engine.Linear)();
        var lemmatiser = new Lemmatiser(LemmaTable.Load(Path.Combine(english, LemmaTable.Kind + ".model")));
        CoreferenceExample Example(CoreferenceText text) => new(text, engine.Columns, document =>
        {
            engine.Annotate(document);
            lemmatiser.Lemmatise(document);
        });
        var examples = texts.Select(Example).ToList();
        var measured = examples.Where((_, i) => heldOut > 0 && i % heldOut == 0).ToList();
        var learnt = examples.Except(measured).ToList();
        if (passages > 0)
            learnt.AddRange(learnt.SelectMany(example => example.Text.Passages(passages)).Select(Example).ToList());
        progress($"coreference: {learnt.Count} texts to learn from, {measured.Count} held out");
        SayFound(learnt, engine.Columns);
        var means = new double[1 << CoreferenceModel.Bits];
        for (var vote = 0; vote < votes; vote++)
        {
            var learner = new CoreferenceLearner(costs, rate, decay, persons, seed + vote);
            for (var epoch = 0; epoch < epochs; epoch++)
            {
                var right = learner.Epoch(learnt, average: epoch >= epochs / 3);
                progress($"learner {vote + 1}: epoch {epoch + 1} of {epochs}, {right:P2} right while learning");
            }
            for (var i = 0; i < means.Length; i++)
                means[i] += learner.Mean(i) / votes;
        }
        var codes = Array.ConvertAll(means, weight => WeightCode.Of(weight * Scale));
        if (measured.Count > 0)
        {
            foreach (var (name, figure) in CoreferenceEvaluation.Figures(Measure(codes, measured, engine.Columns)))
                progress($"{name}\t{figure}");
            return;
        }
        var path = Path.Combine(english, CoreferenceModel.Kind + ".model");
        var card = new Dictionary<string, string>
        {
            ["texts"] = learnt.Count.ToString(CultureInfo.InvariantCulture),
            ["epochs"] = epochs.ToString(CultureInfo.InvariantCulture),
            ["seed"] = seed.ToString(CultureInfo.InvariantCulture),
        };
        ModelFile.Write(path, new ModelHeader(
            CoreferenceModel.Kind, "CC BY-SA 4.0",
            ["OntoGUM train, open genres (annotations CC BY 4.0; texts CC BY, CC BY-SA or public domain)"],
            card, new Dictionary<string, string[]>()), [("weights", ModelFile.Bytes<sbyte>(codes))]);
        ScoreCard.Write(Path.ChangeExtension(path, ".md"), CoreferenceModel.Kind, card, new FileInfo(path).Length);
        progress($"coreference: {new FileInfo(path).Length / 1e6:F1} MB");
    }

    static CoreferenceScore Measure(sbyte[] codes, List<CoreferenceExample> examples, WordColumns columns)
    {
        var resolver = new CoreferenceResolver(CoreferenceModel.Build(codes), columns);
        var score = new CoreferenceScore();
        int named = 0, persons = 0;
        foreach (var example in examples)
        {
            example.Columns();
            resolver.Resolve(example.Document);
            score.Add(example.Text.Mentions, example.Document.Mentions);
            foreach (var mention in example.Text.Mentions.Where(mention => IsHeOrShe(example.Document, mention)))
            {
                var own = example.Document.Mentions.FirstOrDefault(said => said.First == mention.First && said.End == mention.End);
                persons++;
                named += own.End > 0 && example.Document.Mentions.LastOrDefault(said => said.Chain == own.Chain
                    && said.First < own.First && !IsPronoun(example.Document, said)) is var before && before.End > 0
                    && example.Text.Mentions.Any(gold => gold.Chain == mention.Chain && gold.First == before.First && gold.End == before.End) ? 1 : 0;
            }
        }
        Console.Error.WriteLine($"he and she with the right name or description: {named} of {persons}");
        return score;
    }

    static bool IsHeOrShe(Document document, Mention mention) => mention.End == mention.First + 1
        && Pronouns.Of(document.Form(mention.First)) is Person.He or Person.She;

    static bool IsPronoun(Document document, Mention mention) => mention.End == mention.First + 1
        && Pronouns.Of(document.Form(mention.First)) != Person.None;

    /// <summary>How many gold mentions are phrases at all.</summary>
    void SayFound(List<CoreferenceExample> examples, WordColumns columns)
    {
        int found = 0, gold = 0, phrases = 0;
        var finder = new PhraseFinder();
        foreach (var example in examples)
        {
            finder.Find(example.Document, example.Columns());
            var spans = new HashSet<(int, int)>();
            foreach (var phrase in finder.Phrases)
                spans.Add((phrase.First, phrase.End));
            phrases += spans.Count;
            gold += example.Text.Mentions.Count;
            found += example.Text.Mentions.Count(mention => spans.Contains((mention.First, mention.End)));
        }
        progress($"coreference: {found} of {gold} gold mentions are among {phrases} phrases");
    }
}
