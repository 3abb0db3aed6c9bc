namespace Tocsin.Warning.Histories;

/// <summary>How a file names who and what.</summary>
enum Naming
{
    /// <summary>Actors and events are codes of CAMEO or WEIS.</summary>
    Codes,
    /// <summary>Events are CAMEO codes, actors are named by the country that they belong to (ICEWS).</summary>
    Countries,
    /// <summary>Events are UCDP's types of violence, actors are named in full.</summary>
    Violence,
    /// <summary>Events are ACLED's types, actors are named in full.</summary>
    Acled,
}

/// <summary>Where a file keeps what a history needs.</summary>
/// <param name="Kind">Column of a type below <paramref name="Code"/>; -1: none.</param>
/// <param name="HasHeader">The first line names the columns.</param>
sealed record HistoryLayout(Naming Naming, int Date, int Actor, int Recipient, int Code, int Kind, bool HasHeader)
{
    const int GdeltColumns = 57;
    const int PhoenixColumns = 25;

    /// <summary>The columns that tell, by layout; the first layout that a header has in full is taken.</summary>
    static readonly (Naming Naming, string[] Columns)[] Headers =
    [
        (Naming.Codes, ["date", "source", "target", "code"]),
        (Naming.Codes, ["story_date", "source", "target", "code"]),
        (Naming.Codes, ["date", "sourceactorfull", "targetactorfull", "eventcode"]),
        (Naming.Codes, ["date8", "sourceactorentity", "targetactorentity", "eventcode"]),
        (Naming.Codes, ["sqldate", "actor1code", "actor2code", "eventcode"]),
        (Naming.Countries, ["event date", "source country", "target country", "cameo code"]),
        (Naming.Violence, ["date_start", "side_a", "side_b", "type_of_violence"]),
        (Naming.Acled, ["event_date", "actor1", "actor2", "event_type", "sub_event_type"]),
    ];

    /// <summary>
    /// The layout that the first record shows: one of the known headers, GDELT's 57 columns or more, Phoenix's 25 or
    /// more, or the bare rows of TABARI and PETRARCH: date, source, target, code.
    /// </summary>
    /// <exception cref="HistoryException">It is none of these.</exception>
    public static HistoryLayout Of(DelimitedReader first)
    {
        var names = Enumerable.Range(0, first.Count)
            .Select(field => first[field].Trim().TrimStart('\uFEFF').ToString().ToLowerInvariant()).ToList();
        foreach (var (naming, columns) in Headers)
        {
            var places = columns.Select(name => names.IndexOf(name)).ToArray();
            if (places.All(place => place >= 0))
                return new(naming, places[0], places[1], places[2], places[3], places.Length > 4 ? places[4] : -1, true);
        }
        if (first.Count >= GdeltColumns && HistoryDates.TryRead(first[1], out _))
            return new(Naming.Codes, 1, 5, 15, 26, -1, false);
        if (first.Count >= PhoenixColumns && HistoryDates.TryRead(first[1], out _))
            return new(Naming.Codes, 1, 5, 9, 13, -1, false);
        if (first.Count >= 4 && HistoryDates.TryRead(first[0], out _))
            return new(Naming.Codes, 0, 1, 2, 3, -1, false);
        throw new HistoryException(first.Line, $"the columns are those of no known layout: {string.Join(", ", names.Take(8))}");
    }
}
