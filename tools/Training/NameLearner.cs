using Tocsin.Language;

namespace Tocsin.Training;

/// <summary>
/// Learns names: structured averaged perceptron over label sequences (Collins 2002). Where a corpus leaves labels open,
/// the best sequence among the allowed is taken for the true one.
/// </summary>
sealed class NameLearner(int seed, Action<string> progress)
{
    const int N = NameModel.Labels;
    const uint TransitionTemplate = 390;

    public AveragedPerceptron Weights { get; } = new(N);

    public void Learn(IReadOnlyList<NameExample> examples, int epochs)
    {
        var order = examples.ToArray();
        var random = new Random(seed);
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            random.Shuffle(order);
            var wrong = order.Count(example => !Learn(example));
            progress($"epoch {epoch + 1} of {epochs}, {(double)wrong / order.Length:P2} of the sentences wrong while learning");
        }
    }

    /// <summary>A pair of labels is one feature, whose weight is that of class 0.</summary>
    public static uint Transition(int before, int label) =>
        FeatureHash.Of(TransitionTemplate, (uint)before + 1, (uint)label + 1);

    bool Learn(NameExample example)
    {
        var length = example.Allowed.Length;
        var own = new float[length * N];
        for (var i = 0; i < length; i++)
            Weights.Score(example.Of(i)).CopyTo(own.AsSpan(i * N, N));
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
                    Weights.Update(example.Of(i), truth[i], guess[i]);
                var (before, guessBefore) = i == 0 ? (N, N) : (truth[i - 1], guess[i - 1]);
                if (before == guessBefore && truth[i] == guess[i])
                    continue;
                Weights.Update([Transition(before, truth[i])], 0, 1);
                Weights.Update([Transition(guessBefore, guess[i])], 1, 0);
            }
        }
        Weights.Step();
        return right;
    }

    int[] Best(float[] own, int length, ushort[]? allowed)
    {
        var moves = new float[N + 1, N];
        for (var before = 0; before <= N; before++)
        {
            for (var label = 0; label < N; label++)
                moves[before, label] = Weights.Score([Transition(before, label)])[0];
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
}
