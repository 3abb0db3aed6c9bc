using System.Globalization;
using Tocsin.Language;

namespace Tocsin.Coding;

/// <content>Dates by name and number: days, months, years, quarters, decades, centuries, seasons.</content>
public sealed partial class TimeFinder
{
    /// <summary>"2014-03-18", "18.03.2014", "03/18/2014", "13/05/22", with "T08:15Z" after the first.</summary>
    Match? NumericDate(int piece)
    {
        var text = document.Text;
        var start = pieces[piece].Start;
        if (Word(piece) is "9" && Is(piece + 1, "/") && Word(piece + 2) is "11" && !Is(piece + 3, "/"))
            return Date(piece, piece + 3, CalendarSpan.Day(new DateOnly(2001, 9, 11)));
        if (!char.IsAsciiDigit(text[start])
            || (start > 0 && (char.IsAsciiLetterOrDigit(text[start - 1]) || text[start - 1] is '.' or '/' or '-')))
            return null;
        Span<int> numbers = stackalloc int[3];
        Span<int> lengths = stackalloc int[3];
        var at = start;
        var mark = '\0';
        for (var part = 0; part < 3; part++)
        {
            if (part > 0)
            {
                if (at >= text.Length || text[at] is not ('-' or '/' or '.') || (part == 2 && text[at] != mark))
                    return null;
                mark = text[at++];
            }
            var digits = at;
            while (at < text.Length && char.IsAsciiDigit(text[at]) && at - digits < 5)
                numbers[part] = (numbers[part] * 10) + (text[at++] - '0');
            lengths[part] = at - digits;
            if (lengths[part] is 0 or 3 or 5)
                return null;
        }
        var clock = "";
        if (at + 5 < text.Length && text[at] == 'T' && char.IsAsciiDigit(text[at + 1]))
        {
            var from = at++;
            while (at < text.Length && (char.IsAsciiDigit(text[at]) || text[at] is ':' or '+' or '-' or 'Z'))
                at++;
            clock = text[from..at];
        }
        else if (at < text.Length && (char.IsAsciiLetterOrDigit(text[at]) || (text[at] is '-' or '/' && at + 1 < text.Length
            && char.IsAsciiDigit(text[at + 1]))))
        {
            return null;
        }
        var after = piece;
        while (after < pieces.Count && pieces[after].Start < at)
            after++;
        var span = (lengths[0], lengths[1], lengths[2]) switch
        {
            (4, <= 2, <= 2) => Valid(numbers[0], numbers[1], numbers[2]),
            ( <= 2, <= 2, 4) when mark != '-' => DayFirst(numbers[2], numbers[1], numbers[0], mark == '.'),
            ( <= 2, <= 2, 2) when mark == '/' || (mark == '.' && numbers[0] > 0 && numbers[1] > 0) =>
                DayFirst(FullYear(numbers[2]), numbers[1], numbers[0], mark == '.'),
            _ => null,
        };
        return span is not { } known ? null : clock.Length == 0 ? Date(piece, after, known)
            : new Match(piece, after, Events.TimeExpressionType.Time, known with { Value = known.Value + clock });
    }

    static CalendarSpan? Valid(int year, int month, int day) =>
        year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? CalendarSpan.Day(new DateOnly(year, month, day)) : null;

    CalendarSpan? DayFirst(int year, int month, int day, bool isDotted) => month > 12 ? Valid(year, day, month)
        : day > 12 || isDotted || !IsAmerican() ? Valid(year, month, day) : Valid(year, day, month);

    /// <summary>
    /// Whether "4/7/2021" is the seventh of April here: another date of the text can be read so only, or it names a
    /// state or the country.
    /// </summary>
    bool IsAmerican()
    {
        if (isStyleKnown)
            return isAmerican;
        isStyleKnown = true;
        isAmerican = false;
        var named = false;
        for (var token = 0; token < document.TokenCount; token++)
        {
            var form = document.Form(token);
            named |= TimeWords.IsAmerican(form);
            var slash = form.IndexOf('/');
            if (slash is not (1 or 2) || form.LastIndexOf('/') == slash
                || !int.TryParse(form[..slash], NumberStyles.None, CultureInfo.InvariantCulture, out var one)
                || !int.TryParse(form[(slash + 1)..form.LastIndexOf('/')], NumberStyles.None, CultureInfo.InvariantCulture, out var two))
                continue;
            if (one > 12 != two > 12)
                return isAmerican = two > 12;
        }
        return isAmerican = named;
    }

