using Tocsin.Events;
using Tocsin.Language;

namespace Tocsin.Coding;

/// <content>Lengths of time and what is counted by them ("two days ago", "a week later"), and what recurs ("every Monday").</content>
public sealed partial class TimeFinder
{
    /// <summary>How many: NaN where the text does not say.</summary>
    readonly record struct Count(double Value, int End);

    /// <summary>"Three", "a few", "two and a half", "half an", "a couple of", "several", "36": and the piece after it.</summary>
    (double Count, int End)? Amount(int piece)
    {
        if (IsAny(piece, "several", "many", "few", "countless", "multi") || (IsAny(piece, "some") && TimeWords.Unit(Word(piece + 1)) is not null && !TimeWords.IsSingle(Word(piece + 1))))
            return (double.NaN, IsHyphen(piece + 1) ? piece + 2 : piece + 1);
        if (IsAny(piece, "a", "the") && IsAny(piece + 1, "few", "good") && !Is(piece, "the"))
            return (double.NaN, piece + 2);
        if (IsAny(piece, "couple"))
            return (2, Is(piece + 1, "of") ? piece + 2 : piece + 1);
        if (Is(piece, "a") && Is(piece + 1, "couple"))
            return (2, Is(piece + 2, "of") ? piece + 3 : piece + 2);
        if (IsAny(piece, "dozens", "scores", "hundreds", "thousands", "tens") && Is(piece + 1, "of"))
            return (double.NaN, Is(piece + 2, "thousands") ? piece + 4 : piece + 2);
        if (Is(piece, "half"))
            return IsAny(piece + 1, "a", "an") ? (0.5, piece + 2) : IsHyphen(piece + 1) && TimeWords.Unit(Word(piece + 2)) is not null ? (0.5, piece + 2) : null;
        if (Is(piece, "a") && Is(piece + 1, "quarter") && Is(piece + 2, "of") && IsAny(piece + 3, "a", "an"))
            return (0.25, piece + 4);
        if (Is(piece, "three") && IsHyphen(piece + 1) | Is(piece + 1, "quarters") && IsAny(IsHyphen(piece + 1) ? piece + 2 : piece + 1, "quarters"))
        {
            var of = IsHyphen(piece + 1) ? piece + 3 : piece + 2;
            return Is(of, "of") && IsAny(of + 1, "a", "an") ? (0.75, of + 2) : null;
        }
        if (Cardinal(piece) is not { } number)
            return null;
        // "Two and a half", "two-and-a-half".
        var at = number.End;
        var and = IsHyphen(at) ? at + 1 : at;
        if (Is(and, "and"))
        {
            var a = IsHyphen(and + 1) ? and + 2 : and + 1;
            var half = IsHyphen(a + 1) ? a + 2 : a + 1;
            if (Is(a, "a") && Is(half, "half"))
                return (number.Value + 0.5, half + 1);
        }
        return (number.Value, at);
    }

    /// <summary>A number in figures or words: "36", "2,500", "twenty-five", "two hundred".</summary>
    (double Value, int End)? Cardinal(int piece)
    {
        if (Numbers.Plain(Word(piece)) is not { } value)
            return null;
        var at = piece + 1;
        if (value is >= 20 and < 100 && value % 10 == 0 && IsHyphen(at) && !char.IsAsciiDigit(Word(piece)[0]) && Numbers.Plain(Word(at + 1)) is > 0 and < 10 and var ones)
            (value, at) = (value + ones, at + 2);
        if (Is(at, "hundred"))
            (value, at) = (value * 100, at + 1);
        else if (Is(at, "thousand"))
            (value, at) = (value * 1000, at + 1);
        else if (Is(at, "million"))
            (value, at) = (value * 1e6, at + 1);
        return value <= 1e9 ? (value, at) : null;
    }

