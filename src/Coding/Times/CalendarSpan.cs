using System.Globalization;

namespace Tocsin.Coding;

/// <summary>
/// A stretch of the calendar: TIMEX3's value for it and its first and last day, where they are known.
/// </summary>
readonly record struct CalendarSpan(string Value, DateOnly? From, DateOnly? To)
{
    /// <summary>Whether a calendar has the year; sums of years may lead out of it.</summary>
    static bool IsYear(int year) => year is >= 1 and <= 9999;

    public static CalendarSpan Open(string value) => new(value, null, null);

    public static CalendarSpan Day(DateOnly day) =>
        new(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), day, day);

    /// <summary>The ISO week, Monday to Sunday, that holds the day.</summary>
    public static CalendarSpan Week(DateOnly day)
    {
        var time = day.ToDateTime(TimeOnly.MinValue);
        var monday = day.AddDays(-(IsoDay(day) - 1 is var back && day.DayNumber < back ? day.DayNumber : back));
        var sunday = monday.DayNumber > DateOnly.MaxValue.DayNumber - 6 ? DateOnly.MaxValue : monday.AddDays(6);
        var value = string.Create(
            CultureInfo.InvariantCulture, $"{ISOWeek.GetYear(time):0000}-W{ISOWeek.GetWeekOfYear(time):00}");
        return new(value, monday, sunday);
    }

    public static CalendarSpan Weekend(DateOnly day)
    {
        var week = Week(day);
        return new(week.Value + "-WE", week.To?.DayNumber > 0 ? week.To.Value.AddDays(-1) : week.To, week.To);
    }

    public static CalendarSpan Month(int year, int month) => !IsYear(year) ? Unknown(TimeUnit.Month) :
        new(string.Create(CultureInfo.InvariantCulture, $"{year:0000}-{month:00}"),
            new DateOnly(year, month, 1), new DateOnly(year, month, DateTime.DaysInMonth(year, month)));

    public static CalendarSpan Quarter(int year, int quarter) => !IsYear(year) ? Unknown(TimeUnit.Quarter) :
        new(string.Create(CultureInfo.InvariantCulture, $"{year:0000}-Q{quarter}"),
            new DateOnly(year, (3 * quarter) - 2, 1), Month(year, 3 * quarter).To);

    /// <summary>Meteorological seasons of the north; a winter begins in December of its year.</summary>
    public static CalendarSpan Season(int year, string code)
    {
        if (!IsYear(year))
            return Open("XXXX-" + code);
        var month = code switch { "SP" => 3, "SU" => 6, "FA" => 9, _ => 12 };
        var from = new DateOnly(year, month, 1);
        var to = month == 12 && year == 9999 ? DateOnly.MaxValue : from.AddMonths(2) is var last
            ? Month(last.Year, last.Month).To : null;
        return new(string.Create(CultureInfo.InvariantCulture, $"{year:0000}-{code}"), from, to);
    }

    public static CalendarSpan Year(int year) => !IsYear(year) ? Unknown(TimeUnit.Year) :
        new(year.ToString("0000", CultureInfo.InvariantCulture), new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));

    /// <summary>The decade that begins with the year ("1990"): value "199".</summary>
    public static CalendarSpan Decade(int year) => year is < 0 or > 9990 ? Unknown(TimeUnit.Decade) :
        new((year / 10).ToString("000", CultureInfo.InvariantCulture),
            new DateOnly(Math.Max(year, 1), 1, 1), new DateOnly(year + 9, 12, 31));

    /// <summary>"The 20th century": value "19", 1900 to 1999 as TIMEX3 counts.</summary>
    public static CalendarSpan Century(int number) => number is < 1 or > 100 ? Unknown(TimeUnit.Century) :
        new((number - 1).ToString("00", CultureInfo.InvariantCulture),
            new DateOnly(Math.Max((number - 1) * 100, 1), 1, 1), new DateOnly((number * 100) - 1, 12, 31));

    /// <summary>1 for Monday … 7 for Sunday.</summary>
    public static int IsoDay(DateOnly day) => day.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)day.DayOfWeek;

    /// <summary>The day so many units on (back, where negative); null beyond the calendar.</summary>
    public static DateOnly? Shift(DateOnly day, TimeUnit unit, int count)
    {
        if (Math.Abs((long)count) > 100_000)
            return null;
        var (days, months) = unit switch
        {
            TimeUnit.Day => (count, 0),
            TimeUnit.Week or TimeUnit.Weekend => (7 * count, 0),
            TimeUnit.Month => (0, count),
            TimeUnit.Quarter => (0, 3 * count),
            TimeUnit.Year => (0, 12 * count),
            TimeUnit.Decade => (0, 120 * count),
            TimeUnit.Century => (0, 1200 * count),
            TimeUnit.Hour => (count / 24, 0),
            _ => (0, 0),
        };
        var month = (day.Year * 12L) + day.Month - 1 + months;
        if (month is < 12 or >= 120_000 || day.DayNumber + (long)days < 0
            || day.DayNumber + (long)days > DateOnly.MaxValue.DayNumber)
            return null;
        return day.AddMonths(months).AddDays(days);
    }

    /// <summary>The unit that holds the day: its week, month, year …</summary>
    public static CalendarSpan Around(DateOnly day, TimeUnit unit) => unit switch
    {
        TimeUnit.Week => Week(day),
        TimeUnit.Weekend => Weekend(day),
        TimeUnit.Month => Month(day.Year, day.Month),
        TimeUnit.Quarter => Quarter(day.Year, (day.Month + 2) / 3),
        TimeUnit.Year => Year(day.Year),
        TimeUnit.Decade => Decade(day.Year / 10 * 10),
        TimeUnit.Century => Century((day.Year / 100) + 1),
        _ => Day(day),
    };

    /// <summary>The month of an unknown year.</summary>
    public static CalendarSpan AnyMonth(int month) =>
        Open(string.Create(CultureInfo.InvariantCulture, $"XXXX-{month:00}"));

    /// <summary>The day of a month of an unknown year.</summary>
    public static CalendarSpan AnyDay(int month, int day) =>
        Open(string.Create(CultureInfo.InvariantCulture, $"XXXX-{month:00}-{day:00}"));

    /// <summary>The weekday (1 for Monday) of an unknown week.</summary>
    public static CalendarSpan AnyWeekday(int weekday) =>
        Open(string.Create(CultureInfo.InvariantCulture, $"XXXX-WXX-{weekday}"));

    /// <summary>TIMEX3's form of the unit where the day is not known.</summary>
    public static CalendarSpan Unknown(TimeUnit unit) => Open(unit switch
    {
        TimeUnit.Week => "XXXX-WXX",
        TimeUnit.Weekend => "XXXX-WXX-WE",
        TimeUnit.Month => "XXXX-XX",
        TimeUnit.Quarter => "XXXX-QX",
        TimeUnit.Year => "XXXX",
        TimeUnit.Decade => "XXX",
        TimeUnit.Century => "XX",
        _ => "XXXX-XX-XX",
    });

    /// <summary>
    /// "P3D", "PT2H", "P2W"; no number stands for an unnamed one: "PXD". Half a year is six months, half a century fifty
    /// years.
    /// </summary>
    public static string Duration(TimeUnit unit, double count)
    {
        (unit, count) = (unit, count) switch
        {
            (TimeUnit.Year, 0.5) => (TimeUnit.Month, 6),
            (TimeUnit.Year, 0.25 or 0.75) => (TimeUnit.Month, 12 * count),
            (TimeUnit.Century, < 1) => (TimeUnit.Year, 100 * count),
            (TimeUnit.Decade, < 1) => (TimeUnit.Year, 10 * count),
            (TimeUnit.Hour, < 1) => (TimeUnit.Minute, 60 * count),
            (TimeUnit.Minute, < 1) => (TimeUnit.Second, 60 * count),
            (TimeUnit.Day, < 1) => (TimeUnit.Hour, 24 * count),
            _ => (unit, count),
        };
        var (mark, code) = unit switch
        {
            TimeUnit.Second => ("PT", "S"),
            TimeUnit.Minute => ("PT", "M"),
            TimeUnit.Hour => ("PT", "H"),
            TimeUnit.Day => ("P", "D"),
            TimeUnit.Week => ("P", "W"),
            TimeUnit.Weekend => ("P", "WE"),
            TimeUnit.Month => ("P", "M"),
            TimeUnit.Quarter => ("P", "Q"),
            TimeUnit.Year => ("P", "Y"),
            TimeUnit.Decade => ("P", "DE"),
            _ => ("P", "CE"),
        };
        var number = double.IsNaN(count) ? "X" : count.ToString("0.##", CultureInfo.InvariantCulture);
        return mark + number + code;
    }
}
