using System.Net;
using Microsoft.AspNetCore.Builder;
using Tocsin.Archive;
using Tocsin.Desk;
using Xunit;

namespace Tocsin.Tests.Desk;

/// <summary>A desk on a free port of loopback over a fresh archive; its clock stands in November 2023.</summary>
sealed class OpenDesk : IAsyncDisposable
{
    readonly string folder;

    readonly IArchive archive;

    readonly WebApplication web;

    OpenDesk(string folder, IArchive archive, WebApplication web)
    {
        this.folder = folder;
        this.archive = archive;
        this.web = web;
        Client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false })
        {
            BaseAddress = new Uri(web.Urls.First()),
        };
    }

    public HttpClient Client { get; }

    public string Url => web.Urls.First();

    public IArchive Archive => archive;

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<OpenDesk> Over(params IReadOnlyList<ArrivedStory> stories)
    {
        var folder = Directory.CreateTempSubdirectory("tocsin-desk-").FullName;
        var archive = await SqliteArchive.Open(Path.Combine(folder, "archive.db"), Stop);
        await archive.Keep(stories, Stop);
        return await Open(folder, archive);
    }

    /// <summary>Over an archive that is not the usual one.</summary>
    public static Task<OpenDesk> Over(IArchive archive) =>
        Open(Directory.CreateTempSubdirectory("tocsin-desk-").FullName, archive);

    static async Task<OpenDesk> Open(string folder, IArchive archive)
    {
        var web = Web.Build(new WebOptions(
            archive, Path.Combine(Requirements.Root, "data"), "http://127.0.0.1:0", new StandingClock()));
        await web.StartAsync(Stop);
        return new OpenDesk(folder, archive, web);
    }

    public async Task<string> Page(string path, HttpStatusCode expected = HttpStatusCode.OK)
    {
        using var answer = await Client.GetAsync(new Uri(path, UriKind.Relative), Stop);
        var body = await answer.Content.ReadAsStringAsync(Stop);
        Assert.True(
            expected == answer.StatusCode,
            $"{path} answered {(int)answer.StatusCode}: {body[..Math.Min(400, body.Length)]}");
        return body;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await web.StopAsync(CancellationToken.None);
        await web.DisposeAsync();
        await archive.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    sealed class StandingClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2023, 11, 1, 12, 0, 0, TimeSpan.Zero);
    }
}
