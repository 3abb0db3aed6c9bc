using Tocsin.Language;

namespace Tocsin.Training;

/// <summary>Learns the tagger: averaged perceptron, left to right, with its own tags before (not the gold ones).</summary>
sealed class TaggerTraining(int seed, Action<string> progress)
{
    /// <summary>A word seen this often with one tag in all cases is certain.</summary>
    const int CertainCount = 20;

    public Dictionary<string, int> TagIndex { get; } = new(StringComparer.Ordinal);

    public List<string> Tags { get; } = [];

    public AveragedPerceptron Weights { get; private set; } = new(1);

    public Dictionary<uint, ushort> Certain { get; } = [];

    public void Learn(GoldColumns gold, IReadOnlyList<int> sentences, int epochs)
    {
        var tokens = TokensOf(gold, sentences).ToList();
        foreach (var token in tokens)
        {
            if (TagIndex.TryAdd(gold.Tags[token], Tags.Count))
                Tags.Add(gold.Tags[token]);
        }
        FindCertain(gold, tokens);
        Weights = new AveragedPerceptron(Tags.Count);
        var random = new Random(seed);
        var order = sentences.ToArray();
        var tagged = new ushort[gold.Document.TokenCount];
        Span<uint> features = stackalloc uint[TaggerFeatures.Count];
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            random.Shuffle(order);
            int right = 0, asked = 0;
            foreach (var sentence in order)
            {
                var (first, end) = gold.Document.Sentence(sentence);
                for (var i = first; i < end; i++)
                {
                    if (Certain.TryGetValue(gold.Columns.Form[i], out tagged[i]))
                        continue;
                    TaggerFeatures.Fill(
                        gold.Columns, i, first, end, i > first ? tagged[i - 1] : 0u, i > first + 1 ? tagged[i - 2] : 0u, features);
                    var best = Best(Weights.Score(features));
                    var wanted = TagIndex[gold.Tags[i]];
                    if (best != wanted)
                        Weights.Update(features, wanted, best);
                    Weights.Step();
                    tagged[i] = (ushort)(best + 1);
                    asked++;
                    right += best == wanted ? 1 : 0;
                }
            }
            progress($"epoch {epoch + 1} of {epochs}, {(double)right / asked:P2} right while learning");
        }
    }

    public static int Best(ReadOnlySpan<float> scores)
    {
        var best = 0;
        for (var i = 1; i < scores.Length; i++)
        {
            if (scores[i] > scores[best])
                best = i;
        }
        return best;
    }

    static IEnumerable<int> TokensOf(GoldColumns gold, IEnumerable<int> sentences)
    {
        foreach (var sentence in sentences)
        {
            var (first, end) = gold.Document.Sentence(sentence);
            for (var token = first; token < end; token++)
                yield return token;
        }
    }

    void FindCertain(GoldColumns gold, List<int> tokens)
    {
        foreach (var group in tokens.GroupBy(token => gold.Columns.Form[token]))
        {
            var all = group.ToList();
            if (all.Count >= CertainCount && all.TrueForAll(token => gold.Tags[token] == gold.Tags[all[0]]))
                Certain[group.Key] = (ushort)(TagIndex[gold.Tags[all[0]]] + 1);
        }
    }
}
