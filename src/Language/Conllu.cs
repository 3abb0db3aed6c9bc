using System.Globalization;

namespace Tocsin.Language;

/// <summary>One line of CoNLL-U below the comments: a word, a range of words (2-3) or an empty node (5.1).</summary>
public sealed record ConlluRow(string[] Fields)
{
    public string Id => Fields[0];

    public string Form => Fields[1];

    /// <summary>True for a syntactic word, false for ranges and empty nodes.</summary>
    public bool IsWord => !Id.Contains('-', StringComparison.Ordinal) && !Id.Contains('.', StringComparison.Ordinal);

    /// <summary>Number of the head within the sentence, from 1; 0 for the root, −1 where it is not given.</summary>
    public int Head => int.TryParse(Fields[6], CultureInfo.InvariantCulture, out var head) ? head : -1;
}

/// <summary>A sentence of CoNLL-U: its comments as they stand and its rows.</summary>
public sealed record ConlluSentence(IReadOnlyList<string> Comments, IReadOnlyList<ConlluRow> Rows)
{
    public IEnumerable<ConlluRow> Words => Rows.Where(row => row.IsWord);
}

/// <summary>A line that is no CoNLL-U.</summary>
public sealed class ConlluException(int line, string reason) : Exception($"line {line}: {reason}");

/// <summary>Reads CoNLL-U sentence by sentence.</summary>
public static class ConlluReader
{
    /// <exception cref="ConlluException">A row without ten fields or without a form.</exception>
    public static IEnumerable<ConlluSentence> Read(TextReader reader)
    {
        var comments = new List<string>();
        var rows = new List<ConlluRow>();
        var number = 0;
        while (true)
        {
            var line = reader.ReadLine();
            number++;
            if (!string.IsNullOrEmpty(line))
            {
                if (line[0] == '#' && rows.Count == 0)
                {
                    comments.Add(line);
                    continue;
                }
                var fields = line.Split('\t');
                if (fields.Length != 10)
                    throw new ConlluException(number, $"{fields.Length} fields instead of ten");
                if (fields[1].Length == 0)
                    throw new ConlluException(number, "the word has no form");
                rows.Add(new ConlluRow(fields));
                continue;
            }
            if (rows.Count > 0)
            {
                yield return new ConlluSentence(comments, rows);
                comments = [];
                rows = [];
            }
            if (line is null)
                yield break;
        }
    }

    /// <summary>Puts sentences into a document whose text is the words with single spaces between them.</summary>
    public static void Fill(IReadOnlyList<ConlluSentence> sentences, Document document)
    {
        var words = sentences.Select(sentence => sentence.Words.Select(row => row.Form).ToArray()).ToList();
        document.Reset(string.Join(' ', words.SelectMany(forms => forms)));
        var at = 0;
        foreach (var sentence in words)
        {
            document.BeginSentence();
            foreach (var form in sentence)
            {
                document.AddToken(at, at + form.Length);
                at += form.Length + 1;
            }
        }
    }
}

/// <summary>Writes CoNLL-U with the columns of a document in place of what was read.</summary>
public static class ConlluWriter
{
    /// <summary>Writes one sentence that was read, with lemma, tags, features, head and relation of the document's.</summary>
    public static void Write(TextWriter writer, ConlluSentence read, Document document, int sentence)
    {
        foreach (var comment in read.Comments)
            writer.Write(comment + "\n");
        var (first, _) = document.Sentence(sentence);
        var token = first;
        foreach (var row in read.Rows)
        {
            if (!row.IsWord)
            {
                writer.Write(string.Join('\t', row.Fields) + "\n");
                continue;
            }
            WriteWord(writer, row.Id, row.Form, document, token, first, row.Fields[8], row.Fields[9]);
            token++;
        }
        writer.Write('\n');
    }

    /// <summary>Writes a sentence of raw text; words that share a token without a space are marked in MISC.</summary>
    public static void Write(TextWriter writer, Document document, int sentence, int number)
    {
        var (first, end) = document.Sentence(sentence);
        var (start, stop) = document.SentenceCharacters(sentence);
        writer.Write(string.Create(CultureInfo.InvariantCulture, $"# sent_id = {number}\n"));
        writer.Write($"# text = {OneLine(document.Text.AsSpan(start, stop - start))}\n");
        for (var token = first; token < end; token++)
        {
            var glued = token + 1 < document.TokenCount && document.Ends[token] == document.Starts[token + 1];
            var id = (token - first + 1).ToString(CultureInfo.InvariantCulture);
            WriteWord(writer, id, document.Form(token).ToString(), document, token, first, "_", glued ? "SpaceAfter=No" : "_");
        }
        writer.Write('\n');
    }

    static void WriteWord(
        TextWriter writer, string id, string form, Document document, int token, int first, string deps, string misc)
    {
        var head = document.Heads[token] < 0 ? 0 : document.Heads[token] - first + 1;
        writer.Write(string.Create(CultureInfo.InvariantCulture,
            $"{id}\t{form}\t{document.Lemma(token)}\t{document.Upos[token].Code()}\t{document.Xpos(token)}\t{document.Feats(token)}\t{head}\t{document.Deprels[token].Code()}\t{deps}\t{misc}\n"));
    }

    static string OneLine(ReadOnlySpan<char> text) =>
        string.Join(' ', text.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
