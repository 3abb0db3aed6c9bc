using Tocsin.Language;

namespace Tocsin.Coding;

/// <summary>
/// The dependency tree of a document turned round: from a head to its dependents in text order, and the stretch of
/// tokens that each subtree spans. A worker's buffer, refilled by <see cref="Read"/>; every step is linear in the tokens.
/// </summary>
/// <remarks>
/// A head that lies outside the document, or that would close a circle, counts as none, so that a walk upwards always
/// ends whatever the parser did.
/// </remarks>
sealed class Tree
{
    int[] heads = [];
    int[] firstChild = [];
    int[] nextSibling = [];
    int[] lefts = [];
    int[] rights = [];
    int[] order = [];
    byte[] colours = [];

    public int Count { get; private set; }

    /// <summary>Tokens with every head before its dependents.</summary>
    public ReadOnlySpan<int> Order => order.AsSpan(0, Count);

    public int Head(int token) => heads[token];

    /// <summary>First dependent in text order, −1 for none.</summary>
    public int FirstChild(int token) => firstChild[token];

    /// <summary>The next dependent of the same head, −1 for none.</summary>
    public int NextSibling(int token) => nextSibling[token];

    /// <summary>From the first token of the subtree to the token after its last; strangers may lie between.</summary>
    public TokenRange Span(int token) => new(lefts[token], rights[token] + 1);

    public void Read(Document document)
    {
        Count = document.TokenCount;
        if (heads.Length < Count)
            Grow(Math.Max(Count, heads.Length * 2));
        document.Heads.CopyTo(heads);
        Array.Clear(colours, 0, Count);
        for (var token = 0; token < Count; token++)
        {
            firstChild[token] = nextSibling[token] = -1;
            lefts[token] = rights[token] = token;
            if (heads[token] < 0 || heads[token] >= Count || heads[token] == token)
                heads[token] = -1;
        }
        for (var token = 0; token < Count; token++)
            Uncircle(token);
        for (var token = Count - 1; token >= 0; token--)
        {
            var head = heads[token];
            if (head < 0)
                continue;
            nextSibling[token] = firstChild[head];
            firstChild[head] = token;
        }
        Sort();
        for (var i = Count - 1; i >= 0; i--)
        {
            var token = order[i];
            var head = heads[token];
            if (head < 0)
                continue;
            lefts[head] = Math.Min(lefts[head], lefts[token]);
            rights[head] = Math.Max(rights[head], rights[token]);
        }
    }

    /// <summary>The first dependent with the relation, −1 for none.</summary>
    public int Child(Document document, int token, Deprel deprel)
    {
        var deprels = document.Deprels;
        for (var child = firstChild[token]; child >= 0; child = nextSibling[child])
        {
            if (deprels[child] == deprel)
                return child;
        }
        return -1;
    }

    /// <summary>Whether <paramref name="token"/> is <paramref name="above"/> or hangs below it.</summary>
    public bool IsUnder(int token, int above)
    {
        while (token >= 0 && token != above)
            token = heads[token];
        return token == above;
    }

    /// <summary>Walks up from a token and cuts the link that would lead back into the walk itself.</summary>
    void Uncircle(int token)
    {
        const byte Walking = 1, Done = 2;
        var last = -1;
        var at = token;
        while (at >= 0 && colours[at] == 0)
        {
            colours[at] = Walking;
            last = at;
            at = heads[at];
        }
        if (at >= 0 && colours[at] == Walking)
            heads[last] = -1;
        for (at = token; at >= 0 && colours[at] == Walking; at = heads[at])
            colours[at] = Done;
    }

    void Sort()
    {
        var filled = 0;
        for (var token = 0; token < Count; token++)
        {
            if (heads[token] < 0)
                order[filled++] = token;
        }
        for (var i = 0; i < filled; i++)
        {
            for (var child = firstChild[order[i]]; child >= 0; child = nextSibling[child])
                order[filled++] = child;
        }
    }

    void Grow(int size)
    {
        Array.Resize(ref heads, size);
        firstChild = new int[size];
        nextSibling = new int[size];
        lefts = new int[size];
        rights = new int[size];
        order = new int[size];
        colours = new byte[size];
    }
}
