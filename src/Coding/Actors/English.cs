namespace Tocsin.Coding;

/// <summary>English word forms made by rule, for the words of the data files.</summary>
static class English
{
    /// <summary>
    /// Plural of a noun or of a phrase's head: the word before "of", "to" or "for", else the last word.
    /// </summary>
    public static string Plural(string phrase)
    {
        var words = phrase.Split(' ');
        var head = Array.FindIndex(words, word => word is "of" or "to" or "for" or "in") - 1;
        if (head < 0)
            head = words.Length - 1;
        words[head] = PluralWord(words[head]);
        return string.Join(' ', words);
    }

    static string PluralWord(string word)
    {
        if (word.Length > 1 && word[^1] is 's' or 'x' || word.EndsWith("ch", StringComparison.Ordinal)
            || word.EndsWith("sh", StringComparison.Ordinal))
            return word + "es";
        return word.Length > 1 && word[^1] == 'y' && !"aeiou".Contains(word[^2], StringComparison.Ordinal)
            ? word[..^1] + "ies"
            : word + "s";
    }
}
