using System.Globalization;

namespace Tocsin.News;

/// <summary>Publication dates as files and pages write them.</summary>
static class WrittenDates
{
    const int FirstYear = 1900;
    const int LastYear = 2100;

    static readonly string[] Iso =
    [
        "yyyy-MM-dd", "yyyyMMdd", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd HH:mm", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd HH:mmK",
        "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd HH:mm:ssK", "yyyy-MM-dd HH:mm:ss K", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK",
        "yyyy-MM-dd'T'HHmmssK", "yyyyMMdd'T'HHmmssK",
    ];

    /// <summary>A day or an instant of ISO 8601. Without an offset it counts as UTC; a day is its midnight.</summary>
    public static DateTimeOffset? Exact(string? text) =>
        DateTimeOffset.TryParseExact(
            text?.Trim(), Iso, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) && IsSane(at)
            ? at
            : null;

    /// <summary>
    /// As a page writes it: ISO 8601, the mail form, or with the month's English name. All-digit forms such as 03/04/2023
    /// are not read, since their order cannot be known.
    /// </summary>
    public static DateTimeOffset? OfPage(string? text)
    {
        text = text?.Trim();
        if (text is null or { Length: < 8 or > 60 })
            return null;
        if (Exact(text) is { } exact)
            return exact;
        if (!HasYear(text) || !HasMonthName(text))
            return null;
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
            && IsSane(at) ? at : null;
    }

    /// <summary>The day in an address such as <c>/2023/03/29/title</c>, or null.</summary>
    public static DateTimeOffset? OfUrl(string? url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || !address.Scheme.StartsWith("http", StringComparison.Ordinal))
            return null;
        var parts = address.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < parts.Length; i++)
        {
            var (day, isYear) = (parts[i], parts[i].Length == 4 && i + 2 < parts.Length);
            if (isYear && parts[i + 1].Length is 1 or 2 && parts[i + 2].Length is 1 or 2)
                day = $"{parts[i]}-{parts[i + 1].PadLeft(2, '0')}-{parts[i + 2].PadLeft(2, '0')}";
            else if (isYear && parts[i + 1].Length == 3 && parts[i + 2].Length is 1 or 2)
                day = $"{parts[i]} {parts[i + 1]} {parts[i + 2].PadLeft(2, '0')}";
            else if (day.Length is not (8 or 10))
                continue;
            if (DateTimeOffset.TryParseExact(
                day, ["yyyy-MM-dd", "yyyy MMM dd", "yyyyMMdd"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal,
                out var at) && IsSane(at))
            {
                return at;
            }
        }
        return null;
    }

    static bool IsSane(DateTimeOffset at) => at.Year is >= FirstYear and <= LastYear;

    static bool HasYear(string text)
    {
        for (var i = 0; i + 4 <= text.Length; i++)
        {
            if ((text.AsSpan(i).StartsWith("19", StringComparison.Ordinal) || text.AsSpan(i).StartsWith("20", StringComparison.Ordinal))
                && char.IsAsciiDigit(text[i + 2]) && char.IsAsciiDigit(text[i + 3]))
            {
                return true;
            }
        }
        return false;
    }

    static bool HasMonthName(string text)
    {
        foreach (var month in CultureInfo.InvariantCulture.DateTimeFormat.AbbreviatedMonthNames)
        {
            if (month.Length > 0 && text.Contains(month, StringComparison.OrdinalIgnoreCase))
                return true;
        }
        return false;
    }
}
