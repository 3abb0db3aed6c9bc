using System.Globalization;
using Tocsin.Language;

namespace Tocsin.Training;

/// <summary>Exact spans of persons, bodies and places against a file of words and labels, on its own words.</summary>
static class NameEvaluation
{
    public static string Measure(Action<Document> findNames, string path)
    {
        var uner = path.EndsWith(".iob2", StringComparison.Ordinal);
        var separator = uner || File.ReadLines(path).Take(50).Any(line => line.Contains('\t')) ? '\t' : ' ';
        var corpus = NameCorpora.Columns("measured", "", path, separator, marksMisc: true, uner ? 1 : 0);
        var document = new Document();
        var counts = new int[4, 3];
        foreach (var sentences in corpus.Documents.Where(sentences => sentences.Count > 0))
        {
            NameTraining.Fill(document, sentences);
            findNames(document);
            var gold = Gold(sentences).ToHashSet();
            foreach (var entity in document.Entities.Where(entity => entity.Type != EntityType.Misc))
            {
                counts[(int)entity.Type, 1]++;
                counts[(int)entity.Type, 0] += gold.Contains(entity) ? 1 : 0;
            }
            foreach (var entity in gold.Where(entity => entity.Type != EntityType.Misc))
                counts[(int)entity.Type, 2]++;
        }
        var text = "";
        for (var type = 0; type < 3; type++)
            text += $"{(EntityType)type} {F(counts[type, 0], counts[type, 1], counts[type, 2])}, ";
        int Sum(int column) => counts[0, column] + counts[1, column] + counts[2, column];
        return $"F1 {F(Sum(0), Sum(1), Sum(2))} (P {Ratio(Sum(0), Sum(1))}, R {Ratio(Sum(0), Sum(2))}; {text.TrimEnd(',', ' ')})";
    }

    static IEnumerable<Entity> Gold(IReadOnlyList<NameSentence> sentences)
    {
        var token = 0;
        foreach (var sentence in sentences)
        {
            var open = -1;
            var type = EntityType.Misc;
            foreach (var allowed in sentence.Allowed.Append(NameSentence.Outside))
            {
                var label = int.TrailingZeroCount(allowed);
                var inside = label > 0 && !NameModel.IsBegin(label) && ushort.PopCount(allowed) == 1;
                if (open >= 0 && !inside)
                {
                    yield return new Entity(open, token, type);
                    open = -1;
                }
                if (label > 0 && NameModel.IsBegin(label))
                    (open, type) = (token, NameModel.TypeOf(label));
                token++;
            }
            token--;
        }
    }

    static string F(int right, int said, int gold) => Ratio(2 * right, said + gold);

    static string Ratio(int part, int whole) =>
        (whole == 0 ? 0 : (double)part / whole).ToString("F3", CultureInfo.InvariantCulture);
}
