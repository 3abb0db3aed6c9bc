using Tocsin.Language;

namespace Tocsin.Coding;

/// <summary>Words between quotation marks, the marks included, within one paragraph.</summary>
/// <param name="Speaks">
/// Enough of a sentence to be somebody's statement, not a name or a word held at arm's length.
/// </param>
/// <param name="GoesOn">Not closed before the next paragraph, which opens with a mark again: the same speaker.</param>
readonly record struct Quotation(TokenRange Range, int Paragraph, bool Speaks, bool GoesOn);

/// <summary>
/// Pairs quotation marks, whatever their shape. A mark without a partner quotes up to the end of its sentence, so that
/// a lost mark never swallows what follows.
/// </summary>
sealed class QuotationFinder
{
    /// <summary>Words by which a repetition is looked up.</summary>
    const int Gram = 5;

    /// <summary>In words; what is longer is no pull quote.</summary>
    const int LongestPullQuote = 80;

    readonly HashSet<int> pulled = [];
    readonly Dictionary<uint, int> grams = [];
    int[] paragraphs = [];
    int[] quotationOf = [];

    public List<Quotation> Found { get; } = [];

    /// <summary>Number of the paragraph that holds the token, from 0.</summary>
    public int Paragraph(int token) => paragraphs[token];

    /// <summary>Index of the quotation that holds the token, or −1.</summary>
    public int At(int token) => quotationOf[token];

    enum Mark : byte
    {
        None,
        Open,
        Close,
        Straight,
    }

    /// <summary>
    /// Whether the token stands in a paragraph that only repeats what a quotation elsewhere says: a pull quote. It is one
    /// statement and no new evidence.
    /// </summary>
    public bool IsRepetition(int token) => pulled.Contains(paragraphs[token]);

    public void Find(Document document)
    {
        Pair(document);
        pulled.Clear();
        if (Found.Count > 0)
            FindPullQuotes(document);
    }

    /// <summary>Short paragraphs whose words stand in the same order in a quotation of another paragraph.</summary>
    void FindPullQuotes(Document document)
    {
        var count = document.TokenCount;
        grams.Clear();
        var words = new List<int>();
        foreach (var quotation in Found)
        {
            if (!quotation.Speaks)
                continue;
            var first = words.Count;
            for (var token = quotation.Range.First; token < quotation.Range.End; token++)
            {
                if (document.Upos[token] != Upos.Punct)
                    words.Add(token);
            }
            for (var at = first; at + Gram <= words.Count; at++)
                grams.TryAdd(GramAt(document, words, at), at);
        }
        var paragraph = new List<int>();
        for (var token = 0; token <= count; token++)
        {
            if (token > 0 && (token == count || paragraphs[token] != paragraphs[token - 1]))
            {
                if (paragraph.Count is >= Gram and <= LongestPullQuote && grams.TryGetValue(GramAt(document, paragraph, 0), out var at)
                    && paragraphs[words[at]] != paragraphs[token - 1] && IsSame(document, paragraph, words, at))
                    pulled.Add(paragraphs[token - 1]);
                paragraph.Clear();
            }
            if (token < count && document.Upos[token] != Upos.Punct && paragraph.Count <= LongestPullQuote)
                paragraph.Add(token);
        }
    }

    static bool IsSame(Document document, List<int> paragraph, List<int> words, int at)
    {
        if (at + paragraph.Count > words.Count)
            return false;
        for (var i = 0; i < paragraph.Count; i++)
        {
            if (!document.Form(paragraph[i]).Equals(document.Form(words[at + i]), StringComparison.OrdinalIgnoreCase))
                return false;
        }
        return true;
    }

    static uint GramAt(Document document, List<int> words, int at)
    {
        uint hash = 1;
        for (var i = at; i < at + Gram; i++)
        {
            foreach (var character in document.Form(words[i]))
                hash = FeatureHash.Of(9, hash, char.ToLowerInvariant(character));
        }
        return hash;
    }

