using System.CommandLine;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Tocsin.Archive;
using Tocsin.Coding;
using Tocsin.Language;
using Tocsin.News;

namespace Tocsin.Desk.Commands;

/// <summary><c>tocsin serve</c> and <c>tocsin demo</c>: the desk on loopback.</summary>
static class Serve
{
    const int DefaultPort = 5080;

    public static Command Command()
    {
        var archive = ArchivePath.Option();
        var port = Port();
        var command = new Command("serve", "Open the desk in the browser, on this machine only.") { archive, port };
        command.SetAction((parsed, stop) => Run(Home.Find(), parsed.GetValue(archive)!, parsed.GetValue(port), stop));
        return command;
    }

    public static Command Demo()
    {
        var archive = new Option<string>("--archive")
        {
            Description = "Where the fresh archive of the sample case is written; an older one there is replaced.",
            DefaultValueFactory = _ => Path.Combine(".tocsin", "demo.db"),
        };
        var port = Port();
        var command = new Command("demo", "Load the sample case into a fresh archive and open the desk on it.")
        {
            archive, port,
        };
        command.SetAction((parsed, stop) => RunDemo(parsed.GetValue(archive)!, parsed.GetValue(port), stop));
        return command;
    }

    static Option<int> Port() => new("--port")
    {
        Description = $"Port on loopback (default {DefaultPort}, or a free one where that is taken; 0: a free one).",
        DefaultValueFactory = _ => -1,
    };

    static async Task<int> RunDemo(string path, int port, CancellationToken stop)
    {
        var home = Home.Find();
        await using var own = FreshArchive.Clear(path);
        var started = Stopwatch.GetTimestamp();
        var tally = new Tally();
        await using (var archive = await SqliteArchive.Open(path, stop))
        {
            var pipeline = new Pipeline(
                LanguageModel.Load(home.Models), CodingResources.Load(home.Data, home.Models), archive, TimeProvider.System,
                Environment.ProcessorCount);
            var reader = new StoryReader(TimeProvider.System, ReadLimits.Default);
            var digests = Path.Combine(home.SampleCase, "digests");
            await pipeline.Run(reader.Read([digests], stop), "demo", tally, stop);
        }
        Console.WriteLine(
            $"{tally.Stories} reconstructed digests, {tally.Events} events in {Stopwatch.GetElapsedTime(started).TotalSeconds:F1} s");
        foreach (var (file, reason) in tally.QuarantinedItems)
            await Console.Error.WriteLineAsync($"quarantined: {file}: {reason}".AsMemory(), stop);
        return await Run(home, path, port, stop, isSample: true);
    }

    static async Task<int> Run(Home home, string path, int port, CancellationToken stop, bool isSample = false)
    {
        await using var archive = await SqliteArchive.Open(path, stop);
        var url = $"http://127.0.0.1:{(port >= 0 ? port : IsFree(DefaultPort) ? DefaultPort : 0)}";
        await using var desk = Web.Build(new WebOptions(archive, home.Data, url, TimeProvider.System)
        {
            // The sample case lies in the past: its desk opens on its last day, where everything can be seen.
            OpenOn = isSample ? (await archive.Summary(null, stop)).Last : null,
        });
        await desk.StartAsync(stop);
        Console.WriteLine($"The desk is open at {desk.Urls.First()}  (Ctrl+C closes it)");
        await desk.WaitForShutdownAsync(stop);
        return 0;
    }

    static bool IsFree(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
