using System.Collections.Frozen;
using System.Globalization;
using Tocsin.Language;

namespace Tocsin.Coding;

/// <summary>
/// A number in the text: the token after its last, its value, and whether it is a rough one ("dozens").
/// </summary>
readonly record struct Number(int End, double Value, bool Approximate);

/// <summary>
/// Reads numbers from tokens: digits, words, and both ("1,200", "two hundred and fifty", "3.5 million").
/// </summary>
static class Numbers
{
    const double Most = 1e15;

    static readonly FrozenDictionary<string, double>.AlternateLookup<ReadOnlySpan<char>> Small = Words(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        + "seventeen eighteen nineteen", static i => i);

    static readonly FrozenDictionary<string, double>.AlternateLookup<ReadOnlySpan<char>> Tens = Words(
        "twenty thirty forty fifty sixty seventy eighty ninety", static i => 20 + (10 * i));

    static readonly FrozenDictionary<string, double>.AlternateLookup<ReadOnlySpan<char>> Ordinals = Words(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth "
        + "seventeenth eighteenth nineteenth twentieth", static i => i + 1);

    /// <summary>Every word that a number may begin with, apart from articles.</summary>
    public static IEnumerable<string> Openers =>
        [.. Small.Dictionary.Keys, .. Tens.Dictionary.Keys, .. Ordinals.Dictionary.Keys, "dozens", "scores", "hundreds", "thousands", "millions", "billions"];

    /// <summary>
    /// The number that begins at a token; null where none does. Never goes beyond <paramref name="end"/>.
    /// </summary>
    public static Number? Read(Document document, int first, int end)
    {
        if (first >= end)
            return null;
        var total = 0.0;
        var group = 0.0;
        var any = false;
        var at = first;
        while (at < end)
        {
            var word = document.Form(at);
            if (any && at + 1 < end && word.Equals("and", StringComparison.OrdinalIgnoreCase) && group >= 100
                && Plain(document.Form(at + 1)) is < 100)
            {
                at++;
                continue;
            }
            if (any && word.SequenceEqual("-") && at + 1 < end && group % 10 == 0 && group >= 20
                && Plain(document.Form(at + 1)) is > 0 and < 10)
            {
                at++;
                continue;
            }
            if (Scale(word) is { } scale && (any || IsArticle(document, first)))
            {
                if (!any && at != first + 1)
                    break;
                group = any ? group : 1;
                (total, group) = scale == 100 ? (total, group * 100) : (total + (group * scale), 0);
            }
            else if (Plain(word) is { } value && (!any || (group > 0 ? value < group && group % 10 == 0 : total > 0)))
            {
                group += value;
            }
            else if (at > first || !IsArticle(document, at))
            {
                break;
            }
            else
            {
                at++; // "a hundred": the article counts only with what follows
                continue;
            }
            any = true;
            at++;
            if (total + group > Most)
                return null;
        }
        if (any)
            return new Number(at, total + group, Approximate: false);
        return at == first && Rough(document.Form(first)) is { } rough ? new Number(first + 1, rough, true) : null;
    }

    /// <summary>"First" is 1, "21st" is 21; 0 for no ordinal.</summary>
    public static int Ordinal(ReadOnlySpan<char> word)
    {
        if (Ordinals.TryGetValue(word, out var value))
            return (int)value;
        if (word.Length is < 3 or > 4 || !char.IsAsciiDigit(word[0]))
            return 0;
        var suffix = word[^2..];
        return (suffix.Equals("st", StringComparison.OrdinalIgnoreCase)
            || suffix.Equals("nd", StringComparison.OrdinalIgnoreCase)
            || suffix.Equals("rd", StringComparison.OrdinalIgnoreCase)
            || suffix.Equals("th", StringComparison.OrdinalIgnoreCase))
            && int.TryParse(word[..^2], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
    }

    /// <summary>The value of one word or figure, null for another word.</summary>
    public static double? Plain(ReadOnlySpan<char> word)
    {
        if (word.IsEmpty)
            return null;
        if (char.IsAsciiDigit(word[0]))
        {
            return double.TryParse(word, NumberStyles.AllowThousands | NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture, out var figure) && figure <= Most ? figure : null;
        }
        if (Small.TryGetValue(word, out var small) || Tens.TryGetValue(word, out small))
            return small;
        var hyphen = word.IndexOf('-');
        return hyphen > 0 && Tens.TryGetValue(word[..hyphen], out var tens)
            && Small.TryGetValue(word[(hyphen + 1)..], out var ones)
            && ones is > 0 and < 10 ? tens + ones : null;
    }

    static double? Scale(ReadOnlySpan<char> word) => word switch
    {
        _ when Is(word, "hundred") => 100,
        _ when Is(word, "dozen") => 12,
        _ when Is(word, "thousand") => 1e3,
        _ when Is(word, "million") || Is(word, "mn") => 1e6,
        _ when Is(word, "billion") || Is(word, "bn") => 1e9,
        _ when Is(word, "trillion") => 1e12,
        _ => null,
    };

    /// <summary>The least that the plural can mean: two of them.</summary>
    static double? Rough(ReadOnlySpan<char> word) => word switch
    {
        _ when Is(word, "dozens") => 24,
        _ when Is(word, "scores") => 40,
        _ when Is(word, "hundreds") => 200,
        _ when Is(word, "thousands") => 2e3,
        _ when Is(word, "millions") => 2e6,
        _ when Is(word, "billions") => 2e9,
        _ => null,
    };

    static bool IsArticle(Document document, int token) =>
        document.Form(token) is var word && (Is(word, "a") || Is(word, "an"));

    static bool Is(ReadOnlySpan<char> word, string other) => word.Equals(other, StringComparison.OrdinalIgnoreCase);

    static FrozenDictionary<string, double>.AlternateLookup<ReadOnlySpan<char>> Words(string words,
        Func<int, double> value)
    {
        var table = new Dictionary<string, double>(StringComparer.OrdinalIgnoreCase);
        foreach (var word in words.Split(' '))
            table.Add(word, value(table.Count));
        return table.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
    }
}
