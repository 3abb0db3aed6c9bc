namespace Tocsin.Warning.Histories;

/// <summary>
/// Reads a table record by record: fields parted by tabs, where the first line has one, else by commas; lines ended by
/// LF, CR or CRLF (also mixed). With commas a field may be quoted and then hold commas, line ends and doubled quotation
/// marks. One record is kept at a time, so memory does not grow with the file.
/// </summary>
public sealed class DelimitedReader
{
    /// <summary>A field of more characters is taken for a quotation that nobody closed.</summary>
    public const int LongestField = 131_072;

    readonly TextReader text;
    readonly char separator;
    readonly char[] block = new char[1 << 16];
    readonly List<int> ends = [];
    char[] record = new char[1024];
    int length, position, filled, line = 1;

    public DelimitedReader(TextReader text)
    {
        this.text = text;
        Fill();
        var first = block.AsSpan(0, filled);
        var end = first.IndexOfAny('\n', '\r');
        separator = (end < 0 ? first : first[..end]).Contains('\t') ? '\t' : ',';
    }

    /// <summary>The line on which the present record began, from 1.</summary>
    public int Line { get; private set; }

    /// <summary>Fields of the present record.</summary>
    public int Count => ends.Count;

    /// <summary>A field of the present record; empty where the record is too short.</summary>
    public ReadOnlySpan<char> this[int field] => field < 0 || field >= ends.Count
        ? default
        : record.AsSpan(field == 0 ? 0 : ends[field - 1], ends[field] - (field == 0 ? 0 : ends[field - 1]));

    /// <summary>The present record as it is kept for the dead letters: its fields, parted by the separator.</summary>
    public string Whole() => string.Join(separator, Enumerable.Range(0, Count).Select(field => this[field].ToString()));

    /// <summary>Goes to the next record that is not an empty line.</summary>
    /// <exception cref="HistoryException">A quotation is never closed.</exception>
    public bool Read()
    {
        do
        {
            if (!ReadRecord())
                return false;
        }
        while (Count == 1 && length == 0);
        return true;
    }

    bool ReadRecord()
    {
        ends.Clear();
        length = 0;
        Line = line;
        if (Peek() < 0)
            return false;
        while (true)
        {
            if (separator == ',' && Peek() == '"')
                ReadQuoted();
            int next;
            while ((next = Next()) >= 0 && next != separator && next != '\n' && next != '\r')
                Append((char)next);
            ends.Add(length);
            if (next == separator)
                continue;
            if (next == '\r' && Peek() == '\n')
                Next();
            if (next >= 0)
                line++;
            return true;
        }
    }

    void ReadQuoted()
    {
        Next();
        var (start, firstLine) = (length, line);
        while (true)
        {
            var next = Next();
            if (next < 0 || length - start > LongestField)
                throw new HistoryException(firstLine, "a quotation mark opens a field here that is never closed");
            if (next == '"')
            {
                if (Peek() != '"')
                    return;
                Next();
            }
            if (next == '\n' || (next == '\r' && Peek() != '\n'))
                line++;
            Append((char)next);
        }
    }

    void Append(char next)
    {
        if (length == record.Length)
            Array.Resize(ref record, record.Length * 2);
        record[length++] = next;
    }

    int Peek() => position < filled || Fill() ? block[position] : -1;

    int Next() => position < filled || Fill() ? block[position++] : -1;

    bool Fill()
    {
        position = 0;
        filled = text.ReadBlock(block, 0, block.Length);
        return filled > 0;
    }
}
