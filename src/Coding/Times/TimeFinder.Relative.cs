using Tocsin.Events;
using Tocsin.Language;

namespace Tocsin.Coding;

/// <content>Times counted from another: "yesterday", "last week", "the night of 3 June", "the day before", "recently".</content>
public sealed partial class TimeFinder
{
    /// <summary>"The early hours of Tuesday", "the week of 6 June", "the eve of the vote", "the first Monday of June".</summary>
    Match? Composed(int piece)
    {
        var the = Is(piece, "the");
        var at = the ? piece + 1 : piece;
        if (IsAny(at, "early", "small", "wee", "late") && Is(at + 1, "hours") && Is(at + 2, "of"))
        {
            var whose = Shifted(at + 3) ?? Point(at + 3, withParts: false);
            return whose is { Span.Value.Length: >= 10 } day
                ? OnPart(piece, day.End, day.Span with { Value = day.Span.Value[..10] }, Is(at, "late") ? "TNI" : "TMO") : null;
        }
        if (!the && !IsAny(at, "first", "second", "third", "last", "noon", "dawn", "mid", "day", "evening", "morning", "night"))
            return null;
        var inner = IsAny(at, "early", "late") ? at + 1 : at;
        if (TimeWords.PartOfDay(Word(inner)) is { } part && TimeWords.IsSingle(Word(inner)) && (the || inner == at) && Part(piece, inner, part) is { } told)
            return told;
        if (the && Is(at, "turn") && Is(at + 1, "of"))
        {
            if (Century(at + 2) is { } century)
                return century with { First = piece };
            return Is(at + 2, "the") && Is(at + 3, "century") ? Date(piece, at + 4, CalendarSpan.Open(
                ((today?.Year ?? 2000) / 100).ToString("00", System.Globalization.CultureInfo.InvariantCulture))) : null;
        }
        if (the && IsAny(at, "eve") && Is(at + 1, "of"))
            return Point(at + 2, withParts: false) is { } day && IsDay(day.Span) && day.Span.From is { } from
                ? Date(piece, day.End, CalendarSpan.Shift(Soon(from), TimeUnit.Day, -1) is { } eve ? CalendarSpan.Day(eve) : day.Span)
                : Date(piece, at + 1, CalendarSpan.Unknown(TimeUnit.Day));
        if (the && IsAny(at, "week", "weekend", "month", "year", "day") && IsAny(at + 1, "of", "beginning", "starting", "ending"))
            return OfUnit(piece, at);
        if (the && Is(at + 1, "before") && Is(at + 2, "last"))
            return BeforeLast(piece, at);
        if (the && Is(at, "day"))
            return Day(piece);
        return Numbered(piece, at);
    }

    /// <summary>The same day a year on where that is today or tomorrow: its eve is told in the past.</summary>
    DateOnly Soon(DateOnly day) => today is { } now && day.Year < 9999 && day.AddYears(1).DayNumber - now.DayNumber is 0 or 1 ? day.AddYears(1) : day;

    /// <summary>"The night of 24 February", "the night between 3 and 4 June", "the morning after", "the evening".</summary>
    Match? Part(int piece, int at, string part)
    {
        var next = at + 1;
        if (Is(next, "of"))
        {
            if (Is(at, "night") && Weekday(next + 1) is { } eve && IsDay(eve.Span) && Is(eve.End, "to") && Weekday(eve.End + 1) is { } morrow)
                return OnPart(piece, morrow.End, eve.Span, part);
            var day = IsAny(next + 1, "the", "that") && Is(next + 2, "same") | Is(next + 2, "day") ? Shifted(next + 1) : Point(next + 1, withParts: false);
            return day is { } found && IsDay(found.Span) ? OnPart(piece, found.End, found.Span, part) : null;
        }
        if (Is(at, "night") && IsAny(next, "between", "from"))
        {
            var first = DayMonth(next + 1) ?? Weekday(next + 1);
            if (first is { } one && IsDay(one.Span) && IsAny(one.End, "and", "to") && (DayMonth(one.End + 1) ?? Weekday(one.End + 1)) is { } other && IsDay(other.Span))
            {
                var day = other.Span.From is { } last && one.Span.From is not null && TimeWords.Weekday(Word(next + 1)) > 0
                    && CalendarSpan.Shift(last, TimeUnit.Day, -1) is { } before ? CalendarSpan.Day(before) : one.Span;
                return OnPart(piece, other.End, day, "TNI");
            }
            return null;
        }
        if (!Is(piece, "the"))
            return null;
        if (IsAny(next, "before", "after") && namedDay is { } anchor)
        {
            var step = Is(next, "after") ? 1 : -1;
            var shifted = CalendarSpan.Shift(anchor, TimeUnit.Day, step) is { } to ? CalendarSpan.Day(to) : CalendarSpan.Unknown(TimeUnit.Day);
            return OnPart(piece, IsClauseEnd(next + 1) ? next + 1 : next, shifted, part);
        }
        if (!IsAny(piece - 1, "in", "during", "until", "by", "for", "through", "throughout", "into") || IsHyphen(next)
            || (next < pieces.Count && document.Upos[pieces[next].Token] is Upos.Noun or Upos.Propn && !IsPossessive(next)))
            return null;
        return OnPart(piece, next, namedDay is { } named ? CalendarSpan.Day(named) : CalendarSpan.Unknown(TimeUnit.Day), part);
    }

