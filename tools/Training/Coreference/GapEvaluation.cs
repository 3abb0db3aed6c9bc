using System.Globalization;
using Tocsin.Language;

namespace Tocsin.Training;

/// <summary>What was said of pronouns and names of GAP: right, wrongly linked, missed.</summary>
record struct GapCounts(int Right, int Wrong, int Missed)
{
    public readonly double F1 => Right == 0 ? 0 : 2.0 * Right / ((2 * Right) + Wrong + Missed);

    public readonly double Precision => Right == 0 ? 0 : (double)Right / (Right + Wrong);

    public readonly double Recall => Right == 0 ? 0 : (double)Right / (Right + Missed);

    public void Add(bool gold, bool said)
    {
        Right += gold && said ? 1 : 0;
        Wrong += !gold && said ? 1 : 0;
        Missed += gold && !said ? 1 : 0;
    }
}

/// <summary>
/// GAP (Webster and others 2018), snippet context: raw text through the product's analyser. A name is said to be the
/// pronoun's where the pronoun's chain holds a mention that ends in the name: its name or head lies within the gold name.
/// </summary>
static class GapEvaluation
{
    public static IEnumerable<(string Name, string Figure)> Measure(string modelsFolder, string path)
    {
        var analyser = new Analyser(LanguageModel.Load(modelsFolder));
        var document = new Document();
        GapCounts all = default, masculine = default, feminine = default;
        foreach (var fields in File.ReadLines(path).Skip(1).Select(line => line.Split('\t')))
        {
            analyser.Analyse(fields[1], document);
            var pronoun = Offset(fields[1], fields[3]);
            var chain = ChainAt(document, pronoun, pronoun + fields[2].Length);
            for (var name = 4; name <= 7; name += 3)
            {
                var at = Offset(fields[1], fields[name + 1]);
                var said = chain >= 0 && Holds(document, chain, at, at + fields[name].Length);
                var gold = fields[name + 2].Equals("TRUE", StringComparison.OrdinalIgnoreCase);
                all.Add(gold, said);
                if (fields[2].ToLowerInvariant() is "he" or "him" or "his")
                    masculine.Add(gold, said);
                else
                    feminine.Add(gold, said);
            }
        }
        yield return ("GAP F1", Text(all.F1));
        yield return ("GAP precision", Text(all.Precision));
        yield return ("GAP recall", Text(all.Recall));
        yield return ("GAP masculine F1", Text(masculine.F1));
        yield return ("GAP feminine F1", Text(feminine.F1));
        yield return ("GAP bias", Text(masculine.F1 == 0 ? 0 : feminine.F1 / masculine.F1));
    }

    /// <summary>GAP counts characters of Unicode, we UTF-16 units.</summary>
    static int Offset(string text, string characters)
    {
        var left = int.Parse(characters, CultureInfo.InvariantCulture);
        var at = 0;
        for (; left > 0; left--)
            at += char.IsHighSurrogate(text[at]) ? 2 : 1;
        return at;
    }

    static int ChainAt(Document document, int start, int end)
    {
        foreach (var mention in document.Mentions)
        {
            if (mention.End == mention.First + 1 && document.Starts[mention.First] < end && document.Ends[mention.First] > start)
                return mention.Chain;
        }
        return -1;
    }

    static bool Holds(Document document, int chain, int start, int end)
    {
        foreach (var mention in document.Mentions)
        {
            if (mention.Chain != chain)
                continue;
            var head = HeadOf(document, mention);
            if (document.Starts[head] < end && document.Ends[head] > start)
                return true;
        }
        return false;
    }

    /// <summary>The first token of a mention that hangs outside it.</summary>
    static int HeadOf(Document document, Mention mention)
    {
        for (var token = mention.First; token < mention.End; token++)
        {
            if (document.Heads[token] < mention.First || document.Heads[token] >= mention.End)
                return token;
        }
        return mention.End - 1;
    }

    static string Text(double figure) => figure.ToString("F4", CultureInfo.InvariantCulture);
}
