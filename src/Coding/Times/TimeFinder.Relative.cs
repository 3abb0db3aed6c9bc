using Tocsin.Events;

namespace Tocsin.Coding;

/// <content>Times counted from another: "yesterday", "last week", "two days later"; durations; "every week".</content>
public sealed partial class TimeFinder
{
    /// <summary>
    /// "Early March", "the end of 2013", "earlier this year": the span of the whole, its days narrowed.
    /// </summary>
    Match? Qualified(int token)
    {
        var at = Is(token, "the") ? token + 1 : token;
        var part = 0;
        if (IsAny(at, "early", "earlier"))
            (part, at) = (1, at + 1);
        else if (IsAny(at, "mid", "mid-"))
            (part, at) = (2, Is(at + 1, "-") ? at + 2 : at + 1);
        else if (IsAny(at, "late", "later"))
            (part, at) = (3, at + 1);
        else if (IsAny(at, "beginning", "start") && Is(at + 1, "of"))
            (part, at) = (1, at + 2);
        else if (Is(at, "middle") && Is(at + 1, "of"))
            (part, at) = (2, at + 2);
        else if (Is(at, "end") && Is(at + 1, "of"))
            (part, at) = (3, at + 2);
        else
            return null;
        if (at >= end
            || (Month(at) ?? Year(at) ?? Shifted(at) ?? Decade(at) ?? Century(at, at) ?? Weekday(at) ?? Deictic(at))
            is not { Type: TimeExpressionType.Date or TimeExpressionType.Time } whole
            || whole.Span.Value.EndsWith("_REF", StringComparison.Ordinal))
            return null;
        var span = whole.Span;
        if (span.From is { } from && span.To is { } to && to.DayNumber - from.DayNumber >= 5
            && !IsAny(at - 1, "earlier", "later"))
        {
            var third = (to.DayNumber - from.DayNumber + 1) / 3;
            span = part switch
            {
                1 => span with { To = from.AddDays(third - 1) },
                2 => span with { From = from.AddDays(third), To = to.AddDays(-third) },
                _ => span with { From = to.AddDays(1 - third) },
            };
        }
        else if (IsAny(at - 1, "earlier", "later") && today is { } now && span.From <= now && now <= span.To)
        {
            span = Is(at - 1, "earlier") ? span with { To = now } : span with { From = now };
        }
        return whole with { First = token, Span = span };
    }

    /// <summary>"Today", "yesterday morning", "tonight", "now", "recently", "the day after tomorrow".</summary>
    Match? Deictic(int token)
    {
        if (Is(token, "the") && Is(token + 1, "day"))
        {
            if (Is(token + 2, "before") && Is(token + 3, "yesterday"))
                return Date(token, token + 4, FromToday(-2));
            if (Is(token + 2, "after") && Is(token + 3, "tomorrow"))
                return Date(token, token + 4, FromToday(2));
            return null;
        }
        int? shift = Is(token, "today") ? 0 : Is(token, "yesterday") ? -1 : Is(token, "tomorrow") ? 1 : null;
        if (shift is { } days)
        {
            return TimeWords.PartOfDay(Word(token + 1)) is { } part
                ? OnPart(token, token + 2, FromToday(days), part) : Date(token, token + 1, FromToday(days));
        }
        if (Is(token, "tonight"))
            return OnPart(token, token + 1, FromToday(0), "TNI");
        if (Is(token, "overnight") && document.Upos[token] == Language.Upos.Adv)
            return OnPart(token, token + 1, FromToday(0), "TNI");
        if (IsAny(token, "now", "currently", "nowadays", "presently") && document.Upos[token] == Language.Upos.Adv)
            return Date(token, token + 1, new CalendarSpan("PRESENT_REF", today, today));
        if (IsAny(token, "recently", "lately")
            || (IsAny(token, "formerly", "previously") && document.Upos[token] == Language.Upos.Adv))
            return Date(token, token + 1, new CalendarSpan("PAST_REF", null, today));
        if (Is(token, "soon") && !Is(token + 1, "as") && !Is(token - 1 < 0 ? token : token - 1, "as"))
            return Date(token, token + 1, new CalendarSpan("FUTURE_REF", today, null));
        return Is(token, "in") || !Is(token, "recent") || TimeWords.Unit(Word(token + 1)) is null ? null
            : Date(token, token + 2, new CalendarSpan("PAST_REF", null, today));
    }

