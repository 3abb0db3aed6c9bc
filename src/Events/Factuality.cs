namespace Tocsin.Events;

/// <summary>In what manner an event is presented.</summary>
public enum FactualityStatus : byte
{
    Asserted,
    Denied,
    Probable,
    Possible,
    Unlikely,
    Feared,
    Planned,
    Requested,
    Conditional,
    Hypothetical,
    Unknown,
}

/// <summary>
/// Whether it happened, as one voice presents it: <paramref name="Value"/> from −3 (certainly not) over 0 (unknown) to
/// +3 (certainly), and the manner. The scale is that of UDS-IH2 (Rudinger et al. 2018).
/// </summary>
public readonly record struct Factuality(double Value, FactualityStatus Status)
{
    /// <summary>Nothing is known: a claim that the outlet does not endorse.</summary>
    public static Factuality Unknown => new(0, FactualityStatus.Unknown);

    public static Factuality Asserted => new(3, FactualityStatus.Asserted);
}

/// <summary>Spelling of <see cref="FactualityStatus"/> in data.</summary>
public static class FactualityStatuses
{
    public static string Code(this FactualityStatus status) => status switch
    {
        FactualityStatus.Asserted => "asserted",
        FactualityStatus.Denied => "denied",
        FactualityStatus.Probable => "probable",
        FactualityStatus.Possible => "possible",
        FactualityStatus.Unlikely => "unlikely",
        FactualityStatus.Feared => "feared",
        FactualityStatus.Planned => "planned",
        FactualityStatus.Requested => "requested",
        FactualityStatus.Conditional => "conditional",
        FactualityStatus.Hypothetical => "hypothetical",
        FactualityStatus.Unknown => "unknown",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "Unknown status."),
    };

    public static bool TryParse(ReadOnlySpan<char> text, out FactualityStatus status)
    {
        foreach (var candidate in Enum.GetValues<FactualityStatus>())
        {
            if (text.SequenceEqual(candidate.Code()))
            {
                status = candidate;
                return true;
            }
        }
        status = default;
        return false;
    }
}
