using Tocsin.Events;
using Tocsin.Language;

namespace Tocsin.Coding;

/// <summary>
/// Finds time expressions and normalises them after TimeML's TIMEX3. Relative ones count from the calendar day of
/// publication in the outlet's own offset; without it they stay in TIMEX3's underspecified form ("XXXX-WXX-1").
/// A worker's own.
/// </summary>
/// <remarks>
/// "Two days later" and "that week" count from the day named last. A bare weekday or month is the last one for a clause
/// in the past, and the next for one in the future. What no calendar holds (31 June) is no time.
/// </remarks>
public sealed partial class TimeFinder
{
    readonly record struct Match(int First, int End, TimeExpressionType Type, CalendarSpan Span);

    Document document = new();
    List<TimeMention> mentions = [];
    DateOnly? today;
    DateOnly? named;
    int end;

    /// <summary>
    /// Replaces <paramref name="found"/> by the document's time expressions in text order, none overlapping.
    /// </summary>
    public void Find(Document document, DateTimeOffset? publishedAt, List<TimeMention> found)
    {
        found.Clear();
        this.document = document;
        mentions = found;
        named = today = publishedAt is { } published ? DateOnly.FromDateTime(published.DateTime) : null;
        for (var sentence = 0; sentence < document.SentenceCount; sentence++)
        {
            (var token, end) = document.Sentence(sentence);
            while (token < end)
            {
                if (At(token) is { } match)
                {
                    Add(match);
                    token = Math.Max(match.End, token + 1);
                }
                else
                {
                    token++;
                }
            }
        }
    }

    void Add(Match match)
    {
        var (first, last, type, span) = match;
        if (type == TimeExpressionType.Date && EndsRange(match) && span.From == span.To && YearAt(last - 1) == 0
            && span.From is { Year: < 9999 } day)
            span = CalendarSpan.Day(day.AddYears(1));
        var passage = new TokenRange(first, last).In(document);
        mentions.Add(new TimeMention(first, last, new TimeExpression(passage, type, span.Value, span.From, span.To)));
        if (type is TimeExpressionType.Date or TimeExpressionType.Time && span.From is { } from && from == span.To)
            named = from;
    }

    /// <summary>"March 18 to April 2": the second day of a range does not lie before the first.</summary>
    bool EndsRange(Match match) => mentions.Count > 0 && mentions[^1] is { } before && before.End == match.First - 1
        && document.Form(match.First - 1) is "to" or "until" or "through" or "–" or "-"
        && match.Span.To < before.Expression.From;

    Match? At(int token)
    {
        var word = Word(token);
        if (word.IsEmpty)
            return null;
        if (char.IsAsciiDigit(word[0]))
            return NumericDate(token) ?? Clock(token) ?? DayMonth(token) ?? Year(token) ?? Decade(token)
                ?? Century(token, token) ?? Counted(token);
        if ((document.Upos[token] is Upos.Verb && document.Xpos(token) != "VBG")
            || document.Upos[token] is Upos.Aux or Upos.Cconj or Upos.Part
            || (word.Length == 1 && !char.IsLetter(word[0])) || !TimeWords.IsOpener(word))
            return null;
        return Qualified(token) ?? Weekday(token) ?? Month(token) ?? Clock(token) ?? Deictic(token) ?? Shifted(token)
            ?? Every(token) ?? DayMonth(token) ?? Decade(token) ?? Century(token, token) ?? Counted(token)
            ?? Holiday(token) ?? Season(token);
    }

    static Match Date(int first, int end, CalendarSpan span) => new(first, end, TimeExpressionType.Date, span);

    /// <summary>The token's characters, none beyond the sentence.</summary>
    ReadOnlySpan<char> Word(int token) => token < end ? document.Form(token) : default;

    bool Is(int token, string word) => Word(token).Equals(word, StringComparison.OrdinalIgnoreCase);

    bool IsAny(int token, string one, string two, string three = "", string four = "") =>
        !Word(token).IsEmpty && (Is(token, one) || Is(token, two) || Is(token, three) || Is(token, four));

    /// <summary>Whether the clause looks ahead; a time that stands with no verb counts as past.</summary>
    bool IsAhead(int token) => Tenses.Of(document, token) == Tense.Future;

    /// <summary>A year of four digits: 1000 to 2199; 0 for another token.</summary>
    int YearAt(int token)
    {
        var word = Word(token);
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

    /// <summary>A day of the month in figures or as an ordinal; 0 for another token.</summary>
    int DayAt(int token)
    {
        var word = Word(token);
        if (word.Length is 0 or > 4 || !char.IsAsciiDigit(word[0]))
            return Numbers.Ordinal(word) is var ordinal && word.Length > 0 && ordinal is > 0 and <= 12 ? ordinal : 0;
        var day = word.Length <= 2 && int.TryParse(word, System.Globalization.NumberStyles.None,
            System.Globalization.CultureInfo.InvariantCulture, out var figure) ? figure : Numbers.Ordinal(word);
        return day is >= 1 and <= 31 ? day : 0;
    }

    /// <summary>
    /// A day of a month; without a year, the one that the tense asks for. Null where no calendar has it.
    /// </summary>
    CalendarSpan? DayOf(int month, int day, int year, int token)
    {
        if (day > DateTime.DaysInMonth(2000, month))
            return null;
        if (year == 0)
        {
            if (today is not { } now)
                return CalendarSpan.AnyDay(month, day);
            var ahead = IsAhead(token);
            year = now.Year;
            var passed = (month, day).CompareTo((now.Month, now.Day));
            if (ahead && passed < 0)
                year++;
            else if (!ahead && passed > 0 && (month - now.Month > 1 || Tenses.Of(document, token) is Tense.Past))
                year--;
            if (year is < 1 or > 9999)
                return null;
        }
        return day <= DateTime.DaysInMonth(year, month) ? CalendarSpan.Day(new DateOnly(year, month, day)) : null;
    }

    CalendarSpan MonthOf(int month, int year, int token)
    {
        if (year == 0)
        {
            if (today is not { } now)
                return CalendarSpan.AnyMonth(month);
            year = now.Year;
            if (IsAhead(token) && month < now.Month && year < 9999)
                year++;
            else if (!IsAhead(token) && month > now.Month && year > 1)
                year--;
        }
        return CalendarSpan.Month(year, month);
    }

    /// <summary>The weekday that the tense asks for: today or before, or today or after.</summary>
    CalendarSpan WeekdayOf(int weekday, int token)
    {
        if (today is not { } now)
            return CalendarSpan.AnyWeekday(weekday);
        var ahead = (weekday - CalendarSpan.IsoDay(now) + 7) % 7;
        var shift = IsAhead(token) || ahead == 0 ? ahead : ahead - 7;
        return CalendarSpan.Shift(now, TimeUnit.Day, shift) is { } day
            ? CalendarSpan.Day(day) : CalendarSpan.Unknown(TimeUnit.Day);
    }
}
