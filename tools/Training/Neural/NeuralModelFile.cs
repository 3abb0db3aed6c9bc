using Tocsin.Language;
using Tocsin.Language.Neural;

namespace Tocsin.Training.Neural;

/// <summary>Writes what the network learnt as the neural engines read it: everything in whole numbers.</summary>
static unsafe class NeuralModelFile
{
    /// <summary>The largest 16-bit weight that is used.</summary>
    const double HighestWeight = 32767;

    /// <param name="habits">Corpora whose idea of a name the model is to have.</param>
    public static void Write(
        string path, string kind, NetworkWeights weights, WordVectors vectors, LearntRows rows, SortedDictionary<uint, byte> known,
        IReadOnlyList<int> habits, FeatsTable feats, List<string> tags, List<Deprel> deprels, IEnumerable<string> corpora, Dictionary<string, string> card)
    {
        var shape = weights.Shape;
        var sections = new List<(string, byte[])>
        {
            ("sizes", ModelFile.Bytes<int>([shape.Hidden, shape.Arc, shape.Label, shape.Tag, shape.Name, shape.Frozen, shape.Learnt])),
            ("frozen.words", ModelFile.Bytes<uint>(vectors.Words)),
            ("frozen.values", ModelFile.Bytes<sbyte>(vectors.Values)),
            ("frozen.unit", ModelFile.Bytes<float>([WordVectors.Unit])),
            ("known.phrases", ModelFile.Bytes<uint>([.. known.Keys])),
            ("known.kinds", ModelFile.Bytes<byte>([.. known.Values])),
            ("feats.keys", ModelFile.Bytes<uint>(feats.Keys)),
            ("feats.values", ModelFile.Bytes<ushort>(feats.Values)),
            ("bias1", ModelFile.Bytes<float>(weights.Bias1.Value.Span)),
            ("bias2", ModelFile.Bytes<float>(weights.Bias2.Value.Span)),
            ("marks", Shorts(weights.Marks.Value, Units.Projected, short.MaxValue)),
            ("arc.bias", ModelFile.Bytes<float>(weights.ArcBias.Value.Span)),
            ("arc.root", Shorts(weights.ArcRoot.Value, Units.Input, Units.HighestInput)),
            ("label.root", Shorts(weights.LabelRoot.Value, Units.Input, Units.HighestInput)),
            ("heads.bias", ModelFile.Bytes<float>([.. weights.HeadsBias.Value.Span, .. WithHabits(weights.NameHiddenBias, weights.NameHabits, habits)])),
            ("label.bias", ModelFile.Bytes<float>(weights.LabelBias.Value.Span)),
            ("tag.bias", ModelFile.Bytes<float>(weights.TagBias.Value.Span)),
            ("name.bias", ModelFile.Bytes<float>(WithHabits(weights.NameBias, weights.LabelHabits, habits))),
            ("transitions", ModelFile.Bytes<int>(Array.ConvertAll(
                weights.Transitions.Value.Span.ToArray(), weight => (int)MathF.Round(weight * Units.Score)))),
        };
        AddLearnt(sections, weights.Rows.Value, rows);
        AddMatrix(sections, "input1", Units.Input, Units.HighestInput, weights.In1.Value);
        AddMatrix(sections, "forward1", Units.State, Units.State, weights.Forward1.Value);
        AddMatrix(sections, "backward1", Units.State, Units.State, weights.Backward1.Value);
        var gates = 3 * shape.Hidden;
        AddMatrix(sections, "forward2", Units.State, Units.State, Stacked(Columns(weights.In2.Value, 0, gates), weights.Forward2.Value));
        AddMatrix(sections, "backward2", Units.State, Units.State, Stacked(Columns(weights.In2.Value, gates, gates), weights.Backward2.Value));
        AddMatrix(sections, "heads", Units.State, Units.State, Beside(weights.Heads.Value, weights.NameHidden.Value));
        AddMatrix(sections, "arc", Units.Input, Units.HighestInput, weights.Arc.Value);
        AddMatrix(sections, "label", Units.Input, Units.HighestInput, weights.Label.Value);
        AddMatrix(sections, "tag", Units.Input, Units.HighestInput, weights.Tag.Value);
        AddMatrix(sections, "name", Units.Input, Units.HighestInput, weights.Name.Value);
        ModelFile.Write(path, new ModelHeader(
            kind, "CC BY-SA 4.0", [.. corpora], card,
            new Dictionary<string, string[]>
            {
                ["tags"] = [.. tags],
                ["deprels"] = [.. deprels.Select(deprel => deprel.Code())],
                ["feats"] = [.. feats.Names],
            }), sections);
    }

