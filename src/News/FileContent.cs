using System.Buffers.Binary;
using System.IO.Compression;

namespace Tocsin.News;

/// <summary>Bytes of files, inflated where packed, and never more than the limits allow.</summary>
static class FileContent
{
    const int BufferBytes = 64 * 1024;
    const int Megabyte = 1024 * 1024;

    /// <summary>Opens a file for reading in order, inflated where its name ends in <c>.gz</c>.</summary>
    /// <remarks>
    /// A file without bytes is refused before it is opened: pipes and devices show no length, and opening one could wait
    /// for ever.
    /// </remarks>
    public static Stream Open(string path, ReadLimits limits)
    {
        var file = new FileInfo(path);
        if (!file.Exists)
            throw new RefusedException("there is no such file");
        if (file.ResolveLinkTarget(returnFinalTarget: true) is FileInfo target)
            file = target;
        if (!file.Exists)
            throw new RefusedException("it is a link to a file that does not exist");
        if (file.Length == 0)
            throw new RefusedException("the file is empty");
        var stream = new FileStream(path, new FileStreamOptions
        {
            Access = FileAccess.Read,
            Share = FileShare.ReadWrite | FileShare.Delete,
            Options = FileOptions.SequentialScan | FileOptions.Asynchronous,
            BufferSize = BufferBytes,
        });
        return IsPacked(path) ? new InflatingStream(stream, limits) : stream;
    }

    public static bool IsPacked(string path) => path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase);

    public static string TooLarge(ReadLimits limits) => limits.DocumentBytes >= Megabyte
        ? FormattableString.Invariant($"it holds more than {limits.DocumentBytes / Megabyte} MB, the limit for one document")
        : FormattableString.Invariant($"it holds more than {limits.DocumentBytes:N0} bytes, the limit for one document");

    /// <summary>All bytes of a document.</summary>
    /// <exception cref="RefusedException">Empty, too large, or packed to burst.</exception>
    public static async Task<byte[]> Read(string path, ReadLimits limits, CancellationToken stop)
    {
        await using var stream = Open(path, limits);
        using var content = new MemoryStream();
        var buffer = new byte[BufferBytes];
        int count;
        while ((count = await stream.ReadAsync(buffer, stop)) > 0)
        {
            if (content.Length + count > limits.DocumentBytes)
                throw new RefusedException(TooLarge(limits));
            content.Write(buffer, 0, count);
        }
        return content.Length > 0 ? content.ToArray() : throw new RefusedException("the file is empty");
    }
}

/// <summary>Inflates gzip and stops where little input turns into too much output.</summary>
sealed class InflatingStream(FileStream packed, ReadLimits limits) : Stream
{
    /// <summary>Header and trailer of the shortest member.</summary>
    const int MemberBytes = 18;

    readonly GZipStream inflated = new(packed, CompressionMode.Decompress);
    long bytes;
    bool isChecked;

    /// <summary>How every member begins: magic number and the one method there is.</summary>
    static ReadOnlySpan<byte> Mark => [0x1F, 0x8B, 0x08];

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => bytes;
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Counted(inflated.Read(buffer, offset, count));

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        Counted(await inflated.ReadAsync(buffer, cancellationToken));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            inflated.Dispose();
        base.Dispose(disposing);
    }

    int Counted(int count)
    {
        if (count == 0)
            RefuseCut();
        bytes += count;
        if (bytes > limits.RatioFromBytes && bytes / Math.Max(packed.Position, 1) > limits.InflationRatio)
        {
            throw new RefusedException(FormattableString.Invariant(
                $"it is a gzip bomb: {bytes:N0} bytes come out of {packed.Position:N0}, over {limits.InflationRatio} to 1"));
        }
        return count;
    }

    /// <summary>
    /// A file cut in the middle inflates to a part of its text without complaint. A whole one ends with the length of its
    /// (last) member, so what is not as long as it says, and has no further member, was cut.
    /// </summary>
    void RefuseCut()
    {
        Span<byte> trailer = stackalloc byte[sizeof(uint)];
        if (isChecked)
            return;
        isChecked = true;
        if (RandomAccess.GetLength(packed.SafeFileHandle) is var length && length >= MemberBytes)
        {
            RandomAccess.Read(packed.SafeFileHandle, trailer, length - sizeof(uint));
            if (BinaryPrimitives.ReadUInt32LittleEndian(trailer) == (uint)(bytes & uint.MaxValue) || HasSecondMember(length))
                return;
        }
        throw new InvalidDataException("it was cut off before its end");
    }

    bool HasSecondMember(long length)
    {
        var buffer = new byte[1024 * 1024];
        for (long at = 1; at < length; at += buffer.Length - Mark.Length)
        {
            var count = RandomAccess.Read(packed.SafeFileHandle, buffer, at);
            if (buffer.AsSpan(0, count).IndexOf(Mark) >= 0)
                return true;
        }
        return false;
    }
}
