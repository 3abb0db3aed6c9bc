using System.Diagnostics.CodeAnalysis;
using Tocsin.Language;

namespace Tocsin.Coding;

/// <summary>
/// Many phrases, looked up together in a document by their folded words. Built once, then read by all threads.
/// A word with capitals asks for them: <c>Turkey</c> for a capital letter, <c>US</c> for all of them.
/// </summary>
sealed class Phrases<T>
{
    readonly Dictionary<string, int> words = new(StringComparer.Ordinal);
    readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> bySpan;
    readonly Dictionary<long, int> steps = [];
    readonly List<int> ends = [-1];
    readonly List<Leaf> leaves = [];

    enum Capitals : byte
    {
        Any,
        First,
        All,
    }

    sealed record Leaf(T Value, Capitals[] Capitals, int Next);

    public Phrases() => bySpan = words.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Adds a phrase; one with a hyphen is found both as one token and as several.</summary>
    public void Add(string phrase, T value)
    {
        var pieces = Split(phrase, splitHyphens: false);
        AddPieces(pieces, value);
        if (phrase.Contains('-', StringComparison.Ordinal))
            AddPieces(Split(phrase, splitHyphens: true), value);
    }

    /// <summary>The number of the token's word, or −1 for a word of no phrase.</summary>
    public int WordOf(ReadOnlySpan<char> form)
    {
        Span<char> buffer = stackalloc char[40];
        var length = Folding.Fold(form, buffer);
        return bySpan.TryGetValue(buffer[..length], out var word) ? word : -1;
    }

    /// <summary>
    /// Collects the phrases that start at a token, shortest first. <paramref name="wordOf"/> holds
    /// <see cref="WordOf"/> of every token.
    /// </summary>
    public void At(Document document, ReadOnlySpan<int> wordOf, int first, int end, List<(int End, T Value)> found)
    {
        var node = 0;
        for (var token = first; token < end; token++)
        {
            if (wordOf[token] < 0 || !steps.TryGetValue(Step(node, wordOf[token]), out node))
                return;
            for (var leaf = ends[node]; leaf >= 0; leaf = leaves[leaf].Next)
            {
                if (Agrees(document, first, leaves[leaf].Capitals))
                    found.Add((token + 1, leaves[leaf].Value));
            }
        }
    }

    /// <summary>Values of exactly this phrase, capitals aside.</summary>
    public bool TryGet(string phrase, [NotNullWhen(true)] out T? value)
    {
        value = default;
        var node = 0;
        foreach (var piece in Split(phrase, splitHyphens: false))
        {
            if (!words.TryGetValue(Folding.Fold(piece), out var word) || !steps.TryGetValue(Step(node, word), out node))
                return false;
        }
        if (ends[node] < 0)
            return false;
        value = leaves[ends[node]].Value!;
        return true;
    }

    void AddPieces(List<string> pieces, T value)
    {
        if (pieces.Count == 0)
            return;
        var node = 0;
        foreach (var piece in pieces)
        {
            var folded = Folding.Fold(piece);
            if (!words.TryGetValue(folded, out var word))
                words.Add(folded, word = words.Count);
            if (!steps.TryGetValue(Step(node, word), out var next))
            {
                steps.Add(Step(node, word), next = ends.Count);
                ends.Add(-1);
            }
            node = next;
        }
        leaves.Add(new Leaf(value, [.. pieces.Select(CapitalsOf)], ends[node]));
        ends[node] = leaves.Count - 1;
    }

    static bool Agrees(Document document, int first, Capitals[] capitals)
    {
        for (var i = 0; i < capitals.Length; i++)
        {
            if (capitals[i] == Capitals.Any)
                continue;
            var form = document.Form(first + i);
            if (form.Length == 0 || char.IsLower(form[0]))
                return false;
            if (capitals[i] == Capitals.All && ContainsLower(form))
                return false;
        }
        return true;
    }

    static Capitals CapitalsOf(string piece)
    {
        if (piece.Length == 0 || !char.IsUpper(piece[0]))
            return Capitals.Any;
        return piece.Count(char.IsLetter) > 1 && !ContainsLower(piece) ? Capitals.All : Capitals.First;
    }

    static bool ContainsLower(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (char.IsLower(c))
                return true;
        }
        return false;
    }

    static long Step(int node, int word) => ((long)node << 32) | (uint)word;

    /// <summary>Words as the splitter makes them: a possessive mark and, on demand, hyphens stand alone.</summary>
    static List<string> Split(string phrase, bool splitHyphens)
    {
        var pieces = new List<string>();
        foreach (var word in phrase.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var rest = word.Replace('’', '\'');
            var possessive = rest.EndsWith("'s", StringComparison.Ordinal);
            if (possessive)
                rest = rest[..^2];
            if (splitHyphens)
            {
                var parts = rest.Split('-');
                for (var i = 0; i < parts.Length; i++)
                {
                    if (i > 0)
                        pieces.Add("-");
                    if (parts[i].Length > 0)
                        pieces.Add(parts[i]);
                }
            }
            else
            {
                pieces.Add(rest);
            }
            if (possessive)
                pieces.Add("'s");
        }
        return pieces;
    }
}
