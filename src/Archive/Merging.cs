using Tocsin.Events;

namespace Tocsin.Archive;

/// <summary>
/// Joins readings of one happening: same type, same parties, days at most one apart, places that do not contradict, and
/// the same side of yes and no or a denial of it. A record keeps every reading as it is: merging never upgrades certainty.
/// </summary>
public static class Merging
{
    const int DaysApart = 1;

    /// <summary>Records in the order of their first readings.</summary>
    public static IReadOnlyList<EventRecord> Merge(IReadOnlyList<Reading> readings)
    {
        var groups = new List<List<Reading>>();
        var byKey = new Dictionary<(EventType, string, string), List<List<Reading>>>();
        foreach (var reading in readings)
        {
            var key = (reading.Event.Type, Key(reading.Event.Actors), Key(reading.Event.Recipients));
            if (!byKey.TryGetValue(key, out var candidates))
                byKey[key] = candidates = [];
            var group = IsNamed(reading.Event) ? candidates.Find(other => Fits(other, reading)) : null;
            if (group is null)
            {
                group = [];
                groups.Add(group);
                candidates.Add(group);
            }
            group.Add(reading);
        }
        return [.. groups.Select(group => new EventRecord(group))];
    }

    /// <summary>An event of nobody knows whom on nobody knows whom is never taken for another.</summary>
    static bool IsNamed(CodedEvent coded) => coded.Actors.Count + coded.Recipients.Count > 0;

    /// <summary>With every reading of the group, not only one: else daily fighting would chain into one happening.</summary>
    static bool Fits(List<Reading> group, Reading reading) => group.TrueForAll(other =>
        Math.Abs(other.EventDay.DayNumber - reading.EventDay.DayNumber) <= DaysApart
        && Compatible(other.Event.Place, reading.Event.Place)
        && other.Event.Time.Relation == reading.Event.Time.Relation);

    static bool Compatible(Place? a, Place? b) =>
        a is null || b is null || string.Equals(a.Name, b.Name, StringComparison.OrdinalIgnoreCase)
        || (a.Gazetteer is not null && a.Gazetteer == b.Gazetteer);

    /// <summary>Codes in order; an open actor stands by its words.</summary>
    static string Key(IReadOnlyList<Actor> actors) => string.Join('|', actors
        .Select(actor => actor.Code.IsOpen ? "~" + actor.Text.ToLowerInvariant() : actor.Code.ToString())
        .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
}
