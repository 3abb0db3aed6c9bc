namespace Tocsin.Language;

/// <summary>Number and gender that a pronoun or title asks for.</summary>
enum Person : byte
{
    None,
    He,
    She,
    They,
    It,
}

/// <summary>Third-person pronouns of English, and titles that tell a gender.</summary>
static class Pronouns
{
    public static Person Of(ReadOnlySpan<char> form) => form.Length > 10 ? Person.None : Lower(form, stackalloc char[form.Length]) switch
    {
        "he" or "him" or "his" or "himself" => Person.He,
        "she" or "her" or "hers" or "herself" => Person.She,
        "they" or "them" or "their" or "theirs" or "themselves" => Person.They,
        "it" or "its" or "itself" => Person.It,
        _ => Person.None,
    };

    public static bool IsReflexive(ReadOnlySpan<char> form) => form.EndsWith("self", StringComparison.OrdinalIgnoreCase)
        || form.EndsWith("selves", StringComparison.OrdinalIgnoreCase);

    public static Person OfTitle(ReadOnlySpan<char> form) => form switch
    {
        "Mr." or "Mr" or "Sir" or "King" or "Prince" or "Lord" or "Pope" or "Father" => Person.He,
        "Mrs." or "Mrs" or "Ms." or "Ms" or "Miss" or "Queen" or "Princess" or "Lady" or "Dame" or "Sister" => Person.She,
        _ => Person.None,
    };

    static ReadOnlySpan<char> Lower(ReadOnlySpan<char> form, Span<char> lower)
    {
        form.ToLowerInvariant(lower);
        return lower;
    }
}
