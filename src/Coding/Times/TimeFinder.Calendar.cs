using System.Globalization;
using Tocsin.Events;

namespace Tocsin.Coding;

/// <content>Dates by name and number: days, months, years, decades, clock times.</content>
public sealed partial class TimeFinder
{
    /// <summary>"2014-03-18", "18.03.2014", "03/18/2014", however the tokens cut it.</summary>
    Match? NumericDate(int token)
    {
        var text = document.Text;
        var start = document.Starts[token];
        if (start > 0 && (char.IsAsciiLetterOrDigit(text[start - 1]) || text[start - 1] is '.' or '/' or '-'))
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
        var afterT = at < text.Length && text[at] == 'T';
        if (at < text.Length && !afterT
            && (char.IsAsciiLetterOrDigit(text[at]) || (text[at] is '-' or '/' && at + 1 < text.Length
            && char.IsAsciiDigit(text[at + 1]))))
            return null;
        var last = token;
        while (last < end && document.Ends[last] < at)
            last++;
        if (last >= end)
            return null;
        // In "03/04/2014" the text does not tell whether the day or the month comes first: only the year is sure.
        var span = (lengths[0], lengths[1], lengths[2]) switch
        {
            (4, <= 2, <= 2) => Valid(numbers[0], numbers[1], numbers[2]),
            ( <= 2, <= 2, 4) when mark == '.' => Valid(numbers[2], numbers[1], numbers[0]),
            ( <= 2, <= 2, 4) when numbers[0] > 12 => Valid(numbers[2], numbers[1], numbers[0]),
            ( <= 2, <= 2, 4) when numbers[1] > 12 || numbers[0] == numbers[1] =>
                Valid(numbers[2], numbers[0], numbers[1]),
            ( <= 2, <= 2, 4) when numbers[2] > 0 && numbers[0] > 0 && numbers[1] > 0 =>
                CalendarSpan.Year(numbers[2]) with
                {
                    Value = numbers[2].ToString("0000",
                    CultureInfo.InvariantCulture) + "-XX-XX"
                },
            _ => (CalendarSpan?)null,
        };
        return span is { } known ? Date(token, last + 1, known) : null;

        static CalendarSpan? Valid(int year, int month, int day) =>
            year >= 1 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
                ? CalendarSpan.Day(new DateOnly(year, month, day)) : null;
    }

    /// <summary>"18 March 2014", "the 18th of March", "18-20 March".</summary>
    Match? DayMonth(int token)
    {
        var at = token;
        if (Is(at, "the"))
            at++;
        var day = DayAt(at);
        if (day == 0)
            return null;
        at++;
        if (Is(at, "of"))
            at++;
        var month = TimeWords.Month(Word(at));
        if (month == 0 || (at == token + 1 && Is(at, "may") && !IsName(at)))
            return null;
        at++;
        if (Is(at, ",") && YearAt(at + 1) > 0)
            at++;
        var year = YearAt(at);
        if (year > 0)
            at++;
        return DayOf(month, day, year, token) is { } span ? Date(token, at, span) : null;
    }

    bool IsName(int token) => document.Upos[token] is Language.Upos.Propn or Language.Upos.Noun;

    /// <summary>"March 18, 2014", "March 18th", "March 2014", "March".</summary>
    Match? Month(int token)
    {
        var month = TimeWords.Month(Word(token));
        if (month == 0 || !char.IsUpper(Word(token)[0]))
            return null;
        var at = token + 1;
        var day = DayAt(at);
        if (day > 0 && !Is(at + 1, "percent") && !Is(at + 1, "%") && !Is(at + 1, ":") && YearAt(at) == 0)
        {
            at++;
            var year = 0;
            if (YearAt(at) is var plain and > 0)
                (year, at) = (plain, at + 1);
            else if (Is(at, ",") && YearAt(at + 1) is var after and > 0)
                (year, at) = (after, at + 2);
            if (DayOf(month, day, year, token) is not { } span)
                return null;
            return Date(token, at, span);
        }
        if (YearAt(at) is var known and > 0)
            return Date(token, at + 1, MonthOf(month, known, token));
        if (IsAny(at, ",", "of") && YearAt(at + 1) is var later and > 0)
            return Date(token, at + 2, MonthOf(month, later, token));
        return IsName(token) && (month is not (3 or 5 or 8) || Prepared(token) || token + 1 == end)
            ? Date(token, token + 1, MonthOf(month, 0, token)) : null;
    }

