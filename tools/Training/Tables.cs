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
        sections.Add((name + ".entries", ModelFile.Bytes<uint>(
            [.. rows.SelectMany(row => row.Weights).Select(entry => ((uint)entry.Class << 16) | (ushort)entry.Weight)])));
    }

    public static short[] Dense(List<(int Class, short Weight)> weights, int classes)
    {
        var dense = new short[classes];
        foreach (var (@class, weight) in weights)
            dense[@class] = weight;
        return dense;
    }
}
