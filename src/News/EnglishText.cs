using System.Collections.Frozen;

namespace Tocsin.News;

/// <summary>
/// Tells English from other languages by script and by its commonest function words, so that a story in a language that
/// is not coded is never read as if it were English. It names no other language.
/// </summary>
public static class EnglishText
{
    /// <summary>Words read at most: enough to be sure, and a long text costs no more than a short one.</summary>
    const int WordsRead = 400;

    /// <summary>Under this many words a text in Latin script counts as English: headlines hold few function words.</summary>
    const int WordsNeeded = 25;

    /// <summary>
    /// Running English news has 40–50 % of these; a military communiqué of places and figures has a fifth. Spellings that
    /// German, Dutch, French or Serbian share ("in", "a", "on", "an", "so", "do") are not among them.
    /// </summary>
    const double ShareNeeded = 0.14;

    static readonly FrozenSet<string> FunctionWords = new[]
    {
        "the", "of", "and", "to", "that", "for", "with", "is", "was", "were", "are", "have", "has", "had", "by", "at",
        "from", "it", "its", "he", "she", "they", "his", "her", "their", "which", "who", "this", "be", "been", "not",
        "but", "as", "would", "will", "could", "said", "says", "after", "before", "when", "there", "about", "more",
        "against", "near", "into", "during", "between", "through", "while", "where", "what", "how", "than", "then", "them",
        "these", "those", "such", "other", "many", "some", "any", "also", "only", "two", "three", "four", "five", "six",
        "seven", "first", "last", "our", "we", "you", "your", "if", "because", "since", "should", "can", "may", "must",
        "does", "did", "being", "both", "each", "most", "him", "out", "up", "off", "down", "people", "years", "according",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public static bool Is(ReadOnlySpan<char> text)
    {
        var lookup = FunctionWords.GetAlternateLookup<ReadOnlySpan<char>>();
        int words = 0, function = 0, latin = 0, other = 0, start = -1;
        for (var i = 0; i <= text.Length && words < WordsRead; i++)
        {
            if (i < text.Length && char.IsLetter(text[i]))
            {
                if (start < 0)
                    start = i;
                if (text[i] < '\u0250')
                    latin++;
                else
                    other++;
            }
            else if (start >= 0)
            {
                words++;
                if (lookup.Contains(text[start..i]))
                    function++;
                start = -1;
            }
        }
        if (other > latin)
            return false;
        return words < WordsNeeded || function >= words * ShareNeeded;
    }
}
