namespace Tocsin.Language.Neural;

/// <summary>
/// Sentences that run through the network side by side, longest first. Rows lie step by step: step t holds the t-th word of
/// every sentence that has one, so that no row is padding. One worker's, reused.
/// </summary>
sealed class LockStep
{
    /// <summary>Enough for the kernel's blocks of rows; more would only push each other out of the caches.</summary>
    const int MostSentences = 40;

    const int MostRows = 1024;

    int[] order = new int[64];
    int[] lengths = new int[64];
    int[] offsets = new int[512];
    int[] tokens = new int[512];

    /// <summary>First place in the order that this batch takes, and the place after its last.</summary>
    int from;

    int end;
    int sentences;

    public int Sentences => end - from;

    public int Steps { get; private set; }

    public int Rows { get; private set; }

    /// <summary>Token of each row.</summary>
    public ReadOnlySpan<int> Tokens => tokens.AsSpan(0, Rows);

    public int Offset(int step) => offsets[step];

    public int Size(int step) => offsets[step + 1] - offsets[step];

    public int Row(int sentence, int word) => offsets[word] + sentence;

    /// <summary>The document's sentence that is at a place in the batch.</summary>
    public int Sentence(int sentence) => order[from + sentence];

    public int Length(int sentence) => -lengths[from + sentence];

    /// <summary>Takes a document; its batches follow one by one.</summary>
    public void Take(Document document)
    {
        sentences = document.SentenceCount;
        if (order.Length < sentences)
            (order, lengths) = (new int[sentences * 2], new int[sentences * 2]);
        for (var sentence = 0; sentence < sentences; sentence++)
        {
            var (first, last) = document.Sentence(sentence);
            order[sentence] = sentence;
            lengths[sentence] = first - last;
        }
        // Longest first; among equals the order of sorting does not matter, for each sentence runs alone.
        Array.Sort(lengths, order, 0, sentences);
        from = end = 0;
    }

    /// <summary>Lays out the next batch; false when none is left.</summary>
    public bool Next(Document document)
    {
        from = end;
        Rows = 0;
        while (end < sentences && -lengths[end] > 0 && end - from < MostSentences && (end == from || Rows - lengths[end] <= MostRows))
            Rows -= lengths[end++];
        if (end == from)
            return false;
        Steps = -lengths[from];
        if (offsets.Length <= Steps)
            offsets = new int[Steps * 2];
        if (tokens.Length < Rows)
            tokens = new int[Rows * 2];
        var alive = end - from;
        var row = 0;
        for (var step = 0; step < Steps; step++)
        {
            while (-lengths[from + alive - 1] <= step)
                alive--;
            offsets[step] = row;
            for (var s = 0; s < alive; s++)
                tokens[row++] = document.Sentence(order[from + s]).First + step;
        }
        offsets[Steps] = row;
        return true;
    }
}
