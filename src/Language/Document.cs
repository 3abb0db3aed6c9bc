using System.Diagnostics;

namespace Tocsin.Language;

/// <summary>Kinds of names, by what the name is, not by what it does in the sentence.</summary>
public enum EntityType : byte
{
    Per,
    Org,
    Loc,
    Misc,
}

/// <summary>A name in the text: tokens from <paramref name="First"/> up to, not including, <paramref name="End"/>.</summary>
public readonly record struct Entity(int First, int End, EntityType Type);

/// <summary>A mention of a coreference chain, as tokens, half-open.</summary>
public readonly record struct Mention(int First, int End, int Chain);

/// <summary>
/// The analysis of one text in parallel columns: tokens (syntactic words in the sense of Universal Dependencies) with
/// UTF-16 offsets into <see cref="Text"/>, tags, heads and relations; sentences; names; coreference.
/// </summary>
/// <remarks>
/// Mutable and reusable: one document belongs to one worker, which resets it for each text. Spans returned are valid
/// until the next reset. Token indexes run over the whole text; <see cref="Heads"/> are such indexes, −1 for a root.
/// </remarks>
public sealed class Document
{
    int[] starts = new int[512];
    int[] ends = new int[512];
    int[] heads = new int[512];
    int[] sentenceOf = new int[512];
    Upos[] upos = new Upos[512];
    Deprel[] deprels = new Deprel[512];
    string[] lemmas = new string[512];
    string[] xpos = new string[512];
    string[] feats = new string[512];
    int[] sentenceFirst = new int[64];
    Characters[] sentenceSpans = new Characters[64];

    readonly record struct Characters(int Start, int End);

    public string Text { get; private set; } = "";

    public int TokenCount { get; private set; }

    public int SentenceCount { get; private set; }

    public ReadOnlySpan<int> Starts => starts.AsSpan(0, TokenCount);

    public ReadOnlySpan<int> Ends => ends.AsSpan(0, TokenCount);

    public ReadOnlySpan<int> Heads => heads.AsSpan(0, TokenCount);

    public ReadOnlySpan<Upos> Upos => upos.AsSpan(0, TokenCount);

    public ReadOnlySpan<Deprel> Deprels => deprels.AsSpan(0, TokenCount);

    public List<Entity> Entities { get; } = [];

    /// <summary>Mentions in text order; those of one chain share its number, counted from 0.</summary>
    public List<Mention> Mentions { get; } = [];

    /// <summary>The token's characters.</summary>
    public ReadOnlySpan<char> Form(int token) => Text.AsSpan(starts[token], ends[token] - starts[token]);

    public string Lemma(int token) => lemmas[token];

    /// <summary>Penn Treebank tag.</summary>
    public string Xpos(int token) => xpos[token];

    /// <summary>Morphological features as in CoNLL-U, "_" for none.</summary>
    public string Feats(int token) => feats[token];

    /// <summary>The sentence that holds the token.</summary>
    public int SentenceOf(int token) => sentenceOf[token];

    /// <summary>First token of a sentence and the token after its last.</summary>
    public (int First, int End) Sentence(int sentence) => (sentenceFirst[sentence],
        sentence + 1 < SentenceCount ? sentenceFirst[sentence + 1] : TokenCount);

    /// <summary>Characters of a sentence, from its first token to the end of its last.</summary>
    public (int Start, int End) SentenceCharacters(int sentence) =>
        (sentenceSpans[sentence].Start, sentenceSpans[sentence].End);

    /// <summary>Forgets everything and takes a new text.</summary>
    public void Reset(string text)
    {
        Text = text;
        TokenCount = 0;
        SentenceCount = 0;
        Entities.Clear();
        Mentions.Clear();
    }

    /// <summary>Opens a sentence; tokens added from now on belong to it.</summary>
    public void BeginSentence()
    {
        if (SentenceCount == sentenceFirst.Length)
        {
            Array.Resize(ref sentenceFirst, SentenceCount * 2);
            Array.Resize(ref sentenceSpans, SentenceCount * 2);
        }
        sentenceFirst[SentenceCount++] = TokenCount;
    }

    /// <summary>Adds a token with its offsets to the open sentence; tags and head are set later.</summary>
    public int AddToken(int start, int end)
    {
        Debug.Assert(SentenceCount > 0 && start <= end && end <= Text.Length);
        if (TokenCount == starts.Length)
            Grow();
        var token = TokenCount++;
        var sentence = SentenceCount - 1;
        starts[token] = start;
        ends[token] = end;
        heads[token] = -1;
        sentenceOf[token] = sentence;
        upos[token] = Language.Upos.X;
        deprels[token] = token == sentenceFirst[sentence] ? Deprel.Root : Deprel.Dep;
        lemmas[token] = xpos[token] = feats[token] = "_";
        sentenceSpans[sentence] = token == sentenceFirst[sentence]
            ? new Characters(start, end)
            : new Characters(Math.Min(sentenceSpans[sentence].Start, start), Math.Max(sentenceSpans[sentence].End, end));
        return token;
    }

    public void SetTags(int token, Upos tag, string penn, string features)
    {
        upos[token] = tag;
        xpos[token] = penn;
        feats[token] = features;
    }

    public void SetLemma(int token, string lemma) => lemmas[token] = lemma;

    /// <summary>Hangs a token under a head (a token index of the same sentence, −1 for the root).</summary>
    public void SetHead(int token, int head, Deprel deprel)
    {
        heads[token] = head;
        deprels[token] = deprel;
    }

    void Grow()
    {
        var size = starts.Length * 2;
        Array.Resize(ref starts, size);
        Array.Resize(ref ends, size);
        Array.Resize(ref heads, size);
        Array.Resize(ref sentenceOf, size);
        Array.Resize(ref upos, size);
        Array.Resize(ref deprels, size);
        Array.Resize(ref lemmas, size);
        Array.Resize(ref xpos, size);
        Array.Resize(ref feats, size);
    }
}
