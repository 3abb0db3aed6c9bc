using Tocsin.Events;
using Tocsin.Language;

namespace Tocsin.Coding;

/// <summary>Tokens of a document from <paramref name="First"/> up to, not including, <paramref name="End"/>.</summary>
public readonly record struct TokenRange(int First, int End)
{
    public int Length => End - First;

    public bool Contains(int token) => First <= token && token < End;

    public bool Contains(TokenRange other) => First <= other.First && other.End <= End;

    public bool Overlaps(TokenRange other) => First < other.End && other.First < End;

    /// <summary>The characters that the tokens cover.</summary>
    public Passage In(Document document) => End <= First
        ? new Passage(document.Starts[First], document.Starts[First])
        : new Passage(document.Starts[First], Math.Max(document.Starts[First], document.Ends[End - 1]));
}
