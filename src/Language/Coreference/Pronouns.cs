namespace Tocsin.Language;

/// <summary>Whom a pronoun asks for: person, number and gender in one.</summary>
enum Person : byte
{
    None,
    I,
    You,
    We,
    He,
    She,
    It,
    They,
    This,
    These,
}

/// <summary>Pronouns of English, and titles that tell a gender.</summary>
static class Pronouns
{
    const int LongestPronoun = 10;

    public static Person Of(ReadOnlySpan<char> form) =>
        form.Length > LongestPronoun ? Person.None : Lower(form, stackalloc char[form.Length]) switch
        {
            "i" or "me" or "my" or "mine" or "myself" => Person.I,
            "you" or "your" or "yours" or "yourself" or "yourselves" => Person.You,
            "we" or "us" or "our" or "ours" or "ourselves" => Person.We,
            "he" or "him" or "his" or "himself" => Person.He,
            "she" or "her" or "hers" or "herself" => Person.She,
            "it" or "its" or "itself" => Person.It,
            "they" or "them" or "their" or "theirs" or "themselves" or "themself" => Person.They,
            "this" or "that" => Person.This,
            "these" or "those" => Person.These,
            _ => Person.None,
        };

    public static bool IsReflexive(ReadOnlySpan<char> form) => form.EndsWith("self", StringComparison.OrdinalIgnoreCase)
        || form.EndsWith("selves", StringComparison.OrdinalIgnoreCase);

    public static Genders OfTitle(ReadOnlySpan<char> form) => form switch
    {
        "Mr." or "Mr" or "Sir" or "King" or "Prince" or "Lord" or "Pope" or "Father" or "Emperor" or "Duke" => Genders.Male,
        "Mrs." or "Mrs" or "Ms." or "Ms" or "Miss" or "Queen" or "Princess" or "Lady" or "Dame" or "Sister" or "Empress"
            or "Duchess" => Genders.Female,
        _ => Genders.Any,
    };

    static ReadOnlySpan<char> Lower(ReadOnlySpan<char> form, Span<char> lower)
    {
        form.ToLowerInvariant(lower);
        return lower;
    }
}
