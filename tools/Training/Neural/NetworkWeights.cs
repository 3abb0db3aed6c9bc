using Tocsin.Language;

namespace Tocsin.Training.Neural;

/// <summary>All that the network learns.</summary>
sealed class NetworkWeights
{
    /// <summary>Marks of known names (twice the kind, one more inside).</summary>
    public const int MarkKinds = 16;

    public NetworkWeights(NetworkShape shape, int seed)
    {
        Shape = shape;
        var random = new Random(seed);
        var (h, gates) = (shape.Hidden, 6 * shape.Hidden);
        var heads = (2 * shape.Arc) + (2 * shape.Label) + shape.Tag;
        Rows = new Parameter("rows", shape.Rows, shape.Learnt).Drawn(random, 0.1);
        Marks = new Parameter("marks", MarkKinds, gates).Drawn(random, 0.05);
        In1 = Dense("in1", shape.Frozen + shape.Learnt, gates);
        Forward1 = Dense("forward1", h, 3 * h);
        Backward1 = Dense("backward1", h, 3 * h);
        Bias1 = Bias("bias1");
        In2 = Dense("in2", 2 * h, gates);
        Forward2 = Dense("forward2", h, 3 * h);
        Backward2 = Dense("backward2", h, 3 * h);
        Bias2 = Bias("bias2");
        Heads = Dense("heads", 2 * h, heads);
        HeadsBias = new Parameter("heads.bias", 1, heads);
        Arc = Dense("arc", shape.Arc, shape.Arc);
        ArcBias = new Parameter("arc.bias", 1, shape.Arc);
        ArcRoot = new Parameter("arc.root", 1, shape.Arc).Drawn(random, 0.1);
        LabelRoot = new Parameter("label.root", 1, shape.Label).Drawn(random, 0.1);
        Label = Dense("label", shape.Label, NetworkShape.Padded(shape.Deprels));
        LabelBias = new Parameter("label.bias", 1, NetworkShape.Padded(shape.Deprels));
        Tag = Dense("tag", shape.Tag, NetworkShape.Padded(shape.Tags));
        TagBias = new Parameter("tag.bias", 1, NetworkShape.Padded(shape.Tags));
        NameHidden = Dense("name.hidden", 2 * h, shape.Name);
        NameHiddenBias = new Parameter("name.hidden.bias", 1, shape.Name);
        Name = Dense("name", shape.Name, 32);
        NameBias = new Parameter("name.bias", 1, 32);
        Transitions = new Parameter("transitions", NameModel.Labels + 1, NameModel.Labels);
        NameHabits = new Parameter("name.habits", shape.Corpora, shape.Name);
        LabelHabits = new Parameter("label.habits", shape.Corpora, 32);
        All =
        [
            Rows, Marks, In1, Forward1, Backward1, Bias1, In2, Forward2, Backward2, Bias2, Heads, HeadsBias, Arc, ArcBias, ArcRoot,
            LabelRoot, Label, LabelBias, Tag, TagBias, NameHidden, NameHiddenBias, Name, NameBias, Transitions,
            NameHabits, LabelHabits,
        ];

        // Glorot and Bengio 2010.
        Parameter Dense(string name, int rows, int columns) =>
            new Parameter(name, rows, columns).Drawn(random, Math.Sqrt(6.0 / (rows + Math.Min(columns, 4 * rows))));
        Parameter Bias(string name) => new Parameter(name, 1, gates).Filled(1, 0, h).Filled(1, 3 * h, h);
    }

    public NetworkShape Shape { get; }

    public Parameter Rows { get; }

    public Parameter Marks { get; }

    public Parameter In1 { get; }

    public Parameter Forward1 { get; }

    public Parameter Backward1 { get; }

    public Parameter Bias1 { get; }

    public Parameter In2 { get; }

    public Parameter Forward2 { get; }

    public Parameter Backward2 { get; }

    public Parameter Bias2 { get; }

    /// <summary>What arcs, relations and tags see of a word: dependent and head of arcs, of relations, tag.</summary>
    public Parameter Heads { get; }

    public Parameter HeadsBias { get; }

    /// <summary>The bilinear form of dependents and heads (Dozat and Manning 2017), its bias the heads' prior.</summary>
    public Parameter Arc { get; }

    public Parameter ArcBias { get; }

    public Parameter ArcRoot { get; }

    public Parameter LabelRoot { get; }

    public Parameter Label { get; }

    public Parameter LabelBias { get; }

    public Parameter Tag { get; }

    public Parameter TagBias { get; }

    public Parameter NameHidden { get; }

    public Parameter NameHiddenBias { get; }

    public Parameter Name { get; }

    public Parameter NameBias { get; }

    /// <summary>Weight of a label after another; the last row is the sentence's start.</summary>
    public Parameter Transitions { get; }

    /// <summary>What each corpus adds to the hidden layer of names.</summary>
    public Parameter NameHabits { get; }

    /// <summary>What each corpus adds to the scores of labels.</summary>
    public Parameter LabelHabits { get; }

    public IReadOnlyList<Parameter> All { get; }

    /// <summary>Writes weights and moments, so that training may go on from here.</summary>
    public void Save(BinaryWriter to)
    {
        foreach (var matrix in Matrices)
            to.Write(System.Runtime.InteropServices.MemoryMarshal.AsBytes(matrix.Span));
    }

    public void Restore(BinaryReader from)
    {
        foreach (var matrix in Matrices)
            from.BaseStream.ReadExactly(System.Runtime.InteropServices.MemoryMarshal.AsBytes(matrix.Span));
    }

    IEnumerable<Matrix> Matrices => All.SelectMany(parameter => new[] { parameter.Value, parameter.First, parameter.Second });
}
