using Tocsin.Events;

namespace Tocsin.News;

/// <summary>A plain text file as a story.</summary>
static class TextFile
{
    /// <summary>
    /// With a block of keys, its fields; without, a first line that is an address becomes the story's, and its host the
    /// outlet. Everything else is text, the dateline included.
    /// </summary>
    /// <exception cref="RefusedException">No text, or keys that cannot be read.</exception>
    public static ReadStory Read(string path, string content, ReadLimits limits)
    {
        var matter = FrontMatter.Split(content, limits, out var rest);
        var url = Url(matter?["url"], "url");
        if (matter is null)
            url = LeadingUrl(ref rest);
        var published = Published(matter?["published"]) ?? WrittenDates.OfUrl(url);
        var reconstructed = Truth(matter?["reconstructed"]);
        if (reconstructed && published is null)
            throw new RefusedException("a reconstructed story needs 'published', since it counts as arrived then");
        var story = new Story
        {
            Id = "",
            Text = CleanText.OfPlain(rest),
            Title = CleanText.Field(matter?["title"]),
            Outlet = CleanText.Field(matter?["outlet"]) ?? Host(url),
            Url = url,
            Byline = CleanText.Field(matter?["byline"]),
            Language = CleanText.Field(matter?["language"])?.ToLowerInvariant(),
            PublishedAt = published,
            Reconstructed = reconstructed,
            References = matter?.Sources ?? [],
        };
        return Whole(path, story, limits);
    }

    /// <summary>The last check of any story: it has text, not too much, and its identity.</summary>
    /// <exception cref="RefusedException">No text or too much.</exception>
    public static ReadStory Whole(string path, Story story, ReadLimits limits)
    {
        if (story.Text.Length == 0 && story.Title is { } title)
            story = story with { Text = title };
        if (story.Text.Length == 0)
            throw new RefusedException("no text in it");
        if (story.Text.Length > limits.TextLength)
        {
            throw new RefusedException(
                FormattableString.Invariant($"the text has {story.Text.Length:N0} characters; a story may have {limits.TextLength:N0}"));
        }
        return new ReadStory(path, story.Identified(), story.Reconstructed ? story.PublishedAt : null);
    }

    /// <summary>The host of an address without <c>www.</c>: what an outlet is called that does not say its name.</summary>
    public static string? Host(string? url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || address.Host.Length == 0)
            return null;
        return address.IdnHost.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? address.IdnHost[4..] : address.IdnHost;
    }

    /// <summary>Only addresses of the web are kept, so that none can become a script or a file when it is shown.</summary>
    public static bool IsWeb(string? url) => Uri.TryCreate(url, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps);

    /// <exception cref="RefusedException">It is given and no web address.</exception>
    public static string? Url(string? url, string key) => url is null || IsWeb(url)
        ? url
        : throw new RefusedException($"{key} '{Short(url)}' is no web address");

    /// <exception cref="RefusedException">It is given and no date.</exception>
    public static DateTimeOffset? Published(string? written) => written is null
        ? null
        : WrittenDates.Exact(written) ?? throw new RefusedException($"published '{Short(written)}' is no date such as 2023-03-29");

    static bool Truth(string? written) => written switch
    {
        null or "false" => false,
        "true" => true,
        _ => throw new RefusedException($"reconstructed '{Short(written)}' is neither true nor false"),
    };

    static string Short(string text) => text.Length <= 60 ? text : text[..60] + "…";

    static string? LeadingUrl(ref string text)
    {
        var trimmed = text.TrimStart();
        var end = trimmed.IndexOf('\n', StringComparison.Ordinal);
        var first = (end < 0 ? trimmed : trimmed[..end]).Trim();
        if (first.Contains(' ', StringComparison.Ordinal) || !IsWeb(first))
            return null;
        text = end < 0 ? "" : trimmed[end..];
        return first;
    }
}
