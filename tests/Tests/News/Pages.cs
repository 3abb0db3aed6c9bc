using System.Globalization;
using Tocsin.News;
using Xunit;

namespace Tocsin.Tests.News;

public sealed class Pages
{
    const string Body = """
        <article><h1>Ministers meet</h1>
        <p>The foreign ministers met in the capital on Monday, and they spoke at length, of many things.</p>
        <figure><img src="x.jpg"><figcaption>A handshake. Photo: Agency</figcaption></figure>
        <p>They said,<br>after the <b>talks</b>, that they would meet again, and soon, in another place, with others.</p>
        <script>alert('<p>not text</p>')</script></article>
        """;

    [Fact]
    public void Paragraphs_are_separated_by_one_blank_line_and_captions_and_scripts_are_left_out()
    {
        var text = Extract("", Body).Text;

        Assert.Contains("of many things.\n\nThey said,", text, StringComparison.Ordinal);
        Assert.Contains("after the talks, that they", text, StringComparison.Ordinal);
        Assert.DoesNotContain("handshake", text, StringComparison.Ordinal);
        Assert.DoesNotContain("alert", text, StringComparison.Ordinal);
        Assert.DoesNotContain("not text", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Linked_data_tells_date_author_and_publisher()
    {
        var page = Extract("""
            <script type="application/ld+json">{"@graph": [{"@type": "WebSite", "name": "W"}, {"@type": ["NewsArticle"],
              "headline": "Ministers &amp; others meet", "datePublished": "2023-03-29T10:15:00+02:00",
              "author": [{"@type": "Person", "name": "A. Writer"}, "B. Writer"], "publisher": {"name": "The Paper"}}]}</script>
            <meta property="article:published_time" content="2001-01-01">
            """, Body, "https://paper.example/a");

        Assert.Equal(new DateTimeOffset(2023, 3, 29, 10, 15, 0, TimeSpan.FromHours(2)), page.PublishedAt);
        Assert.Equal("A. Writer, B. Writer", page.Byline);
        Assert.Equal("The Paper", page.Outlet);
        Assert.Equal("https://paper.example/a", page.Url);
    }

    [Theory]
    [InlineData("<meta property='article:published_time' content='2023-03-29T10:15:00Z'>", "2023-03-29T10:15:00+00:00")]
    [InlineData("<meta name='pubdate' content='Wed, 29 Mar 2023 10:15:00 GMT'>", "2023-03-29T10:15:00+00:00")]
    [InlineData("<meta name='date' content='March 29, 2023'>", "2023-03-29T00:00:00+00:00")]
    [InlineData("<meta property='article:published_time' content='2023-03-29T10:15:00+0200'>", "2023-03-29T10:15:00+02:00")]
    [InlineData("<meta name='date' content='03/04/2023'>", null)]
    [InlineData("<meta name='date' content='2023-02-31'>", null)]
    [InlineData("<meta name='date' content='10:30'>", null)]
    public void The_date_is_read_as_it_is_written_and_never_guessed(string head, string? expected) =>
        Assert.Equal(expected, Extract(head, Body).PublishedAt?.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("https://a.example/2023/03/29/x", "2023-03-29")]
    [InlineData("https://a.example/news/2023/mar/29/x", "2023-03-29")]
    [InlineData("https://a.example/x/2023-03-29/", "2023-03-29")]
    [InlineData("https://a.example/2023/13/29/x", null)]
    [InlineData("https://a.example/news/38446", null)]
    public void A_page_without_a_date_takes_the_day_in_its_address(string url, string? expected) =>
        Assert.Equal(expected, Extract("", Body, url).PublishedAt?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    [Fact]
    public void Broken_linked_data_is_passed_over_and_the_page_still_read()
    {
        var page = Extract("""
            <script type="application/ld+json">{"@type": "NewsArticle", "headline": </script>
            <meta property="og:site_name" content="The Site"><meta name="author" content="By C. Writer">
            """, Body);

        Assert.Equal(("The Site", "C. Writer"), (page.Outlet, page.Byline));
        Assert.Contains("foreign ministers", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<link rel='canonical' href='javascript:alert(1)'>")]
    [InlineData("<link rel='canonical' href='file:///etc/passwd'>")]
    [InlineData("<meta property='og:url' content='data:text/html,x'>")]
    public void Only_a_web_address_becomes_the_address_of_a_page(string head) => Assert.Null(Extract(head, Body).Url);

    [Fact]
    public void The_language_is_the_one_that_the_page_declares()
    {
        Assert.Equal("en", new PageExtractor().Extract($"<html lang='en-GB'><body>{Body}</body></html>", null).Language);
        Assert.Null(new PageExtractor().Extract($"<html lang='${{locale}}'><body>{Body}</body></html>", null).Language);
    }

    [Fact]
    public void Random_markup_never_fails()
    {
        string[] pieces =
        [
            "<div>", "</div>", "<p>", "</p>", "<table>", "<td>", "</table>", "<b>", "</b>", "<!--", "-->", "<script>", "</script>",
            "<a href=\"", "'", "\"", ">", "<", "&#xD800;", "&amp", "text, and more text, ", "\0", "<title>", "<svg>", "<template>",
            "<body>", "</html>", "<meta charset=", "<select>", "<noscript>", "<li>", "<h1>", "<form>", "</", "<![CDATA[", "\uD83D",
        ];
        var random = new Random(20230329);
        for (var i = 0; i < 300; i++)
        {
            var html = string.Concat(Enumerable.Range(0, random.Next(1, 120)).Select(_ => pieces[random.Next(pieces.Length)]));
            var page = new PageExtractor().Extract(html, null);
            Assert.DoesNotContain('\0', page.Text);
        }
    }

    static Page Extract(string head, string body, string? url = null) =>
        new PageExtractor().Extract($"<html><head>{head}</head><body>{body}</body></html>", url);
}
