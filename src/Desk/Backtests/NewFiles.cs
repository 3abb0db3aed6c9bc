using System.Text;

namespace Tocsin.Desk;

/// <summary>
/// Files that appear in a folder together or not at all: they are written beside their places and moved at the end. A run
/// that fails leaves what stood there before.
/// </summary>
sealed class NewFiles(string folder) : IDisposable
{
    const string Unfinished = ".unfinished";

    readonly List<(string Path, StreamWriter Writer)> files = [];

    /// <summary>A text file, UTF-8 without a mark, lines ended by LF.</summary>
    public StreamWriter Create(string name)
    {
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, name);
        var writer = new StreamWriter(path + Unfinished, append: false, new UTF8Encoding(false), 1 << 16) { NewLine = "\n" };
        files.Add((path, writer));
        return writer;
    }

    /// <summary>All is written: the files take their places.</summary>
    /// <param name="stale">A file of an earlier run that this one did not write and that would mislead beside it.</param>
    public void Keep(string stale)
    {
        if (!files.Any(file => Path.GetFileName(file.Path) == stale))
            File.Delete(Path.Combine(folder, stale));
        foreach (var (_, writer) in files)
            writer.Dispose();
        foreach (var (path, _) in files)
            File.Move(path + Unfinished, path, overwrite: true);
        files.Clear();
    }

    public void Dispose()
    {
        foreach (var (path, writer) in files)
        {
            writer.Dispose();
            File.Delete(path + Unfinished);
        }
    }
}
