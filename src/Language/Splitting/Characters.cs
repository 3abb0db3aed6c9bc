using System.Globalization;

namespace Tocsin.Language.Splitting;

/// <summary>What kind of character stands at a place; surrogate pairs are read as one.</summary>
static class Characters
{
    public static bool IsApostrophe(char c) => c is '\'' or '’' or 'ʼ' or '‘' or '`' or '´';

    public static bool IsHyphen(char c) => c is '-' or '\u2010' or '\u2011';

    public static bool IsDash(char c) => c is '–' or '—' or '―' or '‒';

    public static bool IsAsciiDigit(char c) => c is >= '0' and <= '9';

    /// <summary>Length of the word character at a place (1, or 2 for a pair), 0 where none stands.</summary>
    public static int WordLength(string text, int at, int end)
    {
        var c = text[at];
        if (c < 0x80)
            return char.IsAsciiLetterOrDigit(c) ? 1 : 0;
        if (!char.IsSurrogate(c))
            return IsWord(char.GetUnicodeCategory(c)) ? 1 : 0;
        return IsPair(text, at, end) && IsWord(CharUnicodeInfo.GetUnicodeCategory(text, at)) ? 2 : 0;
    }

    public static bool IsPair(string text, int at, int end) =>
        at + 1 < end && char.IsHighSurrogate(text[at]) && char.IsLowSurrogate(text[at + 1]);

    public static bool IsLetter(string text, int at) => at >= 0 && at < text.Length && char.IsLetter(text, at);

    public static bool IsDigit(string text, int at) => at >= 0 && at < text.Length && IsAsciiDigit(text[at]);

    /// <summary>End of the pictograph that starts here: with its variation selector, skin tone and joined parts.</summary>
    public static int PictographEnd(string text, int at, int end)
    {
        var next = at + (IsPair(text, at, end) ? 2 : 1);
        while (next < end)
        {
            var c = text[next];
            if (c is '\uFE0E' or '\uFE0F' or '\u20E3')
                next++;
            else if (c == '\uD83C' && next + 1 < end && text[next + 1] is >= '\uDFFB' and <= '\uDFFF')
                next += 2;
            else if (c == '\u200D' && IsPair(text, next + 1, end))
                next += 3;
            else
                break;
        }
        return next;
    }

    static bool IsWord(UnicodeCategory category) => category is
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
        or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter or UnicodeCategory.NonSpacingMark
        or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark
        or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber
        or UnicodeCategory.Format;
}
