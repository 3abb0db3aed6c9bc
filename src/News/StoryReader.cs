using System.Runtime.CompilerServices;
using Tocsin.Events;

namespace Tocsin.News;

/// <summary>
/// Files and folders to stories, one at a time and in a fixed order: plain text, pages, JSON Lines, each also as
/// <c>.gz</c>. Nothing in an input stops the run: what is no story is refused with the reason.
/// </summary>
/// <remarks>
/// Folders are read with their subfolders in ordinal order; hidden files are passed over, links to folders are refused, so
/// that no ring of links can be walked. Kinds go by the name's ending; a file named by the user without a known one is
/// judged by its first bytes.
/// </remarks>
/// <param name="clock">Tells today: a publication after tomorrow is taken for unknown.</param>
public sealed class StoryReader(TimeProvider clock, ReadLimits limits)
{
    static readonly TimeSpan FutureAllowed = TimeSpan.FromDays(2);

    readonly PageExtractor pages = new();

    public async IAsyncEnumerable<ReadItem> Read(
        IReadOnlyList<string> paths, [EnumeratorCancellation] CancellationToken stop)
    {
        foreach (var path in paths)
        {
            foreach (var (file, refusal) in Files(path))
            {
                stop.ThrowIfCancellationRequested();
                if (refusal is not null)
                {
                    yield return new RefusedItem(file, refusal);
                    continue;
                }
                await foreach (var item in ReadFile(file, isNamed: file == path, stop))
                    yield return item is ReadStory story ? Dated(story) : item;
            }
        }
    }

    /// <summary>Files that <see cref="Read"/> would open: for a progress bar, since a file may hold many stories.</summary>
    public int CountFiles(IReadOnlyList<string> paths) => paths.Sum(path => Files(path).Count(file => file.Refusal is null));

    ReadStory Dated(ReadStory item)
    {
        if (item.Story.PublishedAt is not { } published || published <= clock.GetUtcNow() + FutureAllowed)
            return item;
        var story = (item.Story with { PublishedAt = null }).Identified();
        return item with
        {
            Story = story,
            ArrivedAt = null,
            Note = FormattableString.Invariant($"its date {published:yyyy-MM-dd} lies in the future and was left out"),
        };
    }

    /// <summary>The files of a path with the refusal of those that are not opened.</summary>
    IEnumerable<(string File, string? Refusal)> Files(string path)
    {
        if (!Directory.Exists(path))
        {
            yield return (path, File.Exists(path) ? null : "there is no such file or folder");
            yield break;
        }
        var waiting = new Stack<string>([path]);
        while (waiting.TryPop(out var folder))
        {
            var (entries, refusal) = Entries(folder);
            if (refusal is not null)
                yield return (folder, refusal);
            foreach (var entry in entries.OfType<FileInfo>())
                yield return (entry.FullNameIn(folder), Refusal(entry));
            foreach (var entry in entries.OfType<DirectoryInfo>().Reverse())
            {
                if (entry.LinkTarget is null)
                    waiting.Push(entry.FullNameIn(folder));
                else
                    yield return (entry.FullNameIn(folder), "it is a link to a folder; name the folder itself to read it");
            }
        }
    }

    /// <summary>What can be told of a file in a folder without opening it.</summary>
    string? Refusal(FileInfo file) => Kinds.Of(file.Name) switch
    {
        Kind.Unknown => Kinds.Refusal,
        Kind.Lines => null,
        _ => file.Exists && file.Length > limits.DocumentBytes ? FileContent.TooLarge(limits) : null,
    };

    static (IReadOnlyList<FileSystemInfo> Entries, string? Refusal) Entries(string folder)
    {
        try
        {
            return ([.. new DirectoryInfo(folder).EnumerateFileSystemInfos()
                .Where(entry => !entry.Name.StartsWith('.'))
                .OrderBy(entry => entry.Name, StringComparer.Ordinal)], null);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return ([], $"the folder cannot be read: {failure.Message}");
        }
    }

    async IAsyncEnumerable<ReadItem> ReadFile(
        string path, bool isNamed, [EnumeratorCancellation] CancellationToken stop)
    {
        var kind = Kinds.Of(path);
        if (kind != Kind.Lines)
        {
            yield return await ReadDocument(path, kind, stop);
            yield break;
        }
        await using var items = OpenLines(path, stop).GetAsyncEnumerator(stop);
        while (true)
        {
            ReadItem? item;
            try
            {
                item = await items.MoveNextAsync() ? items.Current : null;
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                item = new RefusedItem(path, Reason(failure));
            }
            if (item is null)
                yield break;
            yield return item;
            if (item is RefusedItem refused && refused.Path == path)
                yield break;
        }
    }

    async IAsyncEnumerable<ReadItem> OpenLines(string path, [EnumeratorCancellation] CancellationToken stop)
    {
        await using var stream = FileContent.Open(path, limits);
        await foreach (var item in new StoryLines(pages, limits).Read(path, stream, stop))
            yield return item;
    }

    async Task<ReadItem> ReadDocument(string path, Kind kind, CancellationToken stop)
    {
        try
        {
            var bytes = await FileContent.Read(path, limits, stop);
            if (kind == Kind.Page || (kind == Kind.Unknown && Kinds.LooksLikePage(bytes)))
                return ReadPage(path, bytes);
            var text = Decoding.Text(bytes, null, out var note);
            return TextFile.Read(path, text, limits) with { Note = note };
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            return new RefusedItem(path, Reason(failure));
        }
    }

    ReadStory ReadPage(string path, byte[] bytes)
    {
        var page = pages.Extract(Decoding.Text(bytes, Decoding.DeclaredByPage(bytes), out var note), null);
        var story = new Story
        {
            Id = "",
            Text = page.Text,
            Title = page.Title,
            Outlet = page.Outlet,
            Url = page.Url,
            Byline = page.Byline,
            Language = page.Language,
            PublishedAt = page.PublishedAt,
        };
        return page.Text.Length == 0
            ? throw new RefusedException("no article text was found in the page")
            : TextFile.Whole(path, story, limits) with { Note = note };
    }

    static string Reason(Exception failure) => failure switch
    {
        RefusedException refused => refused.Message,
        InvalidDataException => $"the packed file is damaged: {failure.Message}",
        UnauthorizedAccessException => "the file may not be read: permission denied",
        IOException => $"the file cannot be read: {failure.Message}",
        _ => $"it could not be read: {failure.Message}",
    };
}

enum Kind : byte
{
    Unknown,
    Text,
    Page,
    Lines,
}

/// <summary>What a file holds, by its name.</summary>
static class Kinds
{
    public const string Refusal = "not a kind of file that is read (.txt, .html, .htm, .jsonl, also .gz)";

    public static Kind Of(string path)
    {
        var name = FileContent.IsPacked(path) ? path.AsSpan(0, path.Length - 3) : path;
        return Path.GetExtension(name).ToString().ToLowerInvariant() switch
        {
            ".txt" => Kind.Text,
            ".html" or ".htm" or ".xhtml" or ".shtml" => Kind.Page,
            ".jsonl" or ".ndjson" => Kind.Lines,
            _ => Kind.Unknown,
        };
    }

    /// <summary>The path as the user would write it: below the folder that was named.</summary>
    public static string FullNameIn(this FileSystemInfo entry, string folder) => Path.Combine(folder, entry.Name);

    public static bool LooksLikePage(ReadOnlySpan<byte> bytes)
    {
        var head = System.Text.Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, 1024)]);
        return head.Contains("<!doctype html", StringComparison.OrdinalIgnoreCase)
            || head.Contains("<html", StringComparison.OrdinalIgnoreCase);
    }
}
