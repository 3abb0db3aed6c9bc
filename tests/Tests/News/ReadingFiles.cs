using System.Globalization;
using Tocsin.News;
using Xunit;

namespace Tocsin.Tests.News;

public sealed class ReadingFiles : IDisposable
{
    readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task The_keys_at_the_head_of_a_text_file_become_fields_of_the_story()
    {
        var path = folder.Write("digest.txt", """
            ---
            title: Barricades go up
            published: 2022-07-31
            outlet: A digest
            language: en
            reconstructed: true
            sources:
              - Agency | "Roadblocks" in the north | 2022-08-01 | https://example.org/a
              - Ministry | Statement
            ---
            First paragraph.

            Second paragraph.
            """);

        var read = Assert.IsType<ReadStory>(Assert.Single(await Read(path)));

        Assert.Equal("Barricades go up", read.Story.Title);
        Assert.Equal("First paragraph.\n\nSecond paragraph.", read.Story.Text);
        Assert.Equal(("A digest", "en"), (read.Story.Outlet, read.Story.Language));
        Assert.Equal(new DateTimeOffset(2022, 7, 31, 0, 0, 0, TimeSpan.Zero), read.Story.PublishedAt);
        Assert.Equal("\"Roadblocks\" in the north", read.Story.References[0].Title);
        Assert.Null(read.Story.References[1].Url);
    }

    [Fact]
    public async Task A_reconstructed_story_arrived_when_it_was_published_and_any_other_arrives_now()
    {
        var reconstructed = folder.Write("a.txt", "---\npublished: 2022-02-21\nreconstructed: true\n---\nText.");
        var other = folder.Write("b.txt", "---\npublished: 2022-02-21\n---\nText.");

        var items = (await Read(reconstructed, other)).Cast<ReadStory>().ToList();

        Assert.Equal(new DateTimeOffset(2022, 2, 21, 0, 0, 0, TimeSpan.Zero), items[0].ArrivedAt);
        Assert.Null(items[1].ArrivedAt);
    }

    [Theory]
    [InlineData("---\ntitle: a\nText without an end", "does not end with a line ---")]
    [InlineData("---\ncolour: red\n---\nText.", "line 2: unknown key 'colour'")]
    [InlineData("---\ntitle: a\ntitle: b\n---\nText.", "line 3: title is given twice")]
    [InlineData("---\ntitle: a: b\n---\nText.", "line 2")]
    [InlineData("---\npublished: 2023-02-30\n---\nText.", "published '2023-02-30' is no date")]
    [InlineData("---\nurl: javascript:alert(1)\n---\nText.", "is no web address")]
    [InlineData("---\nreconstructed: yes\n---\nText.", "neither true nor false")]
    [InlineData("---\nreconstructed: true\n---\nText.", "needs 'published'")]
    [InlineData("---\nsources:\n  - only an outlet\n---\nText.", "line 3: a source is")]
    [InlineData("---\nsources: [[[[[[[[a]]]]]]]]\n---\nText.", "line 2")]
    [InlineData("---\ntitle: a\n---\n", "")]
    public async Task Keys_that_cannot_be_read_are_refused_by_their_line(string text, string reason)
    {
        var item = Assert.Single(await Read(folder.Write("a.txt", text)));

        if (reason.Length > 0)
            Assert.Contains(reason, Assert.IsType<RefusedItem>(item).Reason, StringComparison.Ordinal);
        else
            Assert.Equal("a", Assert.IsType<ReadStory>(item).Story.Text);
    }

    [Fact]
    public async Task A_first_line_that_is_an_address_names_the_outlet_and_the_day()
    {
        var path = folder.Write("a.txt", "https://www.example.com/2021/03/09/talks\n\nAMMAN — The talks began.\n");

        var story = Assert.IsType<ReadStory>(Assert.Single(await Read(path))).Story;

        Assert.Equal("example.com", story.Outlet);
        Assert.Equal("https://www.example.com/2021/03/09/talks", story.Url);
        Assert.Equal("AMMAN — The talks began.", story.Text);
        Assert.Equal(new DateTimeOffset(2021, 3, 9, 0, 0, 0, TimeSpan.Zero), story.PublishedAt);
    }

