using Tocsin.Language;

namespace Tocsin.Coding;

/// <summary>
/// What the learnt judge of certainty looks at: the rules' own reading, the word, its auxiliaries, adverbs, openers and
/// subject, what governs it and how, and the sentence around. A worker's own.
/// </summary>
sealed class FactualityFeatures
{
    /// <summary>Most features of a word.</summary>
    public const int Most = 128;

    /// <summary>How far up the tree is looked.</summary>
    const int Depth = 4;

    readonly uint[] features = new uint[Most];
    readonly Tree tree;
    Document document = new();
    uint[] words = [];
    int count;

    public FactualityFeatures(Tree tree) => this.tree = tree;

    /// <summary>Takes a document; the tree has read it already.</summary>
    public void Begin(Document next)
    {
        document = next;
        if (words.Length < tree.Count)
            words = new uint[Math.Max(tree.Count, words.Length * 2)];
        Array.Clear(words, 0, tree.Count);
    }

    /// <summary>Numbers of the features of a token; valid until the next call.</summary>
    /// <param name="ruled">How the rules read it, as its voice presents it and as the outlet does.</param>
    /// <param name="cue">The word by which its voice speaks, −1 for none.</param>
    /// <param name="quoted">Whether it has a voice at all.</param>
    public ReadOnlySpan<uint> Of(int token, PredicateFactuality ruled, int cue, bool quoted)
    {
        count = 0;
        var word = Word(token);
        var tag = Text(document.Xpos(token));
        var deprel = (uint)document.Deprels[token];
        var inner = (uint)ruled.Innermost.Status;
        var value = (uint)Math.Round((ruled.Innermost.Value + 3) * 2);
        var outer = (uint)Math.Round((ruled.Outlet.Value + 3) * 2);
        var head = tree.Head(token);
        var asks = AsksAtEnd(token);
        var dressing = Dressing(token, out var subject, out var mark, out var denial);
        Add(1, 0);
        Add(2, word);
        Add(3, tag, deprel);
        Add(4, word, tag);
        Add(5, word, deprel);
        Add(6, inner, value);
        Add(7, outer, value);
        Add(8, inner, tag, deprel);
        Add(9, dressing, tag);
        Add(10, dressing, tag, deprel);
        Add(11, dressing, mark);
        Add(12, mark, tag);
        Add(13, subject, dressing);
        Add(14, subject, tag);
        Add(15, denial, value);
        Add(16, asks, deprel);
        Add(17, asks, dressing);
        Add(18, quoted ? 1u : 0, deprel);
        Add(19, quoted ? 1u : 0, dressing);
        Add(20, subject, word);
        Add(21, mark, word);
        Add(22, dressing, word);
        Add(23, subject, mark);
        Add(24, subject, asks);
        Add(25, subject, value);
        Add(26, tag, value);
        if (cue >= 0)
        {
            Add(27, Word(cue));
            Add(28, Word(cue), value);
        }
        Children(token);
        Path(token, dressing);
        Around(token);
        var root = token;
        while (tree.Head(root) >= 0)
            root = tree.Head(root);
        Add(70, Word(root), root == token ? 1u : 0);
        Add(71, Text(document.Xpos(root)), root == token ? 1u : 0, tag);
        if (head >= 0)
        {
            var headDressing = Dressing(head, out var headSubject, out var headMark, out var headDenial);
            Add(72, headDressing, deprel, tag);
            Add(73, headDressing, mark);
            Add(74, headSubject, deprel);
            Add(75, headMark, deprel);
            Add(76, headDenial, deprel, Word(head));
            Add(77, Word(head), headDressing, deprel);
            Add(78, headSubject, subject, deprel);
        }
        return features.AsSpan(0, count);
    }

