using Tocsin.Events;
using Tocsin.Language;

namespace Tocsin.Coding;

/// <summary>
/// Finds time expressions and normalises them after TimeML's TIMEX3, as <c>docs/annotation-times.md</c> words it.
/// Relative ones count from the calendar day of publication in the outlet's own offset; without it they stay in
/// TIMEX3's underspecified form ("XXXX-WXX-1"). A worker's own.
/// </summary>
/// <remarks>
/// "Two days later" and "that week" count from the day named last. A bare weekday or month is the last one for a clause
/// in the past, and the next for one in the future. What no calendar holds (31 June) is no time.
/// </remarks>
public sealed partial class TimeFinder
{
    /// <summary>A time in pieces of the sentence, from its first to beyond its last.</summary>
    readonly record struct Match(int First, int End, TimeExpressionType Type, CalendarSpan Span)
    {
        /// <summary>A duration that a word before it may widen: "about", "at least".</summary>
        public bool IsMeasured { get; init; }
    }

    readonly TimePieces pieces = new();
    Document document = new();
    List<TimeMention> mentions = [];
    DateOnly? today;

    /// <summary>The last day, week, month and year named, publication's before any.</summary>
    DateOnly? namedDay, namedWeek, namedMonth, namedYear;

    /// <summary>The clock time named last, with its zone.</summary>
    (DateTime At, string Zone)? namedClock;

    bool isAmerican;
    bool isStyleKnown;

    /// <summary>
    /// Replaces <paramref name="found"/> by the document's time expressions in text order, none overlapping.
    /// </summary>
    public void Find(Document document, DateTimeOffset? publishedAt, List<TimeMention> found)
    {
        found.Clear();
        this.document = document;
        mentions = found;
        today = publishedAt is { } published ? DateOnly.FromDateTime(published.DateTime) : null;
        namedDay = namedWeek = namedMonth = namedYear = today;
        namedClock = null;
        isStyleKnown = false;
        for (var sentence = 0; sentence < document.SentenceCount; sentence++)
        {
            var (first, end) = document.Sentence(sentence);
            if (HoldsTime(first, end))
            {
                pieces.Fill(document, first, end);
                FindInSentence();
            }
        }
    }

    /// <summary>Whether any word of the sentence can be part of a time at all.</summary>
    bool HoldsTime(int first, int end)
    {
        for (var token = first; token < end; token++)
        {
            var form = document.Form(token);
            if (!form.IsEmpty && (char.IsAsciiDigit(form[0]) || TimeWords.IsTelling(form)
                || (form.Length > 2 && char.IsAsciiDigit(form[^1]))
                || (form.Length > 4 && form.IndexOfAny('-', '–', '\'') >= 0)))
                return true;
        }
        return false;
    }

    void FindInSentence()
    {
        for (var piece = 0; piece < pieces.Count;)
        {
            if (At(piece) is { } match)
            {
                match = Widened(match, piece);
                if (!IsTrap(match))
                    Add(match);
                piece = Math.Max(match.End, piece + 1);
            }
            else
            {
                piece++;
            }
        }
    }

    Match? At(int piece)
    {
        var word = Word(piece);
        if (word.IsEmpty || (!char.IsLetterOrDigit(word[0]) && word[0] is not ('\'' or '’')))
            return null;
        var isDigit = char.IsAsciiDigit(word[0]);
        if (!isDigit && !TimeWords.IsOpener(word) && word[0] is not ('\'' or '’'))
            return null;
        var token = pieces[piece].Token;
        if (!isDigit && document.Upos[token] is Upos.Aux or Upos.Cconj or Upos.Pron && !IsAny(piece, "that", "this", "May", "twenty", "one"))
            return null;
        return Composed(piece) ?? Every(piece) ?? ClockWithDay(piece) ?? Point(piece, withParts: true) ?? Counted(piece)
            ?? Vague(piece);
    }

