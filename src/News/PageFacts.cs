using System.Net;
using System.Text.Json;
using AngleSharp.Html.Dom;

namespace Tocsin.News;

/// <summary>What a page says of itself in its head: linked data (JSON-LD) first, then meta elements, then marks in the text.</summary>
sealed class PageFacts
{
    const int FieldLength = 300;

    static readonly string[] PublishedNames =
    [
        "article:published_time", "og:published_time", "og:article:published_time", "article:published", "datepublished",
        "publishdate", "publish-date", "publish_date", "pubdate", "publication_date", "parsely-pub-date", "sailthru.date",
        "dc.date.issued", "dcterms.issued", "dc.date", "dcterms.date", "dcterms.created", "dc.date.created", "date",
        "article.published", "cxenseparse:recs:publishtime", "rnews:datepublished",
    ];

    static readonly string[] ArticleTypes = ["Article", "BlogPosting", "Report", "LiveBlogPosting"];

    readonly Dictionary<string, string> meta = new(StringComparer.OrdinalIgnoreCase);
    string? linkedPublished;
    string? linkedAuthor;
    string? linkedPublisher;
    string? linkedHeadline;

    public DateTimeOffset? PublishedAt { get; private init; }

    public string? Byline { get; private init; }

    public string? Language { get; private init; }

    public string? Outlet { get; private init; }

    public string? Url { get; private init; }

    public string? Title { get; private init; }

    /// <param name="document">The page as parsed, before anything was taken from it.</param>
    /// <param name="url">Its address where known.</param>
    public static PageFacts Of(IHtmlDocument document, string? url)
    {
        var found = new PageFacts();
        found.ReadMeta(document);
        found.ReadLinkedData(document);
        var address = url ?? OwnAddress(document, found);
        return new PageFacts
        {
            Url = address,
            Title = Field(found.linkedHeadline) ?? found.Meta("og:title") ?? Field(document.Title),
            PublishedAt = found.Published(document) ?? WrittenDates.OfUrl(address),
            Byline = Author(found.linkedAuthor) ?? Author(found.Meta("author")) ?? Author(found.Meta("article:author"))
                ?? Author(found.Meta("parsely-author")) ?? Author(found.Meta("dc.creator")),
            Language = Tag(document.DocumentElement?.GetAttribute("lang")) ?? Tag(document.DocumentElement?.GetAttribute("xml:lang"))
                ?? Tag(found.Meta("content-language")) ?? Tag(found.Meta("og:locale")),
            Outlet = found.Meta("og:site_name") ?? Field(found.linkedPublisher) ?? found.Meta("application-name")
                ?? TextFile.Host(address),
        };
    }

    /// <summary>"en" of "en-GB" or "en_GB"; null where it is no language tag.</summary>
    public static string? Tag(string? written)
    {
        if (string.IsNullOrWhiteSpace(written))
            return null;
        var tag = written.Trim().Split('-', '_', ',')[0].ToLowerInvariant();
        return tag.Length is 2 or 3 && tag.All(char.IsAsciiLetterLower) ? tag : null;
    }

    /// <summary>A name without "By"; null where it is an address or too long to be one.</summary>
    public static string? Author(string? written)
    {
        var author = Field(written);
        if (author is null || author.Contains("://", StringComparison.Ordinal) || author.Length > 200)
            return null;
        return author.StartsWith("By ", StringComparison.OrdinalIgnoreCase) ? Field(author[3..]) : author;
    }

    static string? Field(string? text) => text is null || text.Length > FieldLength * 4
        ? null
        : CleanText.Field(WebUtility.HtmlDecode(text)) is { Length: <= FieldLength } field ? field : null;

    static string? OwnAddress(IHtmlDocument document, PageFacts found)
    {
        var canonical = document.QuerySelector("link[rel=canonical]")?.GetAttribute("href")?.Trim();
        if (TextFile.IsWeb(canonical))
            return canonical;
        return found.meta.GetValueOrDefault("og:url") is { } own && TextFile.IsWeb(own.Trim()) ? own.Trim() : null;
    }

    string? Meta(string name) => Field(meta.GetValueOrDefault(name));

    void ReadMeta(IHtmlDocument document)
    {
        foreach (var element in document.QuerySelectorAll("meta[content]"))
        {
            var name = element.GetAttribute("property") ?? element.GetAttribute("name") ?? element.GetAttribute("itemprop")
                ?? element.GetAttribute("http-equiv");
            if (name is not null && element.GetAttribute("content") is { Length: > 0 } content)
                meta.TryAdd(name.Trim(), content);
        }
    }

    DateTimeOffset? Published(IHtmlDocument document)
    {
        if (WrittenDates.OfPage(linkedPublished) is { } linked)
            return linked;
        foreach (var name in PublishedNames)
        {
            if (WrittenDates.OfPage(meta.GetValueOrDefault(name)) is { } at)
                return at;
        }
        foreach (var selector in (string[])["[itemprop=datePublished]", "time[pubdate]", "article time", "time", ".published"])
        {
            foreach (var element in document.QuerySelectorAll(selector).Take(3))
            {
                if (WrittenDates.OfPage(
                    element.GetAttribute("datetime") ?? element.GetAttribute("content") ?? element.TextContent) is { } at)
                {
                    return at;
                }
            }
        }
        return null;
    }

    void ReadLinkedData(IHtmlDocument document)
    {
        foreach (var script in document.QuerySelectorAll("script[type='application/ld+json']"))
        {
            try
            {
                using var json = JsonDocument.Parse(
                    script.TextContent, new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
                ReadLinked(json.RootElement);
            }
            catch (Exception failure) when (failure is JsonException or InvalidOperationException)
            {
                // Linked data is often broken; the page's other marks tell the same.
                continue;
            }
        }
    }

    /// <summary>Recursion is bounded by the depth of 64 that JsonDocument allows.</summary>
    void ReadLinked(JsonElement json)
    {
        if (json.ValueKind == JsonValueKind.Array)
        {
            foreach (var member in json.EnumerateArray())
                ReadLinked(member);
        }
        if (json.ValueKind != JsonValueKind.Object)
            return;
        if (json.TryGetProperty("@type", out var type) && IsArticle(type))
        {
            linkedPublished ??= Text(json, "datePublished");
            linkedHeadline ??= Text(json, "headline");
            linkedAuthor ??= Names(json, "author");
            linkedPublisher ??= Names(json, "publisher");
        }
        if (json.TryGetProperty("@graph", out var graph))
            ReadLinked(graph);
        if (json.TryGetProperty("mainEntity", out var main))
            ReadLinked(main);
    }

    static bool IsArticle(JsonElement type) => type.ValueKind == JsonValueKind.Array
        ? type.EnumerateArray().Any(IsArticle)
        : type.ValueKind == JsonValueKind.String
            && Array.Exists(ArticleTypes, kind => type.GetString()!.EndsWith(kind, StringComparison.Ordinal));

    static string? Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    static string? Names(JsonElement json, string name)
    {
        if (!json.TryGetProperty(name, out var value))
            return null;
        var names = (value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().ToList() : [value])
            .Select(one => one.ValueKind == JsonValueKind.String
                ? one.GetString()
                : one.ValueKind == JsonValueKind.Object ? Text(one, "name") : null)
            .Where(one => !string.IsNullOrWhiteSpace(one));
        return string.Join(", ", names) is { Length: > 0 } joined ? joined : null;
    }
}
