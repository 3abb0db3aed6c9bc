using Tocsin.Events;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Tocsin.News;

/// <summary>
/// The block of keys between <c>---</c> lines at the head of a text file: title, published, outlet, url, language,
/// byline, reconstructed, and sources as lines <c>outlet | title | date | url</c>.
/// </summary>
/// <remarks>Read event by event and one level deep, so that no nesting or alias in it can grow.</remarks>
sealed class FrontMatter
{
    const string Fence = "---";

    static readonly string[] Keys = ["title", "published", "outlet", "url", "language", "byline", "reconstructed"];

    readonly Dictionary<string, string> values = new(StringComparer.Ordinal);

    public string? this[string key] => values.TryGetValue(key, out var value) && value.Length > 0 ? value : null;

    public List<Reference> Sources { get; } = [];

    /// <summary>Splits the block off; null where the text does not begin with one.</summary>
    /// <exception cref="RefusedException">The block does not end, or is not as described.</exception>
    public static FrontMatter? Split(string text, ReadLimits limits, out string rest)
    {
        rest = text;
        if (!text.StartsWith(Fence, StringComparison.Ordinal) || FirstLineEnd(text, 0) is var start && text[..start].Trim() != Fence)
            return null;
        for (var at = start; at < text.Length && at < limits.FrontMatterLength;)
        {
            var end = FirstLineEnd(text, at);
            if (text.AsSpan(at, end - at).Trim() is Fence)
            {
                rest = text[end..];
                return Read(text[start..at]);
            }
            at = end;
        }
        throw new RefusedException("the block of keys that begins with --- in line 1 does not end with a line ---");
    }

    static int FirstLineEnd(string text, int at)
    {
        var end = text.IndexOf('\n', at);
        return end < 0 ? text.Length : end + 1;
    }

    static FrontMatter Read(string block)
    {
        var matter = new FrontMatter();
        try
        {
            var parser = new Parser(new StringReader(block));
            parser.Consume<StreamStart>();
            if (!parser.TryConsume<DocumentStart>(out _))
                return matter;
            if (!parser.TryConsume<MappingStart>(out _))
                throw Fault(parser.Current, "keys and values, as in 'title: …', are expected");
            while (!parser.TryConsume<MappingEnd>(out _))
                matter.ReadKey(parser);
            return matter;
        }
        catch (YamlException failure)
        {
            throw new RefusedException(
                $"line {failure.Start.Line + 1}: {failure.Message} (a value that holds ': ' or ' #' needs quotation marks)", failure);
        }
    }

    void ReadKey(Parser parser)
    {
        var key = parser.TryConsume<Scalar>(out var scalar) ? scalar : throw Fault(parser.Current, "a key is expected");
        if (key.Value == "sources")
            ReadSources(parser);
        else if (!Keys.Contains(key.Value, StringComparer.Ordinal))
            throw Fault(key, $"unknown key '{key.Value}'; known are {string.Join(", ", Keys)}, sources");
        else if (!parser.TryConsume<Scalar>(out var value))
            throw Fault(parser.Current, $"{key.Value} takes one value");
        else if (!values.TryAdd(key.Value, value.Value))
            throw Fault(key, $"{key.Value} is given twice");
    }

    void ReadSources(Parser parser)
    {
        if (!parser.TryConsume<SequenceStart>(out _))
            throw Fault(parser.Current, "sources takes a list");
        while (!parser.TryConsume<SequenceEnd>(out _))
        {
            var item = parser.TryConsume<Scalar>(out var scalar)
                ? scalar
                : throw Fault(parser.Current, "a source is one line: outlet | title | date | url (with ': ' in it, in quotation marks)");
            var parts = item.Value.Split('|', StringSplitOptions.TrimEntries);
            if (parts.Length is < 2 or > 4)
                throw Fault(item, "a source is: outlet | title | date | url");
            Sources.Add(new Reference(parts[0], parts[1], Part(parts, 2), Part(parts, 3)));
        }
    }

    static string? Part(string[] parts, int index) => index < parts.Length && parts[index].Length > 0 ? parts[index] : null;

    /// <summary>Lines count from the file's first, which is the fence.</summary>
    static RefusedException Fault(ParsingEvent? at, string reason) =>
        new(at is null ? reason : $"line {at.Start.Line + 1}: {reason}");
}
