using Tocsin.Events;
using Tocsin.Language;

namespace Tocsin.Coding;

/// <summary>One thread's work space for finding actors: names by phrase, then noun phrases built around them.</summary>
sealed partial class ActorSearch
{
    readonly record struct Atom(int First, int End, ActorEntry Entry);

    static readonly Comparer<ActorMention> ByPlace =
        Comparer<ActorMention>.Create((one, other) => one.First.CompareTo(other.First));

    readonly List<(int End, ActorEntry Entry)> candidates = [];
    readonly List<Atom> atoms = [];
    readonly Dictionary<string, (ActorCode Code, string? Name)> families = new(StringComparer.Ordinal);
    readonly Dictionary<(string Head, string? Sector), (ActorCode Code, string? Name)> spoken = [];
    readonly PhraseBuild build = new();
    int[] wordOf = [];
    int[] atomOf = [];
    bool[] inPerson = [];
    ActorIndex index = null!;
    Document document = null!;
    DateOnly? day;
    List<ActorMention> found = null!;
    int firstFound;

    /// <summary>End of the last owner that was taken into the phrase before it.</summary>
    int takenUpTo;

    /// <summary>A country that shares the noun before it, and the noun's sector; −1 for none.</summary>
    int sharedAt = -1;
    string? sharedSector;

    /// <summary>The noun phrase that is being put together, from left to right.</summary>
    sealed class PhraseBuild
    {
        public int First = -1;
        public int End;
        public ActorEntry? Modifier;
        public ActorCode Country;
        public ActorEntry? Body;
        public ActorEntry? Sector;
        public ActorEntry? Word;
        public Person? Person;
        public string? PersonName;
        public string? Ethnic;
        public bool Former;

        public bool HasHead => Body is not null || Word is not null || Person is not null || PersonName is not null
            || Ethnic is not null;

        public void Clear()
        {
            (First, End, Country, Former) = (-1, 0, default, false);
            (Modifier, Body, Sector, Word, Person, PersonName, Ethnic) = (null, null, null, null, null, null, null);
        }
    }

    public void Find(ActorIndex actors, Document text, DateOnly? on, List<ActorMention> mentions)
    {
        (index, document, day, found, firstFound) = (actors, text, on, mentions, mentions.Count);
        (takenUpTo, sharedAt, sharedSector) = (0, -1, null);
        families.Clear();
        spoken.Clear();
        var count = text.TokenCount;
        if (wordOf.Length < count)
        {
            wordOf = new int[count * 2];
            atomOf = new int[count * 2];
            inPerson = new bool[count * 2];
        }
        for (var token = 0; token < count; token++)
        {
            wordOf[token] = actors.Phrases.WordOf(text.Form(token));
            inPerson[token] = false;
        }
        foreach (var entity in text.Entities)
        {
            if (entity.Type == EntityType.Per && entity.End - entity.First > 1)
                inPerson.AsSpan(entity.First, entity.End - entity.First).Fill(true);
        }
        for (var sentence = 0; sentence < text.SentenceCount; sentence++)
        {
            var (first, end) = text.Sentence(sentence);
            FindAtoms(first, end);
            FindPhrases(first, end);
        }
        AddUnknownNames();
        found.Sort(firstFound, found.Count - firstFound, ByPlace);
        (index, document, found) = (null!, null!, null!);
    }

    void FindPhrases(int first, int end)
    {
        for (var token = first; token < end;)
        {
            if (!IsInPhrase(token))
            {
                token++;
                continue;
            }
            var stop = token + 1;
            while (stop < end && IsInPhrase(stop))
                stop++;
            ReadPhrase(token, stop, end);
            token = Math.Max(stop, takenUpTo);
        }
    }

    bool IsInPhrase(int token)
    {
        if (atomOf[token] >= 0)
            return true;
        return document.Upos[token] switch
        {
            Upos.Adj or Upos.Noun or Upos.Propn or Upos.Num or Upos.X => true,
            Upos.Punct or Upos.Sym => document.Form(token) is "-" or "–",
            Upos.Verb => document.Deprels[token] == Deprel.Amod,
            _ => false,
        };
    }

    void ReadPhrase(int first, int end, int sentenceEnd)
    {
        build.Clear();
        var former = false;
        for (var token = first; token < end; token++)
        {
            if (atomOf[token] < 0)
            {
                var form = document.Form(token);
                former |= form.Equals("former", StringComparison.OrdinalIgnoreCase)
                    || form.Equals("ex", StringComparison.OrdinalIgnoreCase)
                    || form.Equals("ousted", StringComparison.OrdinalIgnoreCase)
                    || form.Equals("deposed", StringComparison.OrdinalIgnoreCase);
                if (document.Upos[token] == Upos.Propn && build.Word is not null && build.End == token
                    && build.Person is null)
                    token = TakeName(token, end) - 1;
                continue;
            }
            var atom = atoms[atomOf[token]];
            build.Former |= former;
            Take(atom, first, end, sentenceEnd);
            token = atom.End - 1;
        }
        Flush(sentenceEnd);
    }

