using System.Buffers;

namespace Tocsin.Language.Splitting;

/// <summary>Whether the full stop behind a word is part of it, and what that means for the sentence.</summary>
static class Abbreviations
{
    /// <summary>
    /// Reads the word from <paramref name="start"/> to <paramref name="stop"/>, behind which a full stop stands;
    /// <see cref="Ending.None"/> says that the full stop is a token of its own.
    /// </summary>
    public static Ending Of(string text, int start, int stop, List<Piece> before)
    {
        var word = text.AsSpan(start, stop - start);
        var next = Following(text, stop + 1);
        var capital = char.IsUpper(word[0]);
        if (word.Length == 1)
            return capital && (word[0] != 'I' || stop + 1 < text.Length && char.IsUpper(text[stop + 1])) ? Ending.Abbreviation
                : char.IsDigit(next) && WordLists.IsBeforeNumber(word) || start > 0 && text[start - 1] == '(' ? Ending.Title
                : Ending.None;
        if (IsAcronym(word))
            return char.ToLowerInvariant(word[^1]) == 'm' && char.IsLower(word[0]) || EndsClock(word) ? Ending.Tail
                : WordLists.IsInner(word) ? Ending.Title
                : Ending.Abbreviation;
        if (EndsClock(word))
            return Ending.Tail;
        if (WordLists.IsTitle(word))
            return capital && char.IsLetterOrDigit(next) ? Ending.Title : Ending.None;
        if (WordLists.IsInner(word))
            return char.IsUpper(next) && word.Length > 3 ? Ending.None : Ending.Title;
        if (word is "etc")
            return next == '\0' || char.IsUpper(next) ? Ending.None : Ending.Tail;
        if (word is "al")
            return IsAfter(text, start, "et") ? Ending.Tail : Ending.None;
        if (WordLists.MayEnd(word))
            return capital ? Ending.Abbreviation : Ending.None;
        if (WordLists.IsDate(word))
            return capital && (char.IsDigit(next) || next == ',') ? Ending.Title : Ending.None;
        if (WordLists.IsBeforeNumber(word))
            return char.IsDigit(next) ? Ending.Title : Ending.None;
        return word.Length <= 4 && IsClipped(word) && (char.IsLower(next) || capital && char.IsDigit(next))
            ? Ending.Title
            : Ending.None;
    }

    /// <summary>The character behind the white space, '\0' at the end of the paragraph.</summary>
    static char Following(string text, int at)
    {
        var breaks = 0;
        for (var i = at; i < text.Length && i < at + 8; i++)
        {
            if (text[i] == '\n' && ++breaks > 1)
                return '\0';
            if (!char.IsWhiteSpace(text[i]))
                return text[i];
        }
        return '\0';
    }

    /// <summary>U.S, a.m, Ph.D: single letters between full stops.</summary>
    static bool IsAcronym(ReadOnlySpan<char> word)
    {
        if (word is "Ph.D")
            return true;
        if (word.Length < 3 || word.Length % 2 == 0)
            return false;
        for (var i = 0; i < word.Length; i++)
        {
            if (i % 2 == 0 ? !char.IsLetter(word[i]) : word[i] != '.')
                return false;
        }
        return true;
    }

    /// <summary>10a.m, 5p.m.</summary>
    static bool EndsClock(ReadOnlySpan<char> word) => word.EndsWith("a.m", StringComparison.OrdinalIgnoreCase)
        || word.EndsWith("p.m", StringComparison.OrdinalIgnoreCase);

    static readonly SearchValues<char> Full = SearchValues.Create("aeiouyAEIOUY0123456789'’");

    /// <summary>No vowel and not written in capitals: "mtg", "dtd".</summary>
    static bool IsClipped(ReadOnlySpan<char> word) =>
        !word.ContainsAny(Full) && char.IsLower(word[^1]) && char.IsAsciiLetter(word[^1]);

    static bool IsAfter(string text, int start, ReadOnlySpan<char> word)
    {
        var from = start - 1 - word.Length;
        return from >= 0 && char.IsWhiteSpace(text[start - 1])
            && text.AsSpan(from, word.Length).Equals(word, StringComparison.OrdinalIgnoreCase);
    }
}
