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
        ["monday mondays mon. mon", "tuesday tuesdays tue. tues. tue tues", "wednesday wednesdays wed. wed", "thursday thursdays thu. thur. thurs. thu",
            "friday fridays fri. fri", "saturday saturdays sat. sat", "sunday sundays sun. sun"], first: 1);

    static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Units = Table(
        ["second seconds", "minute minutes", "hour hours", "day days", "week weeks fortnight fortnights", "month months",
            "quarter quarters", "year years", "decade decades", "century centuries", "weekend weekends"], first: 0);

    static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Parts = Table(
        ["morning mornings dawn", "afternoon afternoons", "evening evenings", "night nights"], first: 0);

    static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Seasons = Table(
        ["spring", "summer", "autumn fall", "winter"], first: 0);

    static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> TensOfYears = Table(
        ["twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties"], first: 2);

    static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> RecurringWords = new[]
    {
        "daily P1D", "weekly P1W", "fortnightly P2W", "biweekly P2W", "monthly P1M", "bimonthly P2M", "quarterly P1Q", "half-yearly P6M", "yearly P1Y",
        "annually P1Y", "annual P1Y", "biennial P2Y", "biennially P2Y", "hourly PT1H", "nightly XXXX-XX-XXTNI",
    }.Select(row => row.Split(' ')).ToFrozenDictionary(row => row[0], row => row[1], StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Words without which, and without a figure, no sentence holds a time.</summary>
    static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Telling = new[]
    {
        "noon", "midday", "midnight", "today", "yesterday", "tomorrow", "tonight", "overnight", "now", "currently", "nowadays", "presently", "recently",
        "lately", "soon", "sooner", "later", "moment", "present", "past", "future", "time", "times", "course", "eve", "hour", "hours", "dusk", "daybreak",
        "sunrise", "sunset", "nightfall", "ago", "half", "quarter", "christmas", "easter", "year", "vidovdan", "halloween", "thanksgiving", "epiphany",
        "pentecost", "juneteenth", "day", "days", "saint", "st", "fourth", "fy", "bc", "ad", "fiscal", "o'clock", "turn", "twenty",
    }.Concat(Months.Dictionary.Keys).Concat(Weekdays.Dictionary.Keys).Concat(Units.Dictionary.Keys).Concat(Seasons.Dictionary.Keys).Concat(Parts.Dictionary.Keys)
        .Concat(RecurringWords.Dictionary.Keys).Concat(TensOfYears.Dictionary.Keys).ToFrozenSet(StringComparer.OrdinalIgnoreCase)
        .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Every word that a time expression may begin with, apart from figures.</summary>
    static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Openers = new[]
    {
        "the", "a", "an", "half", "several", "some", "many", "few", "early", "earlier", "mid", "late", "later", "beginning", "start", "middle", "end",
        "noon", "midday", "midnight", "today", "yesterday", "tomorrow", "tonight", "overnight", "now", "currently", "nowadays", "presently", "recently",
        "lately", "soon", "sooner", "recent", "last", "past", "next", "coming", "upcoming", "this", "these", "current", "previous", "preceding", "prior",
        "following", "ensuing", "same", "that", "once", "twice", "thrice", "every", "each", "couple", "countless", "multi", "dozens", "scores", "hundreds",
        "thousands", "tens", "quarter", "whole", "all", "rest", "close", "at", "long", "due", "fiscal", "financial", "small", "wee", "dawn", "daybreak",
        "sunrise", "dusk", "nightfall", "sunset", "ad", "a.d.", "ce", "christmas", "easter", "new", "orthodox", "good", "palm", "ash", "whit", "holy", "boxing",
        "epiphany", "valentine", "st", "saint", "international", "anzac", "victory", "europe", "vidovdan", "canada", "fourth", "bastille", "assumption", "halloween",
        "armistice", "veterans", "remembrance", "juneteenth", "pentecost", "ascension", "thanksgiving", "memorial", "labor", "labour", "independence", "republic",
        "national", "statehood", "unity", "russia", "q1", "q2", "q3", "q4", "h1", "h2", "fy", "twenty", "one", "height", "turn",
    }.Concat(Months.Dictionary.Keys).Concat(Weekdays.Dictionary.Keys).Concat(Units.Dictionary.Keys).Concat(Seasons.Dictionary.Keys).Concat(Numbers.Openers)
        .Concat(RecurringWords.Dictionary.Keys).Concat(Parts.Dictionary.Keys).ToFrozenSet(StringComparer.OrdinalIgnoreCase)
        .GetAlternateLookup<ReadOnlySpan<char>>();

    static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> American = new[]
    {
        "U.S.", "Alabama", "Alaska", "Arizona", "Arkansas", "California", "Colorado", "Connecticut", "Delaware", "Florida", "Hawaii", "Idaho", "Illinois",
        "Indiana", "Iowa", "Kansas", "Kentucky", "Louisiana", "Maine", "Maryland", "Massachusetts", "Michigan", "Minnesota", "Mississippi", "Missouri", "Montana",
        "Nebraska", "Nevada", "Ohio", "Oklahoma", "Oregon", "Pennsylvania", "Tennessee", "Texas", "Utah", "Vermont", "Virginia", "Wisconsin", "Wyoming", "Pentagon",
    }.ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    static readonly string[] PartCodes = ["TMO", "TAF", "TEV", "TNI"];
    static readonly string[] SeasonCodes = ["SP", "SU", "FA", "WI"];

    static readonly string[] Modifiers =
    [
        "about", "around", "nearly", "almost", "roughly", "some", "approximately", "barely", "only", "over", "under", "exactly", "near", "at least", "at most",
        "more than", "less than", "fewer than", "no more than", "no less than", "up to", "close to", "well over", "well under", "just over", "just under", "just",
        "well", "an estimated", "not more than", "not less than", "no fewer than", "as little as", "as long as", "upwards of", "under a",
    ];

    /// <summary>Whether a time expression may begin with the word, which starts with no digit.</summary>
    public static bool IsOpener(ReadOnlySpan<char> word) => Openers.Contains(word)
        || (word.Length is 4 or 6 && word.StartsWith("FY", StringComparison.Ordinal));

    /// <summary>Whether a sentence with the word may hold a time.</summary>
    public static bool IsTelling(ReadOnlySpan<char> word) => Telling.Contains(word)
        || (word.Length is 4 or 6 && word.StartsWith("FY", StringComparison.Ordinal));

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

    /// <summary>TIMEX3's value of "daily", "annual", "nightly"; null for another word.</summary>
    public static string? Recurring(ReadOnlySpan<char> word) => RecurringWords.TryGetValue(word, out var value) ? value : null;

    /// <summary>20 for "twenties" … 90, 0 for another word.</summary>
    public static int Tens(ReadOnlySpan<char> word) => TensOfYears.TryGetValue(word, out var tens) ? tens * 10 : 0;

    /// <summary>Whether a name says that the story is written where months come before days.</summary>
    public static bool IsAmerican(ReadOnlySpan<char> word) => American.Contains(word);

    public static bool IsFortnight(ReadOnlySpan<char> word) => word.StartsWith("fortnight", StringComparison.OrdinalIgnoreCase);

    /// <summary>"Days", "weeks": more than one.</summary>
    public static bool IsPlural(ReadOnlySpan<char> word) => word.EndsWith("s", StringComparison.OrdinalIgnoreCase);

    public static bool IsSingle(ReadOnlySpan<char> word) => !IsPlural(word);

    /// <summary>Whether the word widens or narrows a length: "about".</summary>
    public static bool IsModifier(ReadOnlySpan<char> word) => ModifierBefore(word, default, default, default) > 0 || word is "than" or "least" or "most";

    /// <summary>How many of the words before a length widen or narrow it, nearest first; 0 for none.</summary>
    public static int ModifierBefore(ReadOnlySpan<char> last, ReadOnlySpan<char> second, ReadOnlySpan<char> third, ReadOnlySpan<char> fourth)
    {
        if (last.IsEmpty)
            return 0;
        if (last is "-" && second.Equals("near", StringComparison.OrdinalIgnoreCase))
            return 2;
        var longest = 0;
        foreach (var modifier in Modifiers)
        {
            var rest = modifier.AsSpan();
            var words = 0;
            for (; words < 4 && !rest.IsEmpty; words++)
            {
                var space = rest.LastIndexOf(' ');
                var word = rest[(space + 1)..];
                var other = words switch { 0 => last, 1 => second, 2 => third, _ => fourth };
                if (!other.Equals(word, StringComparison.OrdinalIgnoreCase))
                {
                    words = -1;
                    break;
                }
                rest = space < 0 ? default : rest[..space];
            }
            longest = Math.Max(longest, words);
        }
        return longest;
    }

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
