using System.Globalization;
using System.Text;

namespace Tocsin.Warning;

/// <summary>Makes spellings comparable: lower case, marks dropped, so that Zvečan and Zvecan are one word.</summary>
static class Folding
{
    public static string Fold(string text)
    {
        if (System.Text.Ascii.IsValid(text))
            return text.ToLowerInvariant();
        var folded = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
                folded.Append(Plain(char.ToLowerInvariant(c)));
        }
        return folded.ToString();
    }

    /// <summary>
    /// True where a folded text holds a folded phrase at a word's start, and, unless the phrase ends in an asterisk,
    /// up to a word's end.
    /// </summary>
    public static bool Holds(string text, string phrase)
    {
        var open = phrase.EndsWith('*');
        var wanted = open ? phrase.AsSpan(0, phrase.Length - 1) : phrase.AsSpan();
        if (wanted.IsEmpty)
            return false;
        for (var from = 0; from < text.Length;)
        {
            var found = text.AsSpan(from).IndexOf(wanted, StringComparison.Ordinal);
            if (found < 0)
                return false;
            var start = from + found;
            var end = start + wanted.Length;
            if ((start == 0 || !char.IsLetterOrDigit(text[start - 1]))
                && (open || end == text.Length || !char.IsLetterOrDigit(text[end])))
                return true;
            from = start + 1;
        }
        return false;
    }

    // Letters with a stroke have no decomposition.
    static char Plain(char c) => c switch
    {
        'đ' or 'ð' => 'd',
        'ł' => 'l',
        'ø' => 'o',
        'ı' => 'i',
        _ => c,
    };
}
