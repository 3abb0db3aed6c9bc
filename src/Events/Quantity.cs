namespace Tocsin.Events;

/// <summary>How many of what: "about 48 military bases" is 48, "military bases", approximate.</summary>
public sealed record Quantity(Passage Passage, double Value, string Unit, bool Approximate);
