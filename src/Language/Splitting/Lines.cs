using System.Buffers;

namespace Tocsin.Language.Splitting;

/// <summary>How a text uses line breaks: as the ends of paragraphs, or to wrap its lines at a width.</summary>
/// <param name="Wrapped">Lines break in the middle of sentences.</param>
/// <param name="Width">Length of the longest line of a wrapped text, in UTF-16 units.</param>
readonly record struct Lines(bool Wrapped, int Width)
{
    /// <summary>A wrapped line leaves at most so much room free; one that leaves more was ended on purpose.</summary>
    const int Ragged = 15;

    const int WidestWrap = 160;

    static readonly SearchValues<char> BreakCharacters = SearchValues.Create("\n\r\f\v\u0085\u2028\u2029");

    /// <summary>Reads the habits of the whole text: wrapped, if every fourth single break is before a small letter.</summary>
    public static Lines Of(string text)
    {
        var single = 0;
        var small = 0;
        var width = 0;
        var start = 0;
        while (start < text.Length)
        {
            var length = text.AsSpan(start).IndexOf('\n');
            if (length < 0)
                length = text.Length - start;
            width = Math.Max(width, length);
            var next = start + length + 1;
            if (length > 1 && next < text.Length && !char.IsWhiteSpace(text[next]))
            {
                single++;
                if (char.IsLower(text[next]))
                    small++;
            }
            start = next;
        }
        return new Lines(small > 0 && small * 4 >= single && width <= WidestWrap, width);
    }

    /// <summary>Line breaks in white space, two for a form feed or paragraph separator; counts no further than two.</summary>
    public static int Breaks(ReadOnlySpan<char> space)
    {
        var breaks = 0;
        while (breaks < 2)
        {
            var at = space.IndexOfAny(BreakCharacters);
            if (at < 0)
                break;
            breaks += space[at] is '\f' or '\u2029' ? 2 : 1;
            if (space[at] == '\r' && at + 1 < space.Length && space[at + 1] == '\n')
                at++;
            space = space[(at + 1)..];
        }
        return breaks;
    }

    /// <summary>Whether the single break between <paramref name="before"/> and <paramref name="next"/> ends a sentence.</summary>
    public bool Ends(string text, int before, int next)
    {
        if (IsBullet(text, next))
            return true;
        if (char.IsLower(text[next]) || before > 0 && text[before - 1] is ',' or '-')
            return false;
        if (!Wrapped)
            return true;
        var line = Math.Max(0, text.AsSpan(0, before).LastIndexOf('\n'));
        var word = next;
        while (word < text.Length && word - next < Ragged && !char.IsWhiteSpace(text[word]))
            word++;
        return before - line + 1 + (word - next) + Ragged <= Width;
    }

    static bool IsBullet(string text, int at)
    {
        var c = text[at];
        if (c is '•' or '·' or '‣' or '▪' or '●' or '◦' or '■' or '►')
            return true;
        var spaced = at + 1 < text.Length && text[at + 1] == ' ';
        if (c is '*' or '-' or '–' or '—')
            return spaced;
        var digits = at;
        while (digits < text.Length && digits - at < 3 && Characters.IsAsciiDigit(text[digits]))
            digits++;
        return digits > at && digits + 1 < text.Length && text[digits] is '.' or ')' && text[digits + 1] == ' ';
    }
}
