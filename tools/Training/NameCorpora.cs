using Tocsin.Language;

namespace Tocsin.Training;

/// <summary>Reads the corpora of names, each with its own types and conventions, into the four types.</summary>
static class NameCorpora
{
    static readonly Dictionary<string, EntityType> Types = new(StringComparer.Ordinal)
    {
        ["PER"] = EntityType.Per,
        ["ORG"] = EntityType.Org,
        ["LOC"] = EntityType.Loc,
        ["MISC"] = EntityType.Misc,
        ["person"] = EntityType.Per,
        ["politician"] = EntityType.Per,
        ["writer"] = EntityType.Per,
        ["scientist"] = EntityType.Per,
        ["researcher"] = EntityType.Per,
        ["musicalartist"] = EntityType.Per,
        ["organisation"] = EntityType.Org,
        ["organization"] = EntityType.Org,
        ["politicalparty"] = EntityType.Org,
        ["university"] = EntityType.Org,
        ["band"] = EntityType.Org,
        ["corporation"] = EntityType.Org,
        ["group"] = EntityType.Org,
        ["location"] = EntityType.Loc,
        ["country"] = EntityType.Loc,
        ["place"] = EntityType.Loc,
        ["misc"] = EntityType.Misc,
        ["event"] = EntityType.Misc,
        ["election"] = EntityType.Misc,
        ["award"] = EntityType.Misc,
        ["product"] = EntityType.Misc,
        ["creative-work"] = EntityType.Misc,
        ["book"] = EntityType.Misc,
        ["album"] = EntityType.Misc,
        ["song"] = EntityType.Misc,
        ["poem"] = EntityType.Misc,
        ["magazine"] = EntityType.Misc,
        ["academicjournal"] = EntityType.Misc,
        ["conference"] = EntityType.Misc,
        ["programlang"] = EntityType.Misc,
        ["astronomicalobject"] = EntityType.Misc,
    };

    /// <summary>All that may train a shipped model, under one folder.</summary>
    public static List<NameCorpus> ToTrain(string corpora)
    {
        var all = new List<NameCorpus>
        {
            MarkedNames.Read(
                "EWT train, marked here", "CC BY-SA 4.0", Path.Combine(corpora, "UD_English-EWT", "en_ewt-ud-train.conllu"),
                MarkedNames.OfWebTreebank),
            GumNames.Read(Path.Combine(corpora, "UD_English-GUM-open", "en_gum_open-ud-train.conllu")),
            Columns("wikigold", "CC BY 4.0", Path.Combine(corpora, "wikigold", "wikigold.conll.txt"), ' ', marksMisc: true),
            Columns("WNUT17 train", "CC BY 4.0", Path.Combine(corpora, "WNUT17", "wnut17train.conll"), '\t', marksMisc: true),
            Columns("SEC filings train", "CC BY 3.0", Path.Combine(corpora, "SEC-filings", "data", "train", "FIN5.txt"), ' ', marksMisc: false),
        };
        // Section f is the corpus's own test part, and the second half of h its development part.
        foreach (var section in "abeg")
            all.Add(Columns($"BTC {section}", "CC BY 4.0", Path.Combine(corpora, "BTC", $"{section}.conll"), '\t', marksMisc: false));
        foreach (var domain in new[] { "politics", "science", "literature", "music", "ai" })
            all.Add(Columns($"CrossNER {domain} train", "MIT", Path.Combine(corpora, "CrossNER", $"{domain}-train.txt"), '\t', marksMisc: true));
        return all;
    }

    /// <summary>Word first, label last, blank line between sentences. Reads IOB1 and IOB2.</summary>
    /// <param name="marksMisc">Names other than persons, bodies and places are marked; if not, they are left open.</param>
    public static NameCorpus Columns(string name, string licence, string path, char separator, bool marksMisc, int wordColumn = 0)
    {
        var outside = marksMisc ? NameSentence.Outside : NameSentence.OutsideOrMisc;
        var documents = new List<List<NameSentence>> { new() };
        var words = new List<string>();
        var allowed = new List<ushort>();
        var previous = "O";
        foreach (var line in File.ReadLines(path).Append(""))
        {
            if (line.StartsWith("# newdoc", StringComparison.Ordinal) || line.StartsWith("-DOCSTART-", StringComparison.Ordinal))
                documents.Add([]);
            if (line.StartsWith("-DOCSTART-", StringComparison.Ordinal) || wordColumn > 0 && line.StartsWith('#'))
                continue;
            var cells = line.Split(separator, StringSplitOptions.TrimEntries);
            if (cells.Length < 2 || cells[wordColumn].Length == 0)
            {
                if (words.Count > 0 && line.Trim().Length == 0)
                {
                    documents[^1].Add(new NameSentence([.. words], [.. allowed]));
                    (words, allowed, previous) = ([], [], "O");
                }
                continue;
            }
            var label = cells[wordColumn > 0 ? 2 : ^1];
            words.Add(cells[wordColumn]);
            allowed.Add(Allowed(label, previous, outside, cells[wordColumn]));
            previous = label;
        }
        return new NameCorpus(name, licence, documents);
    }

    static ushort Allowed(string label, string previous, ushort outside, string word)
    {
        if (label.Length < 3 || !Types.TryGetValue(label[2..], out var type))
            return label is "O" or "" ? outside : NameSentence.OutsideOrMisc;
        var begins = label[0] == 'B' || previous.Length < 3 || previous[2..] != label[2..];
        // Some corpora mark "the bank" and "him": whether that is a name is left open.
        return begins && char.IsLower(word[0]) ? NameSentence.Any : (ushort)(1 << (NameModel.Begin(type) + (begins ? 0 : 1)));
    }
}
