namespace Tocsin.Training.Neural;

/// <summary>Sentences as the network sees them, in flat columns over all their words.</summary>
sealed class NeuralExamples
{
    /// <summary>Learnt rows that a word may have: form, three prefixes, four suffixes, shape.</summary>
    public const int RowsPerWord = Language.Neural.NeuralWord.KeyCount;

    /// <summary>Sentences by first word and length.</summary>
    public required (int First, int Length)[] Sentences { get; init; }

    /// <summary>Row of the frozen vectors; −1 for none.</summary>
    public required int[] Frozen { get; init; }

    /// <summary>Rows of the learnt vectors, <see cref="RowsPerWord"/> a word; −1 for none.</summary>
    public required int[] Rows { get; init; }

    public required byte[] Marks { get; init; }

    /// <summary>Joint tags; null where there are none, as with <see cref="Heads"/> and <see cref="Deprels"/>.</summary>
    public int[]? Tags { get; init; }

    /// <summary>Head within the sentence; the sentence's length for the root.</summary>
    public int[]? Heads { get; init; }

    public int[]? Deprels { get; init; }

    /// <summary>
    /// Number of the corpus of names: each has its own idea of what a name is, which the network learns apart from what
    /// names look like.
    /// </summary>
    public int Corpus { get; init; }

    /// <summary>Labels that a word may have, as bits (<see cref="NameSentence"/>); null where no names are marked.</summary>
    public ushort[]? Allowed { get; init; }
}
