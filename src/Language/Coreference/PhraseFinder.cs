using System.Runtime.InteropServices;

namespace Tocsin.Language;

/// <summary>
/// Finds the phrases of a text: pronouns, noun phrases with all that hangs under their heads, joined phrases, and names
/// within phrases ("<i>Kosovo</i> police"). They stand in text order, the longer before the shorter.
/// </summary>
/// <remarks>Belongs to one worker. Needs tags, trees and entities.</remarks>
sealed class PhraseFinder
{
    static readonly Comparison<Phrase> InTextOrder = (a, b) =>
        a.First != b.First ? a.First.CompareTo(b.First) : a.End != b.End ? b.End.CompareTo(a.End) : a.Head.CompareTo(b.Head);

    readonly List<Phrase> phrases = [];
    readonly Stack<int> ready = new();
    Extent[] extents = new Extent[512];

    /// <summary>What hangs under a token: everything, what belongs to its phrase, and what is joined to it.</summary>
    struct Extent
    {
        public int Low, High, PhraseLow, PhraseHigh, JoinedHigh;
        public int Open;
        public int Entity;
        public bool Quoted, Modified;
    }

    public Span<Phrase> Phrases => CollectionsMarshal.AsSpan(phrases);

    public void Find(Document document, WordColumns columns)
    {
        phrases.Clear();
        if (extents.Length < document.TokenCount)
            Array.Resize(ref extents, Math.Max(document.TokenCount, extents.Length * 2));
        Measure(document);
        MarkQuotes(document);
        MarkEntities(document);
        for (var token = 0; token < document.TokenCount; token++)
        {
            if (document.Upos[token] == Upos.Pron)
                AddPronoun(document, columns, token);
            else if (IsHead(document, token))
                AddNoun(document, columns, token);
        }
        phrases.Sort(InTextOrder);
    }

    /// <summary>Extents of all subtrees, leaves first: every token is looked at once.</summary>
    void Measure(Document document)
    {
        var heads = document.Heads;
        for (var token = 0; token < heads.Length; token++)
        {
            extents[token] = new Extent
            {
                Low = token,
                High = token,
                PhraseLow = token,
                PhraseHigh = token,
                JoinedHigh = token,
                Entity = -1,
            };
        }
        foreach (var head in heads)
        {
            if (head >= 0)
                extents[head].Open++;
        }
        for (var token = 0; token < heads.Length; token++)
        {
            if (extents[token].Open == 0)
                ready.Push(token);
        }
        while (ready.TryPop(out var token))
        {
            var head = heads[token];
            if (head < 0)
                continue;
            Join(document, token, ref extents[head], head);
            if (--extents[head].Open == 0)
                ready.Push(head);
        }
    }

    void Join(Document document, int token, ref Extent above, int head)
    {
        var own = extents[token];
        above.Low = Math.Min(above.Low, own.Low);
        above.High = Math.Max(above.High, own.High);
        var deprel = document.Deprels[token];
        if (deprel == Deprel.Conj && IsNominal(document.Upos[token]) && own.Low > head)
        {
            above.JoinedHigh = Math.Max(above.JoinedHigh, own.High);
        }
        else if (Belongs(deprel) || (deprel == Deprel.Case && token > head))
        {
            above.PhraseLow = Math.Min(above.PhraseLow, own.Low);
            above.PhraseHigh = Math.Max(above.PhraseHigh, own.High);
            above.Modified |= deprel is not (Deprel.Det or Deprel.NmodPoss or Deprel.Case or Deprel.Flat);
        }
    }

    static bool Belongs(Deprel deprel) => deprel is Deprel.Acl or Deprel.AclRelcl or Deprel.Amod or Deprel.Appos
        or Deprel.Compound or Deprel.Det or Deprel.DetPredet or Deprel.Fixed or Deprel.Flat or Deprel.Goeswith or Deprel.Nmod
        or Deprel.NmodDesc or Deprel.NmodPoss or Deprel.NmodUnmarked or Deprel.Nummod;

    static bool IsNominal(Upos upos) => upos is Upos.Noun or Upos.Propn or Upos.Pron or Upos.Num;

    static bool IsHead(Document document, int token)
    {
        var deprel = document.Deprels[token];
        return document.Upos[token] switch
        {
            Upos.Noun => deprel is not (Deprel.Compound or Deprel.Flat or Deprel.Fixed or Deprel.NmodDesc or Deprel.Case
                or Deprel.Amod or Deprel.Goeswith),
            Upos.Propn => deprel is not (Deprel.Flat or Deprel.Fixed or Deprel.NmodDesc or Deprel.Goeswith),
            Upos.Num => deprel is Deprel.Nsubj or Deprel.Obj or Deprel.Obl or Deprel.OblUnmarked or Deprel.Nmod,
            _ => false,
        };
    }

