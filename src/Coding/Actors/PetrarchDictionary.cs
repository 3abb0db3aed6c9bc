using System.Globalization;

namespace Tocsin.Coding;

/// <summary>A line of an imported dictionary that says who an actor is, in our terms.</summary>
/// <param name="Code">The actor's code; for an agent the sector.</param>
/// <param name="Names">The name and its synonyms.</param>
public sealed record PetrarchEntry(string Code, IReadOnlyList<string> Names, DateOnly? From, DateOnly? To, int Line);

/// <summary>
/// Reads actor and agent dictionaries of the PETRARCH family (TABARI, PETRARCH, PETRARCH-2): upper-case names with
/// underscores for spaces, a code in brackets, synonyms on lines with "+", dated codes on lines of their own, comments
/// after "#" and between XML comment marks; agents have a "~" in the code and their plural in braces.
/// </summary>
/// <remarks>
/// CAMEO's codes are chains of three letters (Schrodt 2012, chapter 3): the first is a country or a kind of body, the
/// others are roles. What our code has no word for (a religion, a region) is left away; a line of which nothing is left is
/// a fault. Dates are <c>YYYYMMDD</c> or <c>YYMMDD</c>, behind "&lt;" (until), "&gt;" (from) or with "-" between.
/// </remarks>
public static class PetrarchDictionary
{
    static readonly Dictionary<string, string> Countries = new(StringComparer.Ordinal)
    {
        ["KSV"] = "XKX",
        ["KOS"] = "XKX",
        ["UNK"] = "XKX",
        ["ROM"] = "ROU",
        ["ZAR"] = "COD",
        ["TMP"] = "TLS",
        ["PAL"] = "PSE",
        ["GME"] = "DEU",
        ["GER"] = "DEU",
    };

    /// <summary>Roles of CAMEO and what they are called here.</summary>
    static readonly Dictionary<string, string> Roles = new(StringComparer.Ordinal)
    {
        ["GOV"] = "GOV",
        ["MIL"] = "MIL",
        ["COP"] = "COP",
        ["SPY"] = "SPY",
        ["JUD"] = "JUD",
        ["LEG"] = "LEG",
        ["PTY"] = "PTY",
        ["OPP"] = "OPP",
        ["MOP"] = "OPP",
        ["REB"] = "REB",
        ["INS"] = "REB",
        ["SEP"] = "REB",
        ["UAF"] = "REB",
        ["PRM"] = "PAR",
        ["PAR"] = "PAR",
        ["CRM"] = "CRM",
        ["CVL"] = "CVL",
        ["ETH"] = "ETH",
        ["REF"] = "REF",
        ["MED"] = "MED",
        ["BUS"] = "BUS",
        ["MNC"] = "BUS",
        ["NGO"] = "NGO",
        ["REL"] = "REL",
        ["LAB"] = "LAB",
        ["EDU"] = "EDU",
        ["HLH"] = "HLH",
        ["AGR"] = "BUS",
        ["HRI"] = "NGO",
        ["ELI"] = "GOV",
        ["MUS"] = "REL",
        ["CHR"] = "REL",
        ["MOS"] = "REL",
        ["JEW"] = "REL",
        ["DIP"] = "GOV",
    };

