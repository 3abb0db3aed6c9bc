using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Spectre.Console;
using Tocsin.Archive;
using Tocsin.Coding;
using Tocsin.Language;
using Tocsin.News;

namespace Tocsin.Desk.Commands;

/// <summary><c>tocsin read</c>: files and folders into the archive.</summary>
static class Read
{
    public static Command Command()
    {
        var paths = new Argument<string[]>("PATH")
        {
            Description = "Folders, plain text, HTML (also .gz), JSON Lines of stories (.jsonl).",
            Arity = ArgumentArity.OneOrMore,
        };
        var archive = ArchivePath.Option();
        var threads = StreamCommand.Threads();
        var engine = Engines.Option();
        var command = new Command("read", """
            Read stories from files and folders into the archive. Reading the same input twice adds nothing; what cannot
            be read is quarantined with its reason.

            Example: tocsin read news/ page.html.gz stories.jsonl
            """) { paths, archive, threads, engine };
        command.SetAction((parsed, stop) => Run(
            parsed.GetValue(paths)!, parsed.GetValue(archive)!, parsed.GetValue(threads), parsed.GetValue(engine), stop));
        return command;
    }

    static async Task<int> Run(string[] paths, string archivePath, int threads, Engine engine, CancellationToken stop)
    {
        var home = Home.Find();
        await using var archive = await SqliteArchive.Open(archivePath, stop);
        var tally = new Tally();
        var started = Stopwatch.GetTimestamp();
        var pipeline = new Pipeline(
            LanguageModel.Load(home.Models, engine), CodingResources.Load(home.Data, home.Models), archive, TimeProvider.System,
            Math.Max(1, threads));
        var reader = new StoryReader(TimeProvider.System, ReadLimits.Default);
        await Progress.Show(tally, reader.CountFiles(paths), started,
            () => pipeline.Run(reader.Read(paths, stop), "read", tally, stop));
        WriteSummary(tally, Stopwatch.GetElapsedTime(started), archivePath);
        return tally.QuarantinedItems.Count == 0 ? 0 : 1;
    }

    static void WriteSummary(Tally tally, TimeSpan elapsed, string archivePath)
    {
        var rate = tally.Words / Math.Max(elapsed.TotalSeconds, 0.001);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{tally.Stories} stories, {tally.Sentences} sentences, {tally.Words} words in {elapsed.TotalSeconds:F1} s ({rate:F0} words/s)"));
        if (tally.AlreadyKnown > 0)
            Console.WriteLine($"{tally.AlreadyKnown} stories were in the archive already and added nothing");
        if (tally.Uncoded > 0)
            Console.WriteLine($"{tally.Uncoded} stories are in a language that is not coded");
        Console.WriteLine($"{tally.Events} events");
        foreach (var (type, count) in tally.EventsByType.Where(entry => entry.Count > 0))
            Console.WriteLine($"  {Events.EventTypes.Code(type),-10} {count,7}");
        if (tally.QuarantinedItems.Count > 0)
        {
            Console.WriteLine($"{tally.QuarantinedItems.Count} quarantined (tocsin quarantine --archive {archivePath})");
            foreach (var group in tally.QuarantinedItems.GroupBy(item => item.Reason).OrderByDescending(group => group.Count()))
                Console.WriteLine($"  {group.Count(),4}  {group.Key}  (first: {group.First().Path})");
        }
    }
}

/// <summary>The progress bar of a run: stories done, words a second, time remaining.</summary>
static class Progress
{
    static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(200);

    /// <summary>Shows progress on a terminal while the work runs; without a terminal it only runs the work.</summary>
    /// <param name="expected">Items expected, as far as the file names tell.</param>
    public static async Task Show(Tally tally, int expected, long started, Func<Task> work)
    {
        if (Console.IsOutputRedirected || expected == 0)
        {
            await work();
            return;
        }
        await AnsiConsole.Progress()
            .Columns(
                new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(async display =>
            {
                var bar = display.AddTask("reading", maxValue: expected);
                var working = work();
                while (!working.IsCompleted)
                {
                    await Task.WhenAny(working, Task.Delay(Interval, TimeProvider.System));
                    var seconds = Math.Max(Stopwatch.GetElapsedTime(started).TotalSeconds, 0.001);
                    bar.Value = Math.Min(tally.Done, expected);
                    bar.Description = string.Create(CultureInfo.InvariantCulture,
                        $"{tally.Stories} stories, {tally.Words / seconds:F0} words/s");
                }
                await working;
                bar.Value = expected;
            });
    }
}
