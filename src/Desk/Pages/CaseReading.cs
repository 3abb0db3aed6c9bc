using Tocsin.Events;
using Tocsin.Warning;

namespace Tocsin.Desk.Pages;

/// <summary>Everything that the desk shows of one problem on one day.</summary>
/// <param name="Records">Records about the problem: between its pairs or on its ground, newest first.</param>
/// <param name="Comparisons">With playbooks whose turning point lay before the day.</param>
/// <param name="Later">Playbooks left out because they were not yet past on the day.</param>
public sealed record CaseReading(
    WarningProblem Problem, DateOnly AsOf, Board Board, ComparisonSet Comparisons, IReadOnlyList<Playbook> Later,
    IReadOnlyList<HypothesisWeight> Hypotheses, IReadOnlyList<EventRecord> Records, IReadOnlyList<WeekCount> Weeks,
    IReadOnlyList<PlaceCount> Places, IReadOnlyList<Agreement> Agreements, int CodedStories, int Outlets)
{
    /// <summary>The newest happening that bears on a sign, with the sign; null where none does.</summary>
    public (BoardRow Row, Evidence Evidence)? Newest => Board.Rows
        .SelectMany(row => row.Finding.Evidence.Select(evidence => ((BoardRow Row, Evidence Evidence)?)(row, evidence)))
        .MaxBy(pair => pair!.Value.Evidence.Day);
}

/// <summary>How many records lie at a place, by quad class in the order of <see cref="QuadClass"/>.</summary>
public sealed record PlaceCount(
    string Name, string? Country, double Latitude, double Longitude, IReadOnlyList<int> ByQuad, DateOnly Last)
{
    public int Total => ByQuad.Sum();
}
