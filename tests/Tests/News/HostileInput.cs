using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using Tocsin.News;
using Xunit;

namespace Tocsin.Tests.News;

/// <summary>Each bad input is refused with a clear reason, and the story after it is read.</summary>
public sealed class HostileInput : IDisposable
{
    readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public Task An_empty_file_is_refused() => Refused(folder.Write("a.txt", ""), "the file is empty");

    [Fact]
    public Task A_file_of_blanks_is_refused() => Refused(folder.Write("a.txt", " \n\t\n"), "no text");

    [Fact]
    public Task A_missing_path_is_refused() => Refused(Path.Combine(folder.Path, "none"), "no such file or folder");

    [Theory]
    [InlineData("%PDF-1.7 …", "a PDF document")]
    [InlineData("PK\u0003\u0004…", "a ZIP archive")]
    [InlineData("abc\0\0\0def", "a binary file")]
    [InlineData("\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0008\u000e\u000f\u0010\u0011", "a binary file")]
    public Task A_binary_file_is_refused_by_its_kind(string content, string reason) =>
        Refused(folder.Write("a.txt", content), reason);

    [Fact]
    public Task A_text_of_fifty_megabytes_in_one_line_is_refused() =>
        Refused(folder.Write("a.txt", Enumerable.Repeat((byte)'x', 50_000_000).ToArray()), "more than 32 MB");

    [Fact]
    public Task A_text_longer_than_any_story_is_refused() =>
        Refused(folder.Write("a.txt", new string('x', 2_000_001)), "2,000,001 characters; a story may have 2,000,000");

    [Theory]
    [InlineData("<div>")]
    [InlineData("<b>")]
    [InlineData("<table><tr><td>")]
    [InlineData("<x-a>")]
    [InlineData("<svg>")]
    public Task A_page_of_a_hundred_thousand_nested_tags_is_refused(string tag) => Refused(
        folder.Write("a.html", $"<html><body>{string.Concat(Enumerable.Repeat(tag, 100_000))}text</body></html>"),
        "nest deeper than 512|formatting tags are left open");

    [Fact]
    public async Task A_page_nested_just_as_deep_as_allowed_is_read_without_harm()
    {
        var sentence = string.Concat(Enumerable.Repeat("The ministers met, and they spoke at length, of many things. ", 10));
        var page = $"<html><body>{string.Concat(Enumerable.Repeat("<div>", 500))}<p>{sentence}</p></body></html>";

        Assert.IsType<ReadStory>(Assert.Single(await Read(folder.Write("a.html", page))));
    }

    [Theory]
    [InlineData("<p><span>")]
    [InlineData("<p>x<ul><li>y</ul>")]
    [InlineData("<a href='x\">")]
    [InlineData("<font size=1><p>")]
    public async Task A_page_of_many_tags_left_open_is_read_or_refused_but_ends(string tag)
    {
        var started = Stopwatch.GetTimestamp();
        var page = $"<html><body>{string.Concat(Enumerable.Repeat(tag, 20_000))}text</body></html>";

        Assert.Single(await Read(folder.Write("a.html", page)));
        Assert.True(Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(60));
    }

    [Fact]
    public async Task Packed_members_one_after_the_other_are_read_as_one_file() => Assert.Equal(
        "One.\n\nTwo.",
        Assert.IsType<ReadStory>(Assert.Single(await Read(
            folder.Write("a.txt.gz", [.. Packed("One.\n\n"), .. Packed("Two.")])))).Story.Text);

    [Fact]
    public async Task Many_paragraphs_without_end_tags_are_not_nested()
    {
        var page = $"<html><body><article>{string.Concat(Enumerable.Repeat("<p>The ministers met, and spoke <br>at length. <li>x", 500))}</body></html>";

        Assert.IsType<ReadStory>(Assert.Single(await Read(folder.Write("a.html", page))));
    }

