using System.Collections.Frozen;

namespace Tocsin.Coding;

enum TimeUnit : byte
{
    Second,
    Minute,
    Hour,
    Day,
    Week,
    Month,
    Quarter,
    Year,
    Decade,
    Century,
    Weekend,
}

/// <summary>The English words of the calendar, looked up by the characters of a token whatever their case.</summary>
static class TimeWords
{
    static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Months = Table(
        ["january jan jan.", "february feb feb.", "march mar.", "april apr apr.", "may", "june jun jun.",
            "july jul jul.", "august aug aug.", "september sept sept. sep sep.", "october oct oct.",
            "november nov nov.", "december dec dec."], first: 1);

    static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Weekdays = Table(
        ["monday mon.", "tuesday tue. tues.", "wednesday wed.", "thursday thu. thur. thurs.", "friday fri.",
            "saturday sat.", "sunday sun."], first: 1);

    static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Units = Table(
        ["second seconds", "minute minutes", "hour hours", "day days", "week weeks", "month months",
            "quarter quarters", "year years", "decade decades", "century centuries", "weekend weekends"], first: 0);

    static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Parts = Table(
        ["morning mornings dawn", "afternoon afternoons", "evening evenings", "night nights"], first: 0);

    static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Seasons = Table(
        ["spring", "summer", "autumn fall", "winter"], first: 0);

    /// <summary>Every word that a time expression may begin with, apart from figures and words with a hyphen.</summary>
    static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Openers = new[]
    {
        "the", "a", "an", "half", "several", "some", "many", "few", "early", "earlier", "mid", "late", "later", "beginning", "start", "middle", "end",
        "noon", "midday", "midnight", "today", "yesterday", "tomorrow", "tonight", "overnight", "now", "currently", "nowadays", "presently", "recently",
        "lately", "formerly", "previously", "soon", "recent", "last", "past", "next", "coming", "this", "current", "previous", "preceding", "following",
        "same", "that", "daily", "weekly", "monthly", "yearly", "annually", "annual", "hourly", "once", "twice", "every", "each", "christmas", "new",
    }.Concat(Months.Dictionary.Keys).Concat(Weekdays.Dictionary.Keys).Concat(Units.Dictionary.Keys).Concat(Seasons.Dictionary.Keys).Concat(Numbers.Openers)
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    static readonly string[] PartCodes = ["TMO", "TAF", "TEV", "TNI"];
    static readonly string[] SeasonCodes = ["SP", "SU", "FA", "WI"];

    /// <summary>Whether a time expression may begin with the word, which starts with no digit.</summary>
    public static bool IsOpener(ReadOnlySpan<char> word) => Openers.Contains(word) || word.Contains('-');

    /// <summary>Whether the word is a month's or a weekday's name.</summary>
    public static bool IsMonthOrDay(ReadOnlySpan<char> word) => Months.ContainsKey(word) || Weekdays.ContainsKey(word);

    /// <summary>1 for January, 0 for no month.</summary>
    public static int Month(ReadOnlySpan<char> word) => Months.TryGetValue(word, out var month) ? month : 0;

    /// <summary>1 for Monday as in ISO 8601, 0 for no weekday.</summary>
    public static int Weekday(ReadOnlySpan<char> word) => Weekdays.TryGetValue(word, out var day) ? day : 0;

    public static TimeUnit? Unit(ReadOnlySpan<char> word) => Units.TryGetValue(word, out var unit)
        ? (TimeUnit)unit : null;

    /// <summary>TIMEX3's code of a part of the day, "TMO" for the morning.</summary>
    public static string? PartOfDay(ReadOnlySpan<char> word) =>
        Parts.TryGetValue(word, out var part) ? PartCodes[part] : null;

    /// <summary>TIMEX3's code of a season, "SP" for spring.</summary>
    public static string? Season(ReadOnlySpan<char> word) =>
        Seasons.TryGetValue(word, out var season) ? SeasonCodes[season] : null;

    /// <summary>"Days", "weeks": more than one.</summary>
    public static bool IsPlural(ReadOnlySpan<char> word) => word.EndsWith("s", StringComparison.OrdinalIgnoreCase);

    static FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Table(string[] rows, int first)
    {
        var words = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < rows.Length; i++)
        {
            foreach (var word in rows[i].Split(' '))
                words.Add(word, first + i);
        }
        return words.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
    }
}
