namespace Tocsin.Warning.Histories;

/// <summary>The scheme that an event's code belongs to.</summary>
public enum CodeSystem
{
    Cameo,
    Weis,
}

/// <summary>Kinds of events that CAMEO and WEIS can both be brought to: what a forecast looks at.</summary>
public enum EventClass
{
    Comment,
    Consult,
    VerbalCooperation,
    MaterialCooperation,
    Yield,
    Request,
    Accuse,
    Reject,
    Demand,
    Threaten,
    Protest,
    Posture,
    Reduce,
    Coerce,
    Force,
}

/// <summary>What the roots of the two code systems mean. A root is the number in a code's first two characters.</summary>
public static class EventRoots
{
    public const int Classes = 15;

    /// <summary>The highest root: 20 in CAMEO, 22 in WEIS; the lowest is 1.</summary>
    public static int Highest(CodeSystem system) => system == CodeSystem.Weis ? 22 : 20;

    /// <summary>
    /// Material conflict: CAMEO 15 to 20, the usual quad class, in which protest (14) is verbal; WEIS 18 to 22.
    /// </summary>
    public static bool IsMaterialConflict(CodeSystem system, int root) =>
        root >= (system == CodeSystem.Weis ? 18 : 15) && root <= Highest(system);

    public static EventClass ClassOf(CodeSystem system, int root) =>
        system == CodeSystem.Weis ? OfWeis(root) : OfCameo(root);

    /// <summary>Deeds of conflict.</summary>
    public static bool IsMaterial(this EventClass kind) =>
        kind is EventClass.Posture or EventClass.Reduce or EventClass.Coerce or EventClass.Force;

    /// <summary>Words of conflict, and protest.</summary>
    public static bool IsHostile(this EventClass kind) => kind is EventClass.Accuse or EventClass.Reject
        or EventClass.Demand or EventClass.Threaten or EventClass.Protest;

    /// <summary>Everything else.</summary>
    public static bool IsFriendly(this EventClass kind) => !kind.IsMaterial() && !kind.IsHostile();

    /// <summary>Goldstein-like intensity of a class, -10 (force) to +7: rounded means of the published weights.</summary>
    public static double Intensity(EventClass kind) => kind switch
    {
        EventClass.Comment => 0,
        EventClass.Consult => 1.5,
        EventClass.Yield => 5,
        EventClass.VerbalCooperation => 4,
        EventClass.MaterialCooperation => 7,
        EventClass.Request => 0.5,
        EventClass.Accuse => -2.5,
        EventClass.Reject => -4,
        EventClass.Demand => -5,
        EventClass.Threaten => -6.5,
        EventClass.Protest => -6.5,
        EventClass.Posture => -7,
        EventClass.Reduce => -5,
        EventClass.Coerce => -7,
        EventClass.Force => -10,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown class of events."),
    };

    static EventClass OfCameo(int root) => root switch
    {
        1 => EventClass.Comment,
        2 => EventClass.Request,
        3 or 5 => EventClass.VerbalCooperation,
        4 => EventClass.Consult,
        6 or 7 => EventClass.MaterialCooperation,
        8 => EventClass.Yield,
        9 or 11 => EventClass.Accuse,
        10 => EventClass.Demand,
        12 => EventClass.Reject,
        13 => EventClass.Threaten,
        14 => EventClass.Protest,
        15 => EventClass.Posture,
        16 => EventClass.Reduce,
        17 => EventClass.Coerce,
        18 or 19 or 20 => EventClass.Force,
        _ => throw new ArgumentOutOfRangeException(nameof(root), root, "CAMEO's roots are 1 to 20."),
    };

    static EventClass OfWeis(int root) => root switch
    {
        1 => EventClass.Yield,
        2 => EventClass.Comment,
        3 => EventClass.Consult,
        4 or 5 or 8 or 10 => EventClass.VerbalCooperation,
        6 or 7 => EventClass.MaterialCooperation,
        9 => EventClass.Request,
        11 or 14 => EventClass.Reject,
        12 or 13 => EventClass.Accuse,
        15 => EventClass.Demand,
        16 or 17 => EventClass.Threaten,
        18 => EventClass.Posture,
        19 => EventClass.Reduce,
        20 or 21 => EventClass.Coerce,
        22 => EventClass.Force,
        _ => throw new ArgumentOutOfRangeException(nameof(root), root, "WEIS's roots are 1 to 22."),
    };
}
