using System.Collections.Frozen;

namespace Tocsin.Language;

/// <summary>Which genders and numbers a phrase may have.</summary>
static class Agreement
{
    static readonly FrozenSet<string> Men = Words("""
        man boy father son brother husband king prince emperor uncle nephew grandfather grandson gentleman guy lord duke monk
        priest bishop pope imam actor waiter widower boyfriend groom sultan czar tsar dad congressman businessman spokesman
        chairman policeman fireman fisherman salesman statesman clergyman men boys fathers sons brothers husbands
        """);

    static readonly FrozenSet<string> Women = Words("""
        woman girl mother daughter sister wife queen princess empress aunt niece grandmother granddaughter lady nun actress
        waitress widow girlfriend bride mom mum congresswoman businesswoman spokeswoman chairwoman policewoman duchess
        heroine goddess women girls mothers daughters sisters wives
        """);

    static readonly FrozenSet<string> People = Words("""
        president minister premier chancellor ambassador diplomat envoy senator deputy lawmaker mayor governor official leader
        commander general colonel major captain lieutenant sergeant soldier officer fighter rebel militant journalist reporter
        lawyer judge prosecutor attorney doctor nurse teacher professor student scientist researcher author writer poet artist
        singer player coach spokesperson person child baby kid friend member citizen resident victim witness suspect refugee
        worker farmer driver pilot candidate voter activist protester director manager chief head founder secretary expert
        analyst economist historian philosopher politician bishop patriarch parent neighbour neighbor patient colleague
        partner cousin twin hero composer musician painter engineer inventor lecturer physician surgeon
        """);

    /// <summary>Bodies and groups named in the singular that may be "they".</summary>
    static readonly FrozenSet<string> Groups = Words("""
        government army force police team company group party committee council parliament crew staff family couple
        organisation organization union alliance coalition militia band army navy crowd public majority ministry agency
        commission delegation opposition side club firm bank university press media movement population
        """);

    static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> AreMen = Men.GetAlternateLookup<ReadOnlySpan<char>>();
    static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> AreWomen = Women.GetAlternateLookup<ReadOnlySpan<char>>();
    static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> ArePeople = People.GetAlternateLookup<ReadOnlySpan<char>>();
    static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> AreGroups = Groups.GetAlternateLookup<ReadOnlySpan<char>>();

    public static (Genders, GrammaticalNumber) Of(Person person) => person switch
    {
        Person.I => (Genders.Human, GrammaticalNumber.One),
        Person.You => (Genders.Human, GrammaticalNumber.Any),
        Person.We => (Genders.Any, GrammaticalNumber.Any),
        Person.He => (Genders.Male, GrammaticalNumber.One),
        Person.She => (Genders.Female, GrammaticalNumber.One),
        Person.It => (Genders.Thing, GrammaticalNumber.One),
        Person.They => (Genders.Any, GrammaticalNumber.Any),
        Person.This => (Genders.Thing, GrammaticalNumber.One),
        Person.These => (Genders.Any, GrammaticalNumber.Many),
        _ => throw new ArgumentOutOfRangeException(nameof(person), person, "Unknown person."),
    };

    public static (Genders, GrammaticalNumber) Of(Document document, in Phrase phrase)
    {
        var number = document.Xpos(phrase.Head) is "NNS" or "NNPS" ? GrammaticalNumber.Many : GrammaticalNumber.One;
        if (phrase.NameEnd > phrase.NameFirst)
        {
            return (EntityType)phrase.Type switch
            {
                EntityType.Per => (OfPerson(document, phrase), GrammaticalNumber.One),
                // A person's name may have been taken for that of a place or body: the ranker decides.
                EntityType.Org => (OfName(document, phrase), GrammaticalNumber.Any),
                EntityType.Loc => (OfName(document, phrase), number == GrammaticalNumber.Many ? GrammaticalNumber.Any : number),
                _ => (OfName(document, phrase), GrammaticalNumber.Any),
            };
        }
        return (OfNoun(document.Form(phrase.Head), document.Lemma(phrase.Head)), number | OfGroup(document.Lemma(phrase.Head)));
    }

    static GrammaticalNumber OfGroup(string lemma) => AreGroups.Contains(lemma) || ArePeople.Contains(lemma) ? GrammaticalNumber.Any : GrammaticalNumber.None;

    static Genders OfNoun(ReadOnlySpan<char> form, ReadOnlySpan<char> lemma)
    {
        if (AreMen.Contains(form) || AreMen.Contains(lemma))
            return Genders.Male;
        if (AreWomen.Contains(form) || AreWomen.Contains(lemma))
            return Genders.Female;
        return ArePeople.Contains(lemma) ? Genders.Human : Genders.Any;
    }

    /// <summary>A name that may be a person's is one where the given name is known.</summary>
    static Genders OfName(Document document, in Phrase phrase)
    {
        if (phrase.NameEnd == phrase.NameFirst + 1 && phrase.Initials == 0 && IsCapitals(document.Form(phrase.NameFirst)))
            return Genders.Thing;
        var gender = OfPerson(document, phrase);
        return gender is Genders.Human ? Genders.Any : gender;
    }

    static bool IsCapitals(ReadOnlySpan<char> form) => form.Length > 1 && !form.ContainsAnyInRange('a', 'z');

    /// <summary>By the title, else by what the person is called besides ("actress"), else by the given name.</summary>
    static Genders OfPerson(Document document, in Phrase phrase)
    {
        for (var token = Math.Max(0, Math.Min(phrase.First, phrase.NameFirst - 1)); token <= phrase.NameFirst; token++)
        {
            if (Pronouns.OfTitle(document.Form(token)) is var title and not Genders.Any)
                return title;
            if (token < phrase.NameFirst && document.Upos[token] == Upos.Noun && document.Deprels[token] != Deprel.NmodPoss
                && OfNoun(document.Form(token), document.Lemma(token)) is var called and (Genders.Male or Genders.Female))
            {
                return called;
            }
        }
        return GivenNames.Of(document.Form(phrase.NameFirst));
    }

    internal static FrozenSet<string> Words(string text) =>
        text.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
