using System.IO.Compression;
using System.Text;
using Tocsin.Desk.Commands;
using Tocsin.Tests.News;
using Xunit;

namespace Tocsin.Tests.Warning.Forecasts;

public sealed class RunningBacktests : IDisposable
{
    readonly TemporaryFolder folder = new();

    string Out => Path.Combine(folder.Path, "out");

    public void Dispose() => folder.Dispose();

    Task<int> Run(string events, params string[] more) =>
        Backtest.Command().Parse(["--events", events, "--out", Out, .. more]).InvokeAsync();

    static string Table(int seed = 3) => "date,source,target,code\n" + string.Concat(SmallHistory.Drawn(seed)
        .Select(one => $"{one.Day:yyyy-MM-dd},{one.Actor},{one.Recipient},{one.Root:00}0\n"));

    static byte[] Zipped(string text)
    {
        using var bytes = new MemoryStream();
        using (var zip = new GZipStream(bytes, CompressionLevel.Fastest, leaveOpen: true))
            zip.Write(Encoding.UTF8.GetBytes(text));
        return bytes.ToArray();
    }

    [Fact]
    public async Task Plain_and_gzip_give_the_same_bytes_twice()
    {
        Assert.Equal(0, await Run(folder.Write("a.csv", Table()), "--report"));
        var first = Directory.GetFiles(Out).Order().ToDictionary(file => Path.GetFileName(file), File.ReadAllBytes);
        Assert.Equal(["predictions.csv", "report.html", "report.json"], first.Keys);
        Directory.Delete(Out, recursive: true);
        // The name stands in the report: a folder of its own keeps it.
        Assert.Equal(0, await Run(folder.Write("zipped/a.csv", Zipped(Table())), "--report"));
        Assert.All(first, file => Assert.Equal(file.Value, File.ReadAllBytes(Path.Combine(Out, file.Key))));
        var page = File.ReadAllText(Path.Combine(Out, "report.html"));
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
        Assert.DoesNotContain("http", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refused_rows_are_written_with_line_and_reason_and_vanish_with_the_next_sound_run()
    {
        Assert.Equal(0, await Run(folder.Write("a.csv", Table() + "2001-13-01,AAA,BBB,190\n")));
        var letters = File.ReadAllLines(Path.Combine(Out, "refused.csv"));
        Assert.Equal($"{Table().Count(one => one == '\n') + 1},\"'2001-13-01' is no date\",\"2001-13-01,AAA,BBB,190\"", letters[1]);
        Assert.Equal(0, await Run(folder.Write("a.csv", Table())));
        Assert.False(File.Exists(Path.Combine(Out, "refused.csv")));
    }

    [Fact]
    public async Task A_run_that_fails_leaves_nothing_half_written_and_keeps_what_stood_there()
    {
        Assert.Equal(1, await Run(folder.Write("short.csv", "date,source,target,code\n2001-01-01,AAA,BBB,190\nx,AAA,BBB,190\n")));
        Directory.CreateDirectory(Out);
        Assert.Empty(Directory.GetFiles(Out));
        var kept = Path.Combine(Out, "predictions.csv");
        File.WriteAllText(kept, "earlier");
        Assert.Equal(1, await Run(folder.Write("cut.csv.gz", Zipped(Table())[..^2000])));
        Assert.Equal("earlier", File.ReadAllText(kept));
        Assert.Equal([kept], Directory.GetFiles(Out));
    }
}