    CalendarSpan FromToday(int days) => today is { } now && CalendarSpan.Shift(now, TimeUnit.Day, days) is { } day
        ? CalendarSpan.Day(day) : CalendarSpan.Unknown(TimeUnit.Day);

    /// <summary>
    /// "Last week", "this year", "next Monday", "the previous day", "the past three months", "that day".
    /// </summary>
    Match? Shifted(int token)
    {
        var at = Is(token, "the") ? token + 1 : token;
        var the = at > token;
        int step;
        var anchor = today;
        if (IsAny(at, "last", "past"))
            step = -1;
        else if (IsAny(at, "next", "coming"))
            step = 1;
        else if (IsAny(at, "this", "current"))
            step = 0;
        else if (IsAny(at, "previous", "preceding"))
            (step, anchor) = (-1, named);
        else if (Is(at, "following"))
            (step, anchor) = (1, named);
        else if (IsAny(at, "same", "that"))
            (step, anchor) = (0, named);
        else
            return null;
        var past = Is(at, "past");
        var that = IsAny(at, "that", "same");
        at++;
        var word = Word(at);
        if (TimeWords.Unit(word) is { } unit && !TimeWords.IsPlural(word))
        {
            if (past || (that && unit < TimeUnit.Day) || (Is(at - 1, "this") && unit < TimeUnit.Day)
                || (the && Is(at - 1, "last") && unit != TimeUnit.Weekend) || unit < TimeUnit.Hour)
                return past || the
                    ? new Match(token, at + 1, TimeExpressionType.Duration, Lasting(unit, 1, step)) : null;
            return Date(token, at + 1, anchor is { } from && CalendarSpan.Shift(from, unit, step) is { } day
                ? CalendarSpan.Around(day, unit) : CalendarSpan.Unknown(unit));
        }
        if (Numbers.Read(document, at, end) is { } number && TimeWords.Unit(Word(number.End)) is { } counted)
            return new Match(token, number.End + 1, TimeExpressionType.Duration, Lasting(counted, number.Value, step));
        if (IsAny(at, "few", "several", "couple")
            && (TimeWords.Unit(Word(at + 1)) ?? (Is(at + 1, "of") ? TimeWords.Unit(Word(at + 2)) : null)) is { } some)
        {
            var after = Is(at + 1, "of") ? at + 3 : at + 2;
            return new Match(token, after, TimeExpressionType.Duration, Lasting(some, double.NaN, step));
        }
        if (TimeWords.PartOfDay(word) is { } part && !the)
            return OnPart(token, at + 1, step == -1 ? FromToday(-1) : that && anchor is { } same
                ? CalendarSpan.Day(same) : FromToday(0), part);
        if (TimeWords.Weekday(word) is var weekday and > 0)
            return Date(token, at + 1, StepWeekday(weekday, step));
        if (TimeWords.Month(word) is var month and > 0)
            return Date(token, at + 1, StepMonth(month, step));
        if (TimeWords.Season(word) is { } season)
            return Date(token, at + 1, today is { } now && now.Year + step is var year and >= 1 and <= 9999
                ? CalendarSpan.Season(year, season) : CalendarSpan.Open("XXXX-" + season));
        return null;
    }

