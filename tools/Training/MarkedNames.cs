using System.Globalization;
using Tocsin.Language;

namespace Tocsin.Training;

/// <summary>
/// Names that this project marked in a treebank's training part, without its text: a line a sentence that was read, its
/// <c>sent_id</c>, then <c>FIRST-END TYPE</c> for each name (words from 0, END exclusive), separated by tabs. Sentences
/// without a line teach nothing about names.
/// </summary>
/// <remarks>Marked by reading, after the published guidelines of Universal NER (2022); names of other kinds are left open.</remarks>
static class MarkedNames
{
    /// <summary>Lies beside the program.</summary>
    public static string OfWebTreebank => Path.Combine(AppContext.BaseDirectory, "Names", "ewt-train.tsv");

    /// <exception cref="InvalidDataException">A line is malformed, or its sentence or words are not there.</exception>
    public static NameCorpus Read(string name, string licence, string treebankPath, string marksPath)
    {
        var treebank = Treebank.Read(treebankPath, toTrain: true);
        var marks = Marks(marksPath);
        var documents = new List<List<NameSentence>>();
        foreach (var sentence in treebank.Sentences)
        {
            if (documents.Count == 0 || sentence.Comments.Any(comment => comment.StartsWith("# newdoc", StringComparison.Ordinal)))
                documents.Add([]);
            string[] words = [.. sentence.Words.Select(row => row.Form)];
            var allowed = new ushort[words.Length];
            Array.Fill(allowed, NameSentence.Any);
            if (marks.Remove(Id(sentence), out var marked))
            {
                Array.Fill(allowed, NameSentence.OutsideOrMisc);
                foreach (var (first, end, type) in marked.Names)
                {
                    if (first < 0 || end <= first || end > words.Length)
                        throw Fault(marksPath, marked.Line, $"words {first}-{end} of {words.Length}");
                    for (var i = first; i < end; i++)
                        allowed[i] = (ushort)(1 << (NameModel.Begin(type) + (i == first ? 0 : 1)));
                }
            }
            documents[^1].Add(new NameSentence(words, allowed));
        }
        foreach (var (id, left) in marks)
            throw Fault(marksPath, left.Line, $"{treebankPath} has no sentence '{id}'");
        return new NameCorpus(name, licence, documents) { Treebank = treebank.Name };
    }

    static string Id(ConlluSentence sentence) =>
        sentence.Comments.First(comment => comment.StartsWith("# sent_id = ", StringComparison.Ordinal))["# sent_id = ".Length..];

    static Dictionary<string, (int Line, List<(int First, int End, EntityType Type)> Names)> Marks(string path)
    {
        var marks = new Dictionary<string, (int, List<(int, int, EntityType)>)>(StringComparer.Ordinal);
        var number = 0;
        foreach (var line in File.ReadLines(path))
        {
            number++;
            if (line.Length == 0 || line[0] == '#')
                continue;
            var cells = line.Split('\t');
            if (!marks.TryAdd(cells[0], (number, [.. cells[1..].Select(cell => Name(path, number, cell))])))
                throw Fault(path, number, $"sentence '{cells[0]}' comes twice");
        }
        return marks;
    }

    static (int First, int End, EntityType Type) Name(string path, int line, string cell)
    {
        var (dash, space) = (cell.IndexOf('-', StringComparison.Ordinal), cell.IndexOf(' ', StringComparison.Ordinal));
        return dash > 0 && space > dash
            && int.TryParse(cell.AsSpan(0, dash), NumberStyles.None, CultureInfo.InvariantCulture, out var first)
            && int.TryParse(cell.AsSpan(dash + 1, space - dash - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var end)
            && Enum.TryParse<EntityType>(cell.AsSpan(space + 1), ignoreCase: true, out var type)
            ? (first, end, type)
            : throw Fault(path, line, $"'{cell}' is not FIRST-END TYPE");
    }

    static InvalidDataException Fault(string path, int line, string reason) => new($"{path}:{line}: {reason}");
}
