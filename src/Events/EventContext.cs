using System.Collections.Frozen;

namespace Tocsin.Events;

/// <summary>What it was about: PLOVER's general contexts, usable with any event type.</summary>
public static class EventContext
{
    /// <summary>All contexts of the manual of 2021, with hyphens where the manual has underscores.</summary>
    public static FrozenSet<string> All { get; } = new[]
    {
        "military", "intelligence", "executive", "legislative", "election", "political-institutions", "pro-democracy",
        "pro-autocracy", "economic", "legal", "reparations", "human-rights", "rights-freedoms", "repression",
        "human-security", "gender", "lgbt", "religion-ethnicity", "inequality", "diplomatic", "territory",
        "peacekeeping", "health", "asylum", "migration", "disasters", "natural-resource", "environment", "technology",
        "terrorism", "cbrn", "cyber", "misinformation", "crime", "corruption", "illegal-drugs", "trafficking",
    }.ToFrozenSet(StringComparer.Ordinal);
}
