using CsCheck;
using Tocsin.Language;
using Tocsin.Training;
using Xunit;

namespace Tocsin.Tests.Language;

public sealed class WeightTables : IDisposable
{
    readonly string path = Path.Combine(Path.GetTempPath(), $"tocsin-{Environment.ProcessId}-{nameof(WeightTables)}.model");

    public void Dispose() => File.Delete(path);

    [Fact]
    public void Features_come_back_in_the_order_of_their_slots() =>
        Gen.UInt.Array[0, 300].Sample(
            numbers =>
            {
                var features = numbers.Distinct().OrderBy(FeatureList.Order).ToArray();

                var orders = FeatureList.ReadOrders(FeatureList.Write(features), features.Length);

                Assert.Equal(features.Select(FeatureList.Order), orders);
            },
            seed: "0001tocsin0A", iter: 500);

    [Fact]
    public void A_list_that_is_cut_short_is_refused()
    {
        var bytes = FeatureList.Write([.. new uint[] { 5, 77, 100_000 }.OrderBy(FeatureList.Order)]);

        Assert.Throws<ModelException>(() => FeatureList.ReadOrders(bytes.AsSpan(0, bytes.Length - 1), 4));
        Assert.Throws<ModelException>(() => FeatureList.ReadOrders(bytes, 2));
    }

    [Fact]
    public void A_weight_in_eight_bits_keeps_its_sign_and_most_of_its_size()
    {
        for (var weight = -16_000.0; weight <= 16_000; weight += 7)
        {
            var kept = WeightCode.Value(WeightCode.Of(weight));
            Assert.True(Math.Abs(kept - weight) <= Math.Sqrt(Math.Abs(weight)) + 1, $"{weight} became {kept}");
        }
    }

    [Fact]
    public void Tables_add_up_what_the_learner_averaged()
    {
        var random = new Random(7);
        var learner = new AveragedPerceptron(3);
        var features = new uint[5];
        for (var round = 0; round < 20_000; round++)
        {
            for (var i = 0; i < features.Length; i++)
                features[i] = FeatureHash.Of(1, (uint)random.Next(30_000));
            learner.Update(features, round % 3, (round + 1 + (round % 2)) % 3);
            learner.Step();
        }
        var rows = Tables.Freeze(Tables.Means([learner]), threshold: 0.05, scale: 64);
        var sections = new List<(string, byte[])>();
        Tables.AddMoves(sections, "moves", rows);
        Tables.AddSparse(sections, "sparse", rows);
        ModelFile.Write(path, new ModelHeader("test", "CC0", [], new Dictionary<string, string>(), new Dictionary<string, string[]>()), sections);
        var file = ModelFile.Read(path, "test");
        var moves = MoveTable.Load(file, "moves");
        var sparse = SparseTable.Load(file, "sparse");
        Assert.Contains(rows, row => row.Weights.Count == 2);
        Assert.Contains(rows, row => row.Weights.Count == 3);
        var strange = new int[sparse.Width];
        sparse.Add([FeatureHash.Of(2, 1), FeatureHash.Of(2, 2)], strange);
        Assert.All(strange, score => Assert.Equal(0, score));
        foreach (var row in rows)
        {
            var expected = new int[3];
            foreach (var (@class, code) in row.Weights)
                expected[@class] = WeightCode.Value(code);
            var scores = new int[sparse.Width];
            sparse.Add([row.Feature], scores);
            Assert.Equal(expected, scores[..3]);
            Assert.Equal(new MoveScores(expected[0], expected[1], expected[2]), moves.Score([row.Feature]));
        }
    }

    [Fact]
    public void A_learner_separates_what_can_be_separated()
    {
        var learner = new AveragedPerceptron(2);
        for (var round = 0; round < 10; round++)
        {
            for (var kind = 0; kind < 2; kind++)
            {
                uint[] features = [1, (uint)(2 + kind)];
                var best = TaggerTraining.Best(learner.Score(features));
                if (best != kind)
                    learner.Update(features, kind, best);
                learner.Step();
            }
        }

        Assert.Equal(0, TaggerTraining.Best(learner.Score([1, 2])));
        Assert.Equal(1, TaggerTraining.Best(learner.Score([1, 3])));
    }
}
