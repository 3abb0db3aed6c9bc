namespace Tocsin.Language;

/// <summary>What the parser knows. Read-only.</summary>
sealed class ParserModel
{
    /// <summary>Chooses the move.</summary>
    public required MoveTable Structure { get; init; }

    /// <summary>Names an arc as it is made, for the moves that follow to see.</summary>
    public required SparseTable LabelWeights { get; init; }

    /// <summary>Names the arcs of the finished tree.</summary>
    public required SparseTable RelationWeights { get; init; }

    /// <summary>Moves and relations for which the models need not be asked.</summary>
    public required NumberTable CertainMoves { get; init; }

    public required NumberTable CertainRelations { get; init; }

    public required Deprel[] Labels { get; init; }

    /// <exception cref="ModelException">A relation is unknown, or the root is not among them.</exception>
    public static ParserModel Load(ModelFile file)
    {
        var labels = file.Header.Labels["deprels"].Select(ParseDeprel).ToArray();
        if (Array.IndexOf(labels, Deprel.Root) < 0)
            throw new ModelException("The model lacks the relation 'root'.");
        MoveTable? structure = null;
        SparseTable? labelWeights = null;
        SparseTable? relations = null;
        LanguageModel.SideBySide(
            () => structure = MoveTable.Load(file, "structure"),
            () => labelWeights = SparseTable.Load(file, "labels"),
            () => relations = SparseTable.Load(file, "relations"));
        return new ParserModel
        {
            Structure = structure!,
            LabelWeights = labelWeights!,
            RelationWeights = relations!,
            CertainMoves = NumberTable.Load(file, "certain-moves"),
            CertainRelations = NumberTable.Load(file, "certain-relations"),
            Labels = labels,
        };
    }

    /// <exception cref="ModelException">Unknown.</exception>
    public static Deprel ParseDeprel(string text) => DeprelNames.TryParse(text, out var deprel)
        ? deprel
        : throw new ModelException($"The model has an unknown relation '{text}'.");
}

/// <summary>
/// Greedy arc-hybrid dependency parser: one linear model chooses the move, a second names each arc for the moves that
/// follow, a third names the arcs again when the tree is whole. Belongs to one worker.
/// </summary>
sealed class DependencyParser(ParserModel model)
{
    readonly ParserState state = new();
    readonly ParserFeatures features = new();
    readonly int[] labelScores = new int[Math.Max(model.Labels.Length, Math.Max(model.LabelWeights.Width, model.RelationWeights.Width))];
    readonly int root = Array.IndexOf(model.Labels, Deprel.Root);

    /// <summary>Parses every sentence; columns and tags must be those of the same document.</summary>
    /// <param name="universal">UPOS of each joint tag, at the tag's number.</param>
    public void Parse(Document document, WordColumns columns, ushort[] tags, uint[] universal)
    {
        for (var sentence = 0; sentence < document.SentenceCount; sentence++)
        {
            var (first, end) = document.Sentence(sentence);
            state.Reset(end - first);
            features.Begin(columns, tags, universal, first, end - first);
            Build();
            NameRelations();
            for (var word = 0; word < state.Length; word++)
            {
                var head = state.Heads[word];
                document.SetHead(first + word, head == state.Length ? -1 : first + head, model.Labels[state.Labels[word]]);
            }
        }
    }

    void Build()
    {
        Span<uint> structure = stackalloc uint[ParserFeatures.StructureCount];
        Span<uint> label = stackalloc uint[ParserFeatures.LabelCount];
        while (!state.IsFinal)
        {
            var word = state.Apply(Choose(structure));
            if (word < 0)
                continue;
            if (state.Heads[word] == state.Length)
            {
                state.SetLabel(word, root);
                continue;
            }
            var certain = Certain(word);
            if (certain < 0)
            {
                features.FillLabel(state, word, state.Heads[word], label);
                certain = Best(model.LabelWeights, label);
            }
            state.SetLabel(word, certain);
        }
    }

    void NameRelations()
    {
        Span<uint> relation = stackalloc uint[ParserFeatures.RelationCount];
        features.BeginRelations(state);
        for (var word = 0; word < state.Length; word++)
        {
            if (state.Heads[word] == state.Length)
            {
                state.SetLabel(word, root);
                continue;
            }
            var certain = Certain(word);
            if (certain < 0)
            {
                features.FillRelation(state, word, relation);
                certain = Best(model.RelationWeights, relation);
            }
            state.SetLabel(word, certain);
        }
    }

    /// <summary>The relation above a word where nothing else is ever seen there; −1 elsewhere.</summary>
    int Certain(int word)
    {
        var certain = model.CertainRelations.Of(features.RelationKey(word, state.Heads[word]));
        return certain >= 0 ? certain : model.CertainRelations.Of(features.WordRelationKey(word, state.Heads[word]));
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
        if (model.CertainMoves.Of(features.MoveKey(state)) is >= 0 and var certain && state.Allows((Move)certain))
            return (Move)certain;
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

    int Best(SparseTable weights, ReadOnlySpan<uint> f)
    {
        Array.Clear(labelScores);
        weights.Add(f, labelScores);
        labelScores[root] = int.MinValue;
        var best = 0;
        for (var label = 1; label < model.Labels.Length; label++)
        {
            if (labelScores[label] > labelScores[best])
                best = label;
        }
        return best;
    }
}
