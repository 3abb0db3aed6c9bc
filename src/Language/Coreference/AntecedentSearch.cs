using System.Runtime.InteropServices;

namespace Tocsin.Language;

/// <summary>How the words of a phrase are those of an earlier one.</summary>
enum Likeness : byte
{
    None,
    Exact,

    /// <summary>One is the other's capitals.</summary>
    Initials,

    /// <summary>The same word at heart, and nothing else that the earlier one has not.</summary>
    Within,

    /// <summary>The same word at heart, and more than the earlier one has.</summary>
    Wider,

    /// <summary>The same word at heart, and each has words that the other has not.</summary>
    Other,

    /// <summary>A given name for a full one, and the like.</summary>
    Part,
}

/// <summary>An earlier phrase that may be what a phrase speaks of.</summary>
/// <param name="Persons">Persons who are nearer.</param>
/// <param name="Leads">The first of its sentence that may be a person.</param>
readonly record struct Antecedent(int Phrase, Likeness Likeness, int Persons = 0, bool Leads = false);

/// <summary>
/// Keeps the chains of a text as they grow, and finds for each phrase the earlier ones that it may go back to: those
/// near it, and by an index of words those farther away that are called alike.
/// </summary>
/// <remarks>How far it looks is bounded, so time grows with the text and not with its square.</remarks>
sealed class AntecedentSearch
{
    const int PhrasesBack = 40;
    const int SentencesBack = 7;
    const int SentencesForward = 2;
    const int NearDescriptions = 20;
    const int FarAlike = 8;

    /// <summary>Words of a phrase that are compared at most.</summary>
    const int WordsCompared = 12;

    readonly PhraseFinder finder = new();
    readonly List<Antecedent> found = [];
    readonly List<Chain> chains = [];
    readonly List<int> chainOf = [];
    readonly List<(int Phrase, int Before)> alike = [];
    readonly Dictionary<uint, int> lastAlike = [];
    WordColumns columns = null!;
    Document document = null!;

    /// <summary>What is known of the one who is spoken of.</summary>
    public struct Chain
    {
        public Genders Genders;
        public int Count;

        /// <summary>The last phrase of the chain.</summary>
        public int Last;

        /// <summary>The last pronoun by whom it asks for (he for she), none before there is one.</summary>
        public Person Person;

        /// <summary>A person's name of two words or more, 0 before there is one.</summary>
        public uint FullName;

        public bool Named;
    }

    public ReadOnlySpan<Phrase> Phrases => finder.Phrases;

    public Document Document => document;

    public WordColumns Columns => columns;

    /// <summary>Takes a text; no phrase has a chain yet.</summary>
    public void Begin(Document text, WordColumns words)
    {
        (document, columns) = (text, words);
        finder.Find(text, words);
        chains.Clear();
        chainOf.Clear();
        alike.Clear();
        lastAlike.Clear();
    }

    public int ChainOf(int phrase) => chainOf[phrase];

    public ref readonly Chain Of(int phrase) => ref CollectionsMarshal.AsSpan(chains)[chainOf[phrase]];

    public int Count(int phrase) => chains[chainOf[phrase]].Count;

    /// <summary>Candidates of a phrase, those near it first; all phrases before it must have been linked.</summary>
    public ReadOnlySpan<Antecedent> Candidates(int index)
    {
        found.Clear();
        ref readonly var phrase = ref Phrases[index];
        var nearest = Math.Max(0, index - PhrasesBack);
        var describes = phrase.Kind is PhraseKind.Definite or PhraseKind.Demonstrative or PhraseKind.Possessive;
        for (var before = index - 1; before >= nearest; before--)
        {
            ref readonly var other = ref Phrases[before];
            if (other.End > phrase.First || !Agree(phrase, other, before))
                continue;
            if (phrase.Kind == PhraseKind.Pronoun)
            {
                if (phrase.Sentence - other.Sentence > SentencesBack && phrase.Person is not (Person.I or Person.We or Person.You))
                    break;
                found.Add(new Antecedent(before, Likeness.None));
            }
            else if (LikenessOf(phrase, other) is var likeness
                && (likeness != Likeness.None || IsForward(phrase, other, before) || (describes && index - before <= NearDescriptions && MayDescribe(phrase, other))))
            {
                found.Add(new Antecedent(before, likeness));
            }
        }
        if (phrase.Kind == PhraseKind.Pronoun)
            RankPersons();
        if (phrase.Kind != PhraseKind.Pronoun)
            AddFar(phrase, phrase.Word, nearest);
        if (phrase.Initials != 0)
            AddFar(phrase, phrase.Initials, nearest);
        return CollectionsMarshal.AsSpan(found);
    }