    void MarkQuotes(Document document)
    {
        var quoted = false;
        for (var token = 0; token < document.TokenCount; token++)
        {
            var form = document.Form(token);
            if (token > 0 && document.Text.AsSpan(document.Ends[token - 1], Math.Max(0, document.Starts[token] - document.Ends[token - 1])).Contains('\n'))
                quoted = false;
            if (form is "\"")
                quoted = !quoted;
            else if (form is "\u201c" or "``")
                quoted = true;
            else if (form is "\u201d" or "''")
                quoted = false;
            extents[token].Quoted = quoted;
        }
    }

    void MarkEntities(Document document)
    {
        for (var i = 0; i < document.Entities.Count; i++)
        {
            for (var token = document.Entities[i].First; token < document.Entities[i].End; token++)
                extents[token].Entity = i;
        }
    }

    void AddPronoun(Document document, WordColumns columns, int token)
    {
        var person = Pronouns.Of(document.Form(token));
        var deprel = document.Deprels[token];
        if (person == Person.None || deprel is Deprel.Expl or Deprel.Mark or Deprel.Det || IsRelative(document, token, person))
            return;
        var phrase = Start(document, token, token, token + 1);
        phrase.Kind = PhraseKind.Pronoun;
        phrase.Person = person;
        phrase.Type = Phrase.NoType;
        (phrase.Genders, phrase.GrammaticalNumber) = Agreement.Of(person);
        phrase.Word = phrase.Text = FeatureHash.Of(520, (uint)person);
        // He and she behave alike: what is learnt of the one holds for the other.
        phrase.Fine = person is Person.He or Person.She
            ? FeatureHash.Of(523, deprel == Deprel.NmodPoss ? 1u : phrase.IsSubject ? 2u : 3u)
            : columns.Lower[token];
        phrases.Add(phrase);
    }

    /// <summary>"the force that left": "that" is the force, but no mention of it.</summary>
    static bool IsRelative(Document document, int token, Person person) => person is Person.This
        && (document.Xpos(token) is "WDT" or "IN" || document.Feats(token).Contains("Rel", StringComparison.Ordinal));

    void AddNoun(Document document, WordColumns columns, int token)
    {
        var extent = extents[token];
        var entity = extent.Entity;
        var compound = document.Deprels[token] == Deprel.Compound;
        if (compound && (entity < 0 || InSameEntity(document.Heads[token], entity)))
            return;
        var first = extent.PhraseLow;
        var end = extent.PhraseHigh + 1;
        if (entity >= 0)
        {
            first = Math.Min(first, document.Entities[entity].First);
            end = Math.Max(end, document.Entities[entity].End);
        }
        var single = Start(document, token, first, end);
        single.Modified = extent.Modified;
        Describe(document, columns, ref single, entity);
        phrases.Add(single);
        if (extent.JoinedHigh >= end && !compound)
        {
            var several = Start(document, token, first, extent.JoinedHigh + 1);
            several.Kind = PhraseKind.Several;
            several.GrammaticalNumber = GrammaticalNumber.Many;
            several.Genders = Genders.Any;
            several.Type = Phrase.NoType;
            several.NameFirst = several.NameEnd = first;
            several.Word = single.Word;
            (several.Coarse, several.Fine) = (single.Coarse, single.Fine);
            several.Text = TextOf(document, columns, several.First, several.End);
            phrases.Add(several);
        }
    }

    bool InSameEntity(int token, int entity) => token >= 0 && extents[token].Entity == entity;

    Phrase Start(Document document, int head, int first, int end)
    {
        while (end - 1 > head && document.Upos[end - 1] == Upos.Punct)
            end--;
        while (first < head && document.Upos[first] is Upos.Punct)
            first++;
        end = Closed(document, first, end);
        var top = head;
        // What is joined plays the part of what it is joined to; four steps are enough for lists in use.
        for (var steps = 0; steps < 4 && document.Deprels[top] == Deprel.Conj && document.Heads[top] >= 0; steps++)
            top = document.Heads[top];
        return new Phrase
        {
            First = first,
            End = end,
            Head = head,
            Sentence = document.SentenceOf(head),
            Quoted = extents[head].Quoted,
            Role = document.Deprels[top],
            Governor = document.Heads[top],
            NameFirst = first,
            NameEnd = first,
        };
    }