    bool IsClauseEnd(int piece) => piece >= pieces.Count
        || document.Upos[pieces[piece].Token] is Upos.Punct or Upos.Aux or Upos.Verb or Upos.Cconj or Upos.Pron
        || (Word(piece) is "," or "." or ";");

    /// <summary>"The week of 13 March", "the weekend of 5 June", "the month of May", "the day of 3 June".</summary>
    Match? OfUnit(int piece, int at)
    {
        if (Is(at, "month") && Is(at + 1, "of") && TimeWords.Month(Word(at + 2)) > 0)
            return MonthDay(at + 2) is { } month ? month with { First = piece } : null;
        if (Is(at, "year") && YearAt(at + 2) is var year and > 0)
            return Date(piece, at + 3, CalendarSpan.Year(year));
        if (Is(at, "day") && Is(at + 1, "of") && !char.IsAsciiDigit(Word(at + 2) is [var c, ..] ? c : ' ') && TimeWords.Month(Word(at + 2)) == 0)
            return null;
        if (Point(at + 2, withParts: false) is not { } day || !IsDay(day.Span) || day.Span.From is not { } from)
            return null;
        return Is(at, "week") ? Date(piece, day.End, CalendarSpan.Week(from))
            : Is(at, "weekend") ? Date(piece, day.End, CalendarSpan.Weekend(from))
            : Is(at, "day") ? Date(piece, day.End, day.Span) : null;
    }

    /// <summary>"The week before last", "the Friday before last".</summary>
    Match? BeforeLast(int piece, int at)
    {
        if (today is not { } now)
            return TimeWords.Unit(Word(at)) is { } any ? Date(piece, at + 3, CalendarSpan.Unknown(any)) : null;
        if (TimeWords.Weekday(Word(at)) is var weekday and > 0)
            return Date(piece, at + 3, FromToday((weekday - CalendarSpan.IsoDay(now) - 7) % 7 - 7));
        return TimeWords.Unit(Word(at)) is { } unit && CalendarSpan.Shift(now, unit, -2) is { } day
            ? Date(piece, at + 3, CalendarSpan.Around(day, unit)) : null;
    }

    /// <summary>"The day before yesterday", "the day before", "the day they met".</summary>
    Match? Day(int piece)
    {
        var at = piece + 2;
        if (Is(at, "before") && Is(at + 1, "yesterday"))
            return Date(piece, at + 2, FromToday(-2));
        if (Is(at, "after") && Is(at + 1, "tomorrow"))
            return Date(piece, at + 2, FromToday(2));
        if (IsAny(at, "before", "after"))
        {
            if (Point(at + 1, withParts: false) is { } day && IsDay(day.Span) && day.Span.From is { } from)
                return Date(piece, day.End, CalendarSpan.Shift(from, TimeUnit.Day, Is(at, "after") ? 1 : -1) is { } to ? CalendarSpan.Day(to) : day.Span);
            return (IsClauseEnd(at + 1) || IsSubject(at + 1)) && namedDay is { } anchor
                ? Date(piece, at + 1, CalendarSpan.Shift(anchor, TimeUnit.Day, Is(at, "after") ? 1 : -1) is { } then ? CalendarSpan.Day(then) : CalendarSpan.Unknown(TimeUnit.Day))
                : null;
        }
        return at < pieces.Count && (document.Upos[pieces[at].Token] is Upos.Pron or Upos.Det) && !IsAny(at, "that", "which", "when")
            ? Date(piece, at, CalendarSpan.Unknown(TimeUnit.Day)) : null;
    }