    /// <summary>A duration that ends or begins today: its days are known though its value is a length.</summary>
    CalendarSpan Lasting(TimeUnit unit, double count, int step)
    {
        var value = CalendarSpan.Duration(unit, count);
        if (!(count <= 10_000) || today is not { } now || step == 0 || unit < TimeUnit.Hour
            || CalendarSpan.Shift(now, unit, step * (int)Math.Ceiling(count)) is not { } other)
            return CalendarSpan.Open(value);
        return step < 0 ? new CalendarSpan(value, other, now) : new CalendarSpan(value, now, other);
    }

    CalendarSpan StepWeekday(int weekday, int step)
    {
        if (today is not { } now)
            return CalendarSpan.AnyWeekday(weekday);
        var apart = weekday - CalendarSpan.IsoDay(now);
        var shift = step switch
        {
            < 0 => apart >= 0 ? apart - 7 : apart,
            > 0 => apart <= 0 ? apart + 7 : apart,
            _ => apart,
        };
        return FromToday(shift);
    }

    CalendarSpan StepMonth(int month, int step)
    {
        if (today is not { } now)
            return CalendarSpan.AnyMonth(month);
        var year = step switch
        {
            < 0 => month >= now.Month ? now.Year - 1 : now.Year,
            > 0 => month <= now.Month ? now.Year + 1 : now.Year,
            _ => now.Year,
        };
        return year is >= 1 and <= 9999 ? CalendarSpan.Month(year, month) : CalendarSpan.Unknown(TimeUnit.Month);
    }

    /// <summary>"Two days ago", "a week later", "three months", "two-day", "several years".</summary>
    Match? Counted(int token)
    {
        var count = double.NaN;
        int at;
        if (IsAny(token, "several", "some", "many", "few") || (Is(token, "a") && IsAny(token + 1, "few", "couple")))
        {
            at = Is(token, "a") ? token + 2 : token + 1;
            if (Is(at, "of"))
                at++;
            if (TimeWords.Unit(Word(at)) is null || !TimeWords.IsPlural(Word(at)))
                return null;
        }
        else if (Numbers.Read(document, token, end) is { } number)
        {
            (count, at) = (number.Approximate ? double.NaN : number.Value, number.End);
            if (Is(at, "of"))
                at++;
        }
        else if (IsAny(token, "a", "an", "half"))
        {
            (count, at) = (1, token + 1);
            if (Is(token, "half"))
                (count, at) = (0.5, IsAny(token + 1, "a", "an") ? token + 2 : token + 1);
        }
        else if (IsPluralDuration(token))
        {
            at = token;
        }
        else
        {
            return HyphenWord(token);
        }
        if (Is(at, "-"))
            at++;
        if (TimeWords.Unit(Word(at)) is not { } unit)
            return HyphenWord(token);
        at++;
        var bareArticle = IsAny(token, "a", "an");
        if (Is(at, "ago") || (Is(at, "back") && !bareArticle))
            return Date(token, at + 1, double.IsNaN(count)
                ? new CalendarSpan("PAST_REF", null, today) : Counted(today, unit, -count));
        if (IsAny(at, "earlier", "before") && !Is(at + 1, "the"))
            return Date(token, at + 1, Counted(named, unit, -count));
        if (Is(at, "later") || (Is(at, "after") && (at + 1 == end || Word(at + 1) is "," or ".")))
            return Date(token, at + 1, Counted(named, unit, count));
        if (bareArticle || (count == 1 && Is(token, "one") && unit == TimeUnit.Day && !Is(at - 2, "-")))
            return token > 0 && IsAny(token - 1, "for", "within", "over", "than")
                ? new Match(token, at, TimeExpressionType.Duration,
                CalendarSpan.Open(CalendarSpan.Duration(unit, 1))) : null;
        if (Is(at, "-") && Is(at + 1, "old"))
            at += 2;
        else if (Is(at, "old"))
            at++;
        return new Match(token, at, TimeExpressionType.Duration, CalendarSpan.Open(CalendarSpan.Duration(unit, count)));
    }

    bool IsPluralDuration(int token) => TimeWords.Unit(Word(token)) is > TimeUnit.Minute
        && TimeWords.IsPlural(Word(token))
        && (IsAny(token + 1, "ago", "later", "earlier") || (token > 0 && Is(token - 1, "for")));