    /// <summary>Reads a dictionary of actors.</summary>
    /// <param name="path">The file, to name it in a fault.</param>
    /// <param name="isCountry">Whether a three-letter code is a country's.</param>
    public static List<PetrarchEntry> Actors(string path, TextReader reader, Func<string, bool> isCountry, List<DataFault> faults)
    {
        var entries = new List<PetrarchEntry>();
        var names = new List<string>();
        var codes = new List<(string Text, int Line)>();
        foreach (var (text, line) in Lines(reader))
        {
            var isMore = text[0] is '+' or '*';
            var isDated = text[0] == '[';
            if (!isMore && !isDated)
                Close();
            var (name, listed) = Split(text.TrimStart('+', '*', ' '));
            if (name.Length > 0)
                names.Add(Name(name));
            codes.AddRange(listed.Select(code => (code, line)));
        }
        Close();
        return entries;

        void Close()
        {
            foreach (var (text, line) in codes)
            {
                var (code, from, to, reason) = Code(text, isCountry);
                if (names.Count == 0)
                    reason ??= "a code without a name";
                if (reason is null)
                    entries.Add(new PetrarchEntry(code!, [.. names.Distinct(StringComparer.OrdinalIgnoreCase)], from, to, line));
                else
                    faults.Add(new DataFault(path, line, $"'[{text}]' is left out: {reason}."));
            }
            names.Clear();
            codes.Clear();
        }
    }

    /// <summary>Reads a dictionary of agents: words for kinds of actors, with the sector as code.</summary>
    public static List<PetrarchEntry> Agents(string path, TextReader reader, List<DataFault> faults)
    {
        var entries = new List<PetrarchEntry>();
        var sets = new Dictionary<string, string[]>(StringComparer.Ordinal);
        foreach (var (text, line) in Lines(reader))
        {
            if (text[0] == '!' && text.IndexOf('=', StringComparison.Ordinal) is > 0 and var equals)
            {
                sets[text[..equals].Trim()] = text[(equals + 1)..].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
                continue;
            }
            var (name, codes) = Split(text);
            if (name.Length == 0 || codes.Count == 0)
            {
                faults.Add(new DataFault(path, line, "The line has no name or no code in brackets."));
                continue;
            }
            var roles = Triples(codes[0].Replace("~", "", StringComparison.Ordinal).Trim());
            var sector = roles.Select(role => Roles.GetValueOrDefault(role)).FirstOrDefault(role => role is not null);
            if (sector is null)
            {
                faults.Add(new DataFault(path, line, $"'[{codes[0]}]' is left out: no role of it has a sector here."));
                continue;
            }
            // A plural in braces is said; empty braces say that there is none.
            var brace = name.IndexOf('{', StringComparison.Ordinal);
            var close = name.IndexOf('}', StringComparison.Ordinal);
            var plural = brace >= 0 && close > brace ? name[(brace + 1)..close].Trim() : null;
            var singular = (brace < 0 ? name : name[..brace]).Trim();
            var words = Expand(singular, sets).Select(word => Word(word) + (plural is not null ? "=" : ""));
            if (plural is { Length: > 0 })
                words = words.Concat(Expand(plural, sets).Select(word => Word(word) + "="));
            entries.Add(new PetrarchEntry(sector, [.. words.Distinct(StringComparer.OrdinalIgnoreCase)], null, null, line));
        }
        return entries;
    }

    static IEnumerable<string> Expand(string name, Dictionary<string, string[]> sets)
    {
        foreach (var (mark, words) in sets)
        {
            if (name.Contains(mark, StringComparison.Ordinal))
                return words.SelectMany(word => Expand(name.Replace(mark, "_" + word + "_", StringComparison.Ordinal), sets));
        }
        return [name];
    }

    /// <summary>Lines with something on them, without comments; an XML comment may span lines.</summary>
    static IEnumerable<(string Text, int Line)> Lines(TextReader reader)
    {
        var inComment = false;
        for (var line = 1; reader.ReadLine() is { } text; line++)
        {
            while (true)
            {
                if (inComment)
                {
                    var end = text.IndexOf("-->", StringComparison.Ordinal);
                    text = end < 0 ? "" : text[(end + 3)..];
                    inComment = end < 0;
                }
                var start = inComment ? -1 : text.IndexOf("<!--", StringComparison.Ordinal);
                if (start < 0)
                    break;
                var close = text.IndexOf("-->", start, StringComparison.Ordinal);
                inComment = close < 0;
                text = inComment ? text[..start] : text[..start] + text[(close + 3)..];
                if (inComment)
                    break;
            }
            var comment = text.IndexOf('#', StringComparison.Ordinal);
            text = (comment < 0 ? text : text[..comment]).Trim();
            if (text.Length > 0 && text.Length < 2000)
                yield return (text, line);
        }
    }