    bool IsSubject(int piece) => piece < pieces.Count && document.Deprels[pieces[piece].Token] is Deprel.Nsubj or Deprel.NsubjPass;

    /// <summary>"The last day of May", "the first Monday of June", "the first nine months of 2015".</summary>
    Match? Numbered(int piece, int at)
    {
        var number = Is(at, "last") ? -1 : Numbers.Ordinal(Word(at));
        if (number == 0)
            return null;
        if (Numbers.Plain(Word(at + 1)) is { } count && TimeWords.Unit(Word(at + 2)) is { } unit && IsAny(at + 3, "of", "in"))
            return Point(at + 4, withParts: false) is { Span.Value.Length: 4 or 7 } whole
                ? Length(piece, whole.End, CalendarSpan.Duration(unit, count)) : null;
        if (!IsAny(at + 2, "of", "in"))
            return null;
        var month = IsCapital(at + 3) && TimeWords.Month(Word(at + 3)) > 0 ? MonthDay(at + 3)
            : IsAny(at + 3, "this", "last", "next", "the", "that") ? Shifted(at + 3) : null;
        if (month is not { Span: { From: { } first, To: { } last, Value.Length: 7 } } of)
            return null;
        if (Is(at + 1, "day"))
            return number is -1 or 1 ? Date(piece, of.End, CalendarSpan.Day(number == 1 ? first : last)) : null;
        var weekday = TimeWords.Weekday(Word(at + 1));
        if (weekday == 0)
            return null;
        if (number > 5)
            return null;
        var ahead = ((weekday - CalendarSpan.IsoDay(first) + 7) % 7) + (7 * (number - 1));
        if (CalendarSpan.Shift(number > 0 ? first : last, TimeUnit.Day, number > 0 ? ahead : -((CalendarSpan.IsoDay(last) - weekday + 7) % 7)) is not { } day)
            return null;
        return day.Month == first.Month ? Date(piece, of.End, CalendarSpan.Day(day)) : null;
    }

    /// <summary>
    /// "Early March", "late on Sunday", "the end of 2013", "mid-July", "later that day", "the whole of January": the
    /// span of the whole, its days narrowed.
    /// </summary>
    Match? Qualified(int piece)
    {
        var the = Is(piece, "the");
        var at = the ? piece + 1 : piece;
        int part;
        var isOf = IsAny(at + 1, "of");
        if (IsAny(at, "early", "earlier") && !isOf)
            part = 1;
        else if (IsAny(at, "mid") && !isOf)
            part = 2;
        else if (IsAny(at, "late", "later") && !isOf)
            part = 3;
        else if (IsAny(at, "beginning", "start", "outset") && isOf)
            part = 1;
        else if (IsAny(at, "middle", "height") && isOf)
            part = 2;
        else if (IsAny(at, "end", "close", "rest", "remainder") && isOf)
            part = 3;
        else if (IsAny(at, "whole") && isOf)
            part = 0;
        else if (Is(at, "all") && (isOf || YearAt(at + 1) > 0))
            part = 0;
        else
            return null;
        var ends = !IsAny(at, "early", "earlier", "mid", "late", "later");
        var isLater = IsAny(at, "earlier", "later");
        at += isOf ? 2 : 1;
        if (IsHyphen(at))
            at++;
        if (!ends && IsAny(at, "on", "in"))
            at++;
        if (isLater && !IsAny(at, "this", "that", "today", "tonight", "in", "on") && at > 0 && !IsAny(at - 1, "in", "on"))
            return null;
        if ((Whole(at, ends) ?? Point(at, withParts: true)) is not
            { Type: TimeExpressionType.Date or TimeExpressionType.Time } whole
            || whole.Span.Value.EndsWith("_REF", StringComparison.Ordinal))
            return null;
        var span = whole.Span;
        if (part > 0 && span.From is { } from && span.To is { } to && to.DayNumber - from.DayNumber >= 5 && !isLater)
        {
            if (span.Value.Length == 7 && from.Day == 1 && from.Month == to.Month)
            {
                // Early March is 1 to 10, mid-March 11 to 20, late March what remains.
                var begin = from.AddDays(10 * (part - 1));
                return whole with { First = piece, Span = span with { From = begin, To = part == 3 ? to : begin.AddDays(9) } };
            }
            if (span.Value.Length == 4 && from.DayOfYear == 1 && from.Year == to.Year)
            {
                return whole with
                {
                    First = piece,
                    Span = span with { From = new DateOnly(from.Year, (4 * part) - 3, 1), To = CalendarSpan.Month(from.Year, 4 * part).To },
                };
            }
            var third = (to.DayNumber - from.DayNumber + 1) / 3;
            span = part switch
            {
                1 => span with { To = from.AddDays(third - 1) },
                2 => span with { From = from.AddDays(third), To = to.AddDays(-third) },
                _ => span with { From = to.AddDays(1 - third) },
            };
        }
        else if (isLater && today is { } now && span.From <= now && now <= span.To)
        {
            span = part == 1 ? span with { To = now } : span with { From = now };
        }
        return whole with { First = piece, Span = span };
    }

