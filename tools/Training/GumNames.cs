using Tocsin.Language;

namespace Tocsin.Training;

/// <summary>
/// Names out of GUM's entities, which are noun phrases: those whose head is a proper noun, cut down to the run of
/// proper nouns around it. Proper nouns in no such run are left open.
/// </summary>
static class GumNames
{
    static readonly HashSet<string> Titles = new(
        "Mr. Mr Mrs. Mrs Ms. Ms Dr. Dr Prof. Professor President Senator Sen. Rep. Governor Gov. King Queen Prince Princess Sir Lord Lady Captain General Gen. Colonel Pope Saint Judge Minister Chancellor Mayor Secretary Dame Rev. Reverend Emperor".Split(' '),
        StringComparer.Ordinal);

    public static NameCorpus Read(string path)
    {
        var treebank = Treebank.Read(path, toTrain: true);
        var documents = new List<List<NameSentence>>();
        foreach (var sentence in treebank.Sentences)
        {
            if (documents.Count == 0 || sentence.Comments.Any(comment => comment.StartsWith("# newdoc", StringComparison.Ordinal)))
                documents.Add([]);
            documents[^1].Add(ReadSentence([.. sentence.Words]));
        }
        return new NameCorpus("GUM open genres train", "CC BY 4.0, texts CC BY, CC BY-SA, public domain", documents)
        {
            Treebank = treebank.Name,
        };
    }

    static NameSentence ReadSentence(List<ConlluRow> rows)
    {
        var allowed = new ushort[rows.Count];
        for (var i = 0; i < rows.Count; i++)
        {
            var capital = char.IsUpper(rows[i].Form[0]);
            allowed[i] = rows[i].Fields[3] switch
            {
                _ when IsProper(rows[i]) => NameSentence.Any,
                "ADJ" or "NOUN" or "X" when capital && i > 0 => NameSentence.OutsideOrMisc,
                _ => NameSentence.Outside,
            };
        }
        var taken = new bool[rows.Count];
        foreach (var (first, end, type) in Phrases(rows).OrderByDescending(phrase => phrase.End - phrase.First))
        {
            var head = Enumerable.Range(first, end - first).FirstOrDefault(i => rows[i].Head <= first || rows[i].Head > end, first);
            if (!IsProper(rows[head]) || taken[head])
                continue;
            var (from, to) = Run(rows, head, first, end, type);
            for (var i = from; i < to; i++)
            {
                taken[i] = true;
                allowed[i] = (ushort)(1 << (NameModel.Begin(type) + (i == from ? 0 : 1)));
            }
        }
        return new NameSentence([.. rows.Select(row => row.Form)], allowed);
    }

    static (int From, int To) Run(List<ConlluRow> rows, int head, int first, int end, EntityType type)
    {
        var (from, to) = (head, head + 1);
        while (from > first && IsInside(from - 1, from - 2 >= first && IsName(from - 2)))
            from--;
        while (to < end && IsInside(to, to + 1 < end && IsName(to + 1)))
            to++;
        while (type == EntityType.Org && to + 1 < end && rows[to].Form is "of" or "for" or "and")
        {
            var next = rows[to + 1].Form is "the" ? to + 2 : to + 1;
            if (next >= end || !IsName(next))
                break;
            to = next + 1;
            while (to < end && IsName(to))
                to++;
        }
        while (type == EntityType.Per && from < head + 1 && from + 1 < to && Titles.Contains(rows[from].Form))
            from++;
        while (from < head && !IsName(from))
            from++;
        return (from, to);

        bool IsName(int i) => IsProper(rows[i]);
        bool IsInside(int i, bool nameBeyond) => IsName(i) || nameBeyond && rows[i].Form is "-" or "–" or "&";
    }

    /// <summary>By the Penn tag: "New" in "New York" is an adjective by its universal tag.</summary>
    static bool IsProper(ConlluRow row) => row.Fields[4].StartsWith("NNP", StringComparison.Ordinal);

    /// <summary>Phrases of persons, places and organisations: "(12-person-…" opens, "12)" closes, "(7-place-…)" does both.</summary>
    static IEnumerable<(int First, int End, EntityType Type)> Phrases(List<ConlluRow> rows)
    {
        var open = new Dictionary<string, Stack<(int First, string Type)>>(StringComparer.Ordinal);
        for (var i = 0; i < rows.Count; i++)
        {
            var misc = rows[i].Fields[9].Split('|').FirstOrDefault(field => field.StartsWith("Entity=", StringComparison.Ordinal));
            if (misc is null)
                continue;
            var text = misc.AsMemory(7);
            while (!text.IsEmpty)
            {
                var opens = text.Span[0] == '(';
                var rest = opens ? text[1..] : text;
                var stop = rest.Span.IndexOfAny('(', ')');
                var body = (stop < 0 ? rest : rest[..stop]).ToString();
                var closes = stop >= 0 && rest.Span[stop] == ')';
                text = stop < 0 ? default : rest[(closes ? stop + 1 : stop)..];
                var id = body.Split('-')[0];
                if (opens)
                {
                    if (!open.TryGetValue(id, out var stack))
                        open[id] = stack = new Stack<(int, string)>();
                    stack.Push((i, body.Split('-').ElementAtOrDefault(1) ?? ""));
                }
                if (closes && open.TryGetValue(id, out var opened) && opened.TryPop(out var phrase)
                    && TypeOf(phrase.Type) is { } type)
                {
                    yield return (phrase.First, i + 1, type);
                }
            }
        }
    }

    static EntityType? TypeOf(string type) => type switch
    {
        "person" => EntityType.Per,
        "organization" => EntityType.Org,
        "place" => EntityType.Loc,
        _ => null,
    };
}