    /// <summary>He and she are somebody: where a person came before, they go back to one.</summary>
    public bool MustLink(in Phrase phrase) =>
        phrase.Person is Person.He or Person.She && found.Exists(candidate => candidate.Leads);

    void RankPersons()
    {
        var persons = 0;
        var candidates = CollectionsMarshal.AsSpan(found);
        var lead = -1;
        for (var i = 0; i < candidates.Length; i++)
        {
            var index = candidates[i].Phrase;
            candidates[i] = candidates[i] with { Persons = persons };
            ref readonly var chain = ref Of(index);
            if ((chain.Genders & Genders.Thing) != Genders.None)
                continue;
            if (chain.Last == index)
                persons++;
            if (lead >= 0 && Phrases[candidates[lead].Phrase].Sentence == Phrases[index].Sentence)
                candidates[lead] = candidates[lead] with { Leads = false };
            candidates[i] = candidates[i] with { Leads = true };
            lead = i;
        }
    }

    /// <summary>Puts a phrase into the chain of an earlier one, or, with −1, into one of its own.</summary>
    public void Link(int index, int antecedent)
    {
        ref readonly var phrase = ref Phrases[index];
        if (antecedent < 0)
        {
            chainOf.Add(chains.Count);
            chains.Add(new Chain { Genders = phrase.Genders });
        }
        else
        {
            chainOf.Add(chainOf[antecedent]);
        }
        ref var chain = ref CollectionsMarshal.AsSpan(chains)[chainOf[index]];
        chain.Count++;
        chain.Last = index;
        chain.Named |= phrase.Kind == PhraseKind.Name;
        if (phrase.Person != Person.None)
            chain.Person = phrase.Person == Person.She ? Person.He : phrase.Person;
        if ((chain.Genders & phrase.Genders) != Genders.None)
            chain.Genders &= phrase.Genders;
        if (phrase.Type == (byte)EntityType.Per && phrase.NameEnd - phrase.NameFirst > 1)
            chain.FullName = phrase.Text;
        if (phrase.Kind == PhraseKind.Pronoun)
            return;
        Remember(phrase.Word, index);
        if (phrase.Initials != 0)
            Remember(phrase.Initials, index);
        if (phrase.Type == (byte)EntityType.Per && phrase.NameEnd - phrase.NameFirst > 1)
            Remember(PhraseFinder.Key(document, columns, phrase.NameFirst), index);
    }

    void Remember(uint word, int index)
    {
        ref var last = ref CollectionsMarshal.GetValueRefOrAddDefault(lastAlike, word, out var exists);
        alike.Add((index, exists ? last : -1));
        last = alike.Count - 1;
    }

    void AddFar(in Phrase phrase, uint word, int nearest)
    {
        if (!lastAlike.TryGetValue(word, out var at))
            return;
        for (var steps = 0; at >= 0 && steps < FarAlike; at = alike[at].Before)
        {
            var before = alike[at].Phrase;
            if (before >= nearest)
                continue;
            steps++;
            ref readonly var other = ref Phrases[before];
            if (Agree(phrase, other, before) && LikenessOf(phrase, other) is var likeness and not Likeness.None)
                found.Add(new Antecedent(before, likeness));
        }
    }

    bool Agree(in Phrase phrase, in Phrase other, int before)
    {
        ref readonly var chain = ref Of(before);
        if ((phrase.Genders & chain.Genders & other.Genders) == Genders.None)
            return false;
        if (phrase.Type == (byte)EntityType.Per && chain.FullName != 0 && chain.FullName != phrase.Text
            && phrase.NameEnd - phrase.NameFirst > 1 && phrase.Word != other.Word)
        {
            return false;
        }
        if (phrase.Kind != PhraseKind.Pronoun)
            return true;
        // A noun that is not known to be a person's is not he or she, nor is a body or place without a given name.
        if (phrase.Person is Person.He or Person.She && other.Kind != PhraseKind.Pronoun && chain.Genders == Genders.Any
            && (other.Type is (byte)EntityType.Org or (byte)EntityType.Loc || (other.Kind != PhraseKind.Name && !MayBePerson(other))))
        {
            return false;
        }
        return (phrase.GrammaticalNumber & other.GrammaticalNumber) != GrammaticalNumber.None && !IsOwnSubject(phrase, other);
    }