    /// <summary>"The end of the year", "the end of the month": those of publication; "late evening on Sunday" is no whole.</summary>
    Match? Whole(int piece, bool ends)
    {
        if (ends && IsAny(piece, "the", "this") && TimeWords.Unit(Word(piece + 1)) is { } unit and >= TimeUnit.Day && TimeWords.IsSingle(Word(piece + 1)))
            return Date(piece, piece + 2, today is { } now ? CalendarSpan.Around(now, unit) : CalendarSpan.Unknown(unit));
        return null;
    }

    /// <summary>"Today", "yesterday morning", "tonight", "overnight".</summary>
    Match? Deictic(int piece)
    {
        int? shift = Is(piece, "today") ? 0 : Is(piece, "yesterday") ? -1 : Is(piece, "tomorrow") ? 1 : null;
        if (shift is { } days)
        {
            if (days == 0 && IsPossessive(piece + 1) && piece + 2 < pieces.Count && document.Upos[pieces[piece + 2].Token] == Upos.Propn)
                return Date(piece, piece + 1, new CalendarSpan("PRESENT_REF", today, today));
            return TimeWords.PartOfDay(Word(piece + 1)) is { } part && TimeWords.IsSingle(Word(piece + 1))
                ? OnPart(piece, piece + 2, FromToday(days), part) : Date(piece, piece + 1, FromToday(days));
        }
        if (Is(piece, "tonight"))
            return OnPart(piece, piece + 1, FromToday(0), "TNI");
        return Is(piece, "overnight") ? OnPart(piece, piece + 1, FromToday(0), "TNI") : null;
    }

    /// <summary>
    /// "Last week", "this year", "next Monday", "the previous day", "the past three months", "that night", "recent days".
    /// </summary>
    Match? Shifted(int piece)
    {
        var at = Is(piece, "the") ? piece + 1 : piece;
        var the = at > piece;
        int step;
        var isNamed = false;
        if (!the && Is(at, "last") && document.Upos[pieces[at].Token] is Upos.Verb)
            return null;
        if (IsAny(at, "last", "past"))
            step = -1;
        else if (IsAny(at, "next", "coming", "upcoming"))
            step = 1;
        else if (IsAny(at, "this", "current"))
            step = 0;
        else if (IsAny(at, "previous", "preceding", "prior"))
            (step, isNamed) = (-1, true);
        else if (IsAny(at, "following", "ensuing"))
            (step, isNamed) = (1, true);
        else if (IsAny(at, "same") || (!the && Is(at, "that")))
            (step, isNamed) = (0, true);
        else if (IsAny(at, "recent"))
            step = -2;
        else
            return null;
        var isPast = IsAny(at, "past", "last") || step == -2;
        var isThis = Is(at, "this");
        at++;
        if (isThis && Is(at, "past"))
            (step, isPast, at) = (-1, false, at + 1);
        else if ((isThis && Is(at, "coming")) || (isNamed && Is(at, "same")))
            at++;
        var word = Word(at);
        if (Amount(at) is { } amount && TimeWords.Unit(Word(amount.End)) is { } counted && !(isNamed && step == 0))
            return LastingFrom(piece, amount.End + 1, counted, amount.Count, step < 0 ? -1 : step);
        if (TimeWords.Unit(word) is { } unit)
        {
            if (!TimeWords.IsSingle(word))
                return step == 0 || isNamed ? null : LastingFrom(piece, at + 1, unit, double.NaN, step < 0 ? -1 : 1);
            return step == -2 ? null : OneUnit(piece, at, unit, step, isNamed, isPast && (the || Is(at - 1, "past") || unit == TimeUnit.Decade), the);
        }
        if (step == -2)
            return null;
        var anchor = isNamed || (the && step == 1) ? namedDay : today;
        if (TimeWords.PartOfDay(word) is { } part && TimeWords.IsSingle(word))
        {
            var day = anchor is { } from && CalendarSpan.Shift(from, TimeUnit.Day, step) is { } to
                ? CalendarSpan.Day(to) : CalendarSpan.Unknown(TimeUnit.Day);
            // "Early this morning", "Friday last night" stand with other words; here the part has its own day.
            return OnPart(piece, at + 1, day, part);
        }
        if (TimeWords.Weekday(word) is var weekday and > 0 && IsCapital(at))
            return Date(piece, at + 1, StepWeekday(weekday, step, isNamed ? namedDay : today, isNamed)) is var found
                && TimeWords.PartOfDay(Word(at + 1)) is { } of && TimeWords.IsSingle(Word(at + 1)) ? OnPart(piece, at + 2, found.Span, of) : found;
        if (TimeWords.Month(word) is var month and > 0 && IsCapital(at))
            return Date(piece, at + 1, StepMonth(month, step, isNamed));
        if (TimeWords.Season(word) is { } season)
            return Date(piece, at + 1, StepSeason(season, step));
        return Holiday(at) is { } holiday && today is { } now && holiday.Span.From is { } feast && !isNamed && step == 0
            && Valid(now.Year, feast.Month, feast.Day) is { } own ? Date(piece, holiday.End, own) : null;
    }

