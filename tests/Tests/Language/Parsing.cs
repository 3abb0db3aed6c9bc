using CsCheck;
using Tocsin.Language;
using Tocsin.Training;
using Xunit;

namespace Tocsin.Tests.Language;

public sealed class Parsing
{
    /// <summary>Heads of random projective trees over up to twelve words; the length stands for the root.</summary>
    static readonly Gen<int[]> Trees = Gen.Int[1, 12].SelectMany(length =>
        Gen.Int[0, int.MaxValue].Array[length].Select(choices =>
        {
            var heads = new int[length];
            Hang(heads, choices, 0, length, length);
            return heads;
        }));

    [Fact]
    public void The_oracle_rebuilds_every_projective_tree_without_loss()
    {
        Trees.Sample(
            heads =>
            {
                var state = new ParserState();
                state.Reset(heads.Length);
                var costs = new int[3];
                while (!state.IsFinal)
                {
                    ArcHybridOracle.Costs(state, heads, costs);
                    Assert.Equal(0, costs.Min());
                    state.Apply((Move)Array.IndexOf(costs, 0));
                }
                Assert.Equal(heads, state.Heads[..heads.Length]);
            },
            seed: "0001tocsin0A", iter: 3000);
    }

    [Fact]
    public void Any_allowed_moves_end_in_a_tree_with_one_root()
    {
        Gen.Select(Gen.Int[1, 30], Gen.Int[0, 2].Array[200]).Sample(
            (length, choices) =>
            {
                var state = new ParserState();
                state.Reset(length);
                var made = 0;
                while (!state.IsFinal)
                {
                    var move = Enumerable.Range(0, 3).Select(turn => (Move)((choices[made % 200] + turn) % 3)).First(state.Allows);
                    state.Apply(move);
                    Assert.True(++made <= 2 * length);
                }
                Assert.Equal(1, state.Heads.Take(length).Count(head => head == length));
                for (var word = 0; word < length; word++)
                {
                    var steps = 0;
                    for (var at = word; at != length; at = state.Heads[at])
                        Assert.True(steps++ <= length);
                }
            },
            seed: "0001tocsin0A", iter: 3000);
    }

    [Fact]
    public void A_move_that_loses_an_arc_costs_it()
    {
        // "dog bites man": both nouns under the verb; with "dog" on the stack, a shift past the verb loses dog ← bites.
        int[] heads = [1, 3, 1];
        var state = new ParserState();
        state.Reset(3);
        state.Apply(Move.Shift);
        var costs = new int[3];

        ArcHybridOracle.Costs(state, heads, costs);

        Assert.Equal([1, 0, ArcHybridOracle.Forbidden], costs);
    }

    /// <summary>Hangs the words of [from, to) under a head: one of them directly, the rest on its two sides.</summary>
    static void Hang(int[] heads, int[] choices, int from, int to, int head)
    {
        if (from == to)
            return;
        var child = from + (choices[from] % (to - from));
        heads[child] = head;
        Hang(heads, choices, from, child, child);
        Hang(heads, choices, child + 1, to, child);
    }
}
