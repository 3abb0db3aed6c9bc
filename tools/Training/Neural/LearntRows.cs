using Tocsin.Language;
using Tocsin.Language.Neural;

namespace Tocsin.Training.Neural;

/// <summary>Numbers the learnt vectors: of frequent forms, prefixes, suffixes and shapes.</summary>
sealed class LearntRows
{
    readonly Dictionary<uint, int> rows = [];

    public int Count => rows.Count;

    /// <summary>Keys in the order of their rows.</summary>
    public uint[] Keys => [.. rows.OrderBy(row => row.Value).Select(row => row.Key)];

    /// <param name="fewest">A form must have been seen so often, an affix once more.</param>
    public LearntRows(IEnumerable<(WordColumns Columns, int Words)> texts, int fewest)
    {
        var counts = new Dictionary<uint, int>();
        var forms = new HashSet<uint>();
        Span<uint> keys = stackalloc uint[NeuralExamples.RowsPerWord];
        foreach (var (columns, words) in texts)
        {
            for (var i = 0; i < words; i++)
            {
                NeuralWord.Keys(columns, i, keys);
                forms.Add(keys[0]);
                foreach (var key in keys)
                    counts[key] = counts.GetValueOrDefault(key) + 1;
            }
        }
        foreach (var (key, count) in counts.OrderByDescending(entry => entry.Value).ThenBy(entry => entry.Key))
        {
            if (count >= (forms.Contains(key) ? fewest : fewest + 1) && rows.Count < ushort.MaxValue)
                rows[key] = rows.Count;
        }
    }

    public void Fill(WordColumns columns, int words, int[] to)
    {
        Span<uint> keys = stackalloc uint[NeuralExamples.RowsPerWord];
        for (var i = 0; i < words; i++)
        {
            NeuralWord.Keys(columns, i, keys);
            for (var k = 0; k < keys.Length; k++)
                to[(i * NeuralExamples.RowsPerWord) + k] = rows.TryGetValue(keys[k], out var row) ? row : -1;
        }
    }
}
