namespace Tocsin.Language;

/// <summary>What the parser knows. Read-only.</summary>
sealed class ParserModel
{
    public required MoveTable Structure { get; init; }

    public required SparseTable LabelWeights { get; init; }

    public required Deprel[] Labels { get; init; }

    public static ParserModel Load(ModelFile file) => new()
    {
        Structure = MoveTable.Load(file, "structure"),
        LabelWeights = SparseTable.Load(file, "labels"),
        Labels = [.. file.Header.Labels["deprels"].Select(Parse)],
    };

    static Deprel Parse(string text) => DeprelNames.TryParse(text, out var deprel)
        ? deprel
        : throw new ModelException($"The model has an unknown relation '{text}'.");
}

/// <summary>
/// Greedy arc-hybrid dependency parser: one linear model chooses the move, another the label of each arc as it is made.
/// Belongs to one worker.
/// </summary>
sealed class DependencyParser(ParserModel model)
{
    readonly ParserState state = new();
    readonly ParserFeatures features = new();
    readonly int[] labelScores = new int[model.Labels.Length];

    /// <summary>Parses every sentence; columns and tags must be those of the same document.</summary>
    public void Parse(Document document, WordColumns columns, ushort[] tags)
    {
        Span<uint> structure = stackalloc uint[ParserFeatures.StructureCount];
        Span<uint> label = stackalloc uint[ParserFeatures.LabelCount];
        for (var sentence = 0; sentence < document.SentenceCount; sentence++)
        {
            var (first, end) = document.Sentence(sentence);
            state.Reset(end - first);
            features.Begin(columns, tags, first, end - first);
            while (!state.IsFinal)
            {
                var word = state.Apply(Choose(structure));
                if (word < 0)
                    continue;
                var head = state.Heads[word];
                features.FillLabel(state, word, head, label);
                var best = BestLabel(label, head == state.Length);
                state.Labels[word] = (byte)best;
                document.SetHead(first + word, head == state.Length ? -1 : first + head, model.Labels[best]);
            }
        }
    }

    Move Choose(Span<uint> f)
    {
        bool shift = state.Allows(Move.Shift), left = state.Allows(Move.Left), right = state.Allows(Move.Right);
        if (!left && !right)
            return Move.Shift;
        if (!shift && !right)
            return Move.Left;
        if (!shift && !left)
            return Move.Right;
        features.FillStructure(state, f);
        var scores = model.Structure.Score(f);
        var best = Move.Shift;
        var bestScore = shift ? scores.Shift : int.MinValue;
        if (left && scores.Left > bestScore)
            (best, bestScore) = (Move.Left, scores.Left);
        if (right && scores.Right > bestScore)
            best = Move.Right;
        return best;
    }

    int BestLabel(ReadOnlySpan<uint> f, bool isRoot)
    {
        if (isRoot)
            return Array.IndexOf(model.Labels, Deprel.Root);
        Array.Clear(labelScores);
        foreach (var feature in f)
            model.LabelWeights.Add(feature, labelScores);
        var best = -1;
        for (var label = 0; label < labelScores.Length; label++)
        {
            if (model.Labels[label] != Deprel.Root && (best < 0 || labelScores[label] > labelScores[best]))
                best = label;
        }
        return best;
    }
}