    /// <summary>"Two days ago", "a week later", "three months", "two-day", "several years", "hour-long".</summary>
    Match? Counted(int piece)
    {
        if (Amount(piece) is { } amount)
        {
            if (Bounded(piece, amount.Count, amount.End) is { } lower)
                return lower;
            var at = IsHyphen(amount.End) ? amount.End + 1 : amount.End;
            // "A hundred days": what the article counts is a number.
            return TimeWords.Unit(Word(at)) is { } unit ? Measured(piece, at, unit, amount.Count, isArticle: false) : null;
        }
        if (IsAny(piece, "a", "an", "one"))
            return Article(piece);
        if (TimeWords.Unit(Word(piece)) is not { } bare)
            return null;
        if (IsHyphen(piece + 1) && IsAny(piece + 2, "long", "old"))
            return Length(piece, piece + 3, CalendarSpan.Duration(bare, TimeWords.IsSingle(Word(piece)) ? 1 : double.NaN));
        return TimeWords.IsSingle(Word(piece)) ? null : Plural(piece, bare);
    }

    /// <summary>"Two to three days": the first number is a length by itself.</summary>
    Match? Bounded(int piece, double count, int end)
    {
        if (double.IsNaN(count) || !(IsAny(end, "to", "or") || (IsDash(end) && char.IsAsciiDigit(Word(end + 1) is [var c, ..] ? c : ' ')))
            || Cardinal(end + 1) is not { } upper || upper.Value <= count)
            return null;
        var at = IsHyphen(upper.End) ? upper.End + 1 : upper.End;
        return TimeWords.Unit(Word(at)) is { } unit && !Is(at + 1, "ago") ? Length(piece, end, CalendarSpan.Duration(unit, count)) : null;
    }

    /// <summary>"A year ago", "for a month", "a decade of drought", "an hour and a half"; "6,000 shells a day" recurs.</summary>
    Match? Article(int piece)
    {
        var at = piece + 1;
        if (Is(at, "full") || Is(at, "whole") || Is(at, "single"))
            at++;
        if (IsHyphen(at) && Is(piece, "one"))
            at++;
        if (TimeWords.Unit(Word(at)) is not { } unit || !TimeWords.IsSingle(Word(at)))
            return null;
        if (unit == TimeUnit.Second && !IsAny(piece - 1, "for", "within", "in", "a"))
            return null;
        var isOne = Is(piece, "one");
        var before = piece > 0 ? document.Upos[pieces[piece - 1].Token] : Upos.Punct;
        if (IsHyphen(at + 1))
            return IsAny(at + 2, "long", "old") ? Length(isOne ? piece : at, at + 3, CalendarSpan.Duration(unit, 1)) : null;
        if (!isOne && at == piece + 1 && before is Upos.Noun or Upos.Num or Upos.Sym or Upos.Propn && !IsAny(at + 1, "ago", "later", "earlier", "old", "before", "after") && !(Is(at + 1, "and") && (Is(at + 2, "a") || Cardinal(at + 2) is not null))
            && !IsHyphen(at + 1) && piece > 0 && !TimeWords.IsModifier(Word(piece - 1)))
            return new Match(piece, at + 1, TimeExpressionType.Set, CalendarSpan.Open(CalendarSpan.Duration(unit, 1)));
        var measured = Measured(piece, at, unit, 1, isArticle: !isOne);
        if (measured is { Type: TimeExpressionType.Duration, End: var end } && end == at + 1)
        {
            if (isOne && unit == TimeUnit.Day && piece == 0)
                return null;
            var isAsked = IsAny(piece - 1, "for", "within", "over", "than", "after", "in", "of", "about", "nearly", "almost", "roughly", "least", "under", "around", "to", "last", "every")
                || TimeWords.IsModifier(Word(piece - 1)) || IsAny(at + 1, "of", "in", "on") || IsPossessive(at + 1) || isOne
                || (piece > 0 && before == Upos.Verb && document.Lemma(pieces[piece - 1].Token) is "take" or "last" or "spend" or "wait" or "need" or "serve" or "give" or "remain" or "stay" or "pass" or "cost");
            if (!isAsked || (Is(at + 1, "of") && unit is TimeUnit.Day or TimeUnit.Week && IsAny(piece - 1, "call", "declare")))
                return null;
        }
        return measured;
    }

