using Tocsin.Language;

namespace Tocsin.Training.Neural;

/// <summary>
/// Conditional random field over the labels of names (Lafferty et al. 2001), where a word may have several right labels
/// (Tsuboi et al. 2008): the likelihood of all allowed sequences against all that can be. One worker's.
/// </summary>
sealed unsafe class NameLoss(Gradient transitions)
{
    const int N = NameModel.Labels;

    /// <summary>What no sum of scores makes up for.</summary>
    const double Never = -1e30;

    const double Impossible = -1e20;

    double[] forward = new double[64 * N];
    double[] backward = new double[64 * N];

    /// <summary>Adds one sentence's gradient of emissions and transitions; its loss.</summary>
    public double Learn(NeuralExamples examples, Batch batch, int s, Matrix emissions, Matrix gradient)
    {
        transitions.TouchAll();
        var right = Sum(examples, batch, s, emissions, gradient, restricted: true, -1);
        // Labels that cannot follow each other teach nothing.
        return right < Impossible ? 0 : Sum(examples, batch, s, emissions, gradient, restricted: false, +1) - right;
    }

    double Sum(NeuralExamples examples, Batch batch, int s, Matrix emissions, Matrix gradient, bool restricted, float sign)
    {
        var (begin, n) = batch.Sentences[s];
        if (forward.Length < n * N)
            (forward, backward) = (new double[n * N * 2], new double[n * N * 2]);
        var weight = transitions.Parameter.Value;
        bool May(int i, int label) => !restricted || (examples.Allowed![begin + i] >> label & 1) != 0;
        for (var i = 0; i < n; i++)
        {
            var own = emissions.Row(batch.Row(s, i));
            for (var label = 0; label < N; label++)
            {
                var sum = Never;
                if (May(i, label))
                {
                    if (i == 0 && NameModel.MayFollow(0, label))
                        sum = weight.Row(N)[label];
                    for (var before = 0; before < N && i > 0; before++)
                    {
                        if (NameModel.MayFollow(before, label))
                            sum = Plus(sum, forward[((i - 1) * N) + before] + weight.Row(before)[label]);
                    }
                    sum += own[label];
                }
                forward[(i * N) + label] = sum;
            }
        }
        for (var i = n - 1; i >= 0; i--)
        {
            for (var label = 0; label < N; label++)
            {
                var sum = i == n - 1 ? 0 : Never;
                for (var next = 0; next < N && i < n - 1; next++)
                {
                    if (NameModel.MayFollow(label, next) && May(i + 1, next))
                    {
                        sum = Plus(sum, backward[((i + 1) * N) + next] + weight.Row(label)[next]
                            + emissions.Row(batch.Row(s, i + 1))[next]);
                    }
                }
                backward[(i * N) + label] = sum;
            }
        }
        var total = Never;
        for (var label = 0; label < N; label++)
            total = Plus(total, forward[((n - 1) * N) + label]);
        if (total < Impossible)
            return total;
        for (var i = 0; i < n; i++)
        {
            var d = gradient.Row(batch.Row(s, i));
            var own = emissions.Row(batch.Row(s, i));
            for (var label = 0; label < N; label++)
            {
                if (!May(i, label))
                    continue;
                var share = Math.Exp(forward[(i * N) + label] + backward[(i * N) + label] - total);
                d[label] += sign * (float)share;
                if (i == 0)
                    transitions.Sum.Row(N)[label] += sign * (float)share;
                for (var before = 0; before < N && i > 0; before++)
                {
                    if (NameModel.MayFollow(before, label))
                    {
                        transitions.Sum.Row(before)[label] += sign * (float)Math.Exp(forward[((i - 1) * N) + before]
                            + weight.Row(before)[label] + own[label] + backward[(i * N) + label] - total);
                    }
                }
            }
        }
        return total;
    }

    static double Plus(double a, double b) =>
        a > b ? b < Impossible ? a : a + Math.Log(1 + Math.Exp(b - a)) : a < Impossible ? b : b + Math.Log(1 + Math.Exp(a - b));
}
