namespace Tocsin.Warning.Histories;

/// <summary>One dated, directed event of an event set, before the filters of a backtest.</summary>
/// <param name="Actor">Who acts; CAMEO's source, reduced to a country, party or body.</param>
/// <param name="Recipient">On whom; CAMEO's target.</param>
/// <param name="Root">Root of the code, 1 and up; whether the code system has it is not known yet.</param>
public readonly record struct HistoryEvent(DateOnly Day, string Actor, string Recipient, int Root);

/// <summary>A row that was not taken.</summary>
/// <param name="Line">Line of the file, from 1.</param>
/// <param name="Reason">Why, as a clause.</param>
/// <param name="Text">The row.</param>
public sealed record DeadLetter(int Line, string Reason, string Text);
