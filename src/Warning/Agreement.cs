using System.Diagnostics.CodeAnalysis;
using Tocsin.Events;

namespace Tocsin.Warning;

/// <summary>What was agreed, clause by clause, and what became of it.</summary>
public sealed record Agreement(
    string Id, string Title, IReadOnlyList<ActorCode> Parties, IReadOnlyList<ActorCode> Guarantors, DateOnly Concluded,
    IReadOnlyList<Acceptance> Acceptances, IReadOnlyList<Clause> Clauses);

/// <summary>How a party took an agreement on.</summary>
[SuppressMessage("Naming", "CA1720:Identifier contains type name", Justification = "A signed agreement.")]
public enum AcceptanceKind : byte
{
    Signed,
    Verbal,
    Adopted,
}

public sealed record Acceptance(
    ActorCode Party, AcceptanceKind How, string Position, IReadOnlyList<Reference> References);

/// <summary>One point of an agreement.</summary>
/// <param name="Obliged">Who owes it.</param>
/// <param name="Deadline">Last day on which it may be done; null where the text sets none.</param>
public sealed record Clause(
    string Id, string Title, string Text, IReadOnlyList<ActorCode> Obliged, DateOnly? Deadline,
    IReadOnlyList<ClauseStatement> Statements, IReadOnlyList<Reference> References)
{
    /// <summary>
    /// How the clause stands on a day: what the latest statement of each voice says; voices that differ make it
    /// disputed. Without a statement it is not due before its deadline and unclear afterwards or without one.
    /// </summary>
    public ClauseStatus StatusOn(DateOnly day)
    {
        var latest = Statements.Where(statement => statement.Date <= day)
            .GroupBy(statement => statement.Voice, StringComparer.Ordinal)
            .Select(voice => voice.MaxBy(statement => statement.Date)!.Status)
            .Distinct().ToList();
        return latest.Count switch
        {
            0 => Deadline is { } deadline && day <= deadline ? ClauseStatus.NotDue : ClauseStatus.Unclear,
            1 => latest[0],
            _ => latest.Where(status => status is not (ClauseStatus.Unclear or ClauseStatus.NotDue)).ToList() switch
            {
                [] => ClauseStatus.Unclear,
                [var only] => only,
                _ => ClauseStatus.Disputed,
            },
        };
    }
}

/// <summary>What somebody said on a day about a clause.</summary>
public sealed record ClauseStatement(
    DateOnly Date, ClauseStatus Status, string Voice, string Note, IReadOnlyList<Reference> References);

/// <summary>How a clause stands.</summary>
public enum ClauseStatus : byte
{
    Kept,
    Breached,
    Disputed,
    NotDue,
    Unclear,
}
