namespace Tocsin.Warning;

/// <summary>The indicators of one problem as they stood on a day.</summary>
/// <param name="Since">The earlier day that changes are counted from.</param>
public sealed record Board(
    WarningProblem Problem, DateOnly AsOf, DateOnly Since, IReadOnlyList<BoardRow> Rows)
{
    /// <summary>How many indicators have the status.</summary>
    public int Count(IndicatorStatus status) => Rows.Count(row => row.Finding.Status == status);

    /// <summary>Indicators that nobody looked for: what the collection lacks.</summary>
    public IEnumerable<BoardRow> Gaps => Rows.Where(row => row.Finding.Status == IndicatorStatus.NotLooked);

    /// <summary>Rows that changed since the earlier day.</summary>
    public IEnumerable<BoardRow> Changes => Rows.Where(row => row.Change != RowChange.Same);

    /// <summary>True where the day lies before the problem was opened.</summary>
    public bool IsBeforeOpening => AsOf < Problem.Opened;
}

/// <summary>One indicator on a board.</summary>
/// <param name="Strength">1 on the day of the last support, half after a half-life; 0 without live support.</param>
/// <param name="Before">Its status on the earlier day.</param>
public sealed record BoardRow(
    Indicator Indicator, Finding Finding, double Strength, IndicatorStatus Before, RowChange Change)
{
    /// <summary>One plain sentence that says what the status rests on.</summary>
    public string Explanation => Explanations.Of(Finding);
}

/// <summary>What became of a sign since an earlier day.</summary>
public enum RowChange : byte
{
    Same,

    /// <summary>Seen now, not seen before.</summary>
    Appeared,

    /// <summary>Seen before, not seen now.</summary>
    Lapsed,

    /// <summary>Seen before and now, with newer support.</summary>
    Renewed,

    /// <summary>Any other change of status.</summary>
    Changed,
}
