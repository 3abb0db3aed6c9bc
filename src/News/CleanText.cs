using System.Globalization;
using System.Text;

namespace Tocsin.News;

/// <summary>Text as stories keep it: paragraphs separated by one blank line, single spaces, nothing invisible.</summary>
static class CleanText
{
    /// <summary>A line that was broken to fit a page is this long; shorter lines are lines of their own.</summary>
    const int WrappedFrom = 45;

    const int WrappedTo = 100;

    /// <summary>Joins the lines of paragraphs that were wrapped; other line ends are ends of paragraphs.</summary>
    public static string OfPlain(string text)
    {
        var clean = new StringBuilder(text.Length);
        var block = new List<string>();
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            var tidy = Line(line);
            if (tidy.Length > 0)
                block.Add(tidy);
            else
                Flush(block, clean);
        }
        Flush(block, clean);
        return clean.ToString();
    }

    /// <summary>One line: runs of blanks become one space, invisible characters go, lone surrogates become U+FFFD.</summary>
    public static string Line(ReadOnlySpan<char> text)
    {
        var line = new StringBuilder(text.Length);
        var isBlank = true;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsWhiteSpace(c) || char.IsControl(c))
            {
                if (!isBlank)
                    line.Append(' ');
                isBlank = true;
            }
            else if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                line.Append(c).Append(text[++i]);
                isBlank = false;
            }
            else if (char.IsSurrogate(c))
            {
                line.Append('\uFFFD');
                isBlank = false;
            }
            else if (!IsInvisible(c))
            {
                line.Append(c);
                isBlank = false;
            }
        }
        if (isBlank && line.Length > 0)
            line.Length--;
        return line.ToString();
    }

    /// <summary>A field such as a title: one clean line, or null where nothing is left.</summary>
    public static string? Field(string? text) => text is null || Line(text) is not { Length: > 0 } line ? null : line;

    /// <summary>Zero-width marks, soft hyphens, byte order marks and direction overrides; joiners stay, scripts need them.</summary>
    static bool IsInvisible(char c) => c is '\u00AD' or '\u200B' or '\uFEFF' or '\u2060'
        or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069')
        || (c is not ('\u200C' or '\u200D') && char.GetUnicodeCategory(c) == UnicodeCategory.Control);

    static void Flush(List<string> block, StringBuilder clean)
    {
        if (block.Count == 0)
            return;
        var isWrapped = block.Count > 1
            && block.Take(block.Count - 1).All(line => line.Length is >= WrappedFrom and <= WrappedTo);
        if (clean.Length > 0)
            clean.Append("\n\n");
        clean.AppendJoin(isWrapped ? " " : "\n\n", block);
        block.Clear();
    }
}
