using System.Diagnostics;

namespace Tocsin.Training.Neural;

/// <summary>
/// Learns the network by Adam over batches of trees and of names, two at a time. After each epoch all that is needed to
/// go on is written to a file, from which a later run of the same command continues.
/// </summary>
sealed class NetworkTraining(NetworkWeights weights, float[] frozen, int seed, Action<string> progress)
{
    const int Workers = 2;
    const int WarmUp = 400;
    const double Rate = 2.5e-3;
    const double LargestNorm = 4;

    readonly NetworkWorker[] workers = [.. Enumerable.Range(0, Workers).Select(_ => new NetworkWorker(weights, frozen))];

    /// <param name="sources">Examples of trees and of names.</param>
    /// <param name="measured">Examples of trees to report on after each epoch; they change nothing.</param>
    /// <param name="wordsPerBatch">Words of one worker's batch.</param>
    public void Learn(
        IReadOnlyList<NeuralExamples> sources, IReadOnlyList<(string Name, NeuralExamples Examples)> measured, int epochs,
        int wordsPerBatch, string checkpoint)
    {
        var (begun, step) = Resume(checkpoint);
        var perEpoch = sources.Sum(source => Batches(source, wordsPerBatch, new Random(0)).Count) / Workers;
        for (var epoch = begun; epoch < epochs; epoch++)
        {
            var watch = Stopwatch.StartNew();
            var random = new Random((seed * 1000) + epoch);
            var batches = sources.SelectMany(source => Batches(source, wordsPerBatch, random).Select(batch => (source, batch))).ToArray();
            random.Shuffle(batches);
            var losses = new Losses();
            for (var at = 0; at + Workers <= batches.Length; at += Workers)
            {
                step++;
                var from = at;
                var now = step;
                Parallel.For(0, Workers, worker =>
                {
                    workers[worker].Prepare(((ulong)seed << 40) ^ ((ulong)now << 4) ^ (ulong)worker);
                    workers[worker].Learn(batches[from + worker].source, batches[from + worker].batch);
                });
                var words = batches[from].batch.Rows + batches[from + 1].batch.Rows;
                Update(step, RateAt(step, perEpoch * epochs), words);
            }
            foreach (var worker in workers)
            {
                losses.Arcs += worker.Losses.Arcs;
                losses.Labels += worker.Losses.Labels;
                losses.Tags += worker.Losses.Tags;
                losses.Names += worker.Losses.Names;
                losses.TreeWords += worker.Losses.TreeWords;
                losses.NameWords += worker.Losses.NameWords;
                worker.Losses = default;
            }
            var trained = watch.Elapsed;
            var text = string.Join("; ", measured.Select(part => $"{part.Name} {Measure(part.Examples)}"));
            progress(FormattableString.Invariant($"epoch {epoch + 1} of {epochs}, {trained.TotalSeconds:F0} s: {losses}; {text}"));
            Save(checkpoint, epoch + 1, step);
        }
    }

    static double RateAt(int step, int all) =>
        Rate * Math.Min(1, (double)step / WarmUp) * Math.Max(0.01, 0.5 * (1 + Math.Cos(Math.PI * Math.Min(1, (double)step / all))));

    void Update(int step, double rate, int words)
    {
        var squares = new double[weights.All.Count];
        Parallel.For(0, weights.All.Count, i =>
            squares[i] = Adam.SquaredNorm([.. workers.Select(worker => worker.GradientOf(weights.All[i]))]));
        var norm = Math.Sqrt(squares.Sum()) / words;
        var scale = (float)(Math.Min(1, LargestNorm / Math.Max(norm, 1e-9)) / words);
        Parallel.For(0, weights.All.Count, i =>
        {
            var gradients = workers.Select(worker => worker.GradientOf(weights.All[i])).ToArray();
            Adam.Update(gradients, (float)rate, scale, step);
            foreach (var gradient in gradients)
                gradient.Clear();
        });
    }

    /// <summary>Sentences of about the same length together, the batches in no order.</summary>
    static List<Batch> Batches(NeuralExamples source, int words, Random random)
    {
        // A sentence moves a little among those of its length, so that it meets others in every epoch.
        var ordered = source.Sentences.Where(sentence => sentence.Length > 0)
            .Select(sentence => (sentence, Key: sentence.Length + (random.NextDouble() * 3))).OrderBy(pair => pair.Key)
            .Select(pair => pair.sentence).ToList();
        var batches = new List<Batch>();
        for (var at = 0; at < ordered.Count;)
        {
            var end = at;
            var sum = 0;
            while (end < ordered.Count && (sum == 0 || sum + ordered[end].Length <= words))
                sum += ordered[end++].Length;
            batches.Add(new Batch(ordered[at..end]));
            at = end;
        }
        return batches;
    }

    public string Measure(NeuralExamples examples)
    {
        var all = (Words: 0, Heads: 0, Labelled: 0, Tags: 0);
        workers[0].Prepare(1);
        foreach (var batch in Batches(examples, 1000, new Random(0)))
        {
            var (words, heads, labelled, tags) = workers[0].Measure(examples, batch);
            all = (all.Words + words, all.Heads + heads, all.Labelled + labelled, all.Tags + tags);
        }
        return FormattableString.Invariant(
            $"tags {(double)all.Tags / all.Words:F4} UAS {(double)all.Heads / all.Words:F4} LAS {(double)all.Labelled / all.Words:F4}");
    }

    (int Epoch, int Step) Resume(string checkpoint)
    {
        if (!File.Exists(checkpoint))
            return (0, 0);
        using var reader = new BinaryReader(File.OpenRead(checkpoint));
        var (epoch, step) = (reader.ReadInt32(), reader.ReadInt32());
        weights.Restore(reader);
        progress($"goes on after epoch {epoch}");
        return (epoch, step);
    }

    void Save(string checkpoint, int epoch, int step)
    {
        var fresh = checkpoint + ".new";
        using (var writer = new BinaryWriter(File.Create(fresh)))
        {
            writer.Write(epoch);
            writer.Write(step);
            weights.Save(writer);
        }
        File.Move(fresh, checkpoint, overwrite: true);
    }
}
