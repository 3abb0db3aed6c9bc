using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using Tocsin.Warning.Histories;

namespace Tocsin.Desk;

/// <summary>Opens event sets, plain or gzip, whatever the file is called.</summary>
static class HistoryFile
{
    public static StreamReader Open(string path)
    {
        var file = File.OpenRead(path);
        Span<byte> head = stackalloc byte[2];
        var isGzip = file.ReadAtLeast(head, 2, throwOnEndOfStream: false) == 2 && head is [0x1f, 0x8b];
        file.Position = 0;
        return new StreamReader(isGzip ? new WholeGzip(file) : file, Encoding.UTF8, true, 1 << 16);
    }
}

/// <summary>
/// A gzip file that must not be cut off: the runtime ends a cut stream without a word. Where the length that a gzip file
/// ends with is another than what was read, and the last line has no end, the file is cut off; the length alone is no
/// proof, because gzip files may be joined.
/// </summary>
sealed class WholeGzip(FileStream file) : Stream
{
    readonly GZipStream inner = new(file, CompressionMode.Decompress);
    long read;
    byte last;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => read; set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var count = inner.Read(buffer);
        if (count > 0)
        {
            read += count;
            last = buffer[count - 1];
        }
        else if (buffer.Length > 0 && last is not ((byte)'\n' or (byte)'\r') && unchecked((uint)read) != WrittenLength())
        {
            throw new InvalidDataException($"the file is cut off after {read} bytes of text");
        }
        return count;
    }

    uint WrittenLength()
    {
        Span<byte> tail = stackalloc byte[4];
        file.Seek(-4, SeekOrigin.End);
        file.ReadExactly(tail);
        return BinaryPrimitives.ReadUInt32LittleEndian(tail);
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            inner.Dispose();
        base.Dispose(disposing);
    }
}

/// <summary>Rows that were refused, as they come: line, reason, row. No row, no file.</summary>
sealed class DeadLetters(NewFiles files, string name)
{
    StreamWriter? writer;

    public void Add(DeadLetter letter)
    {
        if (writer is null)
        {
            writer = files.Create(name);
            writer.WriteLine("line,reason,row");
        }
        writer.WriteLine($"{letter.Line},{Quoted(letter.Reason)},{Quoted(letter.Text)}");
    }

    static string Quoted(string text) => '"' + text.Replace("\"", "\"\"", StringComparison.Ordinal) + '"';
}
