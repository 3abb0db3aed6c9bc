namespace Tocsin.Warning.Forecasts;

/// <summary>One forecast to make: an undirected dyad at the end of a week's Sunday.</summary>
/// <param name="Week">Weeks since week 0.</param>
/// <param name="Dyad">Place in <see cref="DyadWeeks.Dyads"/>.</param>
/// <param name="IsHard">No week of the last twelve reached the threshold.</param>
/// <param name="Outcome">One of the next weeks, up to the horizon, reaches the threshold.</param>
public readonly record struct DyadWeek(int Week, int Dyad, bool IsHard, bool Outcome);

/// <summary>Two actors in ordinal order, joined by a hyphen in names; which of them acted does not count.</summary>
/// <param name="First">Place in <see cref="Histories.EventHistory.Actors"/>.</param>
public readonly record struct UndirectedDyad(int First, int Second, string Name);

/// <summary>What is asked of a backtest.</summary>
/// <param name="Horizon">Weeks ahead that a forecast speaks of, 1 and up.</param>
/// <param name="Threshold">Material-conflict events that make a conflict week, 1 and up.</param>
/// <param name="Train">Share of the weeks to learn from, between 0 and 1.</param>
public sealed record BacktestQuestion(int Horizon = 4, int Threshold = 5, double Train = 0.6);
