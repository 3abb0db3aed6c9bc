namespace Tocsin.Language;

/// <summary>Viterbi's search for the best sequence of name labels of a sentence. Belongs to one worker.</summary>
sealed class NameSearch
{
    const int N = NameModel.Labels;

    readonly int[] transitions;
    int[] scores = new int[512 * N];
    byte[] back = new byte[512 * N];

    /// <param name="transitions">As in <see cref="NameModel.Transitions"/>.</param>
    public NameSearch(int[] transitions) => this.transitions = transitions;

    /// <summary>Scores of a sentence's labels, <see cref="NameModel.Labels"/> a word, to be filled before the search.</summary>
    public Span<int> Begin(int words)
    {
        if (scores.Length < words * N)
            (scores, back) = (new int[words * N * 2], new byte[words * N * 2]);
        return scores.AsSpan(0, words * N);
    }

    /// <summary>Adds the sentence's names, in text order; its first word is token <paramref name="first"/>.</summary>
    public void Find(int first, int words, List<Entity> entities)
    {
        if (words == 0)
            return;
        Search(words);
        var last = (words - 1) * N;
        var label = 0;
        for (var other = 1; other < N; other++)
        {
            if (scores[last + other] > scores[last + label])
                label = other;
        }
        var at = entities.Count;
        var stop = -1;
        for (var i = words - 1; i >= 0; i--)
        {
            if (label != 0)
            {
                if (stop < 0)
                    stop = i + 1;
                if (NameModel.IsBegin(label))
                {
                    entities.Add(new Entity(first + i, first + stop, NameModel.TypeOf(label)));
                    stop = -1;
                }
            }
            label = back[(i * N) + label];
        }
        entities.Reverse(at, entities.Count - at);
    }

    /// <summary>Turns the scores of words into those of the best sequences that end there.</summary>
    void Search(int words)
    {
        for (var i = 0; i < words; i++)
        {
            var row = i * N;
            for (var label = 0; label < N; label++)
            {
                var best = int.MinValue;
                for (var before = 0; before < N && i > 0; before++)
                {
                    var score = scores[row - N + before];
                    if (score == int.MinValue || !NameModel.MayFollow(before, label))
                        continue;
                    score += transitions[(before * N) + label];
                    if (score > best)
                        (best, back[row + label]) = (score, (byte)before);
                }
                if (i == 0 && NameModel.MayFollow(0, label))
                    best = transitions[(N * N) + label];
                scores[row + label] = best == int.MinValue ? best : best + scores[row + label];
            }
        }
    }
}
