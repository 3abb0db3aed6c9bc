using Tocsin.Events;

namespace Tocsin.Warning;

/// <summary>One happening that bears on a sign, with the readings that say so.</summary>
/// <param name="Day">The day it is placed on, never after the day asked about.</param>
/// <param name="Supports">Readings that say that it happened.</param>
/// <param name="Denials">Readings that say that it did not, also of other records up to a fortnight away.</param>
/// <param name="Mentions">Readings that only fear, plan, ask for or suppose it.</param>
public sealed record Evidence(
    EventRecord Record, DateOnly Day, IReadOnlyList<Reading> Supports, IReadOnlyList<Reading> Denials,
    IReadOnlyList<Reading> Mentions)
{
    /// <summary>The reading to show first: a supporting one where there is any, the strongest for the outlet.</summary>
    public Reading Lead { get; } = (Supports.Count > 0 ? Supports : Denials.Count > 0 ? Denials : Mentions)
        .OrderByDescending(reading => reading.Event.OutletFactuality.Value)
        .ThenByDescending(reading => reading.Event.Factuality.Value)
        .ThenBy(reading => reading.ArrivedAt).ThenBy(reading => reading.Id).First();

    /// <summary>Supported by somebody, denied by nobody.</summary>
    public bool Stands => Supports.Count > 0 && Denials.Count == 0;

    /// <summary>Number of stories that support it: a story's own repetitions count once.</summary>
    public int Origins => Supports.Select(reading => reading.StoryId).Distinct(StringComparer.Ordinal).Count();
}

/// <summary>The status of a sign.</summary>
public enum IndicatorStatus : byte
{
    /// <summary>Too little was read to tell.</summary>
    NotLooked,

    LookedAndAbsent,

    Seen,

    /// <summary>All evidence is denied by some voice.</summary>
    Disputed,

    /// <summary>Those who said so have taken it back.</summary>
    Retracted,
}

/// <summary>Spelling of <see cref="IndicatorStatus"/> in data.</summary>
public static class IndicatorStatuses
{
    public static IReadOnlyList<IndicatorStatus> All { get; } = Enum.GetValues<IndicatorStatus>();

    public static string Code(this IndicatorStatus status) => status switch
    {
        IndicatorStatus.NotLooked => "not-looked",
        IndicatorStatus.LookedAndAbsent => "looked-and-absent",
        IndicatorStatus.Seen => "seen",
        IndicatorStatus.Disputed => "disputed",
        IndicatorStatus.Retracted => "retracted",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "Unknown status."),
    };

    /// <summary>The status in words for people.</summary>
    public static string Words(this IndicatorStatus status) => status switch
    {
        IndicatorStatus.NotLooked => "not looked",
        IndicatorStatus.LookedAndAbsent => "looked and absent",
        _ => status.Code(),
    };
}

/// <summary>On whose word a sign rests.</summary>
public enum Standing : byte
{
    /// <summary>On nobody's: there is no support.</summary>
    None,

    /// <summary>All support comes from one named voice or side; no outlet says so itself.</summary>
    OneSided,

    /// <summary>Several sides say so, no outlet itself.</summary>
    Claimed,

    /// <summary>An outlet says so in its own voice.</summary>
    Reported,
}

/// <summary>What was found about one sign.</summary>
/// <param name="Evidence">Support, disputed support and retracted support in the window, newest first.</param>
/// <param name="Mentions">Happenings only feared, planned or supposed, or only denied, newest first.</param>
/// <param name="LastSeen">Last day on which it was seen, also before the window; null if never.</param>
/// <param name="Voices">Who says so, where only named voices do: codes, or the words for an unnamed one.</param>
public sealed record Finding(
    IndicatorStatus Status, IReadOnlyList<Evidence> Evidence, IReadOnlyList<Evidence> Mentions, DateOnly? LastSeen,
    Looked Looked, Standing Standing, IReadOnlyList<string> Voices)
{
    /// <summary>Number of stories that support it.</summary>
    public int Origins => Evidence.SelectMany(item => item.Supports).Select(reading => reading.StoryId)
        .Distinct(StringComparer.Ordinal).Count();

    /// <summary>The first day of support within the window; null without support.</summary>
    public DateOnly? FirstSeen => Evidence.Count == 0 ? null : Evidence.Min(item => item.Day);
}