    /// <summary>A day, month, year or the like, by name, number or reckoning.</summary>
    /// <param name="withParts">A clock time or part of the day after it belongs to it.</param>
    Match? Point(int piece, bool withParts)
    {
        if (piece >= pieces.Count)
            return null;
        var point = Qualified(piece) ?? NumericDate(piece) ?? DayMonth(piece) ?? MonthDay(piece) ?? Weekday(piece)
            ?? Deictic(piece) ?? Holiday(piece) ?? Quarter(piece) ?? Shifted(piece) ?? Fiscal(piece) ?? Season(piece)
            ?? Century(piece) ?? Decade(piece) ?? Year(piece) ?? DayOfMonth(piece) ?? Weekend(piece);
        if (!withParts || point is not { } day || day.Type != TimeExpressionType.Date || !IsDay(day.Span))
            return point;
        return WithClock(day) ?? point;
    }

    void Add(Match match)
    {
        var (first, last, type, span) = match;
        if (type == TimeExpressionType.Date && mentions.Count > 0 && EndsRange(match))
            span = Later(match);
        var start = pieces[first].Start;
        var end = pieces[last - 1].End;
        var mention = new TimeMention(pieces[first].Token, pieces[last - 1].Token + 1,
            new TimeExpression(new Passage(start, end), type, span.Value, span.From, span.To));
        mentions.Add(mention);
        if (type is TimeExpressionType.Date or TimeExpressionType.Time)
            Remember(type, span);
    }

    void Remember(TimeExpressionType type, CalendarSpan span)
    {
        if (span.From is not { } from || span.To is not { } to || span.Value.EndsWith("_REF", StringComparison.Ordinal))
            return;
        if (from == to)
        {
            namedDay = namedWeek = namedMonth = namedYear = from;
            namedClock = type == TimeExpressionType.Time ? ClockOf(span) : null;
        }
        else if (to.DayNumber - from.DayNumber < 7)
        {
            namedWeek = namedMonth = namedYear = from;
        }
        else if (to.DayNumber - from.DayNumber < 92)
        {
            namedMonth = namedYear = from;
        }
        else if (span.Value.Length == 4)
        {
            namedYear = from;
        }
    }

    /// <summary>"March 18 to April 2", "Monday to Friday": the end of a range does not lie before its start.</summary>
    bool EndsRange(Match match) => match.First > 1 && mentions[^1] is { } before
        && before.Expression.Passage.End == pieces[match.First - 2].End
        && IsAny(match.First - 1, "to", "until", "till", "through", "–", "-", "—")
        && match.Span.To < before.Expression.From;

    CalendarSpan Later(Match match)
    {
        var before = mentions[^1].Expression.From!.Value;
        if (!IsDay(match.Span) || match.Span.From is not { } day || YearAt(match.End - 1) > 0)
            return match.Span;
        var isWeekday = TimeWords.Weekday(Word(match.First)) > 0 && match.End == match.First + 1;
        for (var rounds = 0; rounds < 2 && day < before; rounds++)
        {
            if (CalendarSpan.Shift(day, isWeekday ? TimeUnit.Week : TimeUnit.Year, 1) is not { } next)
                break;
            day = next;
        }
        return CalendarSpan.Day(day);
    }

    static bool IsDay(CalendarSpan span) => span.Value.Length == 10
        && (span.From == span.To || span.From is null);

    static Match Date(int first, int end, CalendarSpan span) => new(first, end, TimeExpressionType.Date, span);

    static Match Length(int first, int end, string value, DateOnly? from = null, DateOnly? to = null) =>
        new(first, end, TimeExpressionType.Duration, new CalendarSpan(value, from, to)) { IsMeasured = true };

    ReadOnlySpan<char> Word(int piece) => pieces.Word(piece);

    bool Is(int piece, string word) => Word(piece).Equals(word, StringComparison.OrdinalIgnoreCase);

    bool IsAny(int piece, params ReadOnlySpan<string> words)
    {
        var form = Word(piece);
        if (form.IsEmpty)
            return false;
        foreach (var word in words)
        {
            if (form.Equals(word, StringComparison.OrdinalIgnoreCase))
                return true;
        }
        return false;
    }

