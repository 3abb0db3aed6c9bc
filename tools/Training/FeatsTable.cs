using Tocsin.Language;

namespace Tocsin.Training;

/// <summary>The most frequent morphological features of each tag, and of words where theirs are others.</summary>
sealed record FeatsTable(uint[] Keys, ushort[] Values, List<string> Names)
{
    /// <param name="tagIndex">Number of each joint tag, from 0.</param>
    public static FeatsTable Learn(GoldColumns gold, IReadOnlyDictionary<string, int> tagIndex)
    {
        var counts = new Dictionary<uint, Dictionary<string, int>>();
        for (var token = 0; token < gold.Document.TokenCount; token++)
        {
            var tag = (uint)tagIndex[gold.Tags[token]] + 1;
            Count(FeatureHash.Of(TagSet.Template, gold.Columns.Lower[token], tag), gold.Feats[token]);
            Count(FeatureHash.Of(TagSet.Template + 1, tag), gold.Feats[token]);
        }
        var best = counts.ToDictionary(entry => entry.Key, entry => entry.Value.MaxBy(pair => (pair.Value, pair.Key)).Key);
        for (var token = 0; token < gold.Document.TokenCount; token++)
        {
            // A word whose features are those of its tag needs no entry of its own.
            var tag = (uint)tagIndex[gold.Tags[token]] + 1;
            var key = FeatureHash.Of(TagSet.Template, gold.Columns.Lower[token], tag);
            if (best.TryGetValue(key, out var own) && own == best[FeatureHash.Of(TagSet.Template + 1, tag)])
                best.Remove(key);
        }
        var names = best.Values.Distinct().Order(StringComparer.Ordinal).ToList();
        var ordered = best.OrderBy(entry => entry.Key).ToList();
        return new FeatsTable(
            [.. ordered.Select(entry => entry.Key)], [.. ordered.Select(entry => (ushort)names.IndexOf(entry.Value))], names);

        void Count(uint key, string value)
        {
            if (!counts.TryGetValue(key, out var values))
                counts[key] = values = new Dictionary<string, int>(StringComparer.Ordinal);
            values[value] = values.GetValueOrDefault(value) + 1;
        }
    }
}
