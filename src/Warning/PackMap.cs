using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Tocsin.Warning;

/// <summary>
/// A mapping of a pack with the keys that may stand in it. Whatever is wrong becomes a fault with its line, and
/// reading goes on, so that one look shows all faults.
/// </summary>
sealed class PackMap
{
    readonly YamlMappingNode map;

    readonly string what;

    /// <param name="what">What the mapping is, for messages: "step".</param>
    public PackMap(PackFile file, YamlMappingNode map, string what, IReadOnlyCollection<string> keys)
    {
        File = file;
        this.map = map;
        this.what = what;
        foreach (var (key, _) in map.Children)
        {
            if (key is not YamlScalarNode { Value: { } name })
                file.Fault(key, $"{Article} {what} has a key that is not a word");
            else if (!keys.Contains(name))
                file.Fault(key, $"unknown key '{name}' in {Article} {what}{NearestWord.Hint(name, keys)}");
        }
    }

    public PackFile File { get; }

    string Article => what[0] is 'a' or 'e' or 'i' or 'o' or 'u' ? "an" : "a";

    public int Line => PackFile.LineOf(map);

    public bool Has(string key) => Node(key) is not null;

    /// <summary>The line of a key's value, or of the mapping where the key is missing.</summary>
    public int LineOf(string key) => Node(key) is { } node ? PackFile.LineOf(node) : Line;

    public string Text(string key)
    {
        if (OptionalText(key) is { } text)
            return text;
        if (!Has(key))
            File.Fault(Line, $"{Article} {what} lacks '{key}'");
        return "";
    }

    /// <summary>Text with white space trimmed; null where missing, empty or null.</summary>
    public string? OptionalText(string key)
    {
        var node = Node(key);
        if (node is null)
            return null;
        if (node is not YamlScalarNode { Value: { } text })
            File.Fault(node, $"'{key}' must be text");
        else if (string.IsNullOrWhiteSpace(text))
            File.Fault(node, $"'{key}' is empty");
        else
            return text.Trim();
        return null;
    }

    public int Number(string key, int least, int most) => OptionalNumber(key, least, most) ?? Missing<int>(key);

    public int? OptionalNumber(string key, int least, int most)
    {
        if (OptionalText(key) is not { } text)
            return null;
        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            && least <= number && number <= most)
            return number;
        File.Fault(LineOf(key), $"'{key}' must be a whole number from {least} to {most}, not '{text}'");
        return null;
    }

    public double? OptionalDecimal(string key, double least, double most)
    {
        if (OptionalText(key) is not { } text)
            return null;
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && least <= number && number <= most)
            return number;
        File.Fault(LineOf(key), string.Create(
            CultureInfo.InvariantCulture, $"'{key}' must be a number from {least} to {most}, not '{text}'"));
        return null;
    }

    public bool Flag(string key)
    {
        var text = OptionalText(key);
        if (text is not (null or "true" or "false"))
            File.Fault(LineOf(key), $"'{key}' must be true or false, not '{text}'");
        return text == "true";
    }

    public DateOnly Date(string key) => OptionalDate(key) ?? Missing<DateOnly>(key);

    public DateOnly? OptionalDate(string key)
    {
        if (OptionalText(key) is not { } text)
            return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day;
        File.Fault(LineOf(key), $"'{text}' is no day of the calendar: '{key}' must be YYYY-MM-DD");
        return null;
    }

    /// <summary>One of a few words; <paramref name="fallback"/> with a fault where it is none of them.</summary>
    public T Choice<T>(string key, IReadOnlyDictionary<string, T> words, T fallback)
    {
        var text = Text(key);
        if (text.Length == 0)
            return fallback;
        if (words.TryGetValue(text, out var choice))
            return choice;
        File.Fault(LineOf(key), $"unknown {key} '{text}'{NearestWord.Hint(text, words.Keys)}");
        return fallback;
    }

    /// <summary>A list of words with their lines; a single word is a list of one.</summary>
    public List<PackWord> Words(string key)
    {
        var words = new List<PackWord>();
        var node = Node(key);
        if (node is null)
            return words;
        foreach (var item in node is YamlSequenceNode list ? list.Children : [node])
        {
            if (item is YamlScalarNode { Value: { } text } && !string.IsNullOrWhiteSpace(text))
                words.Add(new PackWord(text.Trim(), PackFile.LineOf(item)));
            else
                File.Fault(item, $"'{key}' must be a list of words");
        }
        return words;
    }

    public PackMap? Map(string key, string name, IReadOnlyCollection<string> keys)
    {
        var node = Node(key);
        if (node is YamlMappingNode found)
            return new PackMap(File, found, name, keys);
        if (node is not null)
            File.Fault(node, $"'{key}' must be a mapping of 'key: value' lines");
        return null;
    }

    /// <summary>A list of mappings; a single mapping is a list of one.</summary>
    public List<PackMap> Maps(string key, string name, IReadOnlyCollection<string> keys)
    {
        var maps = new List<PackMap>();
        var node = Node(key);
        if (node is null)
            return maps;
        foreach (var item in node is YamlSequenceNode list ? list.Children : [node])
        {
            if (item is YamlMappingNode found)
                maps.Add(new PackMap(File, found, name, keys));
            else
                File.Fault(item, $"each entry of '{key}' must be one {name}: 'key: value' lines");
        }
        return maps;
    }

    /// <summary>Faults unless the key is there with something in it.</summary>
    public void Demand(string key)
    {
        var node = Node(key);
        if (node is null)
            File.Fault(Line, $"{Article} {what} lacks '{key}'");
        else if (node is YamlSequenceNode { Children.Count: 0 } or YamlMappingNode { Children.Count: 0 })
            File.Fault(node, $"'{key}' is empty");
    }

    T Missing<T>(string key) where T : struct
    {
        if (!Has(key))
            File.Fault(Line, $"{Article} {what} lacks '{key}'");
        return default;
    }

    // A plain null counts as missing; a quoted one is text.
    YamlNode? Node(string key) =>
        map.Children.TryGetValue(new YamlScalarNode(key), out var node)
            && node is not YamlScalarNode { Style: ScalarStyle.Plain, Value: null or "" or "null" or "~" } ? node : null;
}

/// <summary>A word of a pack and the line it stands on.</summary>
readonly record struct PackWord(string Text, int Line);
