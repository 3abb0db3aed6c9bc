using System.Text;

namespace Tocsin.News;

/// <summary>Bytes to text: byte order mark, else strict UTF-8, else the charset declared, else Windows-1252 with a note.</summary>
static class Decoding
{
    const int BytesSniffed = 8192;

    /// <summary>A text has hardly any; a binary file read as Windows-1252 has many.</summary>
    const double ControlShareAllowed = 0.01;

    static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    static readonly Encoding Western = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    static readonly (byte[] Mark, string Kind)[] Binaries =
    [
        ("%PDF"u8.ToArray(), "a PDF document"), ("PK\u0003\u0004"u8.ToArray(), "a ZIP archive or an office document"),
        ([0x1F, 0x8B], "a gzip file"), ([0x89, .. "PNG"u8], "an image"), ([0xFF, 0xD8, 0xFF], "an image"),
        ("GIF8"u8.ToArray(), "an image"), ("\u007FELF"u8.ToArray(), "a program"), ("SQLite format 3"u8.ToArray(), "a database"),
        ([0x28, 0xB5, 0x2F, 0xFD], "a zstd file"), ("BZh"u8.ToArray(), "a bzip2 file"), ([0xFD, .. "7zXZ"u8], "an xz file"),
    ];

    /// <param name="bytes">The whole document.</param>
    /// <param name="declared">The charset that the document names for itself, or null.</param>
    /// <param name="note">Says that the encoding was guessed, or which legacy charset was believed; else null.</param>
    /// <exception cref="RefusedException">The bytes are no text.</exception>
    public static string Text(ReadOnlySpan<byte> bytes, string? declared, out string? note)
    {
        note = null;
        if (bytes.StartsWith(Encoding.UTF8.Preamble))
            return Encoding.UTF8.GetString(bytes[3..]);
        if (bytes.StartsWith(Encoding.Unicode.Preamble))
            return Encoding.Unicode.GetString(bytes[2..]);
        if (bytes.StartsWith(Encoding.BigEndianUnicode.Preamble))
            return Encoding.BigEndianUnicode.GetString(bytes[2..]);
        RefuseBinary(bytes);
        try
        {
            return RefuseControls(StrictUtf8.GetString(bytes));
        }
        catch (DecoderFallbackException)
        {
            var charset = Named(declared);
            note = charset is null
                ? "not UTF-8 and no charset declared: read as Windows-1252"
                : $"not UTF-8: read as {charset.WebName}, as it declares";
            return RefuseControls((charset ?? Western).GetString(bytes));
        }
    }

    /// <summary>The charset in the first bytes of a page, or null.</summary>
    public static string? DeclaredByPage(ReadOnlySpan<byte> bytes)
    {
        var head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, BytesSniffed)]);
        for (var at = head.IndexOf("charset", StringComparison.OrdinalIgnoreCase); at >= 0;
            at = head.IndexOf("charset", at + 1, StringComparison.OrdinalIgnoreCase))
        {
            var rest = head.AsSpan(at + "charset".Length).TrimStart();
            if (rest.IsEmpty || rest[0] != '=')
                continue;
            rest = rest[1..].TrimStart().TrimStart("\"'");
            var end = 0;
            while (end < rest.Length && (char.IsAsciiLetterOrDigit(rest[end]) || rest[end] is '-' or '_'))
                end++;
            if (end > 0)
                return rest[..end].ToString();
        }
        return null;
    }

    static Encoding? Named(string? charset)
    {
        if (charset is null || charset.StartsWith("utf", StringComparison.OrdinalIgnoreCase))
            return null;
        if (charset.Equals("iso-8859-1", StringComparison.OrdinalIgnoreCase)
            || charset.Equals("us-ascii", StringComparison.OrdinalIgnoreCase))
        {
            return Western;
        }
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(charset) ?? Encoding.GetEncoding(charset);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    static void RefuseBinary(ReadOnlySpan<byte> bytes)
    {
        foreach (var (mark, kind) in Binaries)
        {
            if (bytes.StartsWith(mark))
                throw new RefusedException($"it is {kind}, not text");
        }
        if (bytes[..Math.Min(bytes.Length, BytesSniffed)].Contains((byte)0))
            throw new RefusedException("it is a binary file, not text");
    }

    static string RefuseControls(string text)
    {
        var controls = 0;
        foreach (var c in text)
        {
            if (char.IsControl(c) && c is not ('\n' or '\r' or '\t' or '\f' or '\u0085'))
                controls++;
        }
        return controls > 8 && controls > text.Length * ControlShareAllowed
            ? throw new RefusedException("it is a binary file, not text")
            : text;
    }
}
