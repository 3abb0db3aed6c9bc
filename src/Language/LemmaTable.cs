namespace Tocsin.Language;

/// <summary>How a lemma is made of a form: its case, how many characters go from its end, what is put there.</summary>
/// <param name="Case">0: the form lower-cased; 1: as it stands; 2: all but the first letter
/// lower-cased; 3: the first letter made a capital, the rest lower-cased.</param>
readonly record struct LemmaEdit(byte Case, byte Cut, string Ending);

/// <summary>
/// Endings learnt from treebanks, each with the edit that makes the lemma: a whole word is the longest ending, and what
/// is not known in full is decided by the longest ending that is. Read-only, shared by threads.
/// </summary>
sealed class LemmaTable
{
    public const string Kind = "english-lemmas";

    /// <summary>Longest ending that is looked up, in UTF-16 units; whole words may be longer.</summary>
    public const int LongestEnding = 7;

    readonly NumberTable edits;
    readonly LemmaEdit[] scripts;

    public LemmaTable(IReadOnlyDictionary<ulong, ushort> edits, LemmaEdit[] scripts)
        : this(NumberTable.Build([.. edits.Keys], [.. edits.Values]), scripts)
    {
    }

    LemmaTable(NumberTable edits, LemmaEdit[] scripts)
    {
        this.edits = edits;
        this.scripts = scripts;
    }

    /// <exception cref="ModelException">Missing, damaged or of another version.</exception>
    public static LemmaTable Load(string path)
    {
        var file = ModelFile.Read(path, Kind);
        var keys = file.Section<ulong>("keys");
        var values = file.Section<ushort>("values");
        return new LemmaTable(NumberTable.Build(keys, values), [.. file.Header.Labels["edits"].Select(Parse)]);
    }

    /// <summary>The edit of the longest ending that is known for the tag; null where even the tag is not.</summary>
    /// <param name="lower">The form, lower-cased.</param>
    /// <param name="tag">From <see cref="TagKey"/>.</param>
    public LemmaEdit? Find(ReadOnlySpan<char> lower, ulong tag, LetterCase letters)
    {
        if (edits.Of(WordKey(lower, tag, letters)) is >= 0 and var known)
            return scripts[known];
        for (var length = Math.Min(lower.Length, LongestEnding); length >= 0; length--)
        {
            if (edits.Of(EndingKey(lower[^length..], tag, letters)) is >= 0 and var script)
                return scripts[script];
        }
        return null;
    }

    public static ulong TagKey(Upos upos, ReadOnlySpan<char> xpos) => Mix((ulong)upos + 1, xpos);

    public static ulong WordKey(ReadOnlySpan<char> lower, ulong tag, LetterCase letters) =>
        Mix((tag * 31) + (ulong)letters + 100, lower);

    public static ulong EndingKey(ReadOnlySpan<char> ending, ulong tag, LetterCase letters) =>
        Mix((tag * 31) + (ulong)letters, ending);

    public static string Write(LemmaEdit edit) => $"{edit.Case}{(char)('A' + edit.Cut)}{edit.Ending}";

    static LemmaEdit Parse(string text) => new((byte)(text[0] - '0'), (byte)(text[1] - 'A'), text[2..]);

    static ulong Mix(ulong hash, ReadOnlySpan<char> text)
    {
        hash = (hash + 0x9e3779b97f4a7c15) * 0xbf58476d1ce4e5b9;
        foreach (var c in text)
            hash = (hash ^ c) * 0x100000001b3;
        hash ^= hash >> 29;
        hash *= 0x94d049bb133111eb;
        return hash ^ (hash >> 32);
    }
}

/// <summary>How a form is written, as far as lemmas care.</summary>
enum LetterCase : byte
{
    Lower,
    Capital,

    /// <summary>A capital at the head of a sentence says nothing.</summary>
    InitialCapital,
    AllCapitals,
    LongCapitals,
    Mixed,
}
