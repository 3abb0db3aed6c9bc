using System.Globalization;

namespace Tocsin.Warning.Histories;

/// <summary>
/// Streams the events of an event set: KEDS, CAMEO as TABARI, PETRARCH and Phoenix write it, ICEWS, GDELT 1 and 2, UCDP
/// GED, ACLED. Rows that cannot be taken are handed on with their reason; none stops the reading.
/// </summary>
/// <param name="refuse">Told of each row that is not taken.</param>
public sealed class HistoryReader(TextReader text, Action<DeadLetter> refuse)
{
    readonly Dictionary<string, string> names = new(StringComparer.Ordinal);

    /// <summary>Rows taken so far.</summary>
    public int Taken { get; private set; }

    /// <summary>Rows refused so far.</summary>
    public int Refused { get; private set; }

    /// <exception cref="HistoryException">The file is empty, of no known layout, or cut off within a quotation.</exception>
    public IEnumerable<HistoryEvent> Read()
    {
        var rows = new DelimitedReader(text);
        if (!rows.Read())
            throw new HistoryException(0, "the file is empty");
        var layout = HistoryLayout.Of(rows);
        if (layout.HasHeader && !rows.Read())
            yield break;
        do
        {
            var reason = TryRead(rows, layout, out var found);
            if (reason is null)
            {
                Taken++;
                yield return found;
                continue;
            }
            Refused++;
            refuse(new DeadLetter(rows.Line, reason, rows.Whole()));
        }
        while (rows.Read());
    }

    string? TryRead(DelimitedReader row, HistoryLayout layout, out HistoryEvent found)
    {
        found = default;
        var last = Math.Max(Math.Max(layout.Date, layout.Code), Math.Max(layout.Actor, layout.Recipient));
        if (row.Count <= last)
            return $"the row has {row.Count} fields, and the code or an actor stands in field {last + 1}";
        if (!HistoryDates.TryRead(row[layout.Date], out var day))
            return $"'{row[layout.Date]}' is no date";
        var (root, reason) = layout.Naming switch
        {
            Naming.Codes or Naming.Countries => RootOf(row[layout.Code]),
            Naming.Violence => OfViolence(row[layout.Code]),
            Naming.Acled => OfAcled(row[layout.Code].ToString(), row[layout.Kind].ToString()),
            _ => throw new ArgumentOutOfRangeException(nameof(layout), layout.Naming, "Unknown naming."),
        };
        if (reason is not null)
            return reason;
        var actor = Actor(row[layout.Actor], layout.Naming);
        var recipient = Actor(row[layout.Recipient], layout.Naming);
        if (layout.Naming != Naming.Codes && (actor.Length == 0 || recipient.Length == 0))
            return "an actor is left open";
        found = new HistoryEvent(day, actor, recipient, root);
        return null;
    }

    string Actor(ReadOnlySpan<char> field, Naming naming)
    {
        var name = naming == Naming.Codes ? HistoryActors.Of(field) : field.Trim();
        var known = names.GetAlternateLookup<ReadOnlySpan<char>>();
        if (!known.TryGetValue(name, out var actor))
            names.Add(actor = name.ToString(), actor);
        return actor;
    }

    static (int Root, string? Reason) RootOf(ReadOnlySpan<char> code)
    {
        var head = code[..Math.Min(2, code.Length)];
        return int.TryParse(head, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var root)
            && root is >= 1 and <= 22
                ? (root, null)
                : (0, $"'{code}' has no root of CAMEO or WEIS");
    }

    // Battles among states and groups are fights, one-sided violence is mass violence.
    static (int Root, string? Reason) OfViolence(ReadOnlySpan<char> type) => type.Trim() switch
    {
        "1" or "2" => (19, null),
        "3" => (20, null),
        _ => (0, $"'{type}' is no type of violence, which are 1, 2 and 3"),
    };

    static (int Root, string? Reason) OfAcled(string type, string kind) => type.Trim() switch
    {
        "Battles" or "Explosions/Remote violence" => (19, null),
        "Violence against civilians" => (18, null),
        "Protests" or "Riots" => (14, null),
        "Strategic developments" => (OfDevelopment(kind.Trim()), null),
        _ => (0, $"'{type}' is no type of ACLED's events"),
    };

    static int OfDevelopment(string kind) => kind switch
    {
        "Agreement" => 5,
        "Non-violent transfer of territory" => 8,
        "Arrests" or "Looting/property destruction" or "Disrupted weapons use" => 17,
        "Headquarters or base established" => 15,
        _ => 1,
    };
}
