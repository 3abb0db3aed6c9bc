using System.CommandLine;

namespace Tocsin.Desk;

/// <summary>Which archive a command works on.</summary>
static class ArchivePath
{
    public static Option<string> Option() => new("--archive")
    {
        Description = "The archive, an SQLite file (default: TOCSIN_ARCHIVE, else .tocsin/archive.db here).",
        DefaultValueFactory = _ => Environment.GetEnvironmentVariable("TOCSIN_ARCHIVE") is { Length: > 0 } path
            ? path
            : Path.Combine(".tocsin", "archive.db"),
    };
}
