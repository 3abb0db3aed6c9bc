using System.Globalization;
using Tocsin.Events;
using Tocsin.Language;

namespace Tocsin.Coding;

/// <summary>
/// Named wars, summits, treaties and elections with their days (<c>data/calendar/happenings.txt</c>), so that "during
/// the Six-Day War" has a date. Read-only, shared by all threads.
/// </summary>
public sealed class Happenings
{
    readonly record struct Happening(DateOnly From, DateOnly To);

    readonly Phrases<Happening> names = new();

    Happenings(DataLines lines)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        var known = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var row in lines.Rows("happenings", 5))
        {
            var own = DataLines.List(row[1]);
            if (row[0].Length == 0 || own.Length == 0 || row[4].Length == 0)
                lines.Fault("A happening needs an id, a name and a source.");
            else if (!ids.Add(row[0]))
                lines.Fault($"The happening {row[0]} was listed before.");
            else if (Day(row[2], last: false) is not { } from || Day(row[3], last: true) is not { } to)
                lines.Fault($"'{row[2]}' and '{row[3]}' are no days like 2014-03-18, 2014-03 or 2014.");
            else if (to < from)
                lines.Fault("The last day lies before the first.");
            else
            {
                foreach (var name in own)
                {
                    if (known.Add(name))
                        names.Add(name, new Happening(from, to));
                    else
                        lines.Fault($"The name '{name}' stands twice.");
                }
            }
        }
    }

    /// <summary>Loads the calendar of a folder.</summary>
    /// <exception cref="DataFaultException">A line is not sound.</exception>
    public static Happenings Load(string folder) => DataLines.Sound(faults => new Happenings(new DataLines(folder, faults)));

    /// <summary>Everything that is wrong with the calendar of a folder.</summary>
    public static IReadOnlyList<DataFault> Check(string folder) =>
        DataLines.FaultsOf(faults => new Happenings(new DataLines(folder, faults)));

    /// <summary>
    /// Puts the happenings that the document names among its times, in text order: a time within a happening's name, and
    /// the days that it has, give way to the happening's own.
    /// </summary>
    /// <param name="dated">Replaced by the document's times and happenings.</param>
    public void Join(Document document, IReadOnlyList<TimeMention> times, List<TimeMention> dated)
    {
        dated.Clear();
        dated.AddRange(times);
        var found = new List<(int End, Happening Value)>();
        int[]? words = null;
        for (var sentence = 0; sentence < document.SentenceCount; sentence++)
        {
            var (first, end) = document.Sentence(sentence);
            if (!IsTold(document, first, end))
                continue;
            words ??= new int[document.TokenCount];
            for (var token = first; token < end; token++)
                words[token] = names.WordOf(document.Form(token));
            for (var token = first; token < end; token++)
            {
                if (words[token] < 0)
                    continue;
                found.Clear();
                names.At(document, words, token, end, found);
                if (found.Count == 0)
                    continue;
                var (stop, value) = found.MaxBy(one => one.End);
                dated.RemoveAll(time => time.First < stop && time.End > token);
                var at = dated.FindIndex(time => time.First >= stop);
                dated.Insert(at < 0 ? dated.Count : at, new TimeMention(token, stop, new TimeExpression(
                    new TokenRange(token, stop).In(document), TimeExpressionType.Date, value.From.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                    value.From, value.To)));
                token = stop - 1;
            }
        }
    }

    /// <summary>A happening dates what is told with "during", "since", "at the summit"; bare, it is what is talked about.</summary>
    static bool IsTold(Document document, int first, int end)
    {
        for (var token = first; token < end; token++)
        {
            if (document.Upos[token] == Upos.Adp && document.Form(token) is "during" or "During" or "since" or "Since" or "after" or "After" or "before"
                or "Before" or "until" or "Until" or "in" or "In" or "at" or "At" or "throughout")
                return true;
        }
        return false;
    }

    static DateOnly? Day(string text, bool last)
    {
        var culture = CultureInfo.InvariantCulture;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", culture, DateTimeStyles.None, out var day))
            return day;
        if (DateOnly.TryParseExact(text + "-01", "yyyy-MM-dd", culture, DateTimeStyles.None, out var month))
            return last ? month.AddMonths(1).AddDays(-1) : month;
        return DateOnly.TryParseExact(text + "-01-01", "yyyy-MM-dd", culture, DateTimeStyles.None, out var year)
            ? last ? year.AddYears(1).AddDays(-1) : year : null;
    }
}