    bool IsHyphen(int piece) => Word(piece) is "-" or "–" or "‑";

    bool IsDash(int piece) => Word(piece) is "-" or "–" or "—" or "‑";

    bool IsPossessive(int piece) => Word(piece) is "'s" or "’s" or "'" or "’";

    bool IsName(int piece) => piece < pieces.Count
        && document.Upos[pieces[piece].Token] is Upos.Propn or Upos.Noun;

    bool IsCapital(int piece) => Word(piece) is [var c, ..] && char.IsUpper(c);

    /// <summary>A year of four digits: 1000 to 2199; 0 for another piece.</summary>
    int YearAt(int piece)
    {
        var word = Word(piece);
        if (word.Length != 4)
            return 0;
        var year = 0;
        foreach (var digit in word)
        {
            if (!char.IsAsciiDigit(digit))
                return 0;
            year = (year * 10) + (digit - '0');
        }
        return year is >= 1000 and < 2200 ? year : 0;
    }

    /// <summary>
    /// "2014", "'99", "of last year", "this year", "of every year" after a month or season: the year and the piece
    /// after it; the year is 0 where there is none, −1 for every year.
    /// </summary>
    (int Year, int End) YearAfter(int piece)
    {
        var at = IsAny(piece, ",", "of") ? piece + 1 : piece;
        if (YearAt(at) is var year and > 0)
            return (year, at + 1);
        if (Is(piece, ","))
            return (0, piece);
        if (ShortYear(at) is { Year: > 0 } two)
            return two;
        if (at > piece && IsAny(at, "every", "each") && Is(at + 1, "year"))
            return (-1, at + 2);
        if (today is { } now)
        {
            var the = at > piece && Is(at, "the") ? at + 1 : at;
            var step = IsAny(the, "last", "past") ? -1 : Is(the, "next") ? 1 : Is(the, "this") ? 0
                : IsAny(the, "that", "same") ? 100 : 9;
            if (step != 9 && Is(the + 1, "year"))
                return ((step == 100 ? (namedYear ?? now).Year : now.Year + step), the + 2);
        }
        return (0, piece);
    }

    /// <summary>"'99" as one piece or two.</summary>
    (int Year, int End) ShortYear(int piece)
    {
        var word = Word(piece);
        var at = piece;
        if (word is "'" or "’" or "‘")
            word = Word(++at);
        else if (word.Length == 3 && word[0] is '\'' or '’' or '‘')
            word = word[1..];
        else
            return default;
        if (word.Length != 2 || !char.IsAsciiDigit(word[0]) || !char.IsAsciiDigit(word[1]))
            return default;
        return (FullYear(((word[0] - '0') * 10) + word[1] - '0'), at + 1);
    }

    /// <summary>The last year but for one with these two figures at its end.</summary>
    int FullYear(int twoFigures)
    {
        var now = today?.Year ?? 2030;
        var year = (now / 100 * 100) + twoFigures;
        return year > now + 1 ? year - 100 : year;
    }

    /// <summary>A day of the month in figures or as an ordinal; 0 for another piece.</summary>
    int DayAt(int piece)
    {
        var word = Word(piece);
        if (word.IsEmpty)
            return 0;
        var day = word.Length <= 2 && char.IsAsciiDigit(word[0]) && int.TryParse(word, System.Globalization.NumberStyles.None,
            System.Globalization.CultureInfo.InvariantCulture, out var figure) ? figure : Numbers.Ordinal(word);
        return day is >= 1 and <= 31 ? day : 0;
    }

    /// <summary>Whether the clause looks ahead: a future, a plan, a duty, or a present that is no report.</summary>
    bool IsAhead(int piece) => Direction(piece) == Tense.Future;

    /// <summary>"From", "until", "by" before a date or before its clock time: the nearest day serves, whatever the tense.</summary>
    bool IsBound(int piece) => IsAny(piece - 1, "by", "until", "till", "from", "starting", "beginning")
        || (IsAny(piece - 1, "on") && IsAny(piece - 2, "midnight", "noon") && IsAny(piece - 3, "by", "until", "from"));