    /// <summary>"Last week", "the past year", "the next day", "that month".</summary>
    Match? OneUnit(int piece, int at, TimeUnit unit, int step, bool isNamed, bool isLength, bool the)
    {
        if (isLength && unit != TimeUnit.Weekend)
            return LastingFrom(piece, at + 1, unit, 1, step);
        if (unit < TimeUnit.Day)
            return the && step == 1 && unit is TimeUnit.Hour or TimeUnit.Minute ? LastingFrom(piece, at + 1, unit, 1, step) : null;
        var anchor = !isNamed && !(the && unit == TimeUnit.Day) && !(unit == TimeUnit.Day && step == 1) ? today : unit switch
        {
            TimeUnit.Day => namedDay,
            TimeUnit.Week or TimeUnit.Weekend => namedWeek,
            TimeUnit.Month or TimeUnit.Quarter => namedMonth,
            _ => namedYear,
        };
        if (unit == TimeUnit.Weekend && step == 1 && (IsAny(at - 1, "coming", "upcoming") || (isNamed && anchor is { } told && CalendarSpan.IsoDay(told) < 6)))
            step = 0;
        return Date(piece, at + 1, anchor is { } from && CalendarSpan.Shift(from, unit, step) is { } day
            ? CalendarSpan.Around(day, unit) : CalendarSpan.Unknown(unit));
    }

    /// <summary>A duration that ends or begins today: its days are known though its value is a length.</summary>
    Match LastingFrom(int first, int end, TimeUnit unit, double count, int step)
    {
        var value = CalendarSpan.Duration(unit, count);
        if (!(count <= 10_000) || today is not { } now || step == 0 || unit < TimeUnit.Hour
            || CalendarSpan.Shift(now, unit, step * (int)Math.Ceiling(count)) is not { } other)
            return Length(first, end, value);
        return step < 0 ? Length(first, end, value, other, now) : Length(first, end, value, now, other);
    }

    static CalendarSpan StepWeekday(int weekday, int step, DateOnly? anchor, bool isNamed)
    {
        if (anchor is not { } from)
            return CalendarSpan.AnyWeekday(weekday);
        var apart = weekday - CalendarSpan.IsoDay(from);
        var shift = step switch
        {
            < 0 => apart >= 0 ? apart - 7 : apart,
            > 0 => apart <= 0 ? apart + 7 : apart,
            _ => apart,
        };
        return CalendarSpan.Shift(from, TimeUnit.Day, shift) is { } day ? CalendarSpan.Day(day) : CalendarSpan.AnyWeekday(weekday);
    }

