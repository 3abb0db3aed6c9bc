using Tocsin.Language;

namespace Tocsin.Tests.Coding;

/// <summary>
/// Documents with trees built by hand. A line is a word: form, lemma, UPOS, Penn tag, head (1-based in the sentence,
/// 0 for the root), relation; an empty line ends a sentence and "~" a paragraph.
/// </summary>
static class Trees
{
    public static Document Of(string lines, Document? into = null)
    {
        var sentences = new List<(List<string[]> Rows, bool NewParagraph)>();
        var rows = new List<string[]>();
        var paragraph = false;
        foreach (var raw in lines.Split('\n').Append(""))
        {
            var fields = raw.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            if (fields.Length >= 6)
            {
                rows.Add(fields);
                continue;
            }
            if (rows.Count > 0)
                sentences.Add((rows, paragraph));
            if (rows.Count > 0)
                (rows, paragraph) = ([], false);
            paragraph |= fields is ["~"];
        }
        var text = new System.Text.StringBuilder();
        var starts = new List<int>();
        foreach (var (words, newParagraph) in sentences)
        {
            if (newParagraph)
                text.Append("\n\n");
            foreach (var word in words)
            {
                var glued = text.Length == 0 || text[^1] is '\n' or '“' or '('
                    || word[0] is "," or "." or "?" or "!" or "”" or ":" or ")" or "'s" or "n't" or "%";
                if (!glued)
                    text.Append(' ');
                starts.Add(text.Length);
                text.Append(word[0]);
            }
        }
        var document = into ?? new Document();
        document.Reset(text.ToString());
        var next = 0;
        foreach (var (words, _) in sentences)
        {
            document.BeginSentence();
            var first = document.TokenCount;
            foreach (var word in words)
                document.AddToken(starts[next], starts[next++] + word[0].Length);
            for (var i = 0; i < words.Count; i++)
            {
                var word = words[i];
                Assert(UposNames.TryParse(word[2], out var upos), word[2]);
                Assert(DeprelNames.TryParse(word[5], out var deprel), word[5]);
                document.SetTags(first + i, upos, word[3], "_");
                document.SetLemma(first + i, word[1]);
                var head = int.Parse(word[4], System.Globalization.CultureInfo.InvariantCulture);
                document.SetHead(first + i, head == 0 ? -1 : first + head - 1, deprel);
            }
        }
        return document;
    }

    /// <summary>
    /// One sentence of words parted by spaces, all hanging on the first word tagged as a verb ("met/VBD"). A word
    /// without a tag is a number, a name or a noun by its first character.
    /// </summary>
    public static Document Flat(string sentence)
    {
        var words = sentence.Split(' ').Select(word => word.LastIndexOf('/') is var slash and > 0
            && char.IsAsciiLetterUpper(word[^1])
            ? (Form: word[..slash], Tag: word[(slash + 1)..]) : (Form: word, Tag: "")).ToArray();
        var root = Array.FindIndex(words, word => word.Tag.StartsWith("VB", StringComparison.Ordinal));
        var lines = words.Select((word, i) =>
        {
            var (upos, tag) = word switch
            {
                (_, "MD") => ("AUX", "MD"),
                (_, "RB") => ("ADV", "RB"),
                (_, "JJ") => ("ADJ", "JJ"),
                (_, ['V', ..]) => ("VERB", word.Tag),
                ([>= '0' and <= '9', ..], _) or (_, "CD") => ("NUM", "CD"),
                ([>= 'A' and <= 'Z', ..], _) => ("PROPN", "NNP"),
                ("." or "," or "-" or "–", _) => ("PUNCT", word.Form),
                _ => ("NOUN", word.Form.EndsWith('s') ? "NNS" : "NN"),
            };
            var relation = i == root ? "root" : tag == "MD" ? "aux" : "obl";
            return $"{word.Form} {word.Form.ToLowerInvariant()} {upos} {tag} {(i == root ? 0 : root + 1)} {relation}";
        });
        return Of(string.Join('\n', lines));
    }

    /// <summary>The token with the form, the <paramref name="nth"/> from 1.</summary>
    public static int Token(this Document document, string form, int nth = 1)
    {
        for (var token = 0; token < document.TokenCount; token++)
        {
            if (document.Form(token).SequenceEqual(form) && --nth == 0)
                return token;
        }
        throw new ArgumentException($"No \"{form}\" in \"{document.Text}\".", nameof(form));
    }

    static void Assert(bool sound, string word)
    {
        if (!sound)
            throw new ArgumentException($"\"{word}\" is no tag or relation.", nameof(word));
    }
}