    /// <summary>"18 March 2014", "the 18th of March", and the first days of "10, 11 and 12 November", "3-5 June".</summary>
    Match? DayMonth(int piece)
    {
        var at = Is(piece, "the") ? piece + 1 : piece;
        var day = DayAt(at);
        if (day == 0)
            return null;
        at++;
        var month = MonthAfterDay(at, out var monthAt);
        if (month == 0 && at == piece + 1 && IsDash(piece - 1) && DayAt(piece - 2) > 0 && TimeWords.Month(Word(piece - 3)) is var ranged and > 0)
        {
            var (rangedYear, rangedEnd) = YearAfter(at);
            return DayOf(ranged, day, rangedYear, piece) is { } second ? Date(piece, rangedYear == 0 ? at : rangedEnd, second) : null;
        }
        if (month == 0)
        {
            // "11-12 May": the month stands after the last of the days.
            var look = at;
            for (var more = 0; more < 6 && IsAny(look, "-", "–", "to", "and", ",", "or", "&"); more++)
            {
                look += Is(look, ",") && IsAny(look + 1, "and", "or") ? 2 : 1;
                if (Is(look, "the"))
                    look++;
                if (DayAt(look) == 0)
                    return null;
                look++;
                month = MonthAfterDay(look, out monthAt);
                if (month == 0)
                    continue;
                var (sharedYear, _) = YearAfter(monthAt + 1);
                return DayOf(month, day, sharedYear, piece) is { } early ? Date(piece, at, early) : null;
            }
            return null;
        }
        var (year, after) = YearAfter(monthAt + 1);
        // "The 1 October call": the article is the call's.
        var first = at > piece + 1 && Is(piece, "the") && Word(piece + 1) is [>= '0' and <= '9'] or [>= '0' and <= '9', >= '0' and <= '9'] ? piece + 1 : piece;
        return DayOf(month, day, year, piece) is not { } span ? null : year == -1
            ? new Match(first, after, Events.TimeExpressionType.Set, span) : Date(first, year == 0 ? monthAt + 1 : after, span);
    }

    int MonthAfterDay(int piece, out int at)
    {
        at = Is(piece, "of") ? piece + 1 : IsHyphen(piece) && TimeWords.Month(Word(piece + 1)) > 0 ? piece + 1 : piece;
        return IsCapital(at) ? TimeWords.Month(Word(at)) : 0;
    }

    /// <summary>"March 18, 2014", "March 18th", "March 2014", "March"; "May 11-12".</summary>
    Match? MonthDay(int piece)
    {
        var month = IsCapital(piece) ? TimeWords.Month(Word(piece)) : 0;
        if (month == 0)
            return null;
        var at = Is(piece + 1, "the") ? piece + 2 : piece + 1;
        var day = DayAt(at);
        if (day > 0 && (at == piece + 1 || char.IsAsciiDigit(Word(at)[0])) && !IsAny(at + 1, "percent", "%", ":", "a.m.", "p.m.", "am", "pm") && !(Word(at)[0] > '9' && Numbers.Ordinal(Word(at)) == 0))
        {
            var (year, after) = YearAfter(at + 1);
            if (year == 0)
            {
                after = at + 1;
                // "May 11-12, 2020": the year stands after the last of the days.
                if (IsAny(at + 1, "-", "–", "to", "and", ",") && DayAt(at + 2) > 0)
                    (year, _) = YearAfter(at + 3);
            }
            return IsAttack(month, day, after) ? Date(piece, after, CalendarSpan.Day(new DateOnly(2001, 9, 11)))
                : DayOf(month, day, year, piece) is { } span ? Date(piece, after, span) : null;
        }
        var (known, end) = YearAfter(piece + 1);
        if (known != 0)
            return Date(piece, end, MonthOf(month, known, piece));
        if (month is 3 or 5 or 8 or 4 or 6 ? !IsAsked(piece) : !IsName(piece))
            return null;
        // "Between May and July 2016", "June and July 2020".
        if (IsAny(piece + 1, "and", "to", "-", "–", "or", "until", "through") && TimeWords.Month(Word(piece + 2)) > 0
            && YearAfter(piece + 3) is { Year: > 0 } shared)
            return Date(piece, piece + 1, MonthOf(month, shared.Year, piece));
        return Date(piece, piece + 1, MonthOf(month, 0, piece));
    }

