using System.Diagnostics;
using Xunit;

namespace Tocsin.Tests.Desk;

/// <summary>The program itself, started as <c>demo</c> on a free port, with its archive in a folder of its own.</summary>
sealed class RunningDemo : IAsyncDisposable
{
    readonly Process process;
    readonly string folder;

    RunningDemo(Process process, string folder, string url)
    {
        this.process = process;
        this.folder = folder;
        Url = url;
    }

    public string Url { get; }

    public static async Task<RunningDemo> Start()
    {
        var folder = Directory.CreateTempSubdirectory("tocsin-demo-").FullName;
        var process = Begin("demo", "--port", "0", "--archive", Path.Combine(folder, "demo.db"));
        while (await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            if (line.IndexOf("http://", StringComparison.Ordinal) is >= 0 and var at)
                return new RunningDemo(process, folder, line[at..].Split(' ')[0]);
        }
        throw new InvalidOperationException("The demo ended: " + await process.StandardError.ReadToEndAsync());
    }

    /// <summary>Runs the program to its end; what it wrote to the error stream, and its exit code.</summary>
    public static async Task<(int Code, string Errors)> RunToEnd(params string[] arguments)
    {
        using var process = Begin(arguments);
        var errors = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, errors);
    }

    public string ArchivePath => Path.Combine(folder, "demo.db");

    public async ValueTask DisposeAsync()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        process.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    static Process Begin(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["TOCSIN_HOME"] = Requirements.Root },
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "Tocsin.Desk.dll"));
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        return Process.Start(start)!;
    }
}
