using Tocsin.Language.Splitting;

namespace Tocsin.Language;

/// <summary>
/// Cuts news text into sentences and words (syntactic words of Universal Dependencies). Every character that is not
/// white space belongs to exactly one token; tokens come in text order and never overlap.
/// </summary>
/// <remarks>
/// One pass; time and memory grow in proportion to the text, whatever it holds: a stretch without white space is cut
/// every <see cref="LongestStretch"/> characters, a sentence every <see cref="LongestSentence"/> tokens. One splitter
/// belongs to one worker.
/// </remarks>
public sealed class Splitter
{
    /// <summary>Longest sentence, in tokens.</summary>
    public const int LongestSentence = 400;

    /// <summary>Longest stretch without white space that is read at once, in UTF-16 units.</summary>
    public const int LongestStretch = 512;

    readonly Tokeniser tokeniser = new();
    Document document = new();
    string text = "";
    Lines lines;
    Ending ending;
    bool open;
    bool quoted;
    bool questioned;
    int first;
    int previousEnd;
    int datelineEnd;
    int referenceEnd;

    /// <summary>Adds the sentences and tokens of <paramref name="text"/>, which must be the document's own text.</summary>
    public void Split(string text, Document document)
    {
        this.text = text;
        this.document = document;
        lines = Lines.Of(text);
        previousEnd = 0;
        datelineEnd = -1;
        referenceEnd = -1;
        Close();
        var at = SkipSpace(0);
        while (at < text.Length)
        {
            var stop = StretchEnd(at);
            Gap(at);
            foreach (var piece in tokeniser.Cut(text, at, stop))
                Take(piece);
            at = SkipSpace(stop);
        }
    }

    /// <summary>Looks at the white space before a stretch: paragraphs and lines end sentences.</summary>
    void Gap(int at)
    {
        var gap = text.AsSpan(previousEnd, at - previousEnd);
        var breaks = previousEnd == 0 ? 2 : Lines.Breaks(gap);
        if (breaks == 0)
            return;
        if (breaks > 1 || lines.Ends(text, previousEnd, at))
        {
            Close();
            datelineEnd = Dateline.End(text, at, previousEnd == 0);
        }
    }

    void Take(Piece piece)
    {
        if (open && EndsBefore(piece))
        {
            open = false;
            ending = Ending.None;
        }
        if (datelineEnd > 0 && piece.Start >= datelineEnd)
        {
            open = false;
            datelineEnd = -1;
        }
        if (!open || document.TokenCount - first >= LongestSentence)
        {
            document.BeginSentence();
            open = true;
            first = document.TokenCount;
            ending = Ending.None;
            questioned = false;
        }
        document.AddToken(piece.Start, piece.End);
        Follow(piece);
        previousEnd = piece.End;
    }

    /// <summary>Notes what the piece does to the end of the sentence.</summary>
    void Follow(Piece piece)
    {
        if (piece.End <= referenceEnd)
            return;
        var closes = piece.Role == Role.Closer || piece.Role == Role.Quote && Closes(piece);
        if (piece.Role == Role.Quote && text[piece.Start] == '"')
            quoted = !closes;
        if (piece.Ending != Ending.None)
        {
            ending = IsListMark(piece) ? Ending.None : piece.Ending;
            questioned = text[piece.End - 1] != '.';
        }
        else if (!closes)
        {
            ending = Ending.None;
        }
    }

    /// <summary>"1." at the head of a line counts, it does not end.</summary>
    bool IsListMark(Piece piece) => piece.Ending == Ending.Stop && document.TokenCount - first == 2
        && document.Form(first).Length <= 3 && Characters.IsAsciiDigit(document.Form(first)[0]);

    bool EndsBefore(Piece piece)
    {
        var isMark = piece.Ending != Ending.None && !char.IsLetterOrDigit(text[piece.Start]);
        if (ending is Ending.None or Ending.Title || isMark || piece.Role == Role.Middle)
            return false;
        if (piece.Role == Role.Closer || piece.Role == Role.Quote && Closes(piece))
            return false;
        var glued = piece.Start == previousEnd;
        if (glued && text[piece.Start] == '[' && IsReference(piece.Start))
            return false;
        if (piece.Role is Role.Dash && (glued || questioned) || piece.Role == Role.Symbol && glued)
            return false;
        var closed = previousEnd > 0 && text[previousEnd - 1] is not ('.' or '?' or '!' or '…');
        var word = NextWord(piece.Start, out var after);
        if (word.IsEmpty)
            return ending == Ending.Stop;
        var upper = char.IsUpper(word[0]);
        return ending switch
        {
            Ending.Stop when char.IsLower(word[0]) => !closed && !questioned && !glued && word is not "said" and not "says",
            Ending.Stop => !(closed && questioned && upper && IsSpeechAhead(after)) && !(glued && char.IsDigit(word[0])),
            Ending.Ellipsis => upper,
            Ending.Tail => upper && !WordLists.FollowsClock(word),
            Ending.Abbreviation => upper && WordLists.IsStarter(word),
            _ => throw new ArgumentOutOfRangeException(nameof(piece), ending, "Unknown ending."),
        };
    }

    /// <summary>A footnote's number behind the full stop belongs to the sentence before: "fled.[4] Others".</summary>
    bool IsReference(int at)
    {
        var stop = at + 1;
        while (stop < text.Length && stop - at < 5 && Characters.IsAsciiDigit(text[stop]))
            stop++;
        if (stop - at < 2 || stop >= text.Length || text[stop] != ']')
            return false;
        referenceEnd = stop + 1;
        return true;
    }

    /// <summary>Whether a straight mark closes: by its neighbours, and between two words by what is open.</summary>
    bool Closes(Piece mark)
    {
        var before = mark.Start > 0 && !char.IsWhiteSpace(text[mark.Start - 1]) && text[mark.Start - 1] is not ('(' or '[');
        var after = mark.End < text.Length && !char.IsWhiteSpace(text[mark.End])
            && text[mark.End] is not ('.' or ',' or ';' or ':' or '?' or '!' or ')' or ']');
        return before && (!after || quoted && text[mark.Start] == '"') || !before && !after && quoted;
    }

    /// <summary>The next run of letters or digits, over opening marks.</summary>
    ReadOnlySpan<char> NextWord(int at, out int after)
    {
        var limit = Math.Min(text.Length, at + 40);
        while (at < limit && !char.IsLetterOrDigit(text[at]) && !char.IsWhiteSpace(text[at]))
            at++;
        var start = at;
        while (at < limit && char.IsLetterOrDigit(text[at]))
            at++;
        after = at;
        return text.AsSpan(start, at - start);
    }

    /// <summary>A verb of speech within the next three words: "Why?" President Osmani asked.</summary>
    bool IsSpeechAhead(int at)
    {
        for (var i = 0; i < 3 && at < text.Length && text[at] == ' '; i++)
        {
            if (WordLists.IsSpeech(NextWord(at + 1, out at)))
                return true;
        }
        return false;
    }

    void Close()
    {
        open = false;
        quoted = false;
        ending = Ending.None;
    }

    int SkipSpace(int at)
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
            at++;
        return at;
    }

    int StretchEnd(int at)
    {
        var limit = Math.Min(text.Length, at + LongestStretch);
        var stop = at;
        while (stop < limit && !char.IsWhiteSpace(text[stop]))
            stop++;
        var cutsPair = stop == limit && stop < text.Length
            && char.IsHighSurrogate(text[stop - 1]) && char.IsLowSurrogate(text[stop]);
        return cutsPair ? stop - 1 : stop;
    }
}
