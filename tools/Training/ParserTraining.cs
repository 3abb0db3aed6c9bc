using Tocsin.Language;

namespace Tocsin.Training;

/// <summary>
/// Learns the parser with a dynamic oracle and exploration (Goldberg and Nivre 2013) on tags that a tagger gave which
/// had not seen the sentence.
/// </summary>
sealed class ParserTraining(int seed, Action<string> progress)
{
    /// <summary>After the first epoch the parser follows its own choice this often, right or wrong.</summary>
    const double Exploration = 0.9;

    public AveragedPerceptron Structure { get; } = new(3);

    public List<Deprel> Labels { get; } = [];

    public AveragedPerceptron LabelWeights { get; private set; } = new(1);

    /// <summary>Names the arcs of finished trees; learns on the trees the parser makes from its second epoch on.</summary>
    public AveragedPerceptron RelationWeights { get; private set; } = new(1);

    public CertainTraining Certain { get; } = new();

    /// <param name="universal">UPOS of each joint tag, at the tag's number.</param>
    public void Learn(GoldColumns gold, ushort[] tags, uint[] universal, int epochs)
    {
        Labels.AddRange(gold.Deprels.Distinct().Order());
        LabelWeights = new AveragedPerceptron(Labels.Count);
        RelationWeights = new AveragedPerceptron(Labels.Count);
        var labelIndex = Labels.Select((label, index) => (label, index)).ToDictionary(pair => pair.label, pair => pair.index);
        Certain.Learn(gold, tags, universal, labelIndex);
        var random = new Random(seed);
        var order = Enumerable.Range(0, gold.Document.SentenceCount).ToArray();
        var state = new ParserState();
        var features = new ParserFeatures();
        Span<uint> structure = stackalloc uint[ParserFeatures.StructureCount];
        Span<uint> label = stackalloc uint[ParserFeatures.LabelCount];
        Span<int> costs = stackalloc int[3];
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            random.Shuffle(order);
            long attached = 0, right = 0;
            foreach (var sentence in order)
            {
                var (first, end) = gold.Document.Sentence(sentence);
                var heads = gold.Heads.AsSpan(first, end - first);
                state.Reset(end - first);
                features.Begin(gold.Columns, tags, universal, first, end - first);
                while (!state.IsFinal)
                {
                    var move = Certain.Moves.Table.Of(features.MoveKey(state));
                    if (move < 0 || !state.Allows((Move)move))
                    {
                        features.FillStructure(state, structure);
                        ArcHybridOracle.Costs(state, heads, costs);
                        var (predicted, best) = LearnMove(state, structure, costs);
                        move = epoch > 0 && random.NextDouble() < Exploration ? predicted : best;
                    }
                    var word = state.Apply((Move)move);
                    if (word < 0)
                        continue;
                    var head = state.Heads[word];
                    attached++;
                    right += head == heads[word] ? 1 : 0;
                    LearnLabel(state, features, word, head, label, labelIndex[gold.Deprels[first + word]], head == heads[word]);
                }
                if (epoch > 0)
                    LearnRelations(state, features, heads, gold.Deprels.AsSpan(first, end - first), labelIndex);
            }
            progress($"epoch {epoch + 1} of {epochs}, {(double)right / attached:P2} heads right while learning");
        }
    }

    (int Predicted, int Best) LearnMove(ParserState state, ReadOnlySpan<uint> f, ReadOnlySpan<int> costs)
    {
        var scores = Structure.Score(f);
        var predicted = Best(state, scores, costs, int.MaxValue);
        var least = Math.Min(costs[0], Math.Min(costs[1], costs[2]));
        var best = Best(state, scores, costs, least);
        if (costs[predicted] > least)
            Structure.Update(f, best, predicted);
        Structure.Step();
        return (predicted, best);
    }

    void LearnLabel(
        ParserState state, ParserFeatures features, int word, int head, Span<uint> f, int wanted, bool isGold)
    {
        if (head == state.Length)
        {
            state.SetLabel(word, Labels.IndexOf(Deprel.Root));
            return;
        }
        if (Certain.Relation(features, word, head) is >= 0 and var certain)
        {
            state.SetLabel(word, certain);
            return;
        }
        features.FillLabel(state, word, head, f);
        var best = TaggerTraining.Best(LabelWeights.Score(f));
        if (isGold)
        {
            if (best != wanted)
                LabelWeights.Update(f, wanted, best);
            LabelWeights.Step();
        }
        state.SetLabel(word, best);
    }

    void LearnRelations(
        ParserState state, ParserFeatures features, ReadOnlySpan<int> heads, ReadOnlySpan<Deprel> gold,
        Dictionary<Deprel, int> labelIndex)
    {
        Span<uint> f = stackalloc uint[ParserFeatures.RelationCount];
        features.BeginRelations(state);
        for (var word = 0; word < state.Length; word++)
        {
            if (state.Heads[word] == state.Length)
            {
                state.SetLabel(word, labelIndex[Deprel.Root]);
                continue;
            }
            if (Certain.Relation(features, word, state.Heads[word]) is >= 0 and var certain)
            {
                state.SetLabel(word, certain);
                continue;
            }
            features.FillRelation(state, word, f);
            var best = TaggerTraining.Best(RelationWeights.Score(f));
            var wanted = labelIndex[gold[word]];
            if (state.Heads[word] == heads[word])
            {
                if (best != wanted)
                    RelationWeights.Update(f, wanted, best);
                RelationWeights.Step();
            }
            state.SetLabel(word, best);
        }
    }

    static int Best(ParserState state, ReadOnlySpan<float> scores, ReadOnlySpan<int> costs, int limit)
    {
        var best = -1;
        for (var move = 0; move < 3; move++)
        {
            if (state.Allows((Move)move) && costs[move] <= limit && (best < 0 || scores[move] > scores[best]))
                best = move;
        }
        return best;
    }
}
