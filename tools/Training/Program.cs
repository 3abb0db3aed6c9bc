using System.Globalization;
using Tocsin.Language;
using Tocsin.Language.Neural;
using Tocsin.Training;
using Tocsin.Training.Neural;
using Tocsin.Training.Places;

var options = new Dictionary<string, string>(StringComparer.Ordinal);
for (var i = 1; i + 1 < args.Length; i += 2)
    options[args[i].TrimStart('-')] = args[i + 1];

string Need(string name) =>
    options.TryGetValue(name, out var value) ? value : throw new ArgumentException($"{args[0]} needs --{name}");
int Number(string name, int otherwise) =>
    options.TryGetValue(name, out var value) ? int.Parse(value, CultureInfo.InvariantCulture) : otherwise;
double Real(string name, double otherwise) =>
    options.TryGetValue(name, out var value) ? double.Parse(value, CultureInfo.InvariantCulture) : otherwise;
void Say(string text) => Console.Error.WriteLine(text);

switch (args.FirstOrDefault())
{
    case "parser":
        new EnglishLinear(Number("seed", 1), Say) { Without = options.GetValueOrDefault("without"), Share = Number("every", 1) }.Train(
            Need("corpora"), options.GetValueOrDefault("vectors"), Need("out"), Number("epochs", 8), Number("votes", 4),
            options.GetValueOrDefault("clusters") ?? Path.Combine(Path.GetTempPath(), "tocsin-clusters.bin"),
            options.TryGetValue("teacher", out var teacher) ? new NeuralEngine(NeuralModel.Load(teacher), null) : null);
        return 0;
    case "accurate":
        new EnglishNeural(Number("seed", 1), Say)
        {
            Corpora = Need("corpora"),
            Vectors = Need("vectors"),
            Actors = Need("actors"),
            Cities = Need("cities"),
            Epochs = Number("epochs", 28),
            Without = options.GetValueOrDefault("without"),
            Teacher = options.TryGetValue("teacher", out var master) ? new NeuralEngine(NeuralModel.Load(master), null) : null,
            Kind = options.GetValueOrDefault("kind") ?? NeuralModel.Kind,
            Share = Number("every", 1),
            VectorCount = Number("vector-count", 75_000),
            WordsPerBatch = Number("words", 400),
            Habits = options.TryGetValue("habits", out var habits) ? habits.Split(',') : ["wikigold", "CrossNER"],
            Measured = (options.GetValueOrDefault("measure") ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries),
        }.Train(Need("out"), new NetworkShape
        {
            Rows = 0,
            Tags = 0,
            Deprels = 0,
            Corpora = 0,
            Hidden = Number("hidden", 128),
            Learnt = Number("learnt", 96),
            Arc = Number("arc", 96),
            Label = Number("label", 128),
            Tag = Number("tag", 128),
            Name = Number("name", 64),
        });
        return 0;
    case "evaluate":
        foreach (var (name, figure) in Evaluation.Measure(
            LanguageModel.Load(Need("models"), Enum.Parse<Engine>(Need("engine"), ignoreCase: true)).NewEngine(), Need("treebank"),
            Path.GetFileName(Need("treebank"))))
            Console.WriteLine($"{name}\t{figure}");
        return 0;
    case "lemmas":
        LemmaTraining.Train(Need("corpora"), WordVectors.Frequent(Need("vectors"), 60_000), Need("out"), Say);
        return 0;
    case "names":
        new NameTraining(Number("seed", 1), Say).Train(
            Need("corpora"), Need("actors"), Need("cities"), Need("engine"),
            ClusterCache.ReadOrLearn(
                Need("vectors"), options.GetValueOrDefault("clusters") ?? Path.Combine(Path.GetTempPath(), "tocsin-clusters.bin"),
                Number("seed", 1), Say),
            Need("out"), Number("epochs", 10), Number("votes", 4),
            double.Parse(options.GetValueOrDefault("prune") ?? "0.15", CultureInfo.InvariantCulture),
            [.. (options.GetValueOrDefault("measure") ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries)
                .Select(path => (Path.GetFileName(path), path))]);
        return 0;
    case "coreference":
        new CoreferenceTraining(Number("seed", 1), Say).Train(
            Need("corpora"), Need("model-folder"), Number("epochs", 8), Number("held-out", 0), Number("votes", 4),
            Number("passages", 3),
            new CoreferenceCosts(Real("false-link", 0.1), Real("missed", 3), Real("wrong-link", 1)),
            Real("rate", 0.03), Real("decay", 0.004), Real("persons", 3));
        return 0;
    case "coref":
        foreach (var (name, figure) in CoreferenceEvaluation.Figures(
            CoreferenceEvaluation.Measure(Need("model-folder"), Need("gold"), Need("treebank"))))
        {
            Console.WriteLine($"{name}\t{figure}");
        }
        return 0;
    case "gap":
        foreach (var (name, figure) in GapEvaluation.Measure(Need("model-folder"), Need("tsv")))
            Console.WriteLine($"{name}\t{figure}");
        return 0;
    case "factuality":
        new FactualityTraining(Number("seed", 1), Say).Train(
            Need("gold"), Need("data"), Need("model-folder"), Need("out"), Number("epochs", 12), Real("rate", 0.02), Real("decay", 0.0005),
            Number("held-out", 0));
        return 0;
    case "places":
        return PlacesBuilder.Run(options);
    default:
        Console.Error.WriteLine("""
            Learns models and builds the gazetteer; never shipped.
              parser    --corpora DIR [--vectors FILE] --out DIR [--epochs 8] [--votes 4] [--seed 1] [--clusters FILE]
                        [--teacher FILE.model] [--without ewt|gum] [--every 1]
              accurate  --corpora DIR --vectors FILE --actors DIR --cities FILE --out DIR [--epochs 28] [--words 400] [--seed 1]
                        [--hidden 128] [--arc 96] [--label 128] [--tag 128] [--name 64] [--learnt 96] [--kind english-accurate]
                        [--teacher FILE.model] [--vector-count 75000] [--habits NAME,…] [--measure FILE,…]
                        [--without ewt|gum] [--every 1]
              evaluate  --models DIR --engine fast|accurate --treebank FILE.conllu
              lemmas    --corpora DIR --vectors FILE --out DIR
              names     --corpora DIR --actors DIR --cities FILE --vectors FILE --engine FILE.model --out DIR [--epochs 10]
                        [--votes 4] [--prune 0.15] [--seed 1] [--clusters FILE] [--measure FILE,…]
              coreference --corpora DIR --model-folder models [--epochs 8] [--votes 4] [--passages 3] [--held-out 0]
                        [--seed 1] [--false-link 0.1] [--missed 3] [--wrong-link 1] [--rate 0.03] [--decay 0.004] [--persons 3]
              coref     --model-folder models --gold DIR --treebank FILE.conllu
              gap       --model-folder models --tsv FILE
              factuality --gold FILE.jsonl --data DIR --model-folder models --out DIR [--epochs 12] [--rate 0.02] [--decay 0.0005]
                        [--held-out 0] [--seed 1]
              places    --from FILE --counties FILE.json --regions FILE.txt --out DIR
            """);
        return 2;
}
