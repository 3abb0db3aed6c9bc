using Tocsin.Language;
using Tocsin.Training;
using Xunit;

namespace Tocsin.Tests.Training;

/// <summary>The scorer on chains small enough to count by hand; a letter is a mention.</summary>
public sealed class CoreferenceScores
{
    /// <summary>
    /// The example of Vilain and others and of Bagga and Baldwin as Luo 2005 retells it: two of three chains joined. MUC
    /// sees one link too many of ten (precision 9/10), B³ the wrong five as well.
    /// </summary>
    [Fact]
    public void Two_chains_joined_cost_MUC_one_link_and_B_cubed_their_mentions()
    {
        var score = Score("abcde fg hijkl", "abcde fghijkl");
        Assert.Equal(9.0 / 10, score.Muc.Precision, 9);
        Assert.Equal(1, score.Muc.Recall, 9);
        Assert.Equal((5 + (2 * 2.0 / 7) + (5 * 5.0 / 7)) / 12, score.Cubed.Precision, 9);
        Assert.Equal(1, score.Cubed.Recall, 9);
        // φ4 pairs abcde with itself (1) and hijkl with the joined chain (10/12).
        Assert.Equal((1 + (10.0 / 12)) / 3, score.Ceaf.Recall, 9);
        Assert.Equal((1 + (10.0 / 12)) / 2, score.Ceaf.Precision, 9);
    }

    /// <summary>Key {a b c} {d e f g}, response {a b} {c d} {f g h i}: the example that Pradhan and others 2014 work out.</summary>
    [Fact]
    public void The_worked_example_of_the_reference_scorer_comes_out_the_same()
    {
        var score = Score("abc defg", "ab cd fghi");
        Assert.Equal(0.40, score.Muc.Precision, 9);
        Assert.Equal(0.40, score.Muc.Recall, 9);
        Assert.Equal(0.50, score.Cubed.Precision, 9);
        Assert.Equal(5.0 / 12, score.Cubed.Recall, 3);
        Assert.Equal(0.43, score.Ceaf.Precision, 2);
        Assert.Equal(0.65, score.Ceaf.Recall, 2);
        Assert.Equal((6.0 / 7, 6.0 / 8), (score.Mentions.Recall, score.Mentions.Precision));
    }

    [Fact]
    public void The_same_chains_are_perfect_and_none_are_nothing()
    {
        Assert.Equal(1, Score("ab cde", "ab cde").Conll, 9);
        Assert.Equal(0, Score("ab cde", "").Conll, 9);
    }

    [Fact]
    public void The_best_pairing_is_not_always_the_greedy_one()
    {
        Assert.Equal(5, Assignment.Best(new double[,] { { 3, 2 }, { 3, 0 } }), 9);
        Assert.Equal(15, Assignment.Best(new double[,] { { 7, 5, 1 }, { 6, 8, 0 } }), 9);
        Assert.Equal(4, Assignment.Best(new double[,] { { 1 }, { 4 }, { 2 } }), 9);
        Assert.Equal(0, Assignment.Best(new double[0, 3]), 9);
    }

    [Fact]
    public void The_pairing_is_the_best_of_all_that_there_are()
    {
        var random = new Random(7);
        for (var round = 0; round < 50; round++)
        {
            var worth = new double[4, 4];
            for (var cell = 0; cell < 16; cell++)
                worth[cell / 4, cell % 4] = random.Next(10);
            Assert.Equal(BestByTrying(worth, 0, []), Assignment.Best(worth), 9);
        }
    }

    static double BestByTrying(double[,] worth, int row, HashSet<int> taken) => row == worth.GetLength(0)
        ? 0
        : Enumerable.Range(0, worth.GetLength(1)).Where(column => !taken.Contains(column))
            .Max(column => worth[row, column] + BestByTrying(worth, row + 1, [.. taken, column]));

    static CoreferenceScore Score(string gold, string said)
    {
        var score = new CoreferenceScore();
        score.Add(Mentions(gold), Mentions(said));
        return score;
    }

    static IEnumerable<Mention> Mentions(string chains) => chains.Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .SelectMany((chain, number) => chain.Select(letter => new Mention(letter, letter + 1, number)));
}
