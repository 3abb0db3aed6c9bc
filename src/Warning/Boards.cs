using Tocsin.Events;

namespace Tocsin.Warning;

/// <summary>Reads the board of a problem from event records. Pure: the same input gives the same board.</summary>
public static class Boards
{
    const int ChangeDays = 7;

    /// <param name="records">Records as the archive knew them on <paramref name="asOf"/>; later readings are ignored.</param>
    /// <param name="since">Earlier day that changes are counted from; a week before unless given.</param>
    /// <param name="replaced">Records that held once and have been replaced since: they make a sign retracted.</param>
    public static Board Read(
        WarningProblem problem, IReadOnlyList<EventRecord> records, Coverage coverage, DateOnly asOf,
        DateOnly? since = null, IReadOnlyList<EventRecord>? replaced = null)
    {
        var earlier = since ?? Days.Before(asOf, ChangeDays);
        var now = new RecordBook(records, asOf, replaced);
        var then = now.On(earlier);
        var rows = new List<BoardRow>(problem.Indicators.Count);
        foreach (var indicator in problem.Indicators)
        {
            var finding = Find(problem, indicator, now, coverage);
            var before = Find(problem, indicator, then, coverage);
            rows.Add(new BoardRow(
                indicator, finding, StrengthOf(indicator, finding, asOf), before.Status, ChangeOf(before, finding)));
        }
        return new Board(problem, asOf, earlier, rows);
    }

    static Finding Find(WarningProblem problem, Indicator indicator, RecordBook book, Coverage coverage)
    {
        var sighting = new Sighting(indicator.Predicates, indicator.Looking, problem.Binding, problem.Area);
        return sighting.In(book, coverage, Days.Before(book.AsOf, indicator.WindowDays - 1), book.AsOf);
    }

    static double StrengthOf(Indicator indicator, Finding finding, DateOnly asOf)
    {
        if (finding.Status is not (IndicatorStatus.Seen or IndicatorStatus.Disputed) || finding.Evidence.Count == 0)
            return 0;
        var age = asOf.DayNumber - finding.Evidence[0].Day.DayNumber;
        return Math.Pow(0.5, (double)age / indicator.HalfLifeDays);
    }

    static RowChange ChangeOf(Finding before, Finding now)
    {
        if (before.Status == now.Status)
        {
            return now.Status == IndicatorStatus.Seen && now.LastSeen > before.LastSeen
                ? RowChange.Renewed : RowChange.Same;
        }
        return now.Status == IndicatorStatus.Seen ? RowChange.Appeared
            : before.Status == IndicatorStatus.Seen ? RowChange.Lapsed : RowChange.Changed;
    }
}
