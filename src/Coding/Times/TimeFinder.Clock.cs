using System.Globalization;
using Tocsin.Events;

namespace Tocsin.Coding;

/// <content>Clock times and parts of the day, with the day they belong to.</content>
public sealed partial class TimeFinder
{
    /// <summary>A time of day: what follows the "T" of its value, its zone, and whether the text left morning or evening open.</summary>
    readonly record struct Clock(int End, string Value, string Zone, bool IsOpen = false);

    /// <summary>
    /// "14:30 on Friday", "8 p.m. to 10 p.m. on Sunday", "noon tomorrow", "dawn on 7 June", "midnight": one expression.
    /// A clock time that stands alone has the day named last.
    /// </summary>
    Match? ClockWithDay(int piece)
    {
        if (ClockAt(piece) is not { } clock)
            return null;
        if (DayAfter(clock.End) is { } day)
            return OnDay(piece, day.End, day.Span, clock);
        // "A quarter to seven this morning", "9 p.m. last night".
        if ((Shifted(clock.End) ?? Deictic(clock.End)) is { Type: TimeExpressionType.Time, Span.Value.Length: 13 } part)
            return OnDay(piece, part.End, part.Span with { Value = part.Span.Value[..10] }, InHalf(clock, part.Span.Value[10..]));
        // "9 and 11 a.m. tomorrow": the day stands after the second.
        if (IsAny(clock.End, "to", "and", "until", "till", "-", "–") && ClockAt(clock.End + 1) is { } second && DayAfter(second.End) is { } shared)
            return OnDay(piece, clock.End, shared.Span, clock);
        if (IsNumberedText(piece))
            return null;
        var own = Tenses.Of(document, pieces[piece].Token) == Tense.Future && today is { } now && !IsAny(clock.End - 1, "midnight") ? now : namedDay;
        return OnDay(piece, clock.End, own is { } named ? CalendarSpan.Day(named) : CalendarSpan.Unknown(TimeUnit.Day), clock);
    }

    /// <summary>"Matthew 5:30", "a ratio of 9:11", "won 3:2": figures with a colon that are no time.</summary>
    bool IsNumberedText(int piece) => Word(piece).Contains(':')
        && (IsAny(piece - 1, "ratio", "scale", "score", "won", "lost", "beat", "verse") || (IsAny(piece - 1, "of") && IsAny(piece - 2, "ratio", "scale", "score"))
            || (piece > 0 && document.Upos[pieces[piece - 1].Token] == Language.Upos.Propn && TimeWords.Weekday(Word(piece - 1)) == 0 && !IsAny(piece + 1, "a.m.", "p.m.", "GMT")));

    /// <summary>"Friday at 10 a.m.", "8 August at 3 p.m.", "7 April 2017, 03:40", "Friday morning".</summary>
    Match? WithClock(Match day)
    {
        var at = day.End;
        if (IsPossessive(at) && IsAny(at + 1, "early", "small") && Is(at + 2, "hours"))
            return OnPart(day.First, at + 3, day.Span, "TMO");
        if (TimeWords.PartOfDay(Word(at)) is { } part && !IsPossessive(at + 1) | Is(at + 1, "'s"))
            return OnPart(day.First, at + 1, day.Span, part);
        if (IsAny(at, "at", ","))
            at++;
        else if (Is(at, "around") || Is(at, "about"))
            return null;
        return ClockAt(at) is { } clock && (at > day.End || clock.Zone.Length > 0 || IsAny(clock.End - 1, "a.m.", "p.m.", "am", "pm", "noon", "midnight") || Word(at).Contains(':'))
            && (clock.Value.Length > 0)
            ? OnDay(day.First, clock.End, day.Span, clock) : null;
    }

    static Match OnDay(int first, int end, CalendarSpan day, Clock clock) => new(first, end, TimeExpressionType.Time, day with
    {
        Value = day.Value + clock.Value + clock.Zone,
    })
    { IsMeasured = true };

