using System.CommandLine;
using System.Globalization;
using Tocsin.Archive;

namespace Tocsin.Desk.Commands;

/// <summary><c>tocsin quarantine</c>: what could not be read, and why.</summary>
static class Quarantine
{
    public static Command Command()
    {
        var archive = ArchivePath.Option();
        var command = new Command("quarantine", "List what could not be read, with the reason and when it was tried.")
        {
            archive,
        };
        command.SetAction((parsed, stop) => Run(parsed.GetValue(archive)!, stop));
        return command;
    }

    static async Task<int> Run(string path, CancellationToken stop)
    {
        if (!File.Exists(path))
            throw new MissingFilesException($"There is no archive at {path}.");
        await using var archive = await SqliteArchive.Open(path, stop);
        var items = await archive.Quarantined(stop);
        foreach (var item in items)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{item.At:yyyy-MM-dd HH:mm:ss}\t{item.Path}\t{item.Reason}"));
        }
        await Console.Error.WriteLineAsync($"{items.Count} in quarantine".AsMemory(), stop);
        return 0;
    }
}
