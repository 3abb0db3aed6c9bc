namespace Tocsin.Language.Neural;

/// <summary>What a neural engine knows: word vectors, weights of the network, labels. Read-only, shared by threads.</summary>
sealed class NeuralModel
{
    public const string Kind = "english-accurate";

    /// <summary>The same with smaller layers, taught by the accurate one.</summary>
    public const string SmallKind = "english-small";

    public required int Hidden { get; init; }

    public required int Arc { get; init; }

    public required int Label { get; init; }

    public required int Tag { get; init; }

    public required int Name { get; init; }

    /// <summary>Row of the frozen vectors by lower-cased form.</summary>
    public required NumberTable FrozenRows { get; init; }

    public required sbyte[] Frozen { get; init; }

    public required float FrozenUnit { get; init; }

    public required int FrozenWidth { get; init; }

    /// <summary>Row of the learnt vectors by key (<see cref="NeuralWord"/>).</summary>
    public required NumberTable LearntRows { get; init; }

    public required sbyte[] Learnt { get; init; }

    /// <summary>What one unit of each learnt row is worth.</summary>
    public required float[] LearntUnits { get; init; }

    public required int LearntWidth { get; init; }

    /// <summary>What known names add to the first layer's sums, a row for each mark.</summary>
    public required short[] Marks { get; init; }

    public required QuantisedMatrix Input1 { get; init; }

    public required float[] Bias1 { get; init; }

    /// <summary>Forward and backward.</summary>
    public required QuantisedMatrix[] Recurrent1 { get; init; }

    /// <summary>Forward and backward: what comes from below, then the state before.</summary>
    public required QuantisedMatrix[] Recurrent2 { get; init; }

    public required float[] Bias2 { get; init; }

    /// <summary>Arc dependent, arc head, relation's dependent, relation's head, tag, name.</summary>
    public required QuantisedMatrix Heads { get; init; }

    public required float[] HeadsBias { get; init; }

    public required QuantisedMatrix ArcForm { get; init; }

    public required float[] ArcBias { get; init; }

    public required short[] ArcRoot { get; init; }

    public required short[] LabelRoot { get; init; }

    public required QuantisedMatrix Labels { get; init; }

    public required float[] LabelsBias { get; init; }

    public required QuantisedMatrix Tags { get; init; }

    public required float[] TagsBias { get; init; }

    public required QuantisedMatrix Names { get; init; }

    public required float[] NamesBias { get; init; }

    /// <summary>As in <see cref="NameModel.Transitions"/>.</summary>
    public required int[] Transitions { get; init; }

    public required TagSet TagSet { get; init; }

    public required Deprel[] Deprels { get; init; }

    public required KnownNames Known { get; init; }

    /// <exception cref="ModelException">Missing, damaged or of another version.</exception>
    public static NeuralModel Load(string path, string kind = Kind)
    {
        var file = ModelFile.Read(path, kind);
        var sizes = file.Section<int>("sizes");
        if (sizes.Length != 7)
            throw new ModelException($"The model {path} gives {sizes.Length} sizes instead of seven.");
        float[] Floats(string name) => file.Section<float>(name).ToArray();
        var model = new NeuralModel
        {
            Hidden = sizes[0],
            Arc = sizes[1],
            Label = sizes[2],
            Tag = sizes[3],
            Name = sizes[4],
            FrozenWidth = sizes[5],
            LearntWidth = sizes[6],
            FrozenRows = Numbered(file.Section<uint>("frozen.words")),
            Frozen = file.Section<sbyte>("frozen.values").ToArray(),
            FrozenUnit = file.Section<float>("frozen.unit")[0],
            LearntRows = Numbered(file.Section<uint>("learnt.keys")),
            Learnt = file.Section<sbyte>("learnt.values").ToArray(),
            LearntUnits = Floats("learnt.units"),
            Marks = file.Section<short>("marks").ToArray(),
            Input1 = QuantisedMatrix.Load(file, "input1"),
            Bias1 = Floats("bias1"),
            Recurrent1 = [QuantisedMatrix.Load(file, "forward1"), QuantisedMatrix.Load(file, "backward1")],
            Recurrent2 = [QuantisedMatrix.Load(file, "forward2"), QuantisedMatrix.Load(file, "backward2")],
            Bias2 = Floats("bias2"),
            Heads = QuantisedMatrix.Load(file, "heads"),
            HeadsBias = Floats("heads.bias"),
            ArcForm = QuantisedMatrix.Load(file, "arc"),
            ArcBias = Floats("arc.bias"),
            ArcRoot = Pinned(file.Section<short>("arc.root")),
            LabelRoot = Pinned(file.Section<short>("label.root")),
            Labels = QuantisedMatrix.Load(file, "label"),
            LabelsBias = Floats("label.bias"),
            Tags = QuantisedMatrix.Load(file, "tag"),
            TagsBias = Floats("tag.bias"),
            Names = QuantisedMatrix.Load(file, "name"),
            NamesBias = Floats("name.bias"),
            Transitions = file.Section<int>("transitions").ToArray(),
            TagSet = TagSet.Load(file),
            Deprels = [.. file.Header.Labels["deprels"].Select(ParserModel.ParseDeprel)],
            Known = KnownNames.Build(file.Section<uint>("known.phrases"), file.Section<byte>("known.kinds")),
        };
        model.Check(path);
        return model;
    }

    void Check(string path)
    {
        var heads = (2 * Arc) + (2 * Label) + Tag + Name;
        var sound = Hidden % 16 == 0 && Arc % 16 == 0 && Label % 16 == 0 && Tag % 16 == 0 && Name % 16 == 0
            && Input1.Columns == 6 * Hidden && Input1.Inputs >= FrozenWidth + LearntWidth && Bias1.Length == 6 * Hidden
            && Recurrent1.All(matrix => matrix.Inputs == Hidden && matrix.Columns == 3 * Hidden)
            && Recurrent2.All(matrix => matrix.Inputs == 3 * Hidden && matrix.Columns == 3 * Hidden) && Bias2.Length == 6 * Hidden
            && Heads.Inputs == 2 * Hidden && Heads.Columns == heads && HeadsBias.Length == heads
            && ArcForm.Inputs == Arc && ArcForm.Columns == Arc && ArcBias.Length == Arc && ArcRoot.Length == Arc
            && LabelRoot.Length == Label && Labels.Inputs == Label && LabelsBias.Length == Labels.Columns
            && Deprels.Length <= Labels.Columns && Tags.Inputs == Tag && TagsBias.Length == Tags.Columns
            && TagSet.Tags.Length <= Tags.Columns && Names.Inputs == Name && NamesBias.Length == Names.Columns
            && Names.Columns >= NameModel.Labels && Transitions.Length == (NameModel.Labels + 1) * NameModel.Labels
            && FrozenWidth > 0 && Frozen.Length % FrozenWidth == 0 && LearntUnits.Length * LearntWidth == Learnt.Length
            && Marks.Length % (6 * Hidden) == 0;
        if (!sound)
            throw new ModelException($"The parts of the model {path} do not fit each other.");
    }

    static NumberTable Numbered(ReadOnlySpan<uint> keys)
    {
        var numbers = new ushort[keys.Length];
        for (var i = 0; i < numbers.Length; i++)
            numbers[i] = (ushort)i;
        return NumberTable.Build(keys, numbers);
    }

    static short[] Pinned(ReadOnlySpan<short> values)
    {
        var pinned = GC.AllocateArray<short>(values.Length, pinned: true);
        values.CopyTo(pinned);
        return pinned;
    }
}