    /// <summary>
    /// "May" and "March" are also a verb, a name, a walk: they need a word before them that asks for a time.
    /// </summary>
    bool Prepared(int token) => token > 0 && document.Form(token - 1) is var before
        && (TimeWords.Month(before) > 0
        || before is "in" or "In" or "since" or "Since" or "until" or "by" or "By" or "from"
            or "last" or "next" or "this" or "of" or "through" or "early" or "late" or "during" or "and" or "to"
            or "before");

    /// <summary>"Tuesday", "Tuesday, March 18", "Tuesday morning".</summary>
    Match? Weekday(int token)
    {
        var weekday = TimeWords.Weekday(Word(token));
        if (weekday == 0 || !char.IsUpper(Word(token)[0]))
            return null;
        var at = token + 1;
        if (TimeWords.PartOfDay(Word(at)) is { } part)
            return OnPart(token, at + 1, WeekdayOf(weekday, token), part);
        if (Is(at, ","))
            at++;
        if (at < end && Month(at) is { Span.From: { } from } later && from == later.Span.To)
            return later with { First = token };
        if (at < end && DayMonth(at) is { } dayFirst)
            return dayFirst with { First = token };
        return document.Xpos(token) is "NNPS" or "NNS" && TimeWords.IsPlural(Word(token)) ? null
            : Date(token, token + 1, WeekdayOf(weekday, token));
    }

    static Match OnPart(int first, int end, CalendarSpan day, string part) =>
        new(first, end, TimeExpressionType.Time, day with { Value = day.Value + part });

    /// <summary>
    /// "14:30", "8 p.m.", "8:15 a.m. Tuesday", "noon"; the day is the one named with it, else of publication.
    /// </summary>
    Match? Clock(int token)
    {
        var at = token;
        int hour;
        var minute = 0;
        if (IsAny(token, "noon", "midday"))
            (hour, at) = (12, token + 1);
        else if (Is(token, "midnight"))
            (hour, at) = (24, token + 1);
        else if (!ReadClock(token, out hour, out minute, out at))
            return null;
        var day = today is { } now ? CalendarSpan.Day(now) : CalendarSpan.Unknown(TimeUnit.Day);
        if (at < end
            && (Weekday(at) ?? (Is(at, "yesterday") || Is(at, "today") || Is(at, "tomorrow") ? Deictic(at) : null))
            is { Type: TimeExpressionType.Date } named)
            (day, at) = (named.Span, named.End);
        var value = string.Create(CultureInfo.InvariantCulture, $"{day.Value}T{hour:00}:{minute:00}");
        return new Match(token, at, TimeExpressionType.Time, day with { Value = value });
    }

