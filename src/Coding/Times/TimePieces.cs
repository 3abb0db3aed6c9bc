using Tocsin.Language;

namespace Tocsin.Coding;

/// <summary>A word, figure or mark of a sentence as times are written, [Start, End) in the text, and its token.</summary>
readonly record struct TimePiece(int Start, int End, int Token);

/// <summary>
/// A sentence cut finer than into tokens: "mid-July", "1998-99", "5pm" and "4/7/2021" are several pieces however the
/// tokens cut them.
/// </summary>
sealed class TimePieces
{
    readonly List<TimePiece> pieces = [];
    Document document = new();

    public int Count => pieces.Count;

    public TimePiece this[int piece] => pieces[piece];

    public void Fill(Document text, int first, int end)
    {
        document = text;
        pieces.Clear();
        var from = 0;
        for (var token = first; token < end; token++)
        {
            var start = Math.Max(text.Starts[token], from);
            var stop = text.Ends[token];
            for (var at = start; at < stop;)
            {
                var next = Cut(text.Text.AsSpan(at, stop - at)) + at;
                pieces.Add(new TimePiece(at, next, token));
                at = next;
            }
            from = Math.Max(from, stop);
        }
    }

    /// <summary>The piece's characters; none before the first and beyond the last.</summary>
    public ReadOnlySpan<char> Word(int piece) => piece >= 0 && piece < pieces.Count
        ? document.Text.AsSpan(pieces[piece].Start, pieces[piece].End - pieces[piece].Start) : default;

    /// <summary>Whether no space stands before the piece.</summary>
    public bool IsGlued(int piece) => piece > 0 && piece < pieces.Count && pieces[piece].Start == pieces[piece - 1].End;

    static int Cut(ReadOnlySpan<char> text)
    {
        if (IsMark(text[0]))
            return 1;
        var digits = 0;
        while (digits < text.Length && (char.IsAsciiDigit(text[digits]) || (digits > 0 && text[digits] is '.' or ':' or ','
            && digits + 1 < text.Length && char.IsAsciiDigit(text[digits + 1]))))
            digits++;
        if (digits > 0 && text[digits..].StartsWith("am", StringComparison.OrdinalIgnoreCase) | text[digits..].StartsWith("pm", StringComparison.OrdinalIgnoreCase)
            | text[digits..].StartsWith("a.m", StringComparison.OrdinalIgnoreCase) | text[digits..].StartsWith("p.m", StringComparison.OrdinalIgnoreCase))
            return digits;
        var length = 1;
        while (length < text.Length && !IsMark(text[length]))
            length++;
        return length;
    }

    static bool IsMark(char c) => c is '-' or '–' or '—' or '/' or '‑' or '−';
}
