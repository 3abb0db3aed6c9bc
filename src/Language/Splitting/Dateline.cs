namespace Tocsin.Language.Splitting;

/// <summary>The place, day and agency before the first sentence: "PRISTINA, March 29 (Reuters) —".</summary>
static class Dateline
{
    const int Longest = 120;

    /// <summary>Where the dateline that starts here ends, behind its dash; −1 where none starts.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">Head of a line.</param>
    /// <param name="isHead">Nothing stands before the line: there a bare "KYIV —" is one too.</param>
    public static int End(string text, int start, bool isHead)
    {
        var limit = Math.Min(text.Length, start + Longest);
        var firstWord = start;
        while (firstWord < limit && char.IsLetter(text[firstWord]))
            firstWord++;
        if (firstWord - start < 3)
            return -1;
        var capitals = !text.AsSpan(start, firstWord - start).ContainsAnyInRange('a', 'z');
        var bracket = false;
        var comma = false;
        var depth = 0;
        for (var at = start; at < limit; at++)
        {
            var c = text[at];
            if (c == '(')
                depth++;
            else if (c == ')')
                (depth, bracket) = (depth - 1, true);
            else if (c == ',')
                comma = true;
            else if (IsDashAt(text, at, limit, out var behind) && depth == 0)
                return IsDateline(text, at, behind, capitals, bracket, comma, isHead) ? behind : -1;
            else if (c is '\n' or '"' or '“' or ':' or ';' or '?' or '!')
                return -1;
            else if (char.IsLower(c) && (at == 0 || !char.IsLetter(text[at - 1])) && !IsSmallWord(text, at))
                return -1;
        }
        return -1;
    }

    static bool IsDateline(string text, int dash, int behind, bool capitals, bool bracket, bool comma, bool isHead)
    {
        var agency = bracket && text.AsSpan(0, dash).TrimEnd()[^1] == ')';
        var next = behind;
        while (next < text.Length && text[next] == ' ')
            next++;
        if (next >= text.Length || text[next] == '\n')
            return false;
        return agency || capitals && (comma || isHead && text[dash] is '—' or '-' && char.IsUpper(text[next]));
    }

    static bool IsDashAt(string text, int at, int limit, out int behind)
    {
        behind = at + 1;
        if (text[at] is '—' or '–')
            return at > 0 && (text[at - 1] is ' ' or ')' || text[at] == '—');
        if (text[at] != '-' || at == 0)
            return false;
        while (behind < limit && text[behind] == '-')
            behind++;
        var spaced = text[at - 1] is ' ' or ')' && behind < text.Length && text[behind] == ' ';
        return behind - at == 2 || behind - at == 1 && spaced && text[at - 1] is ' ' or ')';
    }

    /// <summary>"of", "and", "de", "al" and the like inside a place's name.</summary>
    static bool IsSmallWord(string text, int at)
    {
        var end = at;
        while (end < text.Length && end - at < 4 && char.IsLetter(text[end]))
            end++;
        return text.AsSpan(at, end - at) is "of" or "and" or "de" or "al" or "el" or "la" or "in" or "near" or "on" or "the";
    }
}
