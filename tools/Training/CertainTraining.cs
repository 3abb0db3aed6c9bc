using Tocsin.Language;

namespace Tocsin.Training;

/// <summary>Finds the moves and relations that are nearly always the same where certain tags stand together.</summary>
sealed class CertainTraining
{
    // On EWT dev with gold tags, these make a quarter of the moves and half of the relations certain; 4 of 1,000 such
    // moves are wrong, and 2 of 1,000 relations.
    const int LeastSeen = 20;
    const double MoveShare = 0.995;
    const double RelationShare = 0.99;

    public CertainCounts Moves { get; } = new();

    public CertainCounts Relations { get; } = new();

    /// <param name="tags">Joint tags as a tagger gave them that had not seen the sentence.</param>
    public void Learn(GoldColumns gold, ushort[] tags, uint[] universal, Dictionary<Deprel, int> labelIndex)
    {
        var state = new ParserState();
        var features = new ParserFeatures();
        var wordRelations = new CertainCounts();
        Span<int> costs = stackalloc int[3];
        for (var sentence = 0; sentence < gold.Document.SentenceCount; sentence++)
        {
            var (first, end) = gold.Document.Sentence(sentence);
            var heads = gold.Heads.AsSpan(first, end - first);
            state.Reset(end - first);
            features.Begin(gold.Columns, tags, universal, first, end - first);
            while (!state.IsFinal)
            {
                ArcHybridOracle.Costs(state, heads, costs);
                var least = Math.Min(costs[0], Math.Min(costs[1], costs[2]));
                var choices = 0u;
                for (var move = 0; move < 3; move++)
                    choices |= costs[move] == least ? 1u << move : 0;
                Moves.Add(features.MoveKey(state), choices);
                state.Apply((Move)(costs[1] == least ? 1 : costs[2] == least ? 2 : 0));
            }
            for (var word = 0; word < heads.Length; word++)
            {
                if (heads[word] == heads.Length)
                    continue;
                var label = labelIndex[gold.Deprels[first + word]];
                Relations.AddOne(features.RelationKey(word, heads[word]), label);
                wordRelations.AddOne(features.WordRelationKey(word, heads[word]), label);
            }
        }
        Moves.Close(LeastSeen, MoveShare);
        Relations.Close(LeastSeen, RelationShare);
        wordRelations.Close(LeastSeen, RelationShare);
        Relations.Take(wordRelations);
    }

    /// <summary>The relation that is certain above a word; −1 where none is.</summary>
    public int Relation(ParserFeatures features, int word, int head)
    {
        var certain = Relations.Table.Of(features.RelationKey(word, head));
        return certain >= 0 ? certain : Relations.Table.Of(features.WordRelationKey(word, head));
    }
}

/// <summary>How often each choice was right at a key.</summary>
sealed class CertainCounts
{
    readonly Dictionary<uint, (int Seen, Dictionary<int, int> Right)> counts = [];
    readonly SortedDictionary<uint, ushort> certain = [];

    public NumberTable Table { get; private set; } = NumberTable.Empty;

    public void AddOne(uint key, int choice)
    {
        var (seen, right) = counts.GetValueOrDefault(key, (0, []));
        right[choice] = right.GetValueOrDefault(choice) + 1;
        counts[key] = (seen + 1, right);
    }

    /// <param name="choices">A bit for each choice that was right: there may be more than one.</param>
    public void Add(uint key, uint choices)
    {
        var (seen, right) = counts.GetValueOrDefault(key, (0, []));
        for (var choice = 0; choice < 32; choice++)
        {
            if ((choices >> choice & 1) != 0)
                right[choice] = right.GetValueOrDefault(choice) + 1;
        }
        counts[key] = (seen + 1, right);
    }

    public void Close(int leastSeen, double share)
    {
        foreach (var (key, (seen, right)) in counts)
        {
            var best = right.MaxBy(pair => (pair.Value, -pair.Key));
            if (seen >= leastSeen && best.Value >= share * seen)
                certain[key] = (ushort)best.Key;
        }
        Rebuild();
    }

    public void Take(CertainCounts others)
    {
        foreach (var (key, choice) in others.certain)
            certain.TryAdd(key, choice);
        Rebuild();
    }

    public void Write(List<(string Name, byte[] Bytes)> sections, string name)
    {
        sections.Add((name + ".keys", ModelFile.Bytes<uint>([.. certain.Keys])));
        sections.Add((name + ".values", ModelFile.Bytes<ushort>([.. certain.Values])));
    }

    void Rebuild() => Table = NumberTable.Build([.. certain.Keys], [.. certain.Values]);
}
