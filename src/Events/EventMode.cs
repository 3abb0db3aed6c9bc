using System.Collections.Frozen;

namespace Tocsin.Events;

/// <summary>How it happened: PLOVER's mode of an event type, such as <c>heavy-weapons</c> of ASSAULT.</summary>
public static class EventMode
{
    static readonly FrozenDictionary<EventType, FrozenSet<string>> ByType = new Dictionary<EventType, string>
    {
        [EventType.Consult] = "visit third-party multilateral phone",
        [EventType.Retreat] = "withdraw release return disarm ceasefire access resign",
        [EventType.Request] = "assist change yield meet",
        [EventType.Accuse] = "disapprove investigate allege",
        [EventType.Reject] = "assist change yield meet",
        [EventType.Threaten] = "restrict arrest relations expel territory violence",
        [EventType.Protest] = "demo riot strike hunger boycott obstruct",
        [EventType.Sanction] = "convict expel withdraw discontinue",
        [EventType.Mobilize] = "troops weapons police militia",
        [EventType.Coerce] = "seize restrict ban censor curfew martial-law arrest deport withhold misinformation cyber",
        [EventType.Assault] = "abduct beat torture sexual targeted destroy primitive firearms explosives " +
            "suicide-attack aerial drone heavy-weapons crowd-control unconventional",
    }.ToFrozenDictionary(entry => entry.Key, entry => entry.Value.Split(' ').ToFrozenSet(StringComparer.Ordinal));

    /// <summary>The modes of a type; empty where PLOVER knows none.</summary>
    public static IReadOnlyCollection<string> Of(EventType type) =>
        ByType.TryGetValue(type, out var modes) ? modes : FrozenSet<string>.Empty;

    public static bool Exists(EventType type, string mode) =>
        ByType.TryGetValue(type, out var modes) && modes.Contains(mode);
}