    /// <summary>The name and the codes in brackets behind it.</summary>
    static (string Name, List<string> Codes) Split(string text)
    {
        var codes = new List<string>();
        var bracket = text.IndexOf('[', StringComparison.Ordinal);
        var name = (bracket < 0 ? text : text[..bracket]).Trim();
        while (bracket >= 0)
        {
            var close = text.IndexOf(']', bracket);
            if (close < 0)
                break;
            codes.Add(text[(bracket + 1)..close].Trim());
            bracket = text.IndexOf('[', close);
        }
        return (name, codes);
    }

    /// <summary>"PRESIDENT_GEORGE_W._BUSH" as it is written: "President George W. Bush".</summary>
    static string Name(string text)
    {
        var words = text.Replace('_', ' ').Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return string.Join(' ', words.Select(word => word.Length is > 1 and <= 3 && !word.Any(c => "AEIOUY".Contains(c, StringComparison.Ordinal))
            ? word : word[..1] + word[1..].ToLowerInvariant()));
    }

    static string Word(string text) =>
        string.Join(' ', text.Replace('_', ' ').Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToLowerInvariant();

    static (string? Code, DateOnly? From, DateOnly? To, string? Reason) Code(string text, Func<string, bool> isCountry)
    {
        var parts = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length == 0)
            return (null, null, null, "it is empty");
        DateOnly? from = null, to = null;
        if (parts.Length > 1)
        {
            var span = string.Concat(parts[1..]);
            if (!TryDates(span, out from, out to))
                return (null, null, null, $"'{span}' is no span of days");
        }
        var code = parts[0].ToUpperInvariant();
        var triples = Triples(code);
        if (triples.Count == 0)
            return (null, from, to, "it is no chain of three letters");
        var head = Countries.GetValueOrDefault(triples[0], triples[0]);
        if (head is "IGO" or "NGO" or "IMG" or "MNC" or "UAF" or "NGM" or "INT")
        {
            var kind = head switch
            {
                "NGM" => "NGO",
                "INT" => "IGO",
                var same => same,
            };
            var rest = string.Concat(triples.Skip(1));
            return rest.Length < 2 ? (null, from, to, "a body needs a code of its own") : ($"{kind}:{rest}", from, to, null);
        }
        if (!isCountry(head))
            return (null, from, to, $"'{triples[0]}' is no country's code");
        var role = triples.Skip(1).Select(one => Roles.GetValueOrDefault(one)).FirstOrDefault(one => one is not null);
        return (role is null ? head : $"{head}:{role}", from, to, null);
    }

    static List<string> Triples(string code)
    {
        var triples = new List<string>();
        if (code.Length % 3 == 0 && code.All(char.IsAsciiLetter))
        {
            for (var i = 0; i < code.Length; i += 3)
                triples.Add(code.Substring(i, 3).ToUpperInvariant());
        }
        return triples;
    }

    static bool TryDates(string span, out DateOnly? from, out DateOnly? to)
    {
        from = to = null;
        if (span[0] is '<')
            return TryDay(span[1..], out to);
        if (span[0] is '>')
            return TryDay(span[1..], out from);
        var dash = span.IndexOf('-', StringComparison.Ordinal);
        return dash > 0 ? TryDay(span[..dash], out from) && TryDay(span[(dash + 1)..], out to) && from <= to : TryDay(span, out from);
    }

    static bool TryDay(string text, out DateOnly? day)
    {
        day = null;
        if (!DateOnly.TryParseExact(text, text.Length == 6 ? "yyMMdd" : "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var read))
            return false;
        day = read;
        return true;
    }
}
