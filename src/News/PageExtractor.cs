using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using SmartReader;

namespace Tocsin.News;

/// <summary>Finds the article in a web page and what the page says of it. One instance serves any number of threads.</summary>
public sealed class PageExtractor
{
    /// <summary>Stands for the address of a page that was given without one: it resolves nowhere.</summary>
    const string NoAddress = "https://page.invalid/";

    /// <summary>
    /// Elements of a page at most. The richest of 92 real ones has 1,584; time grows faster than their number, and finding
    /// the article cannot be broken off.
    /// </summary>
    public int ElementsAllowed { get; init; } = 20_000;

    /// <param name="html">The whole page, decoded.</param>
    /// <param name="url">Where it was found; null where unknown.</param>
    /// <exception cref="RefusedException">The page is built so that reading it would exhaust the machine.</exception>
    public Page Extract(string html, string? url)
    {
        PageShape.Check(html);
        var document = new HtmlParser().ParseDocument(html);
        if (PageShape.Check(document) is var elements && elements > ElementsAllowed)
        {
            throw new RefusedException(
                FormattableString.Invariant($"it has {elements:N0} elements; a page may have {ElementsAllowed:N0}"));
        }
        var address = TextFile.IsWeb(url) ? url : null;
        var facts = PageFacts.Of(document, address);
        using var reader = new Reader(facts.Url ?? NoAddress, document) { ContinueIfNotReadable = true };
        var article = reader.GetArticle();
        return new Page(CleanText.Field(article.Title) ?? facts.Title, Text(article))
        {
            PublishedAt = facts.PublishedAt,
            Byline = facts.Byline ?? PageFacts.Author(article.Byline),
            Language = facts.Language ?? PageFacts.Tag(article.Language),
            Outlet = facts.Outlet,
            Url = facts.Url,
        };
    }

    static string Text(Article article)
    {
        if (string.IsNullOrEmpty(article.Content))
            return "";
        using IHtmlDocument content = new HtmlParser().ParseDocument(article.Content);
        return content.Body is { } body ? PageText.Of(body) : "";
    }
}