    /// <summary>An unknown name after a title or kind: "spokeswoman Maria Zakharova".</summary>
    int TakeName(int first, int end)
    {
        var stop = first;
        while (stop < end && atomOf[stop] < 0 && document.Upos[stop] == Upos.Propn)
            stop++;
        if (build.Word!.Use is SectorUse.Title or SectorUse.Weak
            || (build.Word.Use == SectorUse.Noun && document.Upos[build.End - 1] == Upos.Noun))
        {
            build.PersonName = TextOf(first, stop);
            build.End = stop;
        }
        return stop;
    }

    void Take(Atom atom, int first, int end, int sentenceEnd)
    {
        var entry = atom.Entry;
        switch (entry.Kind)
        {
            case EntryKind.Country or EntryKind.Adjective or EntryKind.Seat or EntryKind.Capital:
                if (IsPeopleOf(atom))
                {
                    Extend(atom);
                    build.Ethnic = TagOf(atom);
                    return;
                }
                if (build.HasHead || (build.Modifier is not null && build.Country.Country != entry.Code.Country))
                    Flush(sentenceEnd);
                else if (build.Modifier is not null && entry.Kind is EntryKind.Country or EntryKind.Capital)
                    Flush(sentenceEnd);
                if (IsSetApart(atom, first, end))
                {
                    Add(atom.First, atom.End, entry.Code, entry.Name, ActorKind.Country);
                    return;
                }
                Extend(atom);
                (build.Modifier, build.Country) = (entry, CountryOf(entry.Code));
                break;
            case EntryKind.People:
                if (build.HasHead)
                    Flush(sentenceEnd);
                Extend(atom);
                build.Ethnic = entry.Ethnic;
                if (build.Modifier is null || build.Country == entry.Code)
                    build.Word = null;
                build.Body = null;
                break;
            case EntryKind.Body:
                if (build.Word is not null || build.Body is not null || build.Person is not null)
                    Flush(sentenceEnd);
                Extend(atom);
                build.Body = entry;
                break;
            case EntryKind.Person:
                if (build.Person is not null || build.PersonName is not null)
                    Flush(sentenceEnd);
                Extend(atom);
                build.Person = entry.Person;
                Flush(sentenceEnd);
                break;
            default:
                if (build.Person is not null || build.PersonName is not null)
                    Flush(sentenceEnd);
                Extend(atom);
                build.Word = entry;
                // "the opposition delegation": the opposition stays one, whatever it sends.
                if ((entry.Use != SectorUse.Weak || build.Sector is null) && build.Sector?.Sector != "OPP")
                    build.Sector = entry;
                break;
        }
    }

    /// <summary>"Albanian" right after "Kosovo": a people named within another country.</summary>
    bool IsPeopleOf(Atom atom) => atom.Entry.Kind == EntryKind.Adjective && build.Modifier is not null
        && build.Modifier.Kind is EntryKind.Country or EntryKind.Adjective && !build.HasHead
        && build.End == atom.First && build.Country.Country != atom.Entry.Code.Country;

    string TagOf(Atom atom)
    {
        var tag = Key(atom.First, atom.End).TrimEnd('s').Replace(' ', '-').ToUpperInvariant();
        return ActorCode.TryParse("XXX:ETH:" + tag, out _) ? tag : atom.Entry.Code.ToString();
    }

    void Extend(Atom atom)
    {
        if (build.First < 0)
            build.First = atom.First;
        build.End = atom.End;
    }

    /// <summary>"Russian" in "Russian-backed rebels" and "pro-Russian" does not say whose they are.</summary>
    bool IsSetApart(Atom atom, int first, int end)
    {
        if (atom.First - 2 >= first && document.Form(atom.First - 1) is "-" or "–"
            && (document.Form(atom.First - 2).Equals("pro", StringComparison.OrdinalIgnoreCase)
                || document.Form(atom.First - 2).Equals("anti", StringComparison.OrdinalIgnoreCase)
                || document.Form(atom.First - 2).Equals("non", StringComparison.OrdinalIgnoreCase)))
            return true;
        return atom.End + 1 < end && document.Form(atom.End) is "-" or "–"
            && document.Form(atom.End + 1) is var next
            && (next.EndsWith("ed", StringComparison.Ordinal) || next is "led" or "run" or "held" or "made" or "born"
                or "built" or "language" or "speaking" or "friendly" or "style" or "era");
    }
}
