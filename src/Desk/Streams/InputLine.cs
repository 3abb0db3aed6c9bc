using System.Globalization;
using System.Text.Json;

namespace Tocsin.Desk.Streams;

/// <summary>
/// One line of input as the stream commands read it: flat string fields, the rest passed over. Numbers and nulls are
/// read as their text and as absent, so that an id may be a number.
/// </summary>
sealed class InputLine
{
    readonly Dictionary<string, string> fields = new(StringComparer.Ordinal);

    public string Id { get; private set; } = "";

    public string? this[string name] => fields.GetValueOrDefault(name);

    /// <summary>The calendar day and offset of <c>published</c>; null where it is absent or no ISO 8601 date.</summary>
    public DateTimeOffset? Published => ParseDate(this["published"]);

    /// <summary>Reads a line.</summary>
    /// <exception cref="JsonException">Not a JSON object.</exception>
    /// <exception cref="MissingFieldException">A required field is missing or no string.</exception>
    public static InputLine Read(Line line, ReadOnlySpan<string> required)
    {
        var input = new InputLine();
        var reader = new Utf8JsonReader(line.Bytes);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            throw new JsonException("not a JSON object");
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = JsonText.Read(ref reader);
            reader.Read();
            if (reader.TokenType == JsonTokenType.String)
                input.fields[name] = JsonText.Read(ref reader);
            else if (reader.TokenType == JsonTokenType.Number)
                input.fields[name] = System.Text.Encoding.UTF8.GetString(reader.ValueSpan);
            else
                reader.Skip();
        }
        if (reader.Read())
            throw new JsonException("more than one value on the line");
        foreach (var name in required)
        {
            if (!input.fields.ContainsKey(name))
                throw new MissingFieldException($"no field '{name}'");
        }
        input.Id = input["id"] ?? "";
        return input;
    }

    /// <summary>A date or an instant; a date is midnight at its own place, with offset zero.</summary>
    public static DateTimeOffset? ParseDate(string? text) =>
        DateTimeOffset.TryParse(
            text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant) ? instant : null;
}
