using Tocsin.Language;

namespace Tocsin.Training;

/// <summary>What a wrong answer of each kind costs while learning.</summary>
/// <param name="FalseLink">Something new is linked.</param>
/// <param name="Missed">Something old is taken for new.</param>
/// <param name="WrongLink">Something old is linked to another chain.</param>
readonly record struct CoreferenceCosts(double FalseLink, double Missed, double WrongLink);

/// <summary>
/// Learns the ranker of antecedents: the logarithm of the likelihood that some antecedent of the gold chain is chosen,
/// costs added to wrong ones (Durrett and Klein 2013), by AdaGrad. Texts are read as the product reads them, each phrase
/// linked by what is known so far, so that chains while learning are as faulty as they will be.
/// </summary>
sealed class CoreferenceLearner(CoreferenceCosts costs, double rate, double decay, double persons, int seed)
{
    const int Size = 1 << CoreferenceModel.Bits;

    readonly float[] weights = new float[Size];
    readonly float[] squares = new float[Size];
    readonly double[] sums = new double[Size];
    readonly Random random = new(seed);
    readonly AntecedentSearch search = new();
    readonly List<int[]> features = [];
    int added;

    /// <summary>A weight, averaged over the epochs that were averaged.</summary>
    public double Mean(int place) => sums[place] / Math.Max(1, added);

    /// <summary>Learns from texts once, in random order; the share of phrases answered rightly.</summary>
    public double Epoch(IReadOnlyList<CoreferenceExample> examples, bool average)
    {
        var order = examples.ToArray();
        random.Shuffle(order);
        int right = 0, all = 0;
        foreach (var example in order)
        {
            search.Begin(example.Document, example.Columns());
            for (var index = 0; index < search.Phrases.Length; index++)
            {
                var candidates = search.Candidates(index).ToArray();
                var link = candidates.Length == 0 ? -1 : Learn(example, index, candidates, ref right);
                all += candidates.Length == 0 ? 0 : 1;
                search.Link(index, link);
            }
        }
        if (average)
        {
            added++;
            for (var i = 0; i < Size; i++)
                sums[i] += weights[i];
        }
        return (double)right / all;
    }

    int Learn(CoreferenceExample example, int index, Antecedent[] candidates, ref int right)
    {
        Span<uint> buffer = stackalloc uint[CoreferenceFeatures.Most];
        var reader = new CoreferenceFeatures(search, buffer);
        ref readonly var phrase = ref search.Phrases[index];
        var answers = candidates.Length + 1;
        features.Clear();
        for (var rank = 0; rank < candidates.Length; rank++)
            features.Add(Places(reader.OfPair(phrase, candidates[rank], index, rank)));
        features.Add(Places(reader.OfNew(phrase, CoreferenceResolver.Likest(candidates), candidates.Length)));
        var own = example.ChainOf(phrase);
        var gold = new bool[answers];
        var isOld = false;
        for (var rank = 0; rank < candidates.Length; rank++)
            isOld |= gold[rank] = own >= 0 && example.ChainOf(search.Phrases[candidates[rank].Phrase]) == own;
        gold[^1] = !isOld;
        var scores = new double[answers];
        var best = answers - 1;
        var mustLink = search.MustLink(phrase);
        for (var answer = answers - 1; answer >= 0; answer--)
        {
            if (mustLink && best == answers - 1 && answer < answers - 1)
                best = answer;
            foreach (var place in features[answer])
                scores[answer] += weights[place];
            if (scores[answer] > scores[best])
                best = answer;
        }
        right += gold[best] ? 1 : 0;
        if (mustLink)
        {
            if (!isOld)
                return candidates[best].Phrase;
            scores[^1] = double.NegativeInfinity;
        }
        for (var answer = 0; answer < answers; answer++)
        {
            if (!gold[answer])
                scores[answer] += !isOld ? costs.FalseLink : answer == answers - 1 ? costs.Missed : costs.WrongLink;
        }
        var highest = scores.Max();
        double total = 0, goldTotal = 0;
        for (var answer = 0; answer < answers; answer++)
        {
            scores[answer] = Math.Exp(scores[answer] - highest);
            total += scores[answer];
            goldTotal += gold[answer] ? scores[answer] : 0;
        }
        for (var answer = 0; answer < answers; answer++)
        {
            var pull = (gold[answer] ? scores[answer] / Math.Max(goldTotal, 1e-300) : 0) - (scores[answer] / total);
            if (Math.Abs(pull) > 1e-4)
                Move(features[answer], (float)(phrase.Person is Person.He or Person.She ? pull * persons : pull));
        }
        return best == answers - 1 ? -1 : candidates[best].Phrase;
    }

    void Move(int[] places, float pull)
    {
        foreach (var place in places)
        {
            var slope = pull - ((float)decay * weights[place]);
            squares[place] += slope * slope;
            weights[place] += (float)rate * slope / (0.1f + MathF.Sqrt(squares[place]));
        }
    }

    static int[] Places(ReadOnlySpan<uint> numbers)
    {
        var places = new int[numbers.Length];
        for (var i = 0; i < places.Length; i++)
            places[i] = CoreferenceModel.Place(numbers[i]);
        return places;
    }
}
