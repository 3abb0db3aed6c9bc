using System.Runtime.CompilerServices;

namespace Tocsin.Language;

/// <summary>
/// What taggers and parser look at in a word, as numbers computed once a word: form, lower-cased form, affixes, shape,
/// clusters. Position 0 stands for a document's first token.
/// </summary>
/// <remarks>Belongs to one worker.</remarks>
sealed class WordColumns(Clusters clusters)
{
    public uint[] Form = new uint[512];
    public uint[] Lower = new uint[512];
    public uint[] Suffix1 = new uint[512];
    public uint[] Suffix2 = new uint[512];
    public uint[] Suffix3 = new uint[512];
    public uint[] Suffix4 = new uint[512];
    public uint[] Prefix1 = new uint[512];
    public uint[] Prefix2 = new uint[512];
    public uint[] Prefix3 = new uint[512];
    public uint[] Shape = new uint[512];
    public uint[] Coarse = new uint[512];
    public uint[] Fine = new uint[512];

    public Clusters Clusters => clusters;

    char[] lowered = new char[64];

    /// <summary>Computes the columns of all tokens of a document.</summary>
    public void Read(Document document)
    {
        if (Form.Length < document.TokenCount)
            Grow(document.TokenCount);
        for (var token = 0; token < document.TokenCount; token++)
            ReadWord(token, document.Form(token));
    }

    [SkipLocalsInit]
    void ReadWord(int token, ReadOnlySpan<char> form)
    {
        // A word of a megabyte has no more to tell than its first 64 characters.
        if (form.Length > lowered.Length)
            form = form[..lowered.Length];
        var lower = lowered.AsSpan(0, form.Length);
        for (var i = 0; i < form.Length; i++)
        {
            var c = form[i] switch
            {
                '\u2019' or '\u2018' => '\'',
                '\u201c' or '\u201d' => '"',
                '\u2013' or '\u2014' => '-',
                var other => other,
            };
            lower[i] = c < 128 ? (char)(c is >= 'A' and <= 'Z' ? c | 32 : c) : char.ToLowerInvariant(c);
            if (char.IsAsciiDigit(lower[i]))
                lower[i] = '0';
        }
        var n = lower.Length;
        Form[token] = FeatureHash.OfText(form);
        Lower[token] = FeatureHash.OfText(lower);
        Suffix1[token] = n > 0 ? FeatureHash.OfText(lower[(n - 1)..]) : 0;
        Suffix2[token] = n > 1 ? FeatureHash.OfText(lower[(n - 2)..]) : 0;
        Suffix3[token] = n > 2 ? FeatureHash.OfText(lower[(n - 3)..]) : 0;
        Suffix4[token] = n > 3 ? FeatureHash.OfText(lower[(n - 4)..]) : 0;
        Prefix1[token] = n > 0 ? FeatureHash.OfText(form[..1]) : 0;
        Prefix2[token] = n > 1 ? FeatureHash.OfText(lower[..2]) : 0;
        Prefix3[token] = n > 2 ? FeatureHash.OfText(lower[..3]) : 0;
        Shape[token] = ShapeOf(form);
        (Coarse[token], Fine[token]) = clusters.Of(Lower[token]);
    }

    /// <summary>Kinds of characters in order, runs shortened: "U.S." is A.A., "2014-15" is 0-0.</summary>
    static uint ShapeOf(ReadOnlySpan<char> form)
    {
        var hash = 17u;
        uint last = 0, run = 0;
        foreach (var c in form)
        {
            var kind = char.IsLower(c) ? 1u : char.IsUpper(c) ? 2u : char.IsDigit(c) ? 3u : char.IsLetter(c) ? 4u : c + 8u;
            run = kind == last ? run + 1 : 0;
            last = kind;
            if (run < 2)
                hash = FeatureHash.Of(7, hash, kind);
        }
        return hash;
    }

    void Grow(int size)
    {
        size = Math.Max(size, Form.Length * 2);
        Array.Resize(ref Form, size);
        Array.Resize(ref Lower, size);
        Array.Resize(ref Suffix1, size);
        Array.Resize(ref Suffix2, size);
        Array.Resize(ref Suffix3, size);
        Array.Resize(ref Suffix4, size);
        Array.Resize(ref Prefix1, size);
        Array.Resize(ref Prefix2, size);
        Array.Resize(ref Prefix3, size);
        Array.Resize(ref Shape, size);
        Array.Resize(ref Coarse, size);
        Array.Resize(ref Fine, size);
    }
}
