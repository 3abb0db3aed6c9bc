using Microsoft.Data.Sqlite;
using Tocsin.Archive;
using Tocsin.Tests.News;
using Xunit;

namespace Tocsin.Tests.Archive;

public sealed class KeepingAndAsking : IDisposable
{
    readonly TemporaryFolder folder = new();

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    string ArchivePath => Path.Combine(folder.Path, "archive.db");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task The_same_story_twice_adds_nothing_and_survives_reopening()
    {
        await using (var archive = await SqliteArchive.Open(ArchivePath, Stop))
        {
            var story = Kept.Story("a", Kept.Day(1), events: Kept.Event(place: "Zvečan"));
            Assert.Equal(1, await archive.Keep([story, story], Stop));
            Assert.Equal(0, await archive.Keep([story], Stop));
        }
        await using var again = await SqliteArchive.Open(ArchivePath, Stop);
        var kept = await again.Story("a", null, Stop);

        Assert.Equal("Serbian troops moved to Zvečan.", kept!.Story.Text);
        Assert.Equivalent(Kept.Event(place: "Zvečan"), Assert.Single(kept.Readings).Event, strict: true);
        Assert.Equal(["a"], await again.Known(["a", "b"], Stop));
        Assert.Equal(1, (await again.Summary(null, Stop)).Events);
    }

    [Fact]
    public async Task Nothing_that_arrived_later_leaks_into_any_answer_as_of_a_day()
    {
        await using var archive = await SqliteArchive.Open(ArchivePath, Stop);
        await archive.Keep(
            [Kept.Story("early", Kept.Day(1), events: Kept.Event()), Kept.Story("late", Kept.Day(9), events: Kept.Event())], Stop);
        var asOf = Kept.Day(5);
        var query = new EventQuery { AsOf = asOf };
        var late = Assert.Single((await archive.Story("late", null, Stop))!.Readings);

        Assert.Equal("early", Assert.Single(await archive.Readings(query, Stop)).StoryId);
        Assert.Equal(1, await archive.Count(query, Stop));
        Assert.Single(Assert.Single(await archive.Records(query, Stop)).Readings);
        Assert.Null(await archive.Reading(late.Id, asOf, Stop));
        Assert.Null(await archive.Story("late", asOf, Stop));
        Assert.Equal("early", Assert.Single(await archive.Search("troops", asOf, 10, Stop)).StoryId);
        Assert.Equal(1, Assert.Single(await archive.Intake(asOf, Stop)).Stories);
        var summary = await archive.Summary(asOf, Stop);
        Assert.Equal((1, 1, new DateOnly(2022, 8, 1)), (summary.Stories, summary.Events, summary.Last));
        Assert.Equal(2, await archive.Count(new EventQuery(), Stop));
    }