    /// <summary>"For weeks", "decades of rule", "hours ago", "months earlier".</summary>
    Match? Plural(int piece, TimeUnit unit)
    {
        if (IsAny(piece + 1, "ago"))
            return Date(piece, piece + 2, new CalendarSpan("PAST_REF", null, today));
        if (Is(piece + 1, "earlier"))
            return Date(piece, piece + 2, new CalendarSpan("PAST_REF", null, today));
        if (Is(piece + 1, "later"))
            return Date(piece, piece + 2, new CalendarSpan("FUTURE_REF", null, null));
        if (unit == TimeUnit.Weekend)
            return new Match(piece, piece + 1, TimeExpressionType.Set, CalendarSpan.Unknown(unit));
        var isAsked = IsAny(piece - 1, "for", "within", "in", "over", "after", "about", "of") && !(Is(piece - 1, "of") && !IsAny(piece - 2, "matter", "period", "space", "couple"))
            || IsAny(piece + 1, "of") || IsAny(piece + 1, "after", "before") || (IsHyphen(piece + 1) && Is(piece + 2, "long"));
        if (!isAsked || (Is(piece + 1, "of") && IsAny(piece - 1, "the", "two", "his", "her", "their", "those", "early", "small", "first", "last", "office", "opening")))
            return null;
        return Length(piece, IsHyphen(piece + 1) && Is(piece + 2, "long") ? piece + 3 : piece + 1, CalendarSpan.Duration(unit, double.NaN));
    }

    /// <summary>What is counted, with "and a half", "and three months", "ago", "later", "from now", "-old".</summary>
    Match? Measured(int piece, int at, TimeUnit unit, double count, bool isArticle)
    {
        var end = at + 1;
        var value = TimeWords.IsFortnight(Word(at)) ? CalendarSpan.Duration(TimeUnit.Week, 2 * count) : CalendarSpan.Duration(unit, count);
        if (TimeWords.IsFortnight(Word(at)))
            (unit, count) = (TimeUnit.Week, 2 * count);
        if (Is(end, "and") && Is(end + 1, "a") && Is(end + 2, "half") && TimeWords.Unit(Word(end + 3)) is null)
        {
            (count, end) = (count + 0.5, end + 3);
            value = CalendarSpan.Duration(unit, count);
        }
        else if (Is(end, "and") && Cardinal(end + 1) is { } rest && TimeWords.Unit(Word(rest.End)) is { } smaller && smaller < unit && !double.IsNaN(count)
            && !IsAny(rest.End + 1, "ago", "later", "earlier"))
        {
            var part = CalendarSpan.Duration(smaller, rest.Value);
            end = rest.End + 1;
            value += value.Contains('T') || !part.Contains('T') ? part[(part.StartsWith("PT", StringComparison.Ordinal) ? 2 : 1)..] : part[1..];
            return Length(piece, end, value);
        }
        if (Is(end, "ago") || (Is(end, "back") && !isArticle && IsClauseEnd(end + 1)))
            return Ago(piece, end, unit, count);
        if (Is(end, "earlier") || (Is(end, "before") && (end + 1 >= pieces.Count || Word(end + 1) is "," or "." or ";" || HadBeen(end + 1))))
            return FromNamed(piece, end + 1, unit, -count);
        if (Is(end, "later") || (Is(end, "after") && (end + 1 >= pieces.Count || Word(end + 1) is "," or ".")))
            return FromNamed(piece, end + 1, unit, count);
        if (Is(end, "from"))
        {
            if (IsAny(end + 1, "now", "today"))
                return Date(piece, end + 2, Counted(today, unit, count));
            if ((Weekday(end + 1) ?? Deictic(end + 1)) is { Type: TimeExpressionType.Date } start && IsDay(start.Span) && start.Span.From is { } from && !double.IsNaN(count))
            {
                if (today is { } now && from < now)
                    from = CalendarSpan.Shift(from, TimeUnit.Week, 1) ?? from;
                return Date(piece, start.End, CalendarSpan.Shift(from, unit, (int)count) is { } to ? CalendarSpan.Day(to) : start.Span);
            }
        }
        if (IsHyphen(end) && IsAny(end + 1, "old", "olds", "long"))
            end += 2;
        else if (IsAny(end, "old", "long"))
            end++;
        return Length(piece, end, value);
    }

