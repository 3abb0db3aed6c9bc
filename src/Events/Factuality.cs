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
