using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Tocsin.Warning.Books;

namespace Tocsin.Desk.Commands;

/// <summary>The forecast book beside the archive: JSON Lines, only ever appended to.</summary>
sealed class ForecastFile(string path)
{
    static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };

    /// <summary>The book that belongs to an archive.</summary>
    public static ForecastFile Beside(string archive) =>
        new(Path.Combine(Path.GetDirectoryName(Path.GetFullPath(archive))!, "forecasts.jsonl"));

    public ForecastBook Read()
    {
        if (!File.Exists(path))
            return new ForecastBook();
        using var file = File.OpenRead(path);
        return Read(file);
    }

    /// <summary>Makes an entry from the book as it stands and appends it; nobody else can write in between.</summary>
    /// <returns>The entry as it was written.</returns>
    /// <exception cref="IOException">The book refuses the entry, or is broken.</exception>
    public string Append(Func<ForecastBook, BookEntry> make)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        var book = Read(file);
        var entry = make(book);
        if (book.Add(entry) is { } reason)
            throw new IOException($"{path}: {reason}");
        var line = JsonSerializer.Serialize(entry, Options);
        file.Seek(-Math.Min(1, file.Length), SeekOrigin.End);
        // A book that was edited by hand may lack the end of its last line.
        var isWhole = file.ReadByte() is -1 or '\n';
        file.Write(Encoding.UTF8.GetBytes((isWhole ? "" : "\n") + line + "\n"));
        return line;
    }

    ForecastBook Read(FileStream file)
    {
        var book = new ForecastBook();
        using var reader = new StreamReader(file, Encoding.UTF8, leaveOpen: true);
        for (var number = 1; reader.ReadLine() is { } line; number++)
        {
            string? reason;
            try
            {
                reason = book.Add(JsonSerializer.Deserialize<BookEntry>(line, Options) ?? new BookEntry(null, null));
            }
            catch (JsonException fault)
            {
                reason = fault.Message;
            }
            if (reason is not null)
                throw new IOException($"{path}:{number}: {reason}");
        }
        return book;
    }
}