    /// <summary>"A week before its mayor had crossed the river": the clause tells what lies further back, and is no anchor.</summary>
    bool HadBeen(int piece)
    {
        for (var at = piece; at < Math.Min(piece + 5, pieces.Count) && Word(at) is not ("," or "." or ";"); at++)
        {
            if (Is(at, "had"))
                return true;
        }
        return false;
    }

    Match Ago(int piece, int ago, TimeUnit unit, double count)
    {
        // "A decade ago, in 2013": the text says which year it means.
        if (unit == TimeUnit.Decade && Is(ago + 1, ",") && YearAt(Is(ago + 2, "in") ? ago + 3 : ago + 2) is var told and > 0)
            return Date(piece, ago + 1, CalendarSpan.Year(told));
        if (unit == TimeUnit.Decade && Is(piece - 1, ",") && YearAt(piece - 2) is var before and > 0)
            return Date(piece, ago + 1, CalendarSpan.Year(before));
        if (double.IsNaN(count))
            return Date(piece, ago + 1, new CalendarSpan("PAST_REF", null, today)) with { IsMeasured = true };
        if (IsAny(ago + 1, "today", "yesterday") && today is { } now && count % 1 == 0
            && CalendarSpan.Shift(now, unit, -(int)count) is { } day)
            return Date(piece, ago + 2, CalendarSpan.Day(Is(ago + 1, "today") ? day : CalendarSpan.Shift(day, TimeUnit.Day, -1) ?? day));
        return Date(piece, ago + 1, Counted(today, unit, -count)) with { IsMeasured = true };
    }

    /// <summary>"Two days later", "three years earlier": from the last day, week, month or year that was named.</summary>
    Match FromNamed(int piece, int end, TimeUnit unit, double count)
    {
        if (double.IsNaN(count))
            return Date(piece, end, Is(end - 1, "later") ? new CalendarSpan("FUTURE_REF", null, null) : new CalendarSpan("PAST_REF", null, today)) with { IsMeasured = true };
        if (unit < TimeUnit.Day)
        {
            if (namedClock is not { } clock)
                return Date(piece, end, namedDay is { } same ? CalendarSpan.Day(same) : CalendarSpan.Unknown(TimeUnit.Day)) with { Type = TimeExpressionType.Time, IsMeasured = true };
            var seconds = unit switch { TimeUnit.Hour => 3600.0, TimeUnit.Minute => 60, _ => 1 } * Math.Clamp(count, -1e6, 1e6);
            var then = clock.At.Ticks + (long)(seconds * TimeSpan.TicksPerSecond) is var ticks && ticks > 0 && ticks < DateTime.MaxValue.Ticks ? new DateTime(ticks) : clock.At;
            var day = CalendarSpan.Day(DateOnly.FromDateTime(then));
            return new Match(piece, end, TimeExpressionType.Time, day with
            {
                Value = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{day.Value}T{then:HH:mm}{clock.Zone}"),
            })
            { IsMeasured = true };
        }
        var anchor = unit switch
        {
            TimeUnit.Day => namedDay,
            TimeUnit.Week or TimeUnit.Weekend => namedWeek,
            TimeUnit.Month or TimeUnit.Quarter => namedMonth,
            _ => namedYear,
        };
        return Date(piece, end, Counted(anchor, unit, count)) with { IsMeasured = true };
    }