    bool ReadClock(int token, out int hour, out int minute, out int at)
    {
        (minute, at) = (0, token + 1);
        var word = Word(token);
        var colon = word.IndexOf(':');
        if (colon is 1 or 2 && word.Length - colon is 3
            && int.TryParse(word[..colon], NumberStyles.None, CultureInfo.InvariantCulture, out hour)
            && int.TryParse(word[(colon + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out minute))
        {
            if (hour > 24 || minute > 59)
                return false;
        }
        else if (word.Length > 2 || !int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out hour)
            || hour > 12
            || !(Is(at, "a.m.") || Is(at, "p.m.") || Is(at, "am") || Is(at, "pm") || Is(at, "o'clock")))
        {
            hour = 0;
            return false;
        }
        if (Is(at, "p.m.") || Is(at, "pm"))
            (hour, at) = (hour < 12 ? hour + 12 : hour, at + 1);
        else if (Is(at, "a.m.") || Is(at, "am"))
            (hour, at) = (hour == 12 ? 0 : hour, at + 1);
        else if (Is(at, "o'clock"))
            at++;
        return true;
    }

    Match? Year(int token)
    {
        var year = YearAt(token);
        if (year == 0 || (year < 1500 && !(token > 0 && Is(token - 1, "in"))))
            return null;
        var next = Word(token + 1);
        if (next is "%" || Is(token + 1, "percent")
            || (token > 0 && document.Form(token - 1) is "$" or "€" or "£" or "No." or "Resolution"))
            return null;
        var head = document.Heads[token];
        var counts = (document.Deprels[token] == Language.Deprel.Nummod && head > token && head < end
            && document.Xpos(head) is "NNS" or "NNPS") || (token + 1 < end && document.Xpos(token + 1) == "NNS");
        return counts && !(token > 0 && IsAny(token - 1, "the", "in", "of", "'s")) ? null
            : Date(token, token + 1, CalendarSpan.Year(year));
    }

    /// <summary>"The 1990s", "the '90s", "1980s".</summary>
    Match? Decade(int token)
    {
        var at = Is(token, "the") ? token + 1 : token;
        if (Is(at, "early") || Is(at, "late") || Is(at, "mid"))
            at++;
        var word = Word(at);
        if (word.Length == 5 && word[4] == 's' && word[3] == '0' && int.TryParse(word[..4], NumberStyles.None,
            CultureInfo.InvariantCulture, out var decade) && decade is >= 1000 and < 2200)
            return Date(token, at + 1, CalendarSpan.Decade(decade));
        if (at == token)
            return null;
        var tens = word switch
        {
            "twenties" or "'20s" or "20s" => 1920,
            "thirties" or "'30s" or "30s" => 1930,
            "forties" or "'40s" or "40s" => 1940,
            "fifties" or "'50s" or "50s" => 1950,
            "sixties" or "'60s" or "60s" => 1960,
            "seventies" or "'70s" or "70s" => 1970,
            "eighties" or "'80s" or "80s" => 1980,
            "nineties" or "'90s" or "90s" => 1990,
            _ => 0,
        };
        return tens == 0 ? null : Date(token, at + 1, CalendarSpan.Decade(tens));
    }

    /// <summary>"The 20th century".</summary>
    Match? Century(int first, int token)
    {
        var at = Is(token, "the") ? token + 1 : token;
        var number = Numbers.Ordinal(Word(at));
        return number is > 0 and <= 22 && Is(at + 1, "century")
            ? Date(first, at + 2, CalendarSpan.Century(number)) : null;
    }

    Match? Holiday(int token)
    {
        var (month, day, length) = (0, 0, 1);
        if (Is(token, "Christmas"))
            (month, day, length) = Is(token + 1, "Eve") ? (12, 24, 2) : Is(token + 1, "Day")
                ? (12, 25, 2) : (12, 25, 1);
        else if (Is(token, "New") && (Is(token + 1, "Year") && Is(token + 2, "'s")))
            (month, day, length) = Is(token + 3, "Eve") ? (12, 31, 4) : Is(token + 3, "Day") ? (1, 1, 4) : (0, 0, 1);
        return month > 0 && DayOf(month, day, 0, token) is { } span ? Date(token, token + length, span) : null;
    }

    /// <summary>"The winter of 2013", "summer 2014", "the spring".</summary>
    Match? Season(int token)
    {
        var the = Is(token, "the");
        var at = the ? token + 1 : token;
        if (TimeWords.Season(Word(at)) is not { } code || !IsName(at))
            return null;
        var year = YearAt(at + 1);
        if (year > 0)
            return Date(token, at + 2, CalendarSpan.Season(year, code));
        if (Is(at + 1, "of") && YearAt(at + 2) is var named and > 0)
            return Date(token, at + 3, CalendarSpan.Season(named, code));
        var asked = token > 0 && IsAny(token - 1, "in", "by", "during", "since");
        if (!asked || Is(at, "fall"))
            return null;
        return Date(token, at + 1, today is { } now
            ? CalendarSpan.Season(now.Year, code) : CalendarSpan.Open("XXXX-" + code));
    }
}
