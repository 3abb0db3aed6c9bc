using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Tocsin.Events;

namespace Tocsin.News;

/// <summary>
/// JSON Lines of stories: <c>text</c> or <c>html</c> is required; title, outlet, url, byline, language, published and
/// reconstructed are optional. A bad line is refused with its number and the next one is read.
/// </summary>
sealed class StoryLines(PageExtractor pages, ReadLimits limits)
{
    public async IAsyncEnumerable<ReadItem> Read(string path, Stream stream, [EnumeratorCancellation] CancellationToken stop)
    {
        var reader = PipeReader.Create(stream);
        var number = 0;
        await foreach (var line in Lines(reader, stop))
        {
            number++;
            var at = FormattableString.Invariant($"{path}:{number}");
            if (line is null)
                yield return new RefusedItem(at, FileContent.TooLarge(limits));
            else if (!line.AsSpan().Trim(" \t\r\uFEFF"u8).IsEmpty)
                yield return ReadLine(at, line);
        }
        await reader.CompleteAsync();
        if (number == 0)
            yield return new RefusedItem(path, "the file is empty");
    }

    ReadItem ReadLine(string at, byte[] line)
    {
        try
        {
            using var json = JsonDocument.Parse(WithoutMark(line));
            return json.RootElement.ValueKind == JsonValueKind.Object
                ? Story(at, json.RootElement)
                : new RefusedItem(at, "the line is no JSON object");
        }
        catch (JsonException failure)
        {
            return new RefusedItem(at, $"the line is not JSON: {failure.Message}");
        }
        catch (InvalidOperationException)
        {
            return new RefusedItem(at, "a text in the line is not valid Unicode");
        }
        catch (RefusedException refused)
        {
            return new RefusedItem(at, refused.Message);
        }
    }

    ReadStory Story(string at, JsonElement json)
    {
        var url = TextFile.Url(Field(json, "url"), "url");
        var page = Field(json, "text") is null && Field(json, "html") is { } html ? pages.Extract(html, url) : null;
        var text = page?.Text ?? Field(json, "text") ?? throw new RefusedException("the line has neither text nor html");
        var story = new Story
        {
            Id = "",
            Text = page is null ? CleanText.OfPlain(text) : text,
            Title = CleanText.Field(Field(json, "title")) ?? page?.Title,
            Outlet = CleanText.Field(Field(json, "outlet")) ?? page?.Outlet ?? TextFile.Host(url),
            Url = url ?? page?.Url,
            Byline = CleanText.Field(Field(json, "byline")) ?? page?.Byline,
            Language = CleanText.Field(Field(json, "language")) ?? page?.Language,
            PublishedAt = TextFile.Published(Field(json, "published")) ?? page?.PublishedAt ?? WrittenDates.OfUrl(url),
            Reconstructed = json.TryGetProperty("reconstructed", out var mark) && mark.ValueKind == JsonValueKind.True,
        };
        if (story.Reconstructed && story.PublishedAt is null)
            throw new RefusedException("a reconstructed story needs 'published', since it counts as arrived then");
        return TextFile.Whole(at, story, limits);
    }

    /// <summary>A field's text; null where it is absent or null.</summary>
    static string? Field(JsonElement json, string name)
    {
        if (!json.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null)
            return null;
        return value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : throw new RefusedException($"{name} is no text");
    }

    static ReadOnlyMemory<byte> WithoutMark(byte[] line) =>
        line.AsSpan().StartsWith("\uFEFF"u8) ? line.AsMemory(3) : line;

    /// <summary>Lines without their ends; null stands for one that is too long, which is skipped without being held.</summary>
    async IAsyncEnumerable<byte[]?> Lines(PipeReader reader, [EnumeratorCancellation] CancellationToken stop)
    {
        var isTooLong = false;
        while (true)
        {
            var read = await reader.ReadAsync(stop);
            var buffer = read.Buffer;
            while (buffer.PositionOf((byte)'\n') is { } end)
            {
                var line = buffer.Slice(0, end);
                yield return isTooLong || line.Length > limits.DocumentBytes ? null : line.ToArray();
                isTooLong = false;
                buffer = buffer.Slice(buffer.GetPosition(1, end));
            }
            if (buffer.Length > limits.DocumentBytes)
            {
                isTooLong = true;
                buffer = buffer.Slice(buffer.End);
            }
            if (read.IsCompleted)
            {
                if (isTooLong)
                    yield return null;
                else if (buffer.Length > 0)
                    yield return buffer.ToArray();
                yield break;
            }
            reader.AdvanceTo(buffer.Start, buffer.End);
        }
    }
}