    [Fact]
    public async Task Wrapped_lines_are_joined_and_short_lines_stay_apart()
    {
        var path = folder.Write("a.txt",
            "The foreign ministers of both countries met in the capital\r\non Monday and agreed to meet again.\r\n\r\nOne.\r\nTwo.\r\n");

        Assert.Equal(
            "The foreign ministers of both countries met in the capital on Monday and agreed to meet again.\n\nOne.\n\nTwo.",
            Assert.IsType<ReadStory>(Assert.Single(await Read(path))).Story.Text);
    }

    [Fact]
    public async Task The_same_content_has_the_same_identity_and_any_other_field_another()
    {
        const string Text = "---\noutlet: A\ntitle: T\npublished: 2022-01-01\n---\nText.";
        var items = (await Read(
            folder.Write("1.txt", Text), folder.Write("2.txt", Text.ReplaceLineEndings("\r\n")),
            folder.Write("3.txt", Text.Replace("outlet: A", "outlet: B", StringComparison.Ordinal)),
            folder.Write("4.txt", Text.Replace("title: T", "title: U", StringComparison.Ordinal)),
            folder.Write("5.txt", Text.Replace("01-01", "01-02", StringComparison.Ordinal))))
            .Select(item => Assert.IsType<ReadStory>(item).Story.Id).ToList();

        Assert.Equal(items[0], items[1]);
        Assert.Equal(4, items.Distinct().Count());
    }

    [Fact]
    public async Task A_folder_is_read_with_its_subfolders_in_order_and_refuses_what_it_cannot_read()
    {
        folder.Write("b/2.txt", "Two.");
        folder.Write("a/1.txt", "One.");
        folder.Write("table.csv", "a,b");
        folder.Write(".hidden.txt", "Hidden.");
        folder.Write("0.txt", "Zero.");

        var items = await Read(folder.Path);

        Assert.Equal(["Zero.", "One.", "Two."], items.OfType<ReadStory>().Select(item => item.Story.Text));
        Assert.Contains("not a kind of file", Assert.Single(items.OfType<RefusedItem>()).Reason, StringComparison.Ordinal);
        Assert.Equal(3, Reader().CountFiles([folder.Path]));
    }

    [Fact]
    public async Task Lines_of_JSON_are_stories_and_each_bad_line_is_refused_by_its_number()
    {
        var path = folder.Write("stories.jsonl", "\uFEFF" + """
            {"text": "One.", "title": "A", "outlet": "O", "published": "2023-03-29T10:00:00+02:00", "language": "en"}

            not json
            {"title": "no text"}
            [1]
            {"text": 7}
            {"text": "x", "published": "soon"}
            {"text": "lone \ud800 half"}
            {"html": "<html><head><title>T</title></head><body><article><p>A sentence of the page which is long enough to be read as its text, with commas, and more.</p></article></body></html>", "url": "https://example.org/x"}
            {"text": "Last."}
            """);

        var items = await Read(path);

        Assert.Equal(["One.", "Last."], items.OfType<ReadStory>().Where(item => item.Story.Url is null).Select(item => item.Story.Text));
        Assert.Equal(TimeSpan.FromHours(2), ((ReadStory)items[0]).Story.PublishedAt!.Value.Offset);
        Assert.StartsWith("A sentence of the page", items.OfType<ReadStory>().Single(item => item.Story.Url is not null).Story.Text, StringComparison.Ordinal);
        Assert.Equal([3, 4, 5, 6, 7, 8], items.OfType<RefusedItem>().Select(item => int.Parse(item.Path[(item.Path.LastIndexOf(':') + 1)..], CultureInfo.InvariantCulture)));
    }

    [Fact]
    public async Task A_date_in_the_future_is_left_out_with_a_note()
    {
        var read = Assert.IsType<ReadStory>(Assert.Single(await Read(folder.Write("a.txt", "---\npublished: 2090-01-01\n---\nText."))));

        Assert.Null(read.Story.PublishedAt);
        Assert.Contains("2090-01-01", read.Note, StringComparison.Ordinal);
    }

    static StoryReader Reader() => new(TimeProvider.System, ReadLimits.Default);

    static async Task<List<ReadItem>> Read(params string[] paths)
    {
        var items = new List<ReadItem>();
        await foreach (var item in Reader().Read(paths, TestContext.Current.CancellationToken))
            items.Add(item);
        return items;
    }
}
