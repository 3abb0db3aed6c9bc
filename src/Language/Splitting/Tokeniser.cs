using System.Buffers;
using static Tocsin.Language.Splitting.Characters;

namespace Tocsin.Language.Splitting;

/// <summary>
/// Cuts a stretch without white space into words in the manner of the English treebanks of Universal Dependencies:
/// punctuation and hyphens stand alone, contractions are two words, numbers, addresses and acronyms one.
/// </summary>
/// <remarks>
/// Looks a bounded number of characters beyond the stretch, so that a text costs time in proportion to its length as
/// long as the stretches given are bounded.
/// </remarks>
sealed class Tokeniser
{
    readonly List<Piece> pieces = [];
    string text = "";
    int end;

    /// <summary>Cuts <paramref name="text"/> from <paramref name="start"/> to <paramref name="stop"/>; the list is
    /// reused by the next call.</summary>
    public List<Piece> Cut(string text, int start, int stop)
    {
        pieces.Clear();
        this.text = text;
        end = stop;
        var at = start;
        while (at < stop)
            at = Next(at);
        return pieces;
    }

    int Next(int at)
    {
        var c = text[at];
        var first = WordLength(text, at, end);
        if (first > 0)
            return Word(at);
        if (c is '.' && IsDigit(text, at + 1) && at + 1 < end && (at == 0 || !char.IsLetterOrDigit(text[at - 1])))
            return Word(at);
        if (c is '+' && IsDigit(text, at + 1) && pieces.Count == 0 && at + 1 < end)
            return Word(at + 1, at);
        if (c is '@' && at + 1 < end && WordLength(text, at + 1, end) > 0
            || c is '#' && at + 1 < end && IsLetter(text, at + 1))
        {
            return Word(at + 1, at);
        }
        return Punctuation(at, c);
    }

    int Punctuation(int at, char c)
    {
        switch (c)
        {
            case '.':
            case '…':
                var dots = at + 1;
                while (dots < end && text[dots] is '.' or '…')
                    dots++;
                return Add(at, dots, Role.Word, dots - at > 1 || c == '…' ? Ending.Ellipsis : Ending.Stop);
            case '?' or '!' or '‽':
                var marks = at + 1;
                while (marks < end && text[marks] is '?' or '!' or '‽')
                    marks++;
                return Add(at, marks, Role.Word, Ending.Stop);
            case '。' or '！' or '？' or '।' or '؟' or '۔':
                return Add(at, at + 1, Role.Word, Ending.Stop);
            case '(' or '[' or '{' or '“' or '„' or '«' or '‹' or '¿' or '¡' or '‚' or '‘':
                return Smiley(at) ?? Add(at, Doubled(at, c, '‘'), Role.Opener);
            case ')' or ']' or '}' or '”' or '»' or '›' or '’' or '‟':
                return c == '’' && Decade(at) is { } decade ? decade : Add(at, Doubled(at, c, '’'), Role.Closer);
            case '"' or '″':
                return Add(at, at + 1, Role.Quote);
            case '\'' or '`' or '´':
                if (Decade(at) is { } years)
                    return years;
                return Add(at, at + 1 < end && text[at + 1] == c ? at + 2 : at + 1, Role.Quote);
            case ',' or ';' or ':' or '،' or '、' or '，':
                return Smiley(at) ?? Add(at, at + 1, Role.Middle);
            default:
                if (IsHyphen(c) || IsDash(c))
                    return Add(at, RunEnd(at, c), Role.Dash);
                if (c is '*' or '=' or '_' or '~' or '<' or '>' or '|' or '+' or '#')
                    return Add(at, RunEnd(at, c), Role.Symbol);
                return Add(at, PictographEnd(text, at, end), Role.Symbol);
        }
    }

    int Add(int start, int stop, Role role, Ending ending = Ending.None)
    {
        pieces.Add(new Piece(start, stop, role, ending));
        return stop;
    }

    int RunEnd(int at, char c)
    {
        while (at < end && text[at] == c)
            at++;
        return at;
    }

    int Doubled(int at, char c, char only) => c == only && at + 1 < end && text[at + 1] == c ? at + 2 : at + 1;

    /// <summary>":)" and its kin where they are the whole stretch.</summary>
    int? Smiley(int at)
    {
        if (pieces.Count > 0 || end - at is < 2 or > 3 || text[at] is not (':' or ';'))
            return null;
        return text[end - 1] is ')' or '(' or 'D' or 'P' && (end - at == 2 || text[at + 1] == '-')
            ? Add(at, end, Role.Symbol)
            : null;
    }

