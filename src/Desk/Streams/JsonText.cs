using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Tocsin.Desk.Streams;

/// <summary>
/// JSON strings as they are, lone surrogates included: System.Text.Json refuses to read them and writes them as
/// U+FFFD, and then <c>text[start:end]</c> would no longer be what the input held.
/// </summary>
static class JsonText
{
    public static readonly JsonWriterOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    /// <summary>The string that the reader stands on.</summary>
    public static string Read(ref Utf8JsonReader reader)
    {
        if (!reader.ValueIsEscaped)
            return reader.GetString()!;
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return Unescape(reader.HasValueSequence ? reader.ValueSequence.ToArray() : reader.ValueSpan);
        }
    }

    /// <summary>Writes a property; characters that are half of a pair are written as escapes.</summary>
    public static void Write(Utf8JsonWriter writer, ReadOnlySpan<byte> name, ReadOnlySpan<char> text)
    {
        if (!HasLoneSurrogate(text))
        {
            writer.WriteString(name, text);
            return;
        }
        writer.WritePropertyName(name);
        writer.WriteRawValue(Escape(text), skipInputValidation: true);
    }

    /// <summary>What stands between the quotes of a JSON string, in UTF-8, as <see cref="Write"/> writes it.</summary>
    public static byte[] Escaped(ReadOnlySpan<char> text) => HasLoneSurrogate(text)
        ? Encoding.UTF8.GetBytes(Escape(text)[1..^1])
        : JsonEncodedText.Encode(text, Options.Encoder).EncodedUtf8Bytes.ToArray();

    static bool HasLoneSurrogate(ReadOnlySpan<char> text)
    {
        var at = text.IndexOfAnyInRange('\ud800', '\udfff');
        if (at < 0)
            return false;
        for (var i = at; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
                continue;
            if (!char.IsHighSurrogate(text[i]) || i + 1 == text.Length || !char.IsLowSurrogate(text[i + 1]))
                return true;
            i++;
        }
        return false;
    }

    static string Escape(ReadOnlySpan<char> text)
    {
        var escaped = new StringBuilder(text.Length + 16).Append('"');
        foreach (var c in text)
        {
            if (c is '"' or '\\' || c < ' ' || char.IsSurrogate(c))
                escaped.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
            else
                escaped.Append(c);
        }
        return escaped.Append('"').ToString();
    }

    static string Unescape(ReadOnlySpan<byte> utf8)
    {
        var raw = Encoding.UTF8.GetString(utf8);
        var text = new StringBuilder(raw.Length);
        for (var i = 0; i < raw.Length; i++)
        {
            if (raw[i] != '\\' || i + 1 == raw.Length)
            {
                text.Append(raw[i]);
                continue;
            }
            i++;
            if (raw[i] == 'u' && i + 4 < raw.Length
                && ushort.TryParse(raw.AsSpan(i + 1, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var unit))
            {
                text.Append((char)unit);
                i += 4;
                continue;
            }
            text.Append(raw[i] switch
            {
                'n' => '\n',
                't' => '\t',
                'r' => '\r',
                'b' => '\b',
                'f' => '\f',
                var other => other,
            });
        }
        return text.ToString();
    }
}