    void Pair(Document document)
    {
        Found.Clear();
        var count = document.TokenCount;
        if (paragraphs.Length < count)
        {
            paragraphs = new int[Math.Max(count, paragraphs.Length * 2)];
            quotationOf = new int[paragraphs.Length];
        }
        quotationOf.AsSpan(0, count).Fill(-1);
        var paragraph = 0;
        var open = -1;
        var shape = '\0';
        for (var token = 0; token < count; token++)
        {
            if (token > 0 && IsBreak(document, token))
            {
                if (open >= 0)
                {
                    var mark = Read(document, token, out var next);
                    var goesOn = mark is Mark.Open or Mark.Straight && next == shape;
                    Close(document, open, goesOn ? token : SentenceEnd(document, open, token), paragraph, goesOn);
                    open = -1;
                }
                paragraph++;
            }
            paragraphs[token] = paragraph;
            var kind = Read(document, token, out var character);
            if (kind == Mark.None)
                continue;
            if (open < 0)
            {
                if (kind == Mark.Close)
                    continue;
                (open, shape) = (token, character);
            }
            else if (shape == '„' && document.Form(token)[0] is '“' or '”')
            {
                Close(document, open, token + 1, paragraph, goesOn: false);
                open = -1;
            }
            else if (character != shape)
            {
                continue; // another shape inside: a quotation in the quotation
            }
            else if (kind == Mark.Close || (kind == Mark.Straight && !LooksOpening(document, token)))
            {
                Close(document, open, token + 1, paragraph, goesOn: false);
                open = -1;
            }
            else
            {
                Close(document, open, SentenceEnd(document, open, token), paragraph, goesOn: false);
                open = token;
            }
        }
        if (open >= 0)
            Close(document, open, SentenceEnd(document, open, count), paragraph, goesOn: false);
    }

    void Close(Document document, int first, int end, int paragraph, bool goesOn)
    {
        var words = 0;
        var verbs = 0;
        for (var token = first; token < end; token++)
        {
            quotationOf[token] = Found.Count;
            if (document.Upos[token] is not Upos.Punct and not Upos.Sym)
                words++;
            if (document.Upos[token] is Upos.Verb or Upos.Aux)
                verbs++;
        }
        var speaks = (words >= 3 && verbs > 0) || words >= 7;
        Found.Add(new Quotation(new TokenRange(first, end), paragraph, speaks, goesOn));
    }

    static int SentenceEnd(Document document, int token, int limit) =>
        Math.Min(limit, document.Sentence(document.SentenceOf(token)).End);

    /// <summary>A blank line, or a new line where a sentence ends, parts the token from the one before.</summary>
    static bool IsBreak(Document document, int token)
    {
        var from = document.Ends[token - 1];
        var to = document.Starts[token];
        if (to <= from)
            return false;
        var lines = document.Text.AsSpan(from, to - from).Count('\n');
        return lines > 1 || (lines == 1 && document.SentenceOf(token) != document.SentenceOf(token - 1));
    }

    /// <summary>What mark the token is; all double marks of one family share a shape.</summary>
    static Mark Read(Document document, int token, out char shape)
    {
        var form = document.Form(token);
        shape = '"';
        if (form.IsEmpty || form.Length > 2 || char.IsLetterOrDigit(form[0]))
            return Mark.None;
        switch (form[0])
        {
            case '"':
                return Mark.Straight;
            case '“' or '‟':
                return Mark.Open;
            case '„':
                shape = '„';
                return Mark.Open;
            case '”':
                return Mark.Close;
            case '«':
                shape = '«';
                return Mark.Open;
            case '»':
                shape = '«';
                return Mark.Close;
            case '`' when form.Length == 2 && form[1] == '`':
                return Mark.Open;
            case '\'' when form.Length == 2 && form[1] == '\'':
                return Mark.Straight;
            case '‘' when form.Length == 1:
                shape = '‘';
                return Mark.Open;
            case '’' when form.Length == 1 && document.Xpos(token) != "POS":
                shape = '‘';
                return Mark.Close;
            default:
                return Mark.None;
        }
    }

    static bool LooksOpening(Document document, int token)
    {
        var text = document.Text;
        var start = document.Starts[token];
        var end = document.Ends[token];
        return (start == 0 || char.IsWhiteSpace(text[start - 1]) || text[start - 1] is '(' or '[')
            && end < text.Length && !char.IsWhiteSpace(text[end]);
    }
}
