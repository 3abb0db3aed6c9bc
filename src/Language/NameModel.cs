namespace Tocsin.Language;

/// <summary>What the name tagger knows. Read-only, shared by threads.</summary>
sealed class NameModel
{
    public const string Kind = "english-names";

    /// <summary>Labels of the Viterbi search: outside, then begin and inside for each <see cref="EntityType"/>.</summary>
    public const int Labels = 9;

    public required SparseTable Weights { get; init; }

    /// <summary>Weight of label b after label a at [a * Labels + b]; row <see cref="Labels"/> is the sentence's start.</summary>
    public required int[] Transitions { get; init; }

    public required Clusters Clusters { get; init; }

    public required KnownNames Known { get; init; }

    /// <exception cref="ModelException">Missing, damaged or of another version.</exception>
    public static NameModel Load(string path) => Load(ModelFile.Read(path, Kind), Clusters.Load);

    /// <summary>Loads a model beside an engine's, whose clusters it shares where they are the same.</summary>
    /// <exception cref="ModelException">Missing, damaged or of another version.</exception>
    public static NameModel Load(string path, ModelFile engine, Clusters clusters) =>
        Load(ModelFile.Read(path, Kind), file => Clusters.Load(file, engine, clusters));

    static NameModel Load(ModelFile file, Func<ModelFile, Clusters> clusters) =>
        new()
        {
            Weights = SparseTable.Load(file, "names"),
            Transitions = file.Section<int>("transitions").ToArray(),
            Clusters = clusters(file),
            Known = KnownNames.Build(file.Section<uint>("known.phrases"), file.Section<byte>("known.kinds")),
        };

    public static int Begin(EntityType type) => 1 + ((int)type * 2);

    public static EntityType TypeOf(int label) => (EntityType)((label - 1) / 2);

    public static bool IsBegin(int label) => label % 2 == 1;

    /// <summary>An inside label follows only the begin or inside label of its type.</summary>
    public static bool MayFollow(int before, int label) =>
        label == 0 || IsBegin(label) || before == label || before == label - 1;
}