    CalendarSpan StepMonth(int month, int step, bool isNamed)
    {
        if ((isNamed ? namedMonth : today) is not { } now)
            return CalendarSpan.AnyMonth(month);
        var year = step switch
        {
            < 0 => month >= now.Month ? now.Year - 1 : now.Year,
            > 0 => month <= now.Month ? now.Year + 1 : now.Year,
            _ => now.Year,
        };
        return year is >= 1 and <= 9999 ? CalendarSpan.Month(year, month) : CalendarSpan.Unknown(TimeUnit.Month);
    }

    /// <summary>The last season of the name that is over, the one that goes on or belongs to this year, the next to begin.</summary>
    CalendarSpan StepSeason(string code, int step)
    {
        if (today is not { } now)
            return CalendarSpan.Open("XXXX-" + code);
        for (var year = step < 0 ? now.Year : now.Year - 1; year is >= 1 and < 9999 && Math.Abs(year - now.Year) < 4; year += step < 0 ? -1 : 1)
        {
            var season = CalendarSpan.Season(year, code);
            if (step < 0 ? season.To < now : step > 0 ? season.From > now : season.To >= now && (season.From <= now || year == now.Year))
                return season;
        }
        return CalendarSpan.Season(Math.Clamp(now.Year, 1, 9998), code);
    }

    /// <summary>"Now", "recently", "the future", "at present", "long ago": no day at all.</summary>
    Match? Vague(int piece)
    {
        var past = new CalendarSpan("PAST_REF", null, today);
        var present = new CalendarSpan("PRESENT_REF", today, today);
        var future = new CalendarSpan("FUTURE_REF", today, null);
        var isAdverb = document.Upos[pieces[piece].Token] == Upos.Adv;
        if (IsAny(piece, "now", "currently", "nowadays", "presently") && (isAdverb || Is(piece - 1, "until")))
            return Date(piece, piece + 1, present);
        if (IsAny(piece, "recently", "lately"))
            return Date(piece, piece + 1, past);
        if (Is(piece, "soon") && !IsAny(piece + 1, "as", "after", "afterwards", "before") && !IsAny(piece - 1, "as", "too", "how"))
            return Date(piece, piece + 1, future);
        if (Is(piece, "at") && Is(piece + 1, "present"))
            return Date(piece, piece + 2, present);
        if (Is(piece, "at") && Is(piece + 1, "this") && Is(piece + 2, "time") && IsClauseEnd(piece + 3) | Is(piece + 3, "there"))
            return Date(piece, piece + 3, present);
        if (Is(piece, "these") && Is(piece + 1, "days"))
            return Date(piece, piece + 2, present);
        if (Is(piece, "long") && Is(piece + 1, "ago"))
            return Date(piece, piece + 2, past);
        if (Is(piece, "recent") && IsAny(piece + 1, "times", "memory"))
            return Is(piece + 1, "times") ? Date(piece, piece + 2, past) : null;
        if (Is(piece, "sooner") && Is(piece + 1, "or") && Is(piece + 2, "later"))
            return Date(piece, piece + 3, future);
        if (Is(piece, "due") && Is(piece + 1, "course"))
            return Date(piece, piece + 2, future);
        if (Is(piece, "later") && Tenses.Of(document, pieces[piece].Token) == Tense.Future && !IsAny(piece - 1, "or", "no", "not", "than", "minutes", "hours", "years")
            && piece > 0 && document.Upos[pieces[piece - 1].Token] is Upos.Verb or Upos.Noun or Upos.Pron)
            return Date(piece, piece + 1, future);
        if (!Is(piece, "the"))
            return null;
        if (Is(piece + 1, "other") && Is(piece + 2, "day"))
            return Date(piece, piece + 3, past);
        if (Is(piece + 1, "moment") && IsAny(piece - 1, "at", "for") && !IsAny(piece + 2, "of", "when", "he", "she", "they", "it"))
            return Date(piece, piece + 2, present);
        if (Is(piece + 1, "past") && IsAny(piece - 1, "in", "from", "of") && TimeWords.Unit(Word(piece + 2)) is null && IsClauseEnd(piece + 2) | Is(piece + 2, "they"))
            return Date(piece, piece + 2, past);
        if (IsAny(piece + 1, "near", "foreseeable", "not", "distant", "immediate") && Is(piece + 2, "future"))
            return Date(piece, piece + 3, future);
        return Is(piece + 1, "future") && IsAny(piece - 1, "in", "for", "into") && !Is(piece + 2, "of") ? Date(piece, piece + 2, future) : null;
    }
}
