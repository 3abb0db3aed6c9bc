using Tocsin.Language;
using Tocsin.Training.Neural;
using Xunit;

namespace Tocsin.Tests.Language.Neural;

public sealed unsafe class Gradients
{
    const ulong Seed = 7;

    static readonly NetworkShape Shape = new()
    {
        Frozen = 12,
        Learnt = 32,
        Hidden = 32,
        Arc = 32,
        Label = 32,
        Tag = 32,
        Name = 32,
        Rows = 9,
        Tags = 5,
        Deprels = 4,
        Corpora = 2,
    };

    /// <summary>Three sentences of unlike length, drawn at random.</summary>
    static NeuralExamples Examples(bool trees)
    {
        var random = new Random(3);
        var sentences = new[] { (0, 5), (5, 2), (7, 4) };
        int[] Draw(int count, int below) => [.. Enumerable.Range(0, count).Select(_ => random.Next(below))];
        var heads = new[] { 1, 5, 1, 2, 2, 2, 0, 4, 0, 0, 1 };
        return new NeuralExamples
        {
            Sentences = sentences,
            Frozen = [.. Draw(11, 4).Select(row => row - 1)],
            Rows = [.. Draw(11 * NeuralExamples.RowsPerWord, Shape.Rows + 1).Select(row => row - 1)],
            Marks = [.. Draw(11, 4).Select(mark => (byte)mark)],
            Tags = trees ? Draw(11, Shape.Tags) : null,
            Heads = trees ? heads : null,
            Deprels = trees ? Draw(11, Shape.Deprels) : null,
            // Outside or begin of one of two types: sequences that may be, some words with a choice.
            Allowed = trees ? null : [1, 2, 4, 1, 8, 3, 1, 2, 4, 4, 9],
            Corpus = 1,
        };
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Gradients_agree_with_differences_of_the_loss(bool trees)
    {
        var random = new Random(5);
        var frozen = Enumerable.Range(0, 4 * Shape.Frozen).Select(_ => (float)random.NextDouble() - 0.5f).ToArray();
        var weights = new NetworkWeights(Shape, 1);
        var examples = Examples(trees);
        var batch = new Batch(examples.Sentences);
        var worker = new NetworkWorker(weights, frozen);
        worker.Prepare(Seed);
        worker.Learn(examples, batch);
        var wrong = new List<string>();
        var checkedWeights = 0;
        foreach (var parameter in weights.All)
        {
            var gradient = worker.GradientOf(parameter);
            // A few places of each parameter, those with the largest gradients among them.
            var places = Enumerable.Range(0, parameter.Value.Count).OrderByDescending(i => Math.Abs(gradient.Sum.P[i])).Take(3)
                .Concat(Enumerable.Range(0, 3).Select(_ => random.Next(parameter.Value.Count)));
            foreach (var place in places)
            {
                // Where a number is about to be cut off below zero, only the smaller step stays on one side.
                var differences = new[] { 4e-4f, 1e-4f }.Select(step => Difference(parameter, place, step)).ToArray();
                checkedWeights += Math.Abs(differences[0]) > 1e-3 ? 1 : 0;
                if (differences.All(difference => Math.Abs(difference - gradient.Sum.P[place]) > 0.03 + (0.03 * Math.Abs(difference))))
                    wrong.Add($"{parameter.Name}[{place}]: gradient {gradient.Sum.P[place]}, difference {differences[0]}");
            }
        }
        Assert.Empty(wrong);
        Assert.True(checkedWeights > 30, $"only {checkedWeights} weights made a difference");

        double Difference(Parameter parameter, int place, float step)
        {
            var kept = parameter.Value.P[place];
            parameter.Value.P[place] = kept + step;
            var above = Loss();
            parameter.Value.P[place] = kept - step;
            var below = Loss();
            parameter.Value.P[place] = kept;
            return (above - below) / (2 * step);
        }

        double Loss()
        {
            var other = new NetworkWorker(weights, frozen);
            other.Prepare(Seed);
            other.Learn(examples, batch);
            return other.Losses.Arcs + other.Losses.Labels + other.Losses.Tags + other.Losses.Names;
        }
    }

    [Fact]
    public void Labels_that_cannot_follow_each_other_teach_nothing()
    {
        var examples = new NeuralExamples
        {
            Sentences = [(0, 2)],
            Frozen = [-1, -1],
            Rows = [.. Enumerable.Repeat(-1, 2 * NeuralExamples.RowsPerWord)],
            Marks = [0, 0],
            Allowed = [1, (ushort)(1 << (NameModel.Begin(EntityType.Loc) + 1))],
        };
        var worker = new NetworkWorker(new NetworkWeights(Shape, 1), new float[Shape.Frozen]);
        worker.Prepare(Seed);
        worker.Learn(examples, new Batch(examples.Sentences));
        Assert.Equal(0, worker.Losses.Names);
    }
}
