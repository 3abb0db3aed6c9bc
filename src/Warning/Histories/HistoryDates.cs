using System.Globalization;

namespace Tocsin.Warning.Histories;

/// <summary>Days as event sets write them.</summary>
static class HistoryDates
{
    // Two-digit years of KEDS: the oldest sets begin in 1979.
    const int FirstShortYear = 50;

    /// <summary>2003-07-31 (also with a time behind), 20030731, 030731 (1950 to 2049), or 31 July 2003.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, out DateOnly day)
    {
        text = text.Trim();
        if (text.Length == 6 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var digits))
            return TryDay((digits / 10_000 < FirstShortYear ? 2000 : 1900) + digits / 10_000, digits / 100 % 100, digits % 100, out day);
        if (text.Length == 8 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out digits))
            return TryDay(digits / 10_000, digits / 100 % 100, digits % 100, out day);
        if (text.Length >= 10 && DateOnly.TryParseExact(text[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day))
            return true;
        return DateOnly.TryParseExact(text, "d MMMM yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
    }

    static bool TryDay(int year, int month, int ofMonth, out DateOnly day)
    {
        day = default;
        if (year < 1 || month is < 1 or > 12 || ofMonth < 1 || ofMonth > DateTime.DaysInMonth(year, month))
            return false;
        day = new DateOnly(year, month, ofMonth);
        return true;
    }
}
