using System.Numerics;

namespace Tocsin.Language;

/// <summary>Scores of the three moves.</summary>
readonly record struct MoveScores(int Shift, int Left, int Right);

/// <summary>Frozen weights of the structure model: three 16-bit weights a feature, side by side with its key.</summary>
sealed class MoveTable
{
    readonly Row[] rows;
    readonly int shift;

    /// <summary>Twelve bytes, so that a look-up touches one cache line.</summary>
    readonly record struct Row(uint Key, short Shift, short Left, short Right, short Unused);

    MoveTable(Row[] rows)
    {
        this.rows = rows;
        shift = 32 - BitOperations.Log2((uint)rows.Length);
    }

    public static MoveTable Load(ModelFile file, string name)
    {
        var features = file.Section<uint>(name + ".features");
        var weights = file.Section<short>(name + ".weights");
        var rows = new Row[BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, features.Length * 3 / 2))];
        var shift = 32 - BitOperations.Log2((uint)rows.Length);
        for (var i = 0; i < features.Length; i++)
        {
            var slot = (int)((features[i] * 0x9e3779b1) >> shift);
            while (rows[slot].Key != 0)
                slot = (slot + 1) & (rows.Length - 1);
            rows[slot] = new Row(features[i], weights[i * 3], weights[(i * 3) + 1], weights[(i * 3) + 2], 0);
        }
        return new MoveTable(rows);
    }

    public MoveScores Score(ReadOnlySpan<uint> features)
    {
        int shifts = 0, lefts = 0, rights = 0;
        var table = rows;
        foreach (var feature in features)
        {
            var slot = (int)((feature * 0x9e3779b1) >> shift);
            while (table[slot].Key != feature)
            {
                if (table[slot].Key == 0)
                    goto next;
                slot = (slot + 1) & (table.Length - 1);
            }
            ref readonly var row = ref table[slot];
            shifts += row.Shift;
            lefts += row.Left;
            rights += row.Right;
next:;
        }
        return new MoveScores(shifts, lefts, rights);
    }
}
