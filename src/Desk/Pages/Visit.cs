using Microsoft.AspNetCore.WebUtilities;
using Tocsin.Archive;

namespace Tocsin.Desk.Pages;

/// <summary>
/// What one request asks for: the day that the whole page shows, and links that keep it. A day that cannot be read or
/// lies ahead is told to the reader and today taken instead.
/// </summary>
sealed class Visit
{
    static readonly DateOnly Earliest = new(1900, 1, 1);

    readonly IArchive archive;

    ArchiveSummary? summary;

    public Visit(IHttpContextAccessor accessor, WebOptions options)
    {
        archive = options.Archive;
        Context = accessor.HttpContext ?? throw new InvalidOperationException("No request.");
        Today = DateOnly.FromDateTime(options.Clock.GetUtcNow().UtcDateTime);
        Usual = options.OpenOn ?? Today;
        AsOf = Usual;
        if (Asked("asOf") is not { } asked)
            return;
        if (!Wording.TryDay(asked, out var day))
            Notice = $"“{Shortened(asked)}” is not a day in the form 2023-01-31; the page shows {Wording.Day(AsOf)}.";
        else if (day > Today)
            Notice = $"{Wording.Day(day)} lies ahead; the page shows {Wording.Day(AsOf)}.";
        else
        {
            AsOf = day < Earliest ? Earliest : day;
            IsMoved = AsOf != Usual;
        }
    }

    public HttpContext Context { get; }

    public CancellationToken Stop => Context.RequestAborted;

    public DateOnly Today { get; }

    /// <summary>The day shown when none is asked for.</summary>
    public DateOnly Usual { get; }

    /// <summary>The day that the page shows.</summary>
    public DateOnly AsOf { get; }

    /// <summary>The last moment of <see cref="AsOf"/>, in UTC: what arrived later does not exist.</summary>
    public DateTimeOffset Moment =>
        new DateTimeOffset(AsOf.AddDays(1), TimeOnly.MinValue, TimeSpan.Zero).AddMilliseconds(-1);

    /// <summary>The reader moved the page to another day.</summary>
    public bool IsMoved { get; }

    /// <summary>What to tell the reader about the request, if anything.</summary>
    public string? Notice { get; }

    public async Task<ArchiveSummary> Summary() => summary ??= await archive.Summary(Moment, Stop);

    /// <summary>A value of the query string, trimmed; null where it is missing or blank.</summary>
    public string? Asked(string name) =>
        Context.Request.Query[name].FirstOrDefault()?.Trim() is { Length: > 0 } value ? value : null;

    /// <summary>A link that keeps the day.</summary>
    public string To(string path, params ReadOnlySpan<(string Name, string? Value)> query) =>
        To(path, IsMoved ? AsOf : null, query);

    /// <summary>A link to another day.</summary>
    public string To(string path, DateOnly? asOf, params ReadOnlySpan<(string Name, string? Value)> query)
    {
        var hash = path.IndexOf('#', StringComparison.Ordinal);
        var link = hash < 0 ? path : path[..hash];
        foreach (var (name, value) in query)
        {
            if (!string.IsNullOrEmpty(value))
                link = QueryHelpers.AddQueryString(link, name, value);
        }
        if (asOf is { } day && day != Usual)
            link = QueryHelpers.AddQueryString(link, "asOf", Wording.Iso(day));
        return hash < 0 ? link : link + path[hash..];
    }

    /// <summary>This page with its whole query, on another day.</summary>
    public string Here(DateOnly asOf)
    {
        var link = Context.Request.Path.Value ?? "/";
        foreach (var (name, values) in Context.Request.Query)
        {
            if (!name.Equals("asOf", StringComparison.OrdinalIgnoreCase))
            {
                foreach (var value in values)
                    link = QueryHelpers.AddQueryString(link, name, value ?? "");
            }
        }
        return asOf == Usual ? link : QueryHelpers.AddQueryString(link, "asOf", Wording.Iso(asOf));
    }

    /// <summary>The query of this page without the day, for forms that set the day.</summary>
    public IEnumerable<(string Name, string Value)> Others() => Context.Request.Query
        .Where(pair => !pair.Key.Equals("asOf", StringComparison.OrdinalIgnoreCase))
        .SelectMany(pair => pair.Value.Select(value => (pair.Key, value ?? "")));

    /// <summary>The page exists, what it was asked for does not.</summary>
    public void NotFound() => Context.Response.StatusCode = StatusCodes.Status404NotFound;

    static string Shortened(string text) => text.Length <= 40 ? text : text[..40] + "…";
}