    /// <summary>A word that ends as words for persons do.</summary>
    bool MayBePerson(in Phrase phrase)
    {
        ReadOnlySpan<char> lemma = document.Lemma(phrase.Head);
        return lemma.EndsWith("er", StringComparison.Ordinal) || lemma.EndsWith("or", StringComparison.Ordinal)
            || lemma.EndsWith("ist", StringComparison.Ordinal) || lemma.EndsWith("ian", StringComparison.Ordinal)
            || lemma.EndsWith("ant", StringComparison.Ordinal) || lemma.EndsWith("one", StringComparison.Ordinal)
            || lemma.EndsWith("man", StringComparison.Ordinal) || lemma.EndsWith("body", StringComparison.Ordinal);
    }

    /// <summary>"Kurti met him": the object of a verb is not its subject, unless it is reflexive.</summary>
    bool IsOwnSubject(in Phrase phrase, in Phrase other) =>
        phrase.Governor >= 0 && phrase.Governor == other.Governor && phrase.Role is not (Deprel.NmodPoss or Deprel.Conj)
        && !phrase.IsSubject && !Pronouns.IsReflexive(document.Form(phrase.Head));

    /// <summary>"When she came, Marek …": a pronoun that no name came before.</summary>
    bool IsForward(in Phrase phrase, in Phrase other, int before) =>
        phrase.Kind == PhraseKind.Name && other.Kind == PhraseKind.Pronoun && !Of(before).Named
        && (other.Person is Person.He or Person.She
            ? phrase.Sentence - other.Sentence <= SentencesForward && Of(before).Last == before
            : other.Person is Person.It or Person.They && other.Sentence == phrase.Sentence);

    static bool MayDescribe(in Phrase phrase, in Phrase other) =>
        (phrase.GrammaticalNumber & other.GrammaticalNumber) != GrammaticalNumber.None && other.Person is not (Person.I or Person.You or Person.We);

    Likeness LikenessOf(in Phrase phrase, in Phrase other)
    {
        if (other.Kind == PhraseKind.Pronoun)
            return Likeness.None;
        if (phrase.Text == other.Text && phrase.Kind == PhraseKind.Several == (other.Kind == PhraseKind.Several))
            return Likeness.Exact;
        if ((phrase.Initials != 0 && phrase.Initials == other.Word) || (other.Initials != 0 && other.Initials == phrase.Word))
            return Likeness.Initials;
        if (phrase.Word == other.Word)
        {
            return Holds(other, phrase) ? Likeness.Within : Holds(phrase, other) ? Likeness.Wider : Likeness.Other;
        }
        return phrase.Type == (byte)EntityType.Per && other.Type == (byte)EntityType.Per
            && (Holds(other, phrase) || Holds(phrase, other)) ? Likeness.Part : Likeness.None;
    }

    /// <summary>True where all words of meaning of the second phrase stand in the first.</summary>
    bool Holds(in Phrase whole, in Phrase part)
    {
        var (partFirst, partEnd) = WordsOf(part);
        var (wholeFirst, wholeEnd) = WordsOf(whole);
        for (var i = partFirst; i < partEnd; i++)
        {
            if (document.Upos[i] is not (Upos.Noun or Upos.Propn or Upos.Adj or Upos.Num or Upos.Verb))
                continue;
            var held = false;
            for (var j = wholeFirst; j < wholeEnd && !held; j++)
                held = columns.Form[i] == columns.Form[j] || columns.Lower[i] == columns.Lower[j];
            if (!held)
                return false;
        }
        return true;
    }

    static (int First, int End) WordsOf(in Phrase phrase) => phrase.NameEnd > phrase.NameFirst
        ? (phrase.NameFirst, Math.Min(phrase.NameEnd, phrase.NameFirst + WordsCompared))
        : (phrase.First, Math.Min(phrase.End, phrase.First + WordsCompared));
}
