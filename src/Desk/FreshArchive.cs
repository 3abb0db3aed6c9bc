using Tocsin.Archive;

namespace Tocsin.Desk;

/// <summary>A place where an archive is made afresh; held as long as whoever made it works there.</summary>
static class FreshArchive
{
    static ReadOnlySpan<byte> Sqlite => "SQLite format 3\0"u8;

    /// <summary>
    /// Removes an older archive, and nothing else: neither a file that is no archive nor one that another demo shows.
    /// </summary>
    /// <returns>What keeps others from doing the same; to be disposed of at the end.</returns>
    /// <exception cref="ArchiveException">The place is taken.</exception>
    public static IAsyncDisposable Clear(string path)
    {
        if (Directory.Exists(path))
            throw new ArchiveException($"{path} is a folder: name a file for the archive.");
        if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder)
            Directory.CreateDirectory(folder);
        if (File.Exists(path) && !IsArchive(path))
            throw new ArchiveException($"{path} is no archive, and is not replaced by one: name another with --archive.");
        FileStream held;
        try
        {
            held = new FileStream(
                path + ".demo", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
        }
        catch (IOException cause)
        {
            throw new ArchiveException(
                $"Another demo runs on {path}: end it first, or name another archive with --archive.", cause);
        }
        foreach (var file in new[] { path, path + "-wal", path + "-shm" }.Where(File.Exists))
            File.Delete(file);
        return held;
    }

    static bool IsArchive(string path)
    {
        using var file = File.OpenRead(path);
        Span<byte> head = stackalloc byte[Sqlite.Length];
        var read = file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        return read == 0 || head[..read].SequenceEqual(Sqlite);
    }
}
