namespace Tocsin.Language;

/// <summary>How a phrase speaks of its thing.</summary>
enum PhraseKind : byte
{
    Pronoun,
    Name,
    Definite,
    Demonstrative,
    Possessive,
    Indefinite,
    Bare,

    /// <summary>"Serbia and Kosovo": two things or more, joined.</summary>
    Several,
}

/// <summary>Genders that a phrase may have; things have the third.</summary>
[Flags]
enum Genders : byte
{
    None,
    Male = 1,
    Female = 2,
    Thing = 4,
    Human = Male | Female,
    Any = Human | Thing,
}

/// <summary>Grammatical numbers that a phrase may have: a body may be "it" or "they".</summary>
[Flags]
enum GrammaticalNumber : byte
{
    None,
    One = 1,
    Many = 2,
    Any = One | Many,
}

/// <summary>A noun phrase or pronoun that may belong to a chain; tokens half-open, indexes over the whole text.</summary>
struct Phrase
{
    /// <summary><see cref="Type"/> of what is no name.</summary>
    public const byte NoType = 4;

    public int First, End, Head, Sentence;

    /// <summary>The token that the head hangs under, −1 at a root.</summary>
    public int Governor;

    /// <summary>Name within the phrase; First = End where there is none.</summary>
    public int NameFirst, NameEnd;

    /// <summary>The word that says what it is: a person's last name, else the head.</summary>
    public uint Word;

    /// <summary>All words but articles and a possessive ending.</summary>
    public uint Text;

    /// <summary>The capitals of a name of several words, 0 for none.</summary>
    public uint Initials;

    public uint Coarse, Fine;
    public PhraseKind Kind;
    public Person Person;
    public Genders Genders;
    public GrammaticalNumber GrammaticalNumber;
    public Deprel Role;
    public byte Type;
    public bool Quoted, Modified;

    public readonly bool IsSubject => Role is Deprel.Nsubj or Deprel.NsubjPass or Deprel.NsubjOuter;

    /// <summary>Pronouns by whom they ask for (he and she alike), names by what they name, the rest by their article.</summary>
    public readonly uint Class => Kind switch
    {
        PhraseKind.Pronoun => (uint)(Person == Person.She ? Person.He : Person),
        PhraseKind.Name => 16u + Type,
        _ => 24u + (uint)Kind,
    };
}
