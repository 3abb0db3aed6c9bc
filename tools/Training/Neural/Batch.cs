namespace Tocsin.Training.Neural;

/// <summary>
/// Sentences that run through the network in lock-step, longest first. Rows lie step by step: step t holds the t-th word
/// of every sentence that has one, so that no row is padding.
/// </summary>
sealed class Batch
{
    readonly int[] offsets;

    /// <param name="sentences">First token and length of each.</param>
    public Batch(IEnumerable<(int First, int Length)> sentences)
    {
        Sentences = [.. sentences.OrderByDescending(sentence => sentence.Length)];
        Steps = Sentences.Length == 0 ? 0 : Sentences[0].Length;
        offsets = new int[Steps + 1];
        for (var step = 0; step < Steps; step++)
            offsets[step + 1] = offsets[step] + Sentences.Count(sentence => sentence.Length > step);
        Tokens = new int[offsets[Steps]];
        SentenceOf = new int[offsets[Steps]];
        for (var s = 0; s < Sentences.Length; s++)
        {
            for (var t = 0; t < Sentences[s].Length; t++)
            {
                Tokens[Row(s, t)] = Sentences[s].First + t;
                SentenceOf[Row(s, t)] = s;
            }
        }
    }

    public (int First, int Length)[] Sentences { get; }

    public int Steps { get; }

    public int Rows => Tokens.Length;

    /// <summary>Token of each row.</summary>
    public int[] Tokens { get; }

    /// <summary>Sentence of each row.</summary>
    public int[] SentenceOf { get; }

    public int Offset(int step) => offsets[step];

    public int Size(int step) => offsets[step + 1] - offsets[step];

    public int Row(int sentence, int word) => offsets[word] + sentence;
}
