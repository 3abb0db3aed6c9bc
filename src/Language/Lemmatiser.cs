using System.Text;

namespace Tocsin.Language;

/// <summary>Finds the dictionary form of a word from its form and tags. Belongs to one worker.</summary>
public sealed class Lemmatiser
{
    /// <summary>Words remembered with their lemma; when full, all are forgotten.</summary>
    const int Remembered = 1 << 16;

    /// <summary>A form all in capitals with so many of them is a word rather than an acronym.</summary>
    const int LongestAcronym = 5;

    /// <summary>A longer form (an address, a stretch without spaces) is its own lemma.</summary>
    const int LongestForm = 48;

    readonly LemmaTable table;
    readonly Dictionary<Seen, string> known = new(4096);
    readonly Dictionary<string, ulong> tags = new(StringComparer.Ordinal);

    readonly record struct Seen(ulong Tag, ulong Form, bool Initial);

    internal Lemmatiser(LemmaTable table) => this.table = table;

    /// <summary>Loads the table of endings at <paramref name="modelPath"/> (<c>english-lemmas.model</c>).</summary>
    /// <exception cref="ModelException">The file is missing, damaged or of another version.</exception>
    public static Lemmatiser Load(string modelPath) => new(LemmaTable.Load(modelPath));

    /// <summary>The lemma; the same string each time, so that a word seen before allocates nothing.</summary>
    /// <param name="form">The word as it stands.</param>
    /// <param name="upos">Its universal tag.</param>
    /// <param name="xpos">Its Penn tag.</param>
    /// <param name="sentenceInitial">No word stands before it in the sentence.</param>
    public string Lemma(ReadOnlySpan<char> form, Upos upos, string xpos, bool sentenceInitial)
    {
        var seen = new Seen(Tag(upos, xpos), LemmaTable.WordKey(form, 0, default), sentenceInitial);
        if (known.TryGetValue(seen, out var lemma))
            return lemma;
        lemma = Make(form, upos, xpos, seen.Tag, sentenceInitial);
        if (known.Count == Remembered)
            known.Clear();
        return known[seen] = lemma;
    }

    /// <summary>Sets the lemma of every token of a tagged document.</summary>
    public void Lemmatise(Document document)
    {
        for (var sentence = 0; sentence < document.SentenceCount; sentence++)
        {
            var (first, end) = document.Sentence(sentence);
            var initial = true;
            for (var token = first; token < end; token++)
            {
                var form = document.Form(token);
                document.SetLemma(token, Lemma(form, document.Upos[token], document.Xpos(token), initial));
                initial &= !HasLetter(form);
            }
        }
    }

    string Make(ReadOnlySpan<char> form, Upos upos, string xpos, ulong tag, bool sentenceInitial)
    {
        if (form.Length is 0 or > LongestForm)
            return form.ToString();
        // Typed marks ("--", "...") are their own lemma; curly quotes and long dashes are written as typed ones.
        if (upos == Upos.Punct && Ascii.IsValid(form))
            return form.ToString();
        Span<char> shortened = stackalloc char[form.Length];
        scoped var word = Unstretched(form, shortened);
        Span<char> lower = stackalloc char[word.Length];
        Lower(word, lower);
        // "United" is a part of names, whatever treebanks call it, and no form of "unite".
        if (upos == Upos.Verb && xpos == "NNP")
            return Apply(new LemmaEdit(3, 0, ""), word, lower);
        // "goin" is "going".
        if (xpos == "VBG" && form.Length > 3 && lower.EndsWith("in"))
            return Make($"{form}g", upos, xpos, tag, sentenceInitial);
        if (upos == Upos.Noun && HasNoSingular(lower))
            return lower.ToString();
        if (upos == Upos.Verb && HardenedStem(lower) is > 0 and var stem)
            return lower[..stem].ToString();
        var edit = table.Find(lower, tag, CaseOf(word, sentenceInitial))
            ?? table.Find(lower, LemmaTable.TagKey(upos, ""), CaseOf(word, sentenceInitial))
            ?? new LemmaEdit((byte)(upos == Upos.Propn ? 1 : 0), 0, "");
        return Apply(edit, word, lower);
    }