    static void AddLearnt(List<(string, byte[])> sections, Matrix table, LearntRows rows)
    {
        var values = new sbyte[table.Count];
        var units = new float[table.Rows];
        for (var row = 0; row < table.Rows; row++)
        {
            var own = new ReadOnlySpan<float>(table.Row(row), table.Columns);
            var highest = 0f;
            foreach (var value in own)
                highest = Math.Max(highest, MathF.Abs(value));
            units[row] = Math.Max(highest, 1e-6f) / 127;
            for (var i = 0; i < own.Length; i++)
                values[(row * table.Columns) + i] = (sbyte)MathF.Round(own[i] / units[row]);
        }
        sections.Add(("learnt.keys", ModelFile.Bytes<uint>(rows.Keys)));
        sections.Add(("learnt.values", ModelFile.Bytes<sbyte>(values)));
        sections.Add(("learnt.units", ModelFile.Bytes<float>(units)));
    }

    /// <summary>
    /// Gives every column the finest unit with which no sum of products can overflow 32 bits, whatever the inputs.
    /// </summary>
    /// <param name="inputUnit">Stored units of an input in one.</param>
    /// <param name="highestInput">In stored units.</param>
    static void AddMatrix(List<(string, byte[])> sections, string name, int inputUnit, int highestInput, Matrix matrix)
    {
        var stored = new short[matrix.Count];
        var units = new float[matrix.Columns];
        for (var column = 0; column < matrix.Columns; column++)
        {
            double highest = 1e-9, sum = 1e-9;
            for (var row = 0; row < matrix.Rows; row++)
            {
                highest = Math.Max(highest, Math.Abs(matrix.Row(row)[column]));
                sum += Math.Abs(matrix.Row(row)[column]);
            }
            // Rounding may add half a unit a row.
            var most = ((double)int.MaxValue / highestInput) - matrix.Rows;
            var scale = Math.Min(HighestWeight / highest, most / sum);
            for (var row = 0; row < matrix.Rows; row++)
                stored[(row * matrix.Columns) + column] = (short)Math.Round(matrix.Row(row)[column] * scale);
            units[column] = (float)(1 / (scale * inputUnit));
        }
        sections.Add((name + ".weights", ModelFile.Bytes<short>(stored)));
        sections.Add((name + ".units", ModelFile.Bytes<float>(units)));
    }

    static byte[] Shorts(Matrix matrix, int scale, int highest) => ModelFile.Bytes<short>(Array.ConvertAll(
        matrix.Span.ToArray(), value => (short)Math.Clamp(MathF.Round(value * scale), -highest, highest)));

    /// <summary>A bias with the mean of what some corpora add to it.</summary>
    static float[] WithHabits(Parameter bias, Parameter habits, IReadOnlyList<int> corpora)
    {
        var sum = bias.Value.Span.ToArray();
        foreach (var corpus in corpora)
        {
            for (var i = 0; i < sum.Length; i++)
                sum[i] += habits.Value.Row(corpus)[i] / corpora.Count;
        }
        return sum;
    }

    static Matrix Columns(Matrix matrix, int from, int count)
    {
        var part = new Matrix(matrix.Rows, count);
        for (var row = 0; row < matrix.Rows; row++)
            new Span<float>(matrix.Row(row) + from, count).CopyTo(new Span<float>(part.Row(row), count));
        return part;
    }

    static Matrix Stacked(Matrix above, Matrix below)
    {
        var both = new Matrix(above.Rows + below.Rows, above.Columns);
        above.Span.CopyTo(both.Span);
        below.Span.CopyTo(both.Span[above.Count..]);
        return both;
    }

    static Matrix Beside(Matrix left, Matrix right)
    {
        var both = new Matrix(left.Rows, left.Columns + right.Columns);
        for (var row = 0; row < left.Rows; row++)
        {
            new Span<float>(left.Row(row), left.Columns).CopyTo(new Span<float>(both.Row(row), left.Columns));
            new Span<float>(right.Row(row), right.Columns).CopyTo(new Span<float>(both.Row(row) + left.Columns, right.Columns));
        }
        return both;
    }
}