    [Fact]
    public async Task Search_folds_diacritics_and_marks_the_words_found()
    {
        await using var archive = await SqliteArchive.Open(ArchivePath, Stop);
        await archive.Keep([Kept.Story("a", Kept.Day(1))], Stop);

        Assert.Contains("\u0002Zvečan\u0003", Assert.Single(await archive.Search("zvecan", null, 10, Stop)).Snippet, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("' or 1=1 --")]
    [InlineData("\"unclosed AND NEAR( *")]
    [InlineData("title:x; drop table story")]
    [InlineData("%_*?[a-z]")]
    [InlineData("\0\u0002")]
    public async Task SQL_and_query_marks_in_any_field_stay_text(string hostile)
    {
        await using var archive = await SqliteArchive.Open(ArchivePath, Stop);
        await archive.Keep([Kept.Story("a", Kept.Day(1), events: Kept.Event(place: "Zvečan")), Kept.Story(hostile, Kept.Day(1), outlet: hostile)], Stop);

        Assert.Equal(0, await archive.Count(new EventQuery { Outlet = hostile, Place = hostile }, Stop));
        Assert.Equal(0, await archive.Count(new EventQuery { StoryId = hostile }, Stop));
        Assert.Empty(await archive.Readings(new EventQuery { Place = hostile + "x" }, Stop));
        await archive.Search(hostile, null, 10, Stop);
        await archive.Readings(new EventQuery { Actor = hostile, Text = hostile }, Stop);
        Assert.Equal(2, (await archive.Summary(null, Stop)).Stories);
        Assert.NotNull(await archive.Story(hostile, null, Stop));
    }

    [Fact]
    public async Task What_was_quarantined_is_listed_with_its_reason_once()
    {
        await using var archive = await SqliteArchive.Open(ArchivePath, Stop);
        foreach (var day in new[] { 1, 2 })
            await archive.Quarantine(new QuarantinedItem("a.txt", "the file is empty", Kept.Day(day), "read"), Stop);

        Assert.Equal(new QuarantinedItem("a.txt", "the file is empty", Kept.Day(2), "read"), Assert.Single(await archive.Quarantined(Stop)));
    }

    [Fact]
    public async Task A_batch_that_fails_in_the_middle_leaves_nothing_behind()
    {
        await using var archive = await SqliteArchive.Open(ArchivePath, Stop);
        var broken = Kept.Story("b", Kept.Day(1), "Short.", events: Kept.Event());

        await Assert.ThrowsAnyAsync<ArgumentException>(() => archive.Keep([Kept.Story("a", Kept.Day(1)), broken], Stop));

        Assert.Equal(0, (await archive.Summary(null, Stop)).Stories);
        Assert.Equal(1, await archive.Keep([Kept.Story("a", Kept.Day(1))], Stop));
    }

    [Fact]
    public async Task A_newer_archive_is_refused_with_both_versions()
    {
        await (await SqliteArchive.Open(ArchivePath, Stop)).DisposeAsync();
        await Execute("pragma user_version = 999");

        Assert.Contains("version 999", await Refusal(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_no_archive_is_refused_by_name()
    {
        await File.WriteAllTextAsync(ArchivePath, string.Concat(Enumerable.Repeat("This is a letter. ", 400)), Stop);

        Assert.Contains(ArchivePath, await Refusal(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_damaged_archive_is_named_and_not_a_crash()
    {
        await using (var archive = await SqliteArchive.Open(ArchivePath, Stop))
            await archive.Keep([.. Enumerable.Range(0, 50).Select(n => Kept.Story("s" + n, Kept.Day(1), events: Kept.Event()))], Stop);
        var bytes = await File.ReadAllBytesAsync(ArchivePath, Stop);
        bytes.AsSpan(4096).Fill(0xA5);
        await File.WriteAllBytesAsync(ArchivePath, bytes, Stop);

        var failure = await Assert.ThrowsAsync<ArchiveException>(async () =>
        {
            await using var archive = await SqliteArchive.Open(ArchivePath, Stop);
            await archive.Readings(new EventQuery(), Stop);
        });
        Assert.Contains("damaged", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_locked_archive_is_told_and_nothing_kept_is_lost()
    {
        await using var archive = await SqliteArchive.Open(ArchivePath, TimeSpan.FromSeconds(1), Stop);
        await archive.Keep([Kept.Story("a", Kept.Day(1))], Stop);
        await using (var other = new SqliteConnection($"Data Source={ArchivePath};Pooling=false"))
        {
            await other.OpenAsync(Stop);
            await using var transaction = other.BeginTransaction(deferred: false);
            var failure = await Assert.ThrowsAsync<ArchiveException>(() => archive.Keep([Kept.Story("b", Kept.Day(1))], Stop));
            Assert.Contains("is locked", failure.Message, StringComparison.Ordinal);
            Assert.Equal(1, (await archive.Summary(null, Stop)).Stories);
        }
        Assert.Equal(1, await archive.Keep([Kept.Story("b", Kept.Day(1))], Stop));
    }

    async Task<string> Refusal() => (await Assert.ThrowsAsync<ArchiveException>(() => SqliteArchive.Open(ArchivePath, Stop))).Message;

    async Task Execute(string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={ArchivePath};Pooling=false");
        await connection.OpenAsync(Stop);
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The test's own constant.
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(Stop);
    }
}
