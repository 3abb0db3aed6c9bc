namespace Tocsin.Coding;

/// <summary>
/// Reads the common line format of the data files: columns parted by "|", lists by ";", "#" opens a comment line.
/// </summary>
sealed class DataLines(string folder, List<DataFault> faults)
{
    public string Folder { get; } = folder;

    string file = "";
    int line;

    /// <summary>Rows of every file <c>name.txt</c> and <c>name-*.txt</c>, in order of their names.</summary>
    public IEnumerable<string[]> Rows(string name, int columns, bool required = true)
    {
        var paths = Directory.Exists(Folder)
            ? Directory.GetFiles(Folder, name + "*.txt").Where(path => IsNamed(path, name))
                .Order(StringComparer.Ordinal).ToArray()
            : [];
        if (paths.Length == 0 && required)
            faults.Add(new DataFault(Path.Combine(Folder, name + ".txt"), 0, "The file is missing."));
        return Rows(paths, columns);
    }

    /// <summary>Rows of every file but the named one, in order of their names.</summary>
    public IEnumerable<string[]> RowsBeside(string name, int columns) => Rows(
        Directory.Exists(Folder)
            ? Directory.GetFiles(Folder, "*.txt").Where(path => !IsNamed(path, name)).Order(StringComparer.Ordinal)
            : [],
        columns);

    IEnumerable<string[]> Rows(IEnumerable<string> paths, int columns)
    {
        foreach (var path in paths)
        {
            (file, line) = (path, 0);
            foreach (var text in File.ReadLines(path))
            {
                line++;
                if (string.IsNullOrWhiteSpace(text) || text.TrimStart()[0] == '#')
                    continue;
                var row = text.Split('|', StringSplitOptions.TrimEntries);
                if (row.Length == columns)
                    yield return row;
                else
                    Fault($"The line has {row.Length} columns instead of {columns}.");
            }
        }
    }

    /// <summary>A fault of the row read last.</summary>
    public void Fault(string reason) => faults.Add(new DataFault(file, line, reason));

    /// <summary>File and line of the row read last.</summary>
    public (string File, int Line) Position => (file, line);

    public static string[] List(string text) =>
        text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>A name of an enumeration's value, in any case; a number or a list of names is none.</summary>
    public static bool TryName<T>(ReadOnlySpan<char> text, out T value)
        where T : struct, Enum
    {
        value = default;
        foreach (var c in text)
        {
            if (!char.IsAsciiLetter(c))
                return false;
        }
        return Enum.TryParse(text, ignoreCase: true, out value);
    }

    /// <summary>What a reader makes of its files, if they have no fault.</summary>
    /// <exception cref="DataFaultException">A line is not sound; all faults are named.</exception>
    public static T Sound<T>(Func<List<DataFault>, T> read)
    {
        var faults = new List<DataFault>();
        var result = read(faults);
        return faults.Count == 0 ? result : throw new DataFaultException(faults);
    }

    /// <summary>All faults that a reader finds in its files.</summary>
    public static IReadOnlyList<DataFault> FaultsOf<T>(Func<List<DataFault>, T> read)
    {
        var faults = new List<DataFault>();
        read(faults);
        return faults;
    }

    static bool IsNamed(string path, string name)
    {
        var stem = Path.GetFileNameWithoutExtension(path.AsSpan());
        return stem.SequenceEqual(name) || (stem.Length > name.Length && stem[name.Length] == '-');
    }
}
