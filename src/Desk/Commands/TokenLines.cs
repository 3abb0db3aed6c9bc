using System.Globalization;
using Tocsin.Desk.Streams;
using Tocsin.Language;

namespace Tocsin.Desk.Commands;

/// <summary>
/// The JSON of a sentence's tokens. They are nine tenths of a line: plain words are copied as bytes, and only what has to be
/// escaped goes through the encoder. One belongs to one worker.
/// </summary>
sealed class TokenLines
{
    /// <summary>Bytes of a token beside its form and lemma, at most.</summary>
    const int Frame = 1024;

    byte[] bytes = new byte[16 * 1024];
    int at;

    /// <summary>The array, valid until the next call.</summary>
    public ReadOnlySpan<byte> Array(Document document, int first, int end)
    {
        at = 0;
        bytes[at++] = (byte)'[';
        for (var token = first; token < end; token++)
        {
            if (token > first)
                bytes[at++] = (byte)',';
            Write(document, token, first);
        }
        Need(1);
        bytes[at++] = (byte)']';
        return bytes.AsSpan(0, at);
    }

    void Write(Document document, int token, int first)
    {
        Need(Frame);
        Copy("{\"start\":"u8);
        Number(document.Starts[token]);
        Copy(",\"end\":"u8);
        Number(document.Ends[token]);
        Copy(",\"text\":\""u8);
        Text(document.Form(token));
        Copy("\",\"lemma\":\""u8);
        Text(document.Lemma(token));
        Need(Frame);
        Copy("\",\"upos\":\""u8);
        Text(document.Upos[token].Code());
        Copy("\",\"xpos\":\""u8);
        Text(document.Xpos(token));
        Copy("\",\"feats\":\""u8);
        Text(document.Feats(token));
        Copy("\",\"head\":"u8);
        var head = document.Heads[token];
        Number(head < 0 ? 0 : head - first + 1);
        Copy(",\"deprel\":\""u8);
        Text(document.Deprels[token].Code());
        Copy("\"}"u8);
    }

    void Number(int number)
    {
        number.TryFormat(bytes.AsSpan(at), out var written, provider: CultureInfo.InvariantCulture);
        at += written;
    }

    void Text(ReadOnlySpan<char> text)
    {
        Need((text.Length * 6) + Frame);
        var to = bytes.AsSpan(at, text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c is < ' ' or > '~' or '"' or '\\')
            {
                Escaped(text);
                return;
            }
            to[i] = (byte)c;
        }
        at += text.Length;
    }

    void Escaped(ReadOnlySpan<char> text)
    {
        var escaped = JsonText.Escaped(text);
        Need(escaped.Length + Frame);
        Copy(escaped);
    }

    void Copy(ReadOnlySpan<byte> from)
    {
        from.CopyTo(bytes.AsSpan(at));
        at += from.Length;
    }

    void Need(int count)
    {
        if (bytes.Length - at < count)
            System.Array.Resize(ref bytes, Math.Max(bytes.Length * 2, at + count));
    }
}