    /// <summary>
    /// So many units from a day, at the grain of the unit: "two weeks ago" is a week, "a year ago" a year.
    /// </summary>
    static CalendarSpan Counted(DateOnly? from, TimeUnit unit, double count)
    {
        if (from is not { } day || double.IsNaN(count) || Math.Abs(count) > 10_000)
            return CalendarSpan.Unknown(unit);
        var (grain, steps) = count % 1 == 0 ? (unit, (int)count) : unit switch
        {
            TimeUnit.Year => (TimeUnit.Month, (int)(count * 12)),
            TimeUnit.Century => (TimeUnit.Year, (int)(count * 100)),
            TimeUnit.Decade => (TimeUnit.Year, (int)(count * 10)),
            TimeUnit.Month => (TimeUnit.Day, (int)(count * 30)),
            TimeUnit.Week => (TimeUnit.Day, (int)(count * 7)),
            _ => (unit, (int)Math.Round(count)),
        };
        return CalendarSpan.Shift(day, grain, steps) is { } shifted
            ? CalendarSpan.Around(shifted, grain) : CalendarSpan.Unknown(unit);
    }

    /// <summary>"Every week", "each Monday", "daily", "Mondays", "twice a year", "every other day", "24/7".</summary>
    Match? Every(int piece)
    {
        if (Word(piece) is "24" && Is(piece + 1, "/") && Word(piece + 2) is "7")
            return Set(piece, piece + 3, "P1D");
        if (TimeWords.Recurring(Word(piece)) is { } recurring)
            return Set(piece, piece + 1, recurring) with { IsMeasured = true };
        if (IsCapital(piece) && TimeWords.Weekday(Word(piece)) is var days and > 0 && TimeWords.IsPlural(Word(piece)) && Word(piece).EndsWith("days", StringComparison.OrdinalIgnoreCase))
            return Set(piece, piece + 1, CalendarSpan.AnyWeekday(days).Value);
        if (Times(piece) is { } times)
            return times;
        if (!IsAny(piece, "every", "each"))
            return null;
        var at = piece + 1;
        var count = 1.0;
        if (Is(at, "other"))
            (count, at) = (2, at + 1);
        else if (Is(at, "few"))
            (count, at) = (double.NaN, at + 1);
        else if (Numbers.Ordinal(Word(at)) is var ordinal and > 1 && (TimeWords.Unit(Word(at + 1)) is not null || TimeWords.Weekday(Word(at + 1)) > 0))
            (count, at) = (ordinal, at + 1);
        else if (DayMonth(at) is { } yearly)
            return Set(piece, yearly.End, "XXXX" + yearly.Span.Value[4..]);
        else if (Is(at, "single"))
            at++;
        else if (Cardinal(at) is { } number && TimeWords.Unit(Word(number.End)) is not null)
            (count, at) = (number.Value, number.End);
        if (TimeWords.PartOfDay(Word(at)) is { } part && TimeWords.IsSingle(Word(at)))
            return Is(at + 1, "at") && (ClockAt(at + 2) ?? BareHour(at + 2)) is { } fixedAt ? Set(piece, fixedAt.End, "XXXX-XX-XX" + fixedAt.Value)
                : Set(piece, at + 1, "XXXX-XX-XX" + part);
        if (TimeWords.Unit(Word(at)) is { } unit && Word(at) is not "second")
        {
            if (unit == TimeUnit.Weekend)
                return Set(piece, at + 1, "XXXX-WXX-WE");
            if (unit == TimeUnit.Day && count == 1 && Is(at + 1, "at") && ClockAt(at + 2) is { } clock)
                return Set(piece, clock.End, "XXXX-XX-XX" + clock.Value + clock.Zone);
            return Set(piece, at + 1, TimeWords.IsFortnight(Word(at)) ? "P2W" : CalendarSpan.Duration(unit, count));
        }
        if (TimeWords.Weekday(Word(at)) is var weekday and > 0)
        {
            var end = at + 1;
            var value = CalendarSpan.AnyWeekday(weekday).Value;
            if (TimeWords.PartOfDay(Word(end)) is { } of)
                (value, end) = (value + of, end + 1);
            if (Is(end, "of") && IsAny(end + 1, "the", "each", "every") && Is(end + 2, "month"))
                end += 3;
            return Set(piece, end, value);
        }
        if (TimeWords.Month(Word(at)) is var month and > 0)
            return Set(piece, at + 1, CalendarSpan.AnyMonth(month).Value);
        return TimeWords.Season(Word(at)) is { } season ? Set(piece, at + 1, "XXXX-" + season) : null;

        static Match Set(int first, int end, string value) =>
            new(first, end, TimeExpressionType.Set, CalendarSpan.Open(value));
    }