    static Match OnPart(int first, int end, CalendarSpan day, string part) =>
        new(first, end, TimeExpressionType.Time, day with { Value = day.Value + part });

    /// <summary>The day after a clock time: "on Friday", ", 3 June", "tomorrow", "the same day", "that day".</summary>
    Match? DayAfter(int piece)
    {
        var at = IsAny(piece, "on", ",", "of") ? piece + 1 : piece;
        if (Is(piece, "of") && !Is(at, "the"))
            return null;
        if (Is(at, "tonight"))
            return Date(at, at + 1, FromToday(0));
        var day = Point(at, withParts: false);
        return day is { Type: TimeExpressionType.Date } found && IsDay(found.Span) && !(Is(piece, ",") && YearAt(at) > 0)
            && (at > piece || !char.IsAsciiDigit(Word(at)[0]) || TimeWords.Month(Word(at + 1)) > 0) && !(Is(piece, ",") && !IsCapital(at) && !char.IsAsciiDigit(Word(at)[0]))
            ? found : null;
    }

    /// <summary>The clock time or part of the day that begins at a piece, with its zone and "in the evening".</summary>
    Clock? ClockAt(int piece)
    {
        if (Is(piece, "noon"))
            return new Clock(piece + 1, "T12:00", "");
        if (Is(piece, "midday"))
            return new Clock(piece + 1, "TMI", "");
        if (Is(piece, "midnight"))
        {
            var ends = IsAny(piece - 1, "until", "till", "by", "before") || (IsAhead(piece) && IsAny(piece + 1, "tonight", "tomorrow"))
                || IsAny(piece + 1, "tonight");
            return new Clock(AfterZone(piece + 1, out var zone), ends ? "T24:00" : "T00:00", zone);
        }
        if (IsAny(piece, "dawn", "daybreak", "sunrise") && IsPreposed(piece))
            return new Clock(piece + 1, "TMO", "");
        if (IsAny(piece, "dusk", "nightfall", "sunset") && IsPreposed(piece))
            return new Clock(piece + 1, "TEV", "");
        if (Is(piece, "mid") && IsHyphen(piece + 1) && TimeWords.PartOfDay(Word(piece + 2)) is { } part)
            return new Clock(piece + 3, part, "");
        if (Spoken(piece) is { } spoken)
            return InPart(spoken);
        return Figures(piece) is { } figures ? InPart(figures) : null;
    }

    bool IsPreposed(int piece) => IsAny(piece - 1, "at", "by", "before", "until", "from", "since", "after", "to")
        || Is(piece + 1, "on") || DayAfter(piece + 1) is not null;

