namespace Tocsin.Events;

/// <summary>A stretch of a story's text: UTF-16 code units, start inclusive, end exclusive.</summary>
public readonly record struct Passage(int Start, int End)
{
    public int Length => End - Start;

    public bool Contains(Passage other) => Start <= other.Start && other.End <= End;

    public bool Overlaps(Passage other) => Start < other.End && other.Start < End;

    /// <summary>The words of <paramref name="text"/> that the passage covers.</summary>
    public string Of(string text) => text[Start..End];
}
