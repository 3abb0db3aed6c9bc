namespace Tocsin.Events;

/// <summary>What happened: the sixteen event types of PLOVER (Open Event Data Alliance, manual of 2021).</summary>
public enum EventType : byte
{
    Agree,
    Consult,
    Support,
    Concede,
    Cooperate,
    Aid,
    Retreat,
    Request,
    Accuse,
    Reject,
    Threaten,
    Protest,
    Sanction,
    Mobilize,
    Coerce,
    Assault,
}

/// <summary>Names and classes of <see cref="EventType"/>.</summary>
public static class EventTypes
{
    public static IReadOnlyList<EventType> All { get; } = Enum.GetValues<EventType>();

    /// <summary>PLOVER's own spelling: <c>ASSAULT</c>.</summary>
    public static string Code(this EventType type) => type switch
    {
        EventType.Agree => "AGREE",
        EventType.Consult => "CONSULT",
        EventType.Support => "SUPPORT",
        EventType.Concede => "CONCEDE",
        EventType.Cooperate => "COOPERATE",
        EventType.Aid => "AID",
        EventType.Retreat => "RETREAT",
        EventType.Request => "REQUEST",
        EventType.Accuse => "ACCUSE",
        EventType.Reject => "REJECT",
        EventType.Threaten => "THREATEN",
        EventType.Protest => "PROTEST",
        EventType.Sanction => "SANCTION",
        EventType.Mobilize => "MOBILIZE",
        EventType.Coerce => "COERCE",
        EventType.Assault => "ASSAULT",
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "Unknown event type."),
    };

    /// <summary>Reads PLOVER's spelling, upper or lower case.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out EventType type)
    {
        foreach (var candidate in All)
        {
            if (text.Equals(candidate.Code(), StringComparison.OrdinalIgnoreCase))
            {
                type = candidate;
                return true;
            }
        }
        type = default;
        return false;
    }

    /// <summary>The four-way class in records: PROTEST and SANCTION are material conflict.</summary>
    public static QuadClass Quad(this EventType type) => type switch
    {
        EventType.Agree or EventType.Consult or EventType.Support or EventType.Concede => QuadClass.VerbalCooperation,
        EventType.Cooperate or EventType.Aid or EventType.Retreat => QuadClass.MaterialCooperation,
        EventType.Request or EventType.Accuse or EventType.Reject or EventType.Threaten => QuadClass.VerbalConflict,
        EventType.Protest or EventType.Sanction or EventType.Mobilize or EventType.Coerce or EventType.Assault =>
            QuadClass.MaterialConflict,
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "Unknown event type."),
    };
}
