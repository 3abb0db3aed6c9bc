namespace Tocsin.Desk.Streams;

/// <summary>
/// Reads lines of UTF-8 from a stream, one at a time; memory is that of the longest line. A line longer than the limit
/// is passed over to its end and reported as too long, so that one endless line never takes the machine down.
/// </summary>
sealed class LineReader(Stream stream, int limit)
{
    byte[] buffer = new byte[64 * 1024];
    int start;
    int end;
    bool ended;

    /// <summary>Number of the line last read, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>The next line without its end, as a copy that the caller owns; null at the end of the stream.</summary>
    public async ValueTask<Line?> Read(CancellationToken stop)
    {
        var scanned = start;
        var tooLong = false;
        while (true)
        {
            var at = buffer.AsSpan(scanned, end - scanned).IndexOf((byte)'\n');
            if (at >= 0)
                return Take(scanned + at, scanned + at + 1, tooLong);
            scanned = end;
            if (ended)
                return start == end && !tooLong ? null : Take(end, end, tooLong);
            if (end - start > limit)
            {
                tooLong = true;
                start = end = scanned = 0;
            }
            if (end == buffer.Length)
            {
                MakeRoom();
                scanned = end;
            }
            var read = await stream.ReadAsync(buffer.AsMemory(end), stop);
            ended = read == 0;
            end += read;
        }
    }

    Line Take(int lineEnd, int next, bool tooLong)
    {
        var length = lineEnd - start;
        if (length > 0 && buffer[lineEnd - 1] == '\r')
            length--;
        tooLong |= length > limit;
        var line = new Line(++Number, tooLong ? [] : buffer.AsSpan(start, length).ToArray(), tooLong);
        start = next;
        return line;
    }

    void MakeRoom()
    {
        if (start > 0)
            buffer.AsSpan(start, end - start).CopyTo(buffer);
        else
            Array.Resize(ref buffer, buffer.Length * 2);
        end -= start;
        start = 0;
    }
}

/// <summary>A line and its number, counted from 1; empty where it was too long.</summary>
readonly record struct Line(int Number, byte[] Bytes, bool TooLong);