    Tense Direction(int piece)
    {
        var token = pieces[piece].Token;
        var tense = Tenses.Of(document, token);
        if (tense != Tense.Present)
            return tense;
        // "The vote is on 21 December", "drills start Sunday"; "officials say on Monday" looks back.
        for (var climbed = 0; climbed < 8 && token >= 0; climbed++, token = document.Heads[token])
        {
            if (document.Upos[token] == Upos.Verb || document.Deprels[token] is Deprel.Compound)
                return document.Upos[token] != Upos.Verb ? Tense.Present : document.Lemma(token) is "say" or "tell" or "report" or "announce" or "show" or "write" or "warn"
                    ? Tense.Present : Tense.Future;
        }
        return Tense.Future;
    }

    /// <summary>
    /// A day of a month; without a year, the one that the tense asks for. Null where no calendar has it.
    /// </summary>
    CalendarSpan? DayOf(int month, int day, int year, int piece)
    {
        if (day < 1 || day > DateTime.DaysInMonth(2000, month) || year is > 9999 or < -1)
            return null;
        if (year == -1)
            return CalendarSpan.AnyDay(month, day);
        if (year == 0)
        {
            if (today is not { } now)
                return CalendarSpan.AnyDay(month, day);
            year = YearOf(piece, now, month, day);
            if (month == 2 && day == 29 && year is >= 1 and <= 9999 && !DateTime.IsLeapYear(year))
                year = Enumerable.Range(1, 4).Select(back => year - back).First(other => other < 1 || DateTime.IsLeapYear(other));
            if (year is < 1 or > 9999)
                return null;
        }
        return day <= DateTime.DaysInMonth(year, month) ? CalendarSpan.Day(new DateOnly(year, month, day)) : null;
    }

    int YearOf(int piece, DateOnly now, int month, int day)
    {
        var passed = (month, day).CompareTo((now.Month, now.Day));
        switch (IsBound(piece) ? Tense.None : Tenses.Of(document, pieces[piece].Token))
        {
            case Tense.Future:
                return passed < 0 ? now.Year + 1 : now.Year;
            case Tense.Past or Tense.Pluperfect:
                return passed > 0 ? now.Year - 1 : now.Year;
        }
        var months = (month - now.Month) + ((day - now.Day) / 31.0);
        return months > 6 ? now.Year - 1 : months < -6 ? now.Year + 1 : now.Year;
    }

    CalendarSpan MonthOf(int month, int year, int piece)
    {
        if (year == -1 || (year == 0 && today is null))
            return CalendarSpan.AnyMonth(month);
        if (year == 0)
        {
            var now = today!.Value;
            year = (IsBound(piece) && Tenses.Of(document, pieces[piece].Token) is Tense.Present ? Tense.Future : Tenses.Of(document, pieces[piece].Token)) switch
            {
                Tense.Future => month < now.Month ? now.Year + 1 : now.Year,
                Tense.Past or Tense.Pluperfect => month > now.Month ? now.Year - 1 : now.Year,
                _ => month - now.Month > 6 ? now.Year - 1 : month - now.Month < -8 ? now.Year + 1 : now.Year,
            };
        }
        return year is >= 1 and <= 9999 ? CalendarSpan.Month(year, month) : CalendarSpan.AnyMonth(month);
    }

    /// <summary>The weekday that the tense asks for: today or before, or today or after.</summary>
    CalendarSpan WeekdayOf(int weekday, int piece)
    {
        if (today is not { } now)
            return CalendarSpan.AnyWeekday(weekday);
        var ahead = (weekday - CalendarSpan.IsoDay(now) + 7) % 7;
        return FromToday(ahead == 0 || IsAhead(piece) ? ahead : ahead - 7);
    }

    CalendarSpan FromToday(int days) => today is { } now && CalendarSpan.Shift(now, TimeUnit.Day, days) is { } day
        ? CalendarSpan.Day(day) : CalendarSpan.Unknown(TimeUnit.Day);
}