    /// <summary>'90s, ’14: the apostrophe belongs to the number.</summary>
    int? Decade(int at)
    {
        if (at + 2 >= end || !IsDigit(text, at + 1) || !IsDigit(text, at + 2) || at > 0 && char.IsLetterOrDigit(text[at - 1]))
            return null;
        var stop = at + 3;
        if (stop < end && text[stop] == 's')
            stop++;
        return stop < end && WordLength(text, stop, end) > 0 ? null : Add(at, stop, Role.Word);
    }

    /// <summary>A word, number or address that starts here.</summary>
    int Word(int at, int from = -1)
    {
        var start = from < 0 ? at : from;
        var address = AddressEnd(at);
        if (address > at)
            return Add(start, address, Role.Word);
        var stop = WordEnd(at);
        if (stop < end && text[stop] == '$' && stop - start is 2 or 1 && IsDigit(text, stop + 1) && stop + 1 < end
            && char.IsAsciiLetterUpper(text[start]))
        {
            return Add(start, stop + 1, Role.Word);
        }
        if (stop < end && text[stop] == '.' && (stop + 1 >= end || text[stop + 1] != '.'))
        {
            var ending = Abbreviations.Of(text, start, stop, pieces);
            if (ending != Ending.None)
            {
                if (IsAsciiDigit(text[start]))
                    SplitNumber(start, stop + 1, ending);
                else
                    Add(start, stop + 1, Role.Word, ending);
                return stop + 1;
            }
        }
        if (IsAsciiDigit(text[start]))
            SplitNumber(start, stop, Ending.None);
        else
            SplitContraction(start, stop);
        return stop;
    }

    int WordEnd(int at)
    {
        var segment = at;
        var next = at;
        while (next < end)
        {
            var length = WordLength(text, next, end);
            if (length > 0)
            {
                next += length;
                continue;
            }
            if (next + 1 >= end || !Joins(at, segment, next))
                break;
            next++;
            segment = next;
        }
        return next;
    }

    /// <summary>Whether the character at <paramref name="next"/> holds the word together.</summary>
    bool Joins(int start, int segment, int next)
    {
        var c = text[next];
        var follows = WordLength(text, next + 1, end) > 0;
        if (!follows || next == start && c != '.')
            return false;
        var digits = next > start && IsAsciiDigit(text[next - 1]) && IsDigit(text, next + 1);
        switch (c)
        {
            case '.':
                if (digits || next == start)
                    return true;
                return next - segment == 1 && char.IsLetter(text[segment])
                    ? !IsLongSegment(next + 1) || char.IsLower(text[next + 1])
                    : !char.IsUpper(text[next + 1]) && !IsAsciiDigit(text[next - 1])
                        || text.AsSpan(segment, next - segment) is "Ph";
            case ',':
                return digits && IsThousands(next + 1);
            case ':':
                return digits;
            case '/':
                return digits && IsAsciiDigit(text[start])
                    || next - start == 1 && char.IsLetter(text[start]) && !IsLongSegment(next + 1);
            case '&':
                return next - start <= 4 && char.IsUpper(text[next - 1]) && char.IsUpper(text[next + 1]);
            case '_':
                return true;
            default:
                if (IsApostrophe(c))
                    return c is not ('‘' or '´');
                return IsHyphen(c) && HyphenJoins(start, next);
        }
    }

    bool HyphenJoins(int start, int hyphen)
    {
        if (IsLetter(text, hyphen + 1))
        {
            return WordLists.IsPrefix(text.AsSpan(start, hyphen - start));
        }
        if (!IsDigit(text, hyphen + 1))
            return false;
        if (WordLists.IsPrefix(text.AsSpan(start, hyphen - start)) && hyphen - start > 1)
            return true;
        // A telephone number or a date, not a range: three groups of digits, or 3-4 of them.
        var groups = 1;
        var sizes = 0;
        var at = hyphen;
        while (at < end && IsHyphen(text[at]) && IsDigit(text, at + 1) && at - hyphen < 24)
        {
            var group = at + 1;
            at = group;
            while (at < end && IsAsciiDigit(text[at]))
                at++;
            groups++;
            sizes = at - group;
        }
        var before = hyphen - start;
        for (var i = start; i < hyphen; i++)
        {
            if (!IsAsciiDigit(text[i]) && !IsHyphen(text[i]))
                return false;
            if (IsHyphen(text[i]))
                return true;
        }
        return groups >= 3 || before == 3 && sizes == 4;
    }