    /// <summary>"14:30", "2:30 p.m.", "3.30pm", "5 p.m.", "0430 GMT", "0700 hours", "seven o'clock", "at 9".</summary>
    Clock? Figures(int piece)
    {
        var word = Word(piece);
        var (hour, minute, second) = (0, 0, -1);
        var at = piece + 1;
        var half = IsAny(at, "a.m.", "am", "a.m") ? 1 : IsAny(at, "p.m.", "pm", "p.m") ? 2 : 0;
        if (half == 0 && IsAny(at, "a", "p") && Is(at + 1, ".") && IsAny(at + 2, "m", "m."))
            return null;
        var mark = word.IndexOfAny(':', '.');
        var colon = word.Contains(':');
        if (mark is 1 or 2 && char.IsAsciiDigit(word[0]) && (colon || half > 0 || IsZone(at)))
        {
            var rest = word[(mark + 1)..];
            if (!Number(word[..mark], out hour) || rest.Length is not (2 or 5) || !Number(rest[..2], out minute)
                || (rest.Length == 5 && (rest[2] is not (':' or '.') || !Number(rest[3..], out second))))
                return null;
        }
        else if (word.Length == 4 && Number(word, out var both) && (IsAny(at, "GMT", "UTC", "hours", "hrs", "Z") || (Is(at, "local") && Is(at + 1, "time"))))
        {
            (hour, minute) = (both / 100, both % 100);
            if (IsAny(at, "hours", "hrs"))
                at++;
        }
        else if ((word.Length <= 2 && Number(word, out hour)) || (Numbers.Plain(word) is >= 1 and <= 12 and var spelt && (hour = (int)spelt) > 0))
        {
            var isClock = half > 0 || IsAny(at, "o'clock", "o’clock");
            if (IsAny(at, "o'clock", "o’clock"))
                at++;
            else if (half == 0 && !InTheEvening(at) && !SharesHalf(at, ref half, ref isClock) && !(IsBareHour(piece) && hour is >= 1 and <= 12))
                return null;
            if (hour is < 1 or > 24)
                return null;
        }
        else
        {
            return null;
        }
        if (IsAny(at, "a.m.", "p.m.", "am", "pm", "a.m", "p.m"))
            at++;
        if (hour > 24 || minute > 59 || second > 59 || (hour == 24 && minute > 0))
            return null;
        if (half > 0 && hour <= 12)
            hour = (hour % 12) + (half == 2 ? 12 : 0);
        if (Is(at, "noon"))
            at++;
        var isOpen = half == 0 && !colon && hour <= 12 && !(word.Length == 4 && char.IsAsciiDigit(word[0]));
        at = AfterZone(at, out var zone);
        var value = second >= 0 ? string.Create(CultureInfo.InvariantCulture, $"T{hour:00}:{minute:00}:{second:00}")
            : string.Create(CultureInfo.InvariantCulture, $"T{hour:00}:{minute:00}");
        return new Clock(at, value, zone, isOpen);

        static bool Number(ReadOnlySpan<char> text, out int number) =>
            int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
    }

    /// <summary>"9 and 11 a.m.", "9 to 11 a.m.": the first hour has the half of the second.</summary>
    bool SharesHalf(int at, ref int half, ref bool isClock)
    {
        if (!IsAny(at, "to", "and", "-", "–", "or") || Word(at + 1) is not [>= '0' and <= '9', ..] || Word(at + 1).Length > 5)
            return false;
        half = IsAny(at + 2, "a.m.", "am") ? 1 : IsAny(at + 2, "p.m.", "pm") ? 2 : 0;
        isClock |= half > 0;
        return half > 0;
    }

    /// <summary>"Starts at 9": a figure after "at", "by" or "until" that counts nothing.</summary>
    bool IsBareHour(int piece)
    {
        if (Word(piece) is not [>= '0' and <= '9', ..] || !(Is(piece - 1, "at") || (Is(piece - 1, "by") && namedClock is not null)))
            return false;
        var token = pieces[piece].Token;
        var next = piece + 1 < pieces.Count ? pieces[piece + 1].Token : -1;
        return document.Deprels[token] != Language.Deprel.Nummod && (next < 0 || Word(piece + 1) is "." or "," or ";" or "and" or "on" or "to");
    }

    /// <summary>"Half past six", "five past ten", "ten to twelve", "a quarter to seven".</summary>
    Clock? Spoken(int piece)
    {
        var at = IsAny(piece, "a") && Is(piece + 1, "quarter") ? piece + 1 : piece;
        int minutes;
        if (Is(at, "half"))
            minutes = 30;
        else if (Is(at, "quarter"))
            minutes = 15;
        else if (Is(at, "twenty") && IsHyphen(at + 1) && Is(at + 2, "five"))
            (minutes, at) = (25, at + 2);
        else if (Numbers.Plain(Word(at)) is 5 or 10 or 20 or 25)
            minutes = (int)Numbers.Plain(Word(at))!.Value;
        else
            return null;
        var isTo = IsAny(at + 1, "to");
        if ((!isTo && !Is(at + 1, "past")) || (isTo && minutes == 30) || Numbers.Plain(Word(at + 2)) is not (>= 1 and <= 12 and var hour))
            return null;
        if (isTo && (char.IsAsciiDigit(Word(at)[0]) || TimeWords.Unit(Word(at + 3)) is not null || IsHyphen(at + 3)
            || (at + 3 < pieces.Count && document.Upos[pieces[at + 3].Token] is Language.Upos.Noun)))
            return null;
        var total = ((int)hour * 60) + (isTo ? -minutes : minutes);
        return new Clock(at + 3, string.Create(CultureInfo.InvariantCulture, $"T{total / 60:00}:{total % 60:00}"), "", IsOpen: true);
    }

