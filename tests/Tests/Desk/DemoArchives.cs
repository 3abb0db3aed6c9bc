using Xunit;

namespace Tocsin.Tests.Desk;

public sealed class DemoArchives
{
    [Fact]
    public async Task A_demo_does_not_take_the_archive_from_one_that_runs()
    {
        await using var demo = await RunningDemo.Start();

        var (code, errors) = await RunningDemo.RunToEnd("demo", "--port", "0", "--archive", demo.ArchivePath);

        Assert.Equal(1, code);
        Assert.Contains("Another demo runs", errors, StringComparison.Ordinal);
        using var client = new HttpClient();
        Assert.Contains(
            "North Kosovo", await client.GetStringAsync(new Uri(demo.Url), TestContext.Current.CancellationToken),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_demo_does_not_replace_a_file_that_is_no_archive()
    {
        var path = Path.GetTempFileName();
        await File.WriteAllTextAsync(path, "notes of a year", TestContext.Current.CancellationToken);

        var (code, errors) = await RunningDemo.RunToEnd("demo", "--port", "0", "--archive", path);

        Assert.Equal(1, code);
        Assert.Contains("is no archive", errors, StringComparison.Ordinal);
        Assert.Equal("notes of a year", await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken));
        File.Delete(path);
    }
}
