using Tocsin.Language.Neural;
using Xunit;

namespace Tocsin.Tests.Language.Neural;

public sealed class Trees
{
    static int[] Find(int[] scores, int words)
    {
        var search = new TreeSearch();
        scores.CopyTo(search.Begin(words));
        return search.Find(words).ToArray();
    }

    [Fact]
    public void Whatever_the_scores_are_the_answer_is_a_tree_with_one_root()
    {
        const int Seed = 11;
        var random = new Random(Seed);
        var search = new TreeSearch();
        for (var round = 0; round < 2000; round++)
        {
            var n = 1 + random.Next(round % 50 == 0 ? 120 : 12);
            var scores = search.Begin(n);
            // Few different scores make many ties and circles.
            for (var i = 0; i < scores.Length; i++)
                scores[i] = random.Next(round % 3 == 0 ? 3 : 1000) - 500;
            var heads = search.Find(n).ToArray();
            Assert.True(IsTree(heads, n), $"seed {Seed}, round {round}: {string.Join(' ', heads)}");
        }
    }

    [Fact]
    public void Best_heads_that_are_a_tree_stay()
    {
        // "she saw him": both hang from the second word.
        int[] scores = [0, 9, 1, 3, 2, 0, 1, 8, 1, 7, 0, 2];
        Assert.Equal([1, 3, 1], Find(scores, 3));
    }

    [Fact]
    public void A_circle_gives_way_where_it_costs_least()
    {
        // Words 0 and 1 want each other; word 1 has the root almost as dear.
        int[] scores = [0, 9, 1, 3, 9, 0, 1, 8, 1, 7, 0, 2];
        Assert.Equal([1, 3, 1], Find(scores, 3));
    }

    [Fact]
    public void Of_two_roots_the_one_that_needs_it_more_stays()
    {
        Assert.Equal([1, 2], Find([0, 5, 9, 1, 0, 9], 2));
        Assert.Equal([2, 0], Find([0, 1, 9, 5, 0, 9], 2));
        Assert.Equal([1, 2], Find([0, 8, 9, 2, 0, 9], 2));
    }

    static bool IsTree(int[] heads, int n)
    {
        if (heads.Count(head => head == n) != 1)
            return false;
        for (var i = 0; i < n; i++)
        {
            var at = i;
            for (var steps = 0; at != n; steps++)
            {
                if (steps > n || heads[at] == at)
                    return false;
                at = heads[at];
            }
        }
        return true;
    }
}