    /// <summary>A bracket or quotation mark that closes what was opened within belongs to the phrase.</summary>
    static int Closed(Document document, int first, int end)
    {
        if (end >= document.TokenCount || document.SentenceOf(end) != document.SentenceOf(first))
            return end;
        var opener = document.Form(end) switch { ")" => "(", "]" => "[", "\u201d" => "\u201c", "\"" => "\"", _ => "" };
        if (opener.Length == 0)
            return end;
        var open = 0;
        for (var token = first; token < end; token++)
        {
            if (document.Form(token).SequenceEqual(opener))
                open = opener is "\"" ? 1 - open : open + 1;
            else if (document.Form(token).SequenceEqual(document.Form(end)))
                open--;
        }
        return open > 0 ? end + 1 : end;
    }

    static void Describe(Document document, WordColumns columns, ref Phrase phrase, int entity)
    {
        phrase.Type = Phrase.NoType;
        var word = phrase.Head;
        if (entity >= 0)
        {
            var name = document.Entities[entity];
            (phrase.NameFirst, phrase.NameEnd, phrase.Type) = (name.First, name.End, (byte)name.Type);
            if (name.Type == EntityType.Per)
                word = name.End - 1;
            phrase.Initials = InitialsOf(document, name.First, name.End);
        }
        else if (document.Upos[word] == Upos.Propn)
        {
            FindName(document, ref phrase);
            if (document.Deprels[phrase.NameEnd - 1] == Deprel.Flat)
                word = phrase.NameEnd - 1;
        }
        phrase.Kind = KindOf(document, phrase, entity);
        phrase.Word = Key(document, columns, word);
        (phrase.Coarse, phrase.Fine) = (columns.Coarse[phrase.Head], columns.Fine[phrase.Head]);
        phrase.Text = phrase.NameEnd > phrase.NameFirst
            ? TextOf(document, columns, phrase.NameFirst, phrase.NameEnd)
            : TextOf(document, columns, phrase.First, phrase.End);
        (phrase.Genders, phrase.GrammaticalNumber) = Agreement.Of(document, phrase);
    }

    /// <summary>What is tagged as a name around the head, where no entity was found.</summary>
    static void FindName(Document document, ref Phrase phrase)
    {
        (phrase.NameFirst, phrase.NameEnd) = (phrase.Head, phrase.Head + 1);
        while (phrase.NameFirst > phrase.First && document.Upos[phrase.NameFirst - 1] == Upos.Propn)
            phrase.NameFirst--;
        while (phrase.NameEnd < phrase.End && document.Upos[phrase.NameEnd] == Upos.Propn)
            phrase.NameEnd++;
    }

    static PhraseKind KindOf(Document document, in Phrase phrase, int entity)
    {
        if (entity >= 0 || document.Upos[phrase.Head] == Upos.Propn)
            return PhraseKind.Name;
        var form = document.Form(phrase.First);
        if (form.Equals("the", StringComparison.OrdinalIgnoreCase))
            return PhraseKind.Definite;
        if (document.Upos[phrase.First] == Upos.Det || document.Upos[phrase.First] == Upos.Pron)
        {
            if (Pronouns.Of(form) is Person.This or Person.These)
                return PhraseKind.Demonstrative;
            if (Pronouns.Of(form) != Person.None)
                return PhraseKind.Possessive;
            return PhraseKind.Indefinite;
        }
        for (var token = phrase.First; token < phrase.Head; token++)
        {
            if (document.Deprels[token] == Deprel.NmodPoss && document.Heads[token] == phrase.Head)
                return PhraseKind.Possessive;
        }
        return PhraseKind.Bare;
    }

    /// <summary>A word in lower case; numbers keep their digits.</summary>
    public static uint Key(Document document, WordColumns columns, int token) =>
        document.Form(token) is [var c, ..] && char.IsAsciiDigit(c) ? columns.Form[token] : columns.Lower[token];

    static uint TextOf(Document document, WordColumns columns, int first, int end)
    {
        var hash = 521u;
        for (var token = first; token < end; token++)
        {
            if (document.Xpos(token) is not "POS" && (document.Upos[token] != Upos.Det || end - first == 1))
                hash = FeatureHash.Of(522, hash, Key(document, columns, token));
        }
        return hash;
    }

    /// <summary>"Northern Border Force" as "NBF" would be hashed; 0 for a single word.</summary>
    static uint InitialsOf(Document document, int first, int end)
    {
        Span<char> initials = stackalloc char[16];
        var length = 0;
        for (var token = first; token < end && length < initials.Length; token++)
        {
            if (document.Form(token) is [var c, ..] && char.IsUpper(c))
                initials[length++] = char.ToLowerInvariant(c);
        }
        return length < 2 ? 0 : FeatureHash.OfText(initials[..length]);
    }
}
