using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Tocsin.Desk.Streams;
using Tocsin.News;

namespace Tocsin.Desk.Commands;

/// <summary><c>tocsin extract</c>: pages as JSON Lines in, their text and what the page says of itself out.</summary>
static class Extract
{
    public static Command Command()
    {
        var threads = StreamCommand.Threads();
        var command = new Command("extract", """
            Read web pages as JSON Lines ({"id", "html", "url"}) on standard input, and write title, text, date, byline,
            language and outlet of each.
            """) { threads };
        command.SetAction((parsed, stop) => StreamCommand.Run(parsed.GetValue(threads), ["id", "html"], Worker, stop));
        return command;
    }

    static Func<InputLine, ReadOnlyMemory<byte>> Worker()
    {
        var extractor = new PageExtractor();
        return input => Write(input.Id, extractor.Extract(input["html"]!, input["url"]));
    }

    static byte[] Write(string id, Page page)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, JsonText.Options))
        {
            writer.WriteStartObject();
            JsonText.Write(writer, "id"u8, id);
            Field(writer, "title"u8, page.Title);
            JsonText.Write(writer, "text"u8, page.Text);
            Field(writer, "published"u8, page.PublishedAt is { } at ? Iso(at) : null);
            Field(writer, "byline"u8, page.Byline);
            Field(writer, "language"u8, page.Language);
            Field(writer, "outlet"u8, page.Outlet);
            writer.WriteEndObject();
        }
        stream.WriteByte((byte)'\n');
        return stream.ToArray();
    }

    static string Iso(DateTimeOffset at) => at.ToString(
        at.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    static void Field(Utf8JsonWriter writer, ReadOnlySpan<byte> name, string? value)
    {
        if (value is null)
            writer.WriteNull(name);
        else
            JsonText.Write(writer, name, value);
    }
}