    /// <summary>The attacks of 2001 go by their day.</summary>
    bool IsAttack(int month, int day, int after) => month == 9 && day == 11
        && IsAny(after, "attack", "attacks", "terrorist", "terror", "hijackers", "hijackings", "commission", "era", "plot", "victims");

    /// <summary>
    /// "May", "March", "August", "April" and "June" are also a verb, a walk, a name: they need a word that asks for a time.
    /// </summary>
    bool IsAsked(int piece) => (piece == 0 && piece + 1 < pieces.Count && document.Upos[pieces[piece + 1].Token] is Upos.Verb or Upos.Aux)
        || IsAny(piece - 1, "in", "since", "until", "till", "by", "from", "last", "next", "this", "of", "through", "early", "late", "during",
            "and", "to", "before", "after", "every", "each", "between", "mid", "-", "–", "for", "as", "throughout", "that")
        || TimeWords.Month(Word(piece - 1)) > 0 || (Is(piece - 1, ",") && TimeWords.Month(Word(piece - 2)) > 0) || IsAny(piece + 1, "last", "this", "'s")
        || (piece + 1 == pieces.Count - 1 && TimeWords.Month(Word(piece)) is 4 or 6 or 8);

    /// <summary>"Tuesday", "Tuesday, March 18", "Tuesday the 14th", "Wednesday last week", "Monday week".</summary>
    Match? Weekday(int piece)
    {
        var weekday = TimeWords.Weekday(Word(piece));
        if (weekday == 0 || (!IsCapital(piece) && Word(piece).Length < 6))
            return null;
        var at = piece + 1;
        if (Word(piece).Length < 6 && document.Upos[pieces[piece].Token] is not (Upos.Propn or Upos.Noun))
            return null;
        if (Is(at, ".") && pieces.IsGlued(at) && Word(piece).Length < 6)
            at++;
        var date = Is(at, ",") ? at + 1 : at;
        if ((DayMonth(date) ?? (TimeWords.Month(Word(date)) > 0 ? MonthDay(date) : null)) is { } dated && IsDay(dated.Span))
            return dated with { First = piece };
        if (Is(at, "the") && DayOfMonth(at) is { } numbered)
            return numbered with { First = piece };
        var of = Is(at, "of") ? at + 1 : at;
        if (IsAny(of, "last", "this", "next", "the", "that") && Shifted(of) is { Span: { From: { } monday } week } && week.Value.Contains('W')
            && !week.Value.EndsWith("-WE", StringComparison.Ordinal) && Shifted(of) is { } named)
            return CalendarSpan.Shift(monday, TimeUnit.Day, weekday - 1) is { } told ? Date(piece, named.End, CalendarSpan.Day(told)) : null;
        if (Is(at, "week") && today is { } now)
        {
            var ahead = (weekday - CalendarSpan.IsoDay(now) + 6) % 7 + 1;
            return Date(piece, at + 1, FromToday(ahead + 7));
        }
        if (TimeWords.IsPlural(Word(piece)) && Word(piece).EndsWith("days", StringComparison.OrdinalIgnoreCase))
            return null;
        return Date(piece, at > piece + 1 ? at : piece + 1, WeekdayOf(weekday, piece));
    }

    /// <summary>"The 24th" after a preposition: of this month or the one that the tense asks for; "the 3rd of next month".</summary>
    Match? DayOfMonth(int piece)
    {
        if (!Is(piece, "the") || Word(piece + 1) is not [>= '0' and <= '9', ..] || Numbers.Ordinal(Word(piece + 1)) is not (>= 1 and <= 31) || today is not { } now)
            return null;
        var day = Numbers.Ordinal(Word(piece + 1));
        if (Is(piece + 2, "of") && IsAny(piece + 3, "this", "next", "last", "the", "that") && Shifted(piece + 3) is { Span: { Value.Length: 7, From: { } first } } month)
            return Valid(first.Year, first.Month, day) is { } told ? Date(piece, month.End, told) : null;
        var token = piece + 2 < pieces.Count ? pieces[piece + 2].Token : -1;
        if (!(IsAny(piece - 1, "on", "by", "until", "since", "from", "before", "after", "to", "of") || TimeWords.Weekday(Word(piece - 1)) > 0)
            || (token >= 0 && document.Heads[pieces[piece + 1].Token] >= token && document.Deprels[pieces[piece + 1].Token] is Deprel.Amod or Deprel.Nummod) || Is(piece + 2, "of"))
            return null;
        var anchor = namedDay ?? now;
        var nearest = anchor;
        if (anchor != now && mentions.Count > 0)
        {
            // After a day that was named, the next day of that number.
            if (day < anchor.Day && CalendarSpan.Shift(anchor, TimeUnit.Month, 1) is { } next)
                nearest = next;
        }
        else
        {
            var step = IsAhead(piece) ? (day < now.Day ? 1 : 0) : day > now.Day ? -1 : 0;
            nearest = CalendarSpan.Shift(now, TimeUnit.Month, step) ?? now;
        }
        return Valid(nearest.Year, nearest.Month, day) is { } span ? Date(piece, piece + 2, span) : null;
    }

