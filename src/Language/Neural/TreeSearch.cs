namespace Tocsin.Language.Neural;

/// <summary>
/// The best head of every word, made a tree with one root: where the best heads make a circle or several roots, the words
/// whose second choice costs least give way. One worker's.
/// </summary>
sealed class TreeSearch
{
    int[] scores = new int[64 * 65];
    int[] heads = new int[64];
    int[] component = new int[64];

    /// <summary>Scores of a sentence, to be filled: those of word i's heads at [i × (n + 1)], the root's last.</summary>
    public Span<int> Begin(int words)
    {
        var needed = words * (words + 1);
        if (scores.Length < needed)
            scores = new int[needed * 3 / 2];
        if (heads.Length < words)
            (heads, component) = (new int[words * 2], new int[words * 2]);
        return scores.AsSpan(0, needed);
    }

    /// <summary>Heads within the sentence; the number of words for the root.</summary>
    public ReadOnlySpan<int> Find(int words)
    {
        var n = words;
        for (var i = 0; i < n; i++)
        {
            Score(i, i) = int.MinValue;
            heads[i] = Best(i, n, withRoot: true);
        }
        KeepOneRoot(n);
        while (Circle(n) is >= 0 and var member)
            Break(n, member);
        return heads.AsSpan(0, n);

        ref int Score(int word, int head) => ref scores[(word * (n + 1)) + head];
    }

    int Best(int word, int n, bool withRoot)
    {
        var row = scores.AsSpan(word * (n + 1), n + 1);
        var best = withRoot ? n : word == 0 ? Math.Min(1, n - 1) : 0;
        for (var head = 0; head < n; head++)
        {
            if (row[head] > row[best])
                best = head;
        }
        return best;
    }

    /// <summary>Leaves the root to the word that would lose most by another head.</summary>
    void KeepOneRoot(int n)
    {
        var root = -1;
        var most = long.MinValue;
        var roots = 0;
        for (var i = 0; i < n; i++)
            roots += heads[i] == n ? 1 : 0;
        for (var i = 0; i < n; i++)
        {
            if (roots > 0 && heads[i] != n)
                continue;
            var loss = n == 1 ? 0 : (long)scores[(i * (n + 1)) + n] - scores[(i * (n + 1)) + Best(i, n, withRoot: false)];
            if (loss > most)
                (root, most) = (i, loss);
        }
        for (var i = 0; i < n; i++)
        {
            if (i == root)
                heads[i] = n;
            else if (heads[i] == n)
                heads[i] = Best(i, n, withRoot: false);
        }
    }

    /// <summary>A word on a circle, after all that hang from it, or from the root, were marked; −1 where there is none.</summary>
    int Circle(int n)
    {
        Array.Clear(component, 0, n);
        for (var start = 0; start < n; start++)
        {
            var word = start;
            while (word < n && component[word] == 0)
            {
                component[word] = start + 1;
                word = heads[word];
            }
            if (word < n && component[word] == start + 1)
                return word;
        }
        return -1;
    }

    /// <summary>Gives one word of a circle a head that does not hang from the circle.</summary>
    void Break(int n, int member)
    {
        // Marks: 1 hangs from the circle or lies on it, 2 does not; 0 not known yet.
        Array.Clear(component, 0, n);
        for (var word = member; component[word] == 0; word = heads[word])
            component[word] = 1;
        for (var start = 0; start < n; start++)
        {
            var word = start;
            while (word < n && component[word] == 0)
            {
                component[word] = 3;
                word = heads[word];
            }
            // Another circle counts as one that does not hang from this one.
            var mark = word == n || component[word] != 1 ? 2 : 1;
            for (word = start; word < n && component[word] == 3; word = heads[word])
                component[word] = mark;
        }
        var (moved, to) = (member, -1);
        var least = long.MaxValue;
        var on = member;
        do
        {
            var row = on * (n + 1);
            for (var head = 0; head < n; head++)
            {
                if (component[head] == 2 && (long)scores[row + heads[on]] - scores[row + head] < least)
                    (least, moved, to) = ((long)scores[row + heads[on]] - scores[row + head], on, head);
            }
            on = heads[on];
        }
        while (on != member);
        heads[moved] = to;
    }
}