    /// <summary>
    /// Auxiliaries and negation of a word in order, as one number; beside it its subject, what opens the clause, and whether
    /// it is denied.
    /// </summary>
    uint Dressing(int token, out uint subject, out uint mark, out uint denial)
    {
        uint signature = 1;
        subject = mark = denial = 0;
        for (var child = tree.FirstChild(token); child >= 0; child = tree.NextSibling(child))
        {
            switch (document.Deprels[child])
            {
                case Deprel.Aux or Deprel.AuxPass or Deprel.Cop:
                    signature = FeatureHash.Of(91, signature, Form(child));
                    break;
                case Deprel.Advmod when document.Lemma(child) is "not" or "n't" or "never":
                    signature = FeatureHash.Of(92, signature, 7);
                    denial = 1;
                    break;
                case Deprel.Nsubj or Deprel.NsubjPass or Deprel.Expl or Deprel.Csubj:
                    subject = document.Upos[child] == Upos.Pron ? Form(child) : 1 + (uint)document.Upos[child];
                    break;
                case Deprel.Mark or Deprel.Case when mark == 0:
                    mark = Word(child);
                    break;
            }
        }
        return signature;
    }

    void Children(int token)
    {
        var seen = 0;
        for (var child = tree.FirstChild(token); child >= 0 && seen < 10; child = tree.NextSibling(child), seen++)
        {
            var deprel = (uint)document.Deprels[child];
            if (document.Upos[child] == Upos.Punct)
            {
                Add(40, Form(child));
                continue;
            }
            Add(41, deprel);
            Add(42, deprel, Word(child));
            if (document.Deprels[child] is Deprel.Obj or Deprel.Obl or Deprel.Nsubj or Deprel.NsubjPass or Deprel.Iobj)
            {
                Add(43, deprel, Text(document.Xpos(child)));
                var opener = tree.FirstChild(child);
                Add(44, deprel, opener >= 0 ? Word(opener) : 0);
            }
        }
    }

    void Path(int token, uint dressing)
    {
        uint path = 3;
        var at = token;
        for (var level = 0u; level < Depth && at >= 0; level++)
        {
            var head = tree.Head(at);
            path = FeatureHash.Of(50, path, (uint)document.Deprels[at]);
            Add(51, path);
            Add(52, path, dressing);
            if (head < 0)
                break;
            Add(53 + level, Word(head), path);
            Add(58, Word(head), level);
            Add(59 + level, Text(document.Xpos(head)), path);
            at = head;
        }
    }

    void Around(int token)
    {
        var (first, end) = document.Sentence(document.SentenceOf(token));
        Add(80, token > first ? Form(token - 1) : 0);
        Add(81, token - 1 > first ? Form(token - 2) : 0);
        Add(82, token + 1 < end ? Form(token + 1) : 0);
        Add(83, token + 2 < end ? Form(token + 2) : 0);
        Add(84, token > first ? Form(token - 1) : 0, token - 1 > first ? Form(token - 2) : 0);
        Add(85, Form(first));
        Add(86, Form(end - 1));
        Add(87, (uint)Math.Min(end - first, 40) / 5);
    }

    uint AsksAtEnd(int token)
    {
        var (first, end) = document.Sentence(document.SentenceOf(token));
        for (var at = end - 1; at > first && document.Upos[at] == Upos.Punct; at--)
        {
            if (document.Form(at).Contains('?'))
                return 1;
        }
        return 0;
    }

    uint Word(int token)
    {
        var known = words[token];
        if (known == 0)
        {
            var lemma = document.Lemma(token);
            words[token] = known = FeatureHash.OfText(lemma == "_" ? document.Form(token) : lemma);
        }
        return known;
    }

    uint Form(int token)
    {
        Span<char> lower = stackalloc char[24];
        var form = document.Form(token);
        if (form.Length > lower.Length)
            form = form[..lower.Length];
        return FeatureHash.OfText(lower[..form.ToLowerInvariant(lower)]);
    }

    static uint Text(string text) => FeatureHash.OfText(text);

    void Add(uint template, uint a)
    {
        if (count < Most)
            features[count++] = FeatureHash.Of(template, a);
    }

    void Add(uint template, uint a, uint b)
    {
        if (count < Most)
            features[count++] = FeatureHash.Of(template, a, b);
    }

    void Add(uint template, uint a, uint b, uint c)
    {
        if (count < Most)
            features[count++] = FeatureHash.Of(template, a, b, c);
    }
}