    Clock? BareHour(int piece) => Word(piece).Length <= 2 && Numbers.Plain(Word(piece)) is >= 1 and <= 12 and var hour
        ? new Clock(piece + 1, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"T{(int)hour:00}:00"), "") : null;

    /// <summary>"Twice a year", "three times a day", "twice-yearly", "once every two weeks".</summary>
    Match? Times(int piece)
    {
        var at = IsAny(piece, "once", "twice", "thrice") ? piece + 1
            : Cardinal(piece) is { } number && Is(number.End, "times") ? number.End + 1
            : IsAny(piece, "several", "many", "few") && Is(piece + 1, "times") ? piece + 2 : 0;
        if (at == 0)
            return null;
        if (IsHyphen(at) && TimeWords.Recurring(Word(at + 1)) is { } yearly)
            return new Match(piece, at + 2, TimeExpressionType.Set, CalendarSpan.Open(yearly));
        if (IsAny(at, "a", "an", "per", "each", "every") && TimeWords.Unit(Word(at + 1)) is { } unit && TimeWords.IsSingle(Word(at + 1)))
            return new Match(piece, at + 2, TimeExpressionType.Set, CalendarSpan.Open(CalendarSpan.Duration(unit, 1)));
        return TimeWords.Recurring(Word(at)) is { } adverb ? new Match(piece, at + 1, TimeExpressionType.Set, CalendarSpan.Open(adverb)) : null;
    }

    /// <summary>"About", "more than", "at least" before a length belong to it.</summary>
    Match Widened(Match match, int piece)
    {
        if (!match.IsMeasured || Is(match.First, "the") || IsAny(match.First, "this", "last", "next", "past", "recent", "coming"))
            return match;
        var first = match.First;
        var least = mentions.Count > 0 ? mentions[^1].Expression.Passage.End : -1;
        for (var rounds = 0; rounds < 3; rounds++)
        {
            var back = TimeWords.ModifierBefore(Word(first - 1), Word(first - 2), Word(first - 3), Word(first - 4));
            if (back == 0 || first - back < 0 || pieces[first - back].Start < least
                || document.Deprels[pieces[first - 1].Token] == Deprel.CompoundPrt
                || (IsAny(first - 1, "over") && IsAny(first - 2, "handed", "taken", "took", "turned", "fought", "crossed"))
                || (match.Type == TimeExpressionType.Time && !IsAny(first - 1, "about", "around", "approximately", "roughly")))
                break;
            first -= back;
        }
        return match with { First = first };
    }

    /// <summary>A name with a time in it, or a date that no calendar has.</summary>
    bool IsTrap(Match match)
    {
        var (first, end) = (match.First, match.End);
        var isMonth = TimeWords.Month(Word(first)) > 0;
        var isWeekday = TimeWords.Weekday(Word(first)) > 0 || (Is(first, "the") && TimeWords.Weekday(Word(first + 1)) > 0);
        if (isMonth && IsAny(first - 1, "Mrs", "Mr", "Ms", "Mrs.", "Mr.", "Ms.", "Black", "Theresa", "Brian", "Miss"))
            return true;
        // "31 June" is no day, and June is not meant either.
        if (isMonth && Word(first - 1) is [>= '0' and <= '9', ..] day && day.Length <= 4 && YearAt(first - 1) == 0
            && !(int.TryParse(day, out var number) && number > 99))
            return true;
        if ((isMonth || char.IsAsciiDigit(Word(first)[0]) || (Is(first, "the") && TimeWords.Month(Word(first + 2)) > 0)) && IsDay(match.Span)
            && IsAny(end, "alliance", "group", "camp", "movement", "coalition", "bloc", "party", "brigade", "brigades", "Movement", "Martyrs", "Youth", "Alliance", "Coalition", "Group"))
            return true;
        if (isWeekday && Is(end, "of") && IsCapital(end + 1) && TimeWords.Month(Word(end + 1)) == 0)
            return true;
        if (match.Type == TimeExpressionType.Duration)
        {
            if (Word(end) is "War" || (IsPossessive(end) && Word(end + 1) is "War"))
                return true;
            // "Twelve Years a Slave" is a title.
            return first < end - 1 && IsCapital(end - 1) && Word(end - 1) is [_, >= 'a' and <= 'z', ..] && first > 0 && !IsAny(first - 1, "The");
        }
        // "Midnight Express", "the Summer Garden", "the Daily Mirror", "17 June Street", "USA Today".
        var own = Is(first, "the") && first + 1 < end ? first + 1 : first;
        if (IsCapital(end - 1) && Word(end) is [>= 'A' and <= 'Z', >= 'a' and <= 'z', ..] && document.Upos[pieces[end].Token] is Upos.Propn or Upos.Noun && YearAt(end - 1) == 0
            && (own == end - 1 ? IsAny(own, "Midnight", "Summer", "Winter", "Spring", "Autumn", "Daily", "Weekly", "Monthly", "Sunday", "Friday", "Easter", "Christmas", "Noon", "Tonight", "Today")
                && !IsAny(end, "Eve", "Day", "Monday", "Sunday", "Night", "Morning") && TimeWords.Weekday(Word(end)) == 0 && !(own == 0 && TimeWords.Weekday(Word(own)) > 0)
                : IsDay(match.Span) && IsAny(end, "Street", "Bridge", "Square", "Avenue", "Boulevard", "Movement", "Park", "Stadium", "Brigade", "Revolution")))
            return true;
        if (Word(own) is "Today" && own > 0 && document.Upos[pieces[own - 1].Token] == Upos.Propn)
            return true;
        return (isMonth || isWeekday || IsAny(own, "Christmas", "Easter")) && IsWithinName(match);
    }

    bool IsWithinName(Match match)
    {
        for (var piece = match.First; piece < match.End; piece++)
        {
            if (YearAt(piece) > 0)
                return false;
        }
        var (first, last) = (pieces[match.First].Token, pieces[match.End - 1].Token);
        foreach (var entity in document.Entities)
        {
            if (entity.First > last || entity.End <= first)
                continue;
            if (entity.First < first && document.Upos[entity.First] is Upos.Propn or Upos.Det && document.Form(entity.First) is [>= 'A' and <= 'Z', ..] lead
                && !lead.EndsWith(".", StringComparison.Ordinal))
                return true;
            if (entity.End > last + 1 && document.Form(last + 1) is [>= 'A' and <= 'Z', ..] && !IsAny(match.End, "Day", "Eve"))
                return true;
        }
        var next = Word(match.End);
        return match.End == match.First + 1 && next is [>= 'A' and <= 'Z', ..] && document.Upos[pieces[match.End].Token] == Upos.Propn
            && document.Upos[first] == Upos.Propn && document.Heads[last + 1 < document.TokenCount ? last + 1 : last] is var head
            && (document.Deprels[pieces[match.End].Token] is Deprel.Flat && head == first
                || (document.Heads[first] == pieces[match.End].Token && document.Deprels[first] is Deprel.Compound && IsAny(match.End, "Times", "Prayer", "Rising", "Island", "Post", "Mail", "Telegraph")));
    }
}