    /// <summary>Nouns that are their own lemma, although they end as plurals do.</summary>
    static bool HasNoSingular(ReadOnlySpan<char> lower) => lower is "earnings" or "kudos" or "feces" or "faeces" or "panties" or "tenterhooks"
        or "smithereens" or "dregs" or "alms" or "shenanigans" or "whereabouts" or "hustings" or "doldrums";

    /// <summary>Length of the stem of "trafficking" and "panicked", whose "k" only keeps the "c" hard; 0 for other words.</summary>
    static int HardenedStem(ReadOnlySpan<char> lower)
    {
        var end = lower.EndsWith("cking") ? lower.Length - 4 : lower.EndsWith("cked") ? lower.Length - 3 : 0;
        return end > 0 && lower[..end] is "traffic" or "panic" or "mimic" or "picnic" or "frolic" or "politic" or "bivouac" ? end : 0;
    }

    /// <summary>"sooooo" is "so" and "VERYYY" "VERY": three letters alike and more are one.</summary>
    static ReadOnlySpan<char> Unstretched(ReadOnlySpan<char> form, Span<char> to)
    {
        var isStretched = false;
        for (var i = 2; i < form.Length; i++)
            isStretched |= char.IsAsciiLetter(form[i]) && Same(form, i, i - 1) && Same(form, i, i - 2) && form[i] is not ('w' or 'W' or 'i' or 'I' or 'x' or 'X');
        if (!isStretched)
            return form;
        var written = 0;
        for (var i = 0; i < form.Length; i++)
        {
            var repeats = char.IsAsciiLetter(form[i]) && i + 2 < form.Length && Same(form, i, i + 1) && Same(form, i, i + 2);
            to[written++] = form[i];
            if (repeats)
            {
                while (i + 1 < form.Length && Same(form, i, i + 1))
                    i++;
            }
        }
        return to[..written];
    }

    static bool Same(ReadOnlySpan<char> form, int one, int other) => char.ToLowerInvariant(form[one]) == char.ToLowerInvariant(form[other]);

    internal static string Apply(LemmaEdit edit, ReadOnlySpan<char> form, ReadOnlySpan<char> lower)
    {
        var kept = Math.Max(0, form.Length - edit.Cut);
        return edit.Case switch
        {
            0 => string.Concat(lower[..kept], edit.Ending),
            1 => string.Concat(form[..kept], edit.Ending),
            2 => string.Concat(form[..Math.Min(1, kept)], lower[Math.Min(1, kept)..kept], edit.Ending),
            3 when kept > 0 => string.Concat([char.ToUpperInvariant(form[0])], lower[1..kept], edit.Ending),
            3 => edit.Ending,
            var other => throw new ArgumentOutOfRangeException(nameof(edit), other, "Unknown case of a lemma."),
        };
    }

    /// <summary>Lower-cases, and writes curly apostrophes straight.</summary>
    internal static void Lower(ReadOnlySpan<char> form, Span<char> lower)
    {
        for (var i = 0; i < form.Length; i++)
            lower[i] = form[i] == '’' ? '\'' : char.ToLowerInvariant(form[i]);
    }

    internal static LetterCase CaseOf(ReadOnlySpan<char> form, bool sentenceInitial)
    {
        int upper = 0, letters = 0;
        foreach (var c in form)
        {
            upper += char.IsUpper(c) ? 1 : 0;
            letters += char.IsLetter(c) ? 1 : 0;
        }
        if (upper == 0)
            return LetterCase.Lower;
        if (upper == 1 && char.IsUpper(form[0]))
            return sentenceInitial ? LetterCase.InitialCapital : LetterCase.Capital;
        if (upper < letters)
            return LetterCase.Mixed;
        // "NATO" stands for what it is, "TEHRAN" for a word.
        return upper < LongestAcronym ? LetterCase.AllCapitals : LetterCase.LongCapitals;
    }

    internal static bool HasLetter(ReadOnlySpan<char> form)
    {
        foreach (var c in form)
        {
            if (char.IsLetterOrDigit(c))
                return true;
        }
        return false;
    }

    ulong Tag(Upos upos, string xpos)
    {
        // Tags are few and their strings shared, so that this is a look-up by a short string.
        if (!tags.TryGetValue(xpos, out var hash))
            tags[xpos] = hash = LemmaTable.TagKey(default, xpos);
        return (hash * 31) + (ulong)upos;
    }
}
