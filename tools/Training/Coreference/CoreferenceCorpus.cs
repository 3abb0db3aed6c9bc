using System.Globalization;
using Tocsin.Language;

namespace Tocsin.Training;

/// <summary>A text with its gold chains; mentions as tokens over the whole text, numbered by chain.</summary>
sealed record CoreferenceText(string Name, IReadOnlyList<IReadOnlyList<string>> Sentences, IReadOnlyList<Mention> Mentions)
{
    /// <summary>The text in passages of so many sentences, as if each were all there is.</summary>
    public IEnumerable<CoreferenceText> Passages(int sentences)
    {
        for (int first = 0, token = 0; first < Sentences.Count; first += sentences)
        {
            var own = Sentences.Skip(first).Take(sentences).ToList();
            var (from, to) = (token, token += own.Sum(sentence => sentence.Count));
            yield return new CoreferenceText($"{Name}-{first}", own,
            [
                .. Mentions.Where(mention => mention.First >= from && mention.End <= to)
                    .Select(mention => new Mention(mention.First - from, mention.End - from, mention.Chain)),
            ]);
        }
    }

    /// <summary>Puts the words into a document, one space between words.</summary>
    public void Fill(Document document)
    {
        document.Reset(string.Join(' ', Sentences.SelectMany(sentence => sentence)));
        var at = 0;
        foreach (var sentence in Sentences)
        {
            document.BeginSentence();
            foreach (var word in sentence)
            {
                document.AddToken(at, at + word.Length);
                at += word.Length + 1;
            }
        }
    }
}

/// <summary>Reads OntoGUM: chains from one CoNLL file a text, sentences from the treebank of the same texts.</summary>
static class CoreferenceCorpus
{
    public static List<CoreferenceText> Read(string folder, string treebank)
    {
        var sentences = Sentences(treebank);
        var texts = new List<CoreferenceText>();
        foreach (var path in Directory.EnumerateFiles(folder, "*.conll").Order(StringComparer.Ordinal))
        {
            var name = Path.GetFileNameWithoutExtension(path);
            if (!sentences.TryGetValue(name, out var own))
                continue;
            var (words, mentions) = Chains(path);
            if (words != own.Sum(sentence => sentence.Count))
                throw new FormatException($"{path} has {words} words, its treebank {own.Sum(sentence => sentence.Count)}.");
            texts.Add(new CoreferenceText(name, own, mentions));
        }
        return texts;
    }

    static Dictionary<string, List<IReadOnlyList<string>>> Sentences(string path)
    {
        const string NewText = "# newdoc id = ";
        var texts = new Dictionary<string, List<IReadOnlyList<string>>>(StringComparer.Ordinal);
        List<IReadOnlyList<string>> current = [];
        using var reader = new StreamReader(path);
        foreach (var sentence in ConlluReader.Read(reader))
        {
            if (sentence.Comments.FirstOrDefault(comment => comment.StartsWith(NewText, StringComparison.Ordinal)) is { } first)
                texts[first[NewText.Length..].Trim()] = current = [];
            current.Add([.. sentence.Words.Select(word => word.Form)]);
        }
        return texts;
    }

    static (int Words, List<Mention> Mentions) Chains(string path)
    {
        var mentions = new List<Mention>();
        var open = new Dictionary<int, Stack<int>>();
        var token = 0;
        foreach (var line in File.ReadLines(path))
        {
            var fields = line.Split('\t');
            if (line.StartsWith('#') || fields.Length < 3)
                continue;
            foreach (var part in fields[^1].Split('|'))
                Read(part);
            token++;
        }
        return (token, mentions);

        void Read(string marks)
        {
            // Marks of one word may follow each other without a bar: "(3)(4", "2)5)".
            for (var at = 0; at < marks.Length;)
            {
                var opens = marks[at] == '(';
                var from = opens ? at + 1 : at;
                var to = from;
                while (to < marks.Length && char.IsAsciiDigit(marks[to]))
                    to++;
                if (to == from)
                    return;
                var chain = int.Parse(marks.AsSpan(from, to - from), CultureInfo.InvariantCulture);
                var closes = to < marks.Length && marks[to] == ')';
                if (opens)
                {
                    if (!open.TryGetValue(chain, out var starts))
                        open[chain] = starts = [];
                    starts.Push(token);
                }
                if (closes)
                    mentions.Add(new Mention(open[chain].Pop(), token + 1, chain));
                at = closes ? to + 1 : to;
            }
        }
    }
}
