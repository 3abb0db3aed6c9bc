using Tocsin.Language;

namespace Tocsin.Training;

/// <summary>Lays frozen weights out as <see cref="SparseTable"/> and <see cref="MoveTable"/> read them.</summary>
static class Tables
{
    public static void AddSparse(
        List<(string Name, byte[] Bytes)> sections, string name,
        List<(uint Feature, List<(int Class, short Weight)> Weights)> rows)
    {
        sections.Add((name + ".features", ModelFile.Bytes<uint>([.. rows.Select(row => row.Feature)])));
        sections.Add((name + ".counts", ModelFile.Bytes<byte>([.. rows.Select(row => (byte)row.Weights.Count)])));
        var entries = rows.SelectMany(row => row.Weights).ToList();
        sections.Add((name + ".classes", ModelFile.Bytes<byte>([.. entries.Select(entry => (byte)entry.Class)])));
        sections.Add((name + ".weights", ModelFile.Bytes<short>([.. entries.Select(entry => entry.Weight)])));
    }

    public static short[] Dense(List<(int Class, short Weight)> weights, int classes)
    {
        var dense = new short[classes];
        foreach (var (@class, weight) in weights)
            dense[@class] = weight;
        return dense;
    }
}