    bool InTheEvening(int at) => (IsAny(at, "in") && Is(at + 1, "the") && TimeWords.PartOfDay(Word(at + 2)) is not null && TimeWords.IsSingle(Word(at + 2)))
        || (Is(at, "at") && Is(at + 1, "night"));

    /// <summary>"In the evening", "this morning", "tomorrow night" after an hour say which half of the day it is.</summary>
    Clock InPart(Clock clock)
    {
        if (!InTheEvening(clock.End))
            return clock;
        var isNight = Is(clock.End, "at");
        var part = isNight ? "TNI" : TimeWords.PartOfDay(Word(clock.End + 2))!;
        var end = clock.End + (isNight ? 2 : 3);
        return InHalf(clock, part) with { End = end };
    }

    static Clock InHalf(Clock clock, string part)
    {
        if (!clock.IsOpen || part == "TMO")
            return clock;
        var hour = int.Parse(clock.Value.AsSpan(1, 2), CultureInfo.InvariantCulture);
        if (hour < 12 && !(part == "TNI" && hour < 6))
            hour += 12;
        return clock with { Value = string.Create(CultureInfo.InvariantCulture, $"T{hour:00}{clock.Value.AsSpan(3)}") };
    }

    bool IsZone(int piece) => IsAny(piece, "GMT", "UTC", "Z", "CET", "EST", "EDT", "BST", "EET", "MSK", "CEST", "EEST", "PST", "ET", "IST", "JST");

    /// <summary>The piece after a zone or "local time"; only GMT, UTC and an offset in figures stand in the value.</summary>
    int AfterZone(int piece, out string zone)
    {
        zone = "";
        if (IsAny(piece, "GMT", "UTC", "Z"))
        {
            zone = "Z";
            return piece + 1;
        }
        if (IsZone(piece))
            return piece + 1;
        if (Is(piece, "local") && Is(piece + 1, "time"))
            return piece + 2;
        if (IsCapital(piece) && Is(piece + 1, "time") && IsName(piece))
            return piece + 2;
        var word = Word(piece);
        if (word.Length == 6 && word[0] is '+' && word[3] == ':')
        {
            zone = word.ToString();
            return piece + 1;
        }
        if (word is "+" && Word(piece + 1) is { Length: 5 } offset && offset[2] == ':')
        {
            zone = "+" + offset.ToString();
            return piece + 2;
        }
        return piece;
    }

    /// <summary>The instant of a time's value, for "two hours later"; null where it has no clock.</summary>
    static (DateTime, string)? ClockOf(CalendarSpan span)
    {
        var value = span.Value;
        if (span.From is not { } day || value.Length < 16 || value[10] != 'T' || !char.IsAsciiDigit(value[11]))
            return null;
        var hour = int.Parse(value.AsSpan(11, 2), CultureInfo.InvariantCulture);
        var minute = int.Parse(value.AsSpan(14, 2), CultureInfo.InvariantCulture);
        var zone = value.AsSpan(16);
        if (zone.Length > 2 && zone[0] == ':')
            zone = zone[3..];
        return (day.ToDateTime(TimeOnly.MinValue).AddHours(Math.Min(hour, 23)).AddMinutes(minute), zone.ToString());
    }
}