    /// <summary>More than one word character before the next that is none.</summary>
    bool IsLongSegment(int at)
    {
        var next = at + WordLength(text, at, end);
        return next < end && WordLength(text, next, end) > 0;
    }

    bool IsThousands(int at) => at + 3 <= end && IsDigit(text, at + 1) && IsDigit(text, at + 2)
        && (at + 3 >= end || !IsDigit(text, at + 3));

    /// <summary>End of the web or mail address that starts here, or <paramref name="at"/>.</summary>
    int AddressEnd(int at)
    {
        var rest = text.AsSpan(at, end - at);
        var colon = rest.IndexOf("://");
        var isAddress = rest.StartsWith("www.", StringComparison.OrdinalIgnoreCase) && rest.Length > 4
            || colon is > 1 and < 10 && !rest[..colon].ContainsAnyExcept(Letters);
        if (isAddress)
            return at + Trimmed(rest, rest.IndexOfAny('<', '>', '"'));
        var host = rest.IndexOfAnyExcept(HostCharacters);
        var mail = host < 0 ? rest : rest[..host];
        var sign = mail.IndexOf('@');
        if (sign > 0 && mail[(sign + 1)..].Contains('.'))
            return at + Trimmed(mail, -1);
        var name = sign < 0 ? mail : mail[..sign];
        name = name[..Trimmed(name, -1)];
        var dot = name.LastIndexOf('.');
        if (dot <= 0 || dot + 1 >= name.Length || !WordLists.IsDomain(name[(dot + 1)..])
            || !char.IsLower(name[^1]) || char.IsUpper(name[dot + 1]) || !char.IsAsciiLetterOrDigit(name[0]))
        {
            return at;
        }
        var path = name.Length < rest.Length && rest[name.Length] == '/' && name.Length + 1 < rest.Length;
        return at + (path ? Trimmed(rest, rest.IndexOfAny('<', '>', '"')) : name.Length);
    }

    static int Trimmed(ReadOnlySpan<char> address, int stop)
    {
        var length = stop < 0 ? address.Length : stop;
        while (length > 1 && address[length - 1] is '.' or ',' or ';' or ':' or '!' or '?' or ')' or ']' or '}' or '\''
               or '"' or '”' or '’' or '»' or '-' or '_' or '…')
        {
            length--;
        }
        return length;
    }

    static readonly SearchValues<char> Letters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");

    static readonly SearchValues<char> HostCharacters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-_@+");

    /// <summary>5pm and 3bn are two words; 20th, 1990s and 4A one.</summary>
    void SplitNumber(int start, int stop, Ending ending)
    {
        var tail = start;
        while (tail < stop && (IsAsciiDigit(text[tail]) || text[tail] is '.' or ',' or ':'))
            tail++;
        if (tail < stop && tail > start && WordLists.IsUnit(text.AsSpan(tail, stop - tail)))
        {
            Add(start, tail, Role.Word);
            Add(tail, stop, Role.Word, ending);
        }
        else if (ending == Ending.None)
        {
            SplitContraction(start, stop);
        }
        else
        {
            Add(start, stop, Role.Word, ending);
        }
    }

    void SplitContraction(int start, int stop)
    {
        var cut = CliticAt(start, stop);
        if (cut <= start)
        {
            var fused = WordLists.FusedAt(text.AsSpan(start, stop - start));
            if (fused == 0)
            {
                Add(start, stop, Role.Word);
                return;
            }
            cut = start + fused;
        }
        SplitContraction(start, cut);
        Add(cut, stop, Role.Word);
    }

    /// <summary>Where the last clitic of the word starts, −1 where it has none.</summary>
    int CliticAt(int start, int stop)
    {
        var length = stop - start;
        if (length >= 4 && char.ToLowerInvariant(text[stop - 1]) == 't' && IsApostrophe(text[stop - 2])
            && char.ToLowerInvariant(text[stop - 3]) == 'n')
        {
            return stop - 3;
        }
        if (length >= 3 && IsApostrophe(text[stop - 2]))
        {
            var last = char.ToLowerInvariant(text[stop - 1]);
            var decade = last == 's' && IsAsciiDigit(text[stop - 3]) && IsAsciiDigit(text[start]);
            return last is 's' or 'm' or 'd' && !decade ? stop - 2 : -1;
        }
        if (length >= 4 && IsApostrophe(text[stop - 3]))
        {
            var pair = (char.ToLowerInvariant(text[stop - 2]), char.ToLowerInvariant(text[stop - 1]));
            return pair is ('r', 'e') or ('v', 'e') or ('l', 'l') ? stop - 3 : -1;
        }
        return -1;
    }
}