    /// <summary>"2014", "1998-99", "the year 2014", "'68", "44 BC", "AD 64".</summary>
    Match? Year(int piece)
    {
        if (Is(piece, "the") && Is(piece + 1, "year") && YearAt(piece + 2) is var told and > 0)
            return Date(piece, piece + 3, CalendarSpan.Year(told));
        if (IsAny(piece, "AD", "A.D.", "CE") && int.TryParse(Word(piece + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var after) && after is > 0 and < 3000)
            return Date(piece, piece + 2, CalendarSpan.Open(after.ToString("0000", CultureInfo.InvariantCulture)));
        if (int.TryParse(Word(piece), NumberStyles.None, CultureInfo.InvariantCulture, out var before) && before is > 0 and < 10_000
            && IsAny(piece + 1, "BC", "B.C.", "BCE", "B.C.E."))
            return Date(piece, piece + 2, CalendarSpan.Open("BC" + before.ToString("0000", CultureInfo.InvariantCulture)));
        if (ShortYear(piece) is { Year: > 0 } two)
            return IsAny(piece - 1, "in", "of", "since", "until", "by", "from", "to", "after", "before", "and", "during", "through")
                ? Date(piece, two.End, CalendarSpan.Year(two.Year)) : null;
        if (Word(piece) is [_, _] && IsDash(piece - 1) | Is(piece - 1, "/") && YearAt(piece - 2) is var first and > 0 && pieces.IsGlued(piece)
            && int.TryParse(Word(piece), NumberStyles.None, CultureInfo.InvariantCulture, out var last) && (first / 100 * 100) + last is var end && end > first
            && end - first < 60)
            return Date(piece, piece + 1, CalendarSpan.Year(end));
        var year = YearAt(piece);
        return year == 0 || !IsYear(piece, year) ? null : Date(piece, piece + 1, CalendarSpan.Year(year));
    }

    /// <summary>Four figures that count or number nothing.</summary>
    bool IsYear(int piece, int year)
    {
        if (IsAny(piece + 1, "%", "percent", "GMT", "UTC", "hours", "hrs", "per", "°")
            || IsAny(piece - 1, "cell", "Cell", "lot", "Route", "route", "type", "Type", "Model", "model", "Windows", "ratio", "scale", "Highway", "Agenda", "Vision", "Expo", "Euro", ":", "/", "$", "€", "£", "No.", "Resolution", "Article", "Room", "room", "Flight", "Channel", "Unit", "unit", "Act",
                "Regulation", "Directive", "number", "Number", "page", "Section", "Brigade", "#", "Rs", "US$", "BC", ".", "about", "some", "nearly", "least", "than"))
            return false;
        if (Word(piece - 1) is ['"' or '“' or '‘' or '\''] && Word(piece + 1) is ['"' or '”' or '’' or '\''])
            return false;
        // "30 February 2023" is no day, and the year is not meant either.
        if (TimeWords.Month(Word(piece - 1)) > 0 && int.TryParse(Word(piece - 2), NumberStyles.None, CultureInfo.InvariantCulture, out var day) && day is > 0 and < 100)
            return false;
        if (IsHyphen(piece + 1) && IsHyphen(piece + 3) && Word(piece + 2) is [>= '0' and <= '9', ..])
            return false;
        var token = pieces[piece].Token;
        // "1,998 men" has a comma; "2014 men were" is read by what the tree hangs it under.
        var head = document.Heads[token];
        var counts = document.Deprels[token] == Deprel.Nummod && head > token && document.Xpos(head) is "NNS" or "NNPS";
        counts |= piece + 1 < pieces.Count && document.Xpos(pieces[piece + 1].Token) == "NNS" && document.Upos[token] == Upos.Num;
        if (counts && !IsAny(piece - 1, "the", "in", "of", "'s", "a", "-", "–") && !(piece + 1 < pieces.Count && IsHyphen(piece + 1)))
            return false;
        return year is >= 1800 and <= 2100 || IsAny(piece - 1, "in", "since", "until", "by", "from", "to", "of", "before", "after", "between", "and", "-", "–", "year");
    }

    /// <summary>"The 1990s", "the '90s", "1980s", "the nineties".</summary>
    Match? Decade(int piece)
    {
        var the = Is(piece, "the");
        var at = the ? piece + 1 : piece;
        var word = Word(at);
        var short2 = at;
        if (word is "'" or "’" or "‘")
            word = Word(++short2);
        else if (word.Length == 4 && word[0] is '\'' or '’' or '‘')
            word = word[1..];
        if (word.Length == 5 && word[4] == 's' && word[3] == '0' && int.TryParse(word[..4], NumberStyles.None,
            CultureInfo.InvariantCulture, out var decade) && decade is >= 1000 and < 2200)
            return Date(piece, at + 1, CalendarSpan.Decade(decade));
        var isFigure = word.Length == 3 && word[2] == 's' && word[1] == '0' && char.IsAsciiDigit(word[0]);
        if (!the && short2 == at && !(isFigure && Word(at)[0] is '\'' or '’') && !IsAny(piece - 1, "early", "late", "mid", "-"))
            return null;
        if (isFigure)
            return IsAged(piece) ? null : Date(piece, short2 + 1, CalendarSpan.Decade(FullYear((word[0] - '0') * 10)));
        var tens = TimeWords.Tens(word);
        return tens == 0 || IsAged(piece) ? null : Date(piece, short2 + 1, CalendarSpan.Decade(FullYear(tens)));
    }

    /// <summary>"In his 80s", "temperatures in the 80s".</summary>
    bool IsAged(int piece) => IsAny(piece - 1, "his", "her", "their", "my", "our", "your")
        || (IsAny(piece - 1, "early", "late", "mid") && IsAny(piece - 2, "his", "her", "their", "my", "our", "your"))
        || (Is(piece - 1, "in") && IsAny(piece - 2, "temperatures", "temperature", "degrees", "highs", "lows"));

    /// <summary>"The 20th century", "the sixteenth century".</summary>
    Match? Century(int piece)
    {
        var at = Is(piece, "the") ? piece + 1 : piece;
        var number = Numbers.Ordinal(Word(at));
        if (Is(at, "twenty") && IsHyphen(at + 1) && Is(at + 2, "first"))
            (number, at) = (21, at + 2);
        if (IsHyphen(at + 1) && number > 0)
            at++;
        return number is > 0 and <= 22 && Is(at + 1, "century")
            ? Date(piece, at + 2, CalendarSpan.Century(number)) : null;
    }

    /// <summary>"Fiscal 2023", "fiscal year 2021", "FY23", "FY2022".</summary>
    Match? Fiscal(int piece)
    {
        var at = Is(piece, "the") ? piece + 1 : piece;
        if (IsAny(at, "fiscal", "financial"))
        {
            at += Is(at + 1, "year") ? 2 : 1;
            return YearAt(at) is var year and > 0 ? Of(year, at + 1) : null;
        }
        var word = Word(piece);
        if (Is(piece, "FY"))
            return YearAt(piece + 1) is var told and > 0 ? Of(told, piece + 2) : null;
        return word.Length is 4 or 6 && word.StartsWith("FY", StringComparison.Ordinal)
            && int.TryParse(word[2..], NumberStyles.None, CultureInfo.InvariantCulture, out var figure)
            ? Of(figure < 100 ? FullYear(figure) : figure, piece + 1) : null;

        Match? Of(int year, int end) => year is < 1 or > 9999 ? null : Date(piece, end, CalendarSpan.Year(year) with
        {
            Value = "FY" + year.ToString("0000", CultureInfo.InvariantCulture),
        });
    }

    /// <summary>"The third quarter of 2022", "Q3 2020", "first-quarter", "the second half of the year", "H2 2021".</summary>
    Match? Quarter(int piece)
    {
        if (Word(piece) is ['Q' or 'H', >= '1' and <= '4'] code)
        {
            var (named, after) = YearAfter(piece + 1);
            return named > 0 && (code[0] == 'Q' || code[1] <= '2') ? Date(piece, after, Part(code[0] == 'H', named, code[1] - '0')) : null;
        }
        var at = Is(piece, "the") ? piece + 1 : piece;
        var number = Is(at, "last") && Is(at + 2, "of") ? 9 : Numbers.Ordinal(Word(at));
        if (number is 0 or > 4 and not 9)
            return null;
        at++;
        if (IsHyphen(at))
            at++;
        var isHalf = Is(at, "half");
        if ((!isHalf && !Is(at, "quarter")) || (isHalf && number is > 2 and not 9))
            return null;
        number = number == 9 ? isHalf ? 2 : 4 : number;
        at++;
        var (year, end) = YearAfter(at);
        if (year <= 0 && Is(at, "of"))
        {
            if (Is(at + 1, "the") && Is(at + 2, "year") && today is { } now)
                (year, end) = (now.Year, at + 3);
            else if (isHalf && MonthDay(at + 1) is { Span.Value.Length: 7 } month)
                return month with { First = piece, Span = Halved(month.Span, number) };
            else if (isHalf && (Decade(at + 1) ?? Century(at + 1)) is { } era)
                return era with { First = piece };
            else
                return null;
        }
        if (year > 0)
            return Date(piece, end, Part(isHalf, year, number));
        if (isHalf || today is not { } day)
            return null;
        // The last quarter of that number that has begun, or the next.
        var quarter = (day.Month + 2) / 3;
        return Date(piece, at, Part(false, day.Year + (IsAhead(piece) ? number < quarter ? 1 : 0 : number > quarter ? -1 : 0), number));
    }

    static CalendarSpan Halved(CalendarSpan month, int half) => half == 1
        ? month with { To = month.From?.AddDays(14) } : month with { From = month.From?.AddDays(15) };

    static CalendarSpan Part(bool isHalf, int year, int number) => !isHalf || year is < 1 or > 9999 ? CalendarSpan.Quarter(year, number)
        : new CalendarSpan(string.Create(CultureInfo.InvariantCulture, $"{year:0000}-H{number}"),
            new DateOnly(year, number == 1 ? 1 : 7, 1), number == 1 ? new DateOnly(year, 6, 30) : new DateOnly(year, 12, 31));

    /// <summary>"The winter of 2013", "summer 2014", "the spring", "in spring", "this winter".</summary>
    Match? Season(int piece)
    {
        var the = Is(piece, "the");
        var at = the ? piece + 1 : piece;
        if (TimeWords.Season(Word(at)) is not { } code || !(IsName(at) || the))
            return null;
        var (year, after) = YearAfter(at + 1);
        if (year > 0)
            return Date(piece, after, CalendarSpan.Season(year, code));
        if (IsHyphen(at + 1) || (Is(at, "fall") && !IsAny(piece - 1, "in", "by", "since", "until"))
            || (Is(at, "spring") && !the && !IsAny(piece - 1, "in", "by", "since", "until", "this", "through"))
            || !(IsAny(piece - 1, "in", "by", "during", "since", "until", "through", "throughout", "over", "for", "before", "after", "and")
                || (the && at + 1 < pieces.Count && document.Upos[pieces[at + 1].Token] is Upos.Verb or Upos.Aux)))
            return null;
        return Date(piece, at + 1, SeasonOf(code, IsAhead(piece) ? 1 : -1));
    }

    /// <summary>The last season of that name that has begun (−1), or the next to begin or go on (1).</summary>
    CalendarSpan SeasonOf(string code, int step)
    {
        if (today is not { } now)
            return CalendarSpan.Open("XXXX-" + code);
        for (var year = step < 0 ? now.Year + 1 : now.Year - 1; year is >= 1 and < 9999; year += step)
        {
            var season = CalendarSpan.Season(year, code);
            if (step < 0 ? season.From <= now : season.To >= now)
                return season;
        }
        return CalendarSpan.Open("XXXX-" + code);
    }

    /// <summary>"The weekend": the last that has begun, or the next.</summary>
    Match? Weekend(int piece)
    {
        if (!Is(piece, "the") || !Is(piece + 1, "weekend") || (Is(piece + 2, "of") && Point(piece + 3, withParts: false) is { }))
            return null;
        if (today is not { } now)
            return Date(piece, piece + 2, CalendarSpan.Unknown(TimeUnit.Weekend));
        var back = CalendarSpan.IsoDay(now) >= 6 || IsAhead(piece) ? 0 : -7;
        return Date(piece, piece + 2, CalendarSpan.Shift(now, TimeUnit.Day, back) is { } day
            ? CalendarSpan.Weekend(day) : CalendarSpan.Unknown(TimeUnit.Weekend));
    }
}