    [Fact]
    public async Task A_gzip_bomb_is_refused_before_it_bursts()
    {
        using var packed = new MemoryStream();
        await using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            var zeros = new byte[1024 * 1024];
            for (var i = 0; i < 256; i++)
                await gzip.WriteAsync(zeros, TestContext.Current.CancellationToken);
        }
        await Refused(folder.Write("a.html.gz", packed.ToArray()), "a gzip bomb");
        await Refused(folder.Write("a.jsonl.gz", packed.ToArray()), "a gzip bomb");
    }

    [Fact]
    public async Task A_damaged_or_cut_gzip_file_is_refused()
    {
        await Refused(folder.Write("a.txt.gz", "this is not packed"), "the packed file is damaged");
        await Refused(folder.Write("b.txt.gz", Packed("Some text that is long enough to be cut in two.")[..20]), "cut off before its end");
    }

    [Fact]
    public async Task A_packed_text_is_read() =>
        Assert.Equal("Text.", Assert.IsType<ReadStory>(Assert.Single(await Read(folder.Write("a.txt.gz", Packed("Text."))))).Story.Text);

    [Fact]
    public async Task Links_that_go_round_in_a_ring_are_refused_and_not_walked()
    {
        Directory.CreateSymbolicLink(Path.Combine(folder.Path, "ring"), folder.Path);
        File.CreateSymbolicLink(Path.Combine(folder.Path, "dangling.txt"), Path.Combine(folder.Path, "nowhere"));
        folder.Write("story.txt", "Text.");

        var items = await Read(folder.Path);

        Assert.Equal(["story.txt"], items.OfType<ReadStory>().Select(item => Path.GetFileName(item.Path)));
        Assert.Equal(
            ["dangling.txt", "ring"], items.OfType<RefusedItem>().Select(item => Path.GetFileName(item.Path)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_pipe_is_refused_without_waiting_for_a_writer()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There are no named pipes among files.");
        var path = Path.Combine(folder.Path, "pipe.txt");
        using var made = Process.Start("mkfifo", path);
        await made.WaitForExitAsync(TestContext.Current.CancellationToken);

        await Refused(path, "the file is empty");
    }

    [Fact]
    public async Task Invalid_UTF8_is_read_as_Windows_1252_with_a_note()
    {
        var read = Assert.IsType<ReadStory>(Assert.Single(
            await Read(folder.Write("a.txt", [.. "The caf"u8, 0xE9, .. " \u201Copened\u201D."u8]))));

        Assert.StartsWith("The caf\u00E9", read.Story.Text, StringComparison.Ordinal);
        Assert.Contains("Windows-1252", read.Note, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Byte_order_marks_decide_the_encoding()
    {
        foreach (var encoding in new[] { Encoding.UTF8, Encoding.Unicode, Encoding.BigEndianUnicode })
        {
            byte[] bytes = [.. encoding.GetPreamble(), .. encoding.GetBytes("Zvečan — мир.")];
            Assert.Equal("Zvečan — мир.", Assert.IsType<ReadStory>(Assert.Single(await Read(folder.Write("a.txt", bytes)))).Story.Text);
        }
    }

    [Fact]
    public async Task A_page_in_a_declared_legacy_charset_is_read_in_it()
    {
        var cyrillic = CodePagesEncodingProvider.Instance.GetEncoding(1251)!;
        var sentence = string.Concat(Enumerable.Repeat("Министры встретились, и говорили долго, о многом. ", 10));
        var page = cyrillic.GetBytes($"<html><head><meta charset='windows-1251'></head><body><p>{sentence}</p></body></html>");

        var story = Assert.IsType<ReadStory>(Assert.Single(await Read(folder.Write("a.html", page)))).Story;

        Assert.StartsWith("Министры встретились", story.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_of_JSON_that_is_too_long_is_refused_and_the_next_is_read()
    {
        var path = folder.Write("a.jsonl", $"{{\"text\": \"{new string('x', 3000)}\"}}\n{{\"text\": \"Short.\"}}");
        var reader = new StoryReader(TimeProvider.System, ReadLimits.Default with { DocumentBytes = 1000 });
        var items = new List<ReadItem>();
        await foreach (var item in reader.Read([path], TestContext.Current.CancellationToken))
            items.Add(item);

        Assert.Equal(path + ":1", Assert.IsType<RefusedItem>(items[0]).Path);
        Assert.Equal("Short.", Assert.IsType<ReadStory>(items[1]).Story.Text);
    }

    [Fact]
    public async Task Invisible_characters_and_direction_overrides_do_not_reach_the_text()
    {
        var text = Assert.IsType<ReadStory>(Assert.Single(
            await Read(folder.Write("a.txt", "The\u200B min\u00ADis\u202Eters\u0000 met\u00A0 again.".Replace("\0", "", StringComparison.Ordinal))))).Story.Text;

        Assert.Equal("The ministers met again.", text);
    }

    async Task Refused(string path, string reasons)
    {
        var good = folder.Write("zz-good.txt", "A good story.");
        var items = await Read(path, good);
        var refused = Assert.IsType<RefusedItem>(items[0]);
        Assert.Equal(path, refused.Path);
        Assert.Contains(reasons.Split('|'), reason => refused.Reason.Contains(reason, StringComparison.Ordinal));
        Assert.Equal("A good story.", Assert.IsType<ReadStory>(items[1]).Story.Text);
        Assert.Equal(2, items.Count);
    }

    static byte[] Packed(string text)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            gzip.Write(Encoding.UTF8.GetBytes(text));
        return packed.ToArray();
    }

    static async Task<List<ReadItem>> Read(params string[] paths)
    {
        var items = new List<ReadItem>();
        await foreach (var item in new StoryReader(TimeProvider.System, ReadLimits.Default).Read(paths, TestContext.Current.CancellationToken))
            items.Add(item);
        return items;
    }
}