    /// <summary>"Two-day" as one token.</summary>
    Match? HyphenWord(int token)
    {
        var word = Word(token);
        var hyphen = word.IndexOf('-');
        if (hyphen <= 0 || Numbers.Plain(word[..hyphen]) is not { } count)
            return null;
        var rest = word[(hyphen + 1)..];
        if (rest.EndsWith("-old", StringComparison.OrdinalIgnoreCase)
            || rest.EndsWith("-long", StringComparison.OrdinalIgnoreCase))
            rest = rest[..rest.LastIndexOf('-')];
        return TimeWords.Unit(rest) is { } unit
            ? new Match(token, token + 1, TimeExpressionType.Duration,
            CalendarSpan.Open(CalendarSpan.Duration(unit, count))) : null;
    }

    /// <summary>
    /// So many units from a day, at the grain of the unit: "two weeks ago" is a week, "a year ago" a year.
    /// </summary>
    static CalendarSpan Counted(DateOnly? from, TimeUnit unit, double count)
    {
        if (from is not { } day || double.IsNaN(count))
            return CalendarSpan.Unknown(unit);
        if (Math.Abs(count) > 10_000)
            return CalendarSpan.Unknown(unit);
        var (grain, steps) = count % 1 == 0 ? (unit, (int)count) : unit switch
        {
            TimeUnit.Year => (TimeUnit.Month, (int)(count * 12)),
            TimeUnit.Century => (TimeUnit.Year, (int)(count * 100)),
            TimeUnit.Decade => (TimeUnit.Year, (int)(count * 10)),
            _ => (unit, (int)Math.Round(count)),
        };
        return CalendarSpan.Shift(day, grain, steps) is { } shifted
            ? CalendarSpan.Around(shifted, grain) : CalendarSpan.Unknown(unit);
    }

    /// <summary>"Every week", "each Monday", "daily", "Mondays", "twice a year".</summary>
    Match? Every(int token)
    {
        var (unit, known) = Word(token) switch
        {
            _ when Is(token, "daily") => (TimeUnit.Day, true),
            _ when Is(token, "weekly") => (TimeUnit.Week, true),
            _ when Is(token, "monthly") => (TimeUnit.Month, true),
            _ when Is(token, "yearly") || Is(token, "annually") || Is(token, "annual") => (TimeUnit.Year, true),
            _ when Is(token, "hourly") => (TimeUnit.Hour, true),
            _ => (TimeUnit.Day, false),
        };
        if (known)
            return Set(token, token + 1, CalendarSpan.Duration(unit, 1));
        if (IsAny(token, "once", "twice") && IsAny(token + 1, "a", "an", "per", "every")
            && TimeWords.Unit(Word(token + 2)) is { } times)
            return Set(token, token + 3, CalendarSpan.Duration(times, 1));
        if (!IsAny(token, "every", "each"))
            return null;
        var at = token + 1;
        var count = 1.0;
        if (Is(at, "other"))
            (count, at) = (2, at + 1);
        else if (Numbers.Read(document, at, end) is { } number)
            (count, at) = (number.Value, number.End);
        if (TimeWords.Unit(Word(at)) is { } each)
            return Set(token, at + 1, CalendarSpan.Duration(each, count));
        if (TimeWords.Weekday(Word(at)) is var weekday and > 0)
            return Set(token, at + 1, CalendarSpan.AnyWeekday(weekday).Value);
        if (TimeWords.Month(Word(at)) is var month and > 0)
            return Set(token, at + 1, CalendarSpan.AnyMonth(month).Value);
        return TimeWords.PartOfDay(Word(at)) is { } part ? Set(token, at + 1, "XXXX-XX-XX" + part) : null;

        static Match Set(int first, int end, string value) =>
            new(first, end, TimeExpressionType.Set, CalendarSpan.Open(value));
    }
}
