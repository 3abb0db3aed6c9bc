using Tocsin.Events;

namespace Tocsin.Warning;

/// <summary>A box of WGS 84 degrees, borders included. Boxes do not cross the date line.</summary>
public readonly record struct GeoBox(double South, double West, double North, double East)
{
    public bool Contains(double latitude, double longitude) =>
        South <= latitude && latitude <= North && West <= longitude && longitude <= East;
}

/// <summary>The ground that a case watches: boxes on the map and names of places, in any spelling of marks.</summary>
public sealed class Area
{
    readonly string[] foldedNames;

    public Area(IReadOnlyList<string> names, IReadOnlyList<GeoBox> boxes)
    {
        Names = names;
        Boxes = boxes;
        foldedNames = [.. names.Select(Folding.Fold)];
    }

    public IReadOnlyList<string> Names { get; }

    public IReadOnlyList<GeoBox> Boxes { get; }

    /// <summary>
    /// True where the event's place lies in a box or bears a watched name, or where the sentence names one. A place
    /// with coordinates outside every box is outside, whatever else the sentence names.
    /// </summary>
    internal bool Holds(Place? place, string foldedSentence)
    {
        if (place is { Latitude: { } latitude, Longitude: { } longitude })
        {
            foreach (var box in Boxes)
            {
                if (box.Contains(latitude, longitude))
                    return true;
            }
        }
        if (place is not null && Named(Folding.Fold(place.Name)))
            return true;
        var outside = Boxes.Count > 0 && place is { Latitude: not null, Longitude: not null };
        return !outside && Named(foldedSentence);
    }

    bool Named(string folded)
    {
        foreach (var name in foldedNames)
        {
            if (Folding.Holds(folded, name))
                return true;
        }
        return false;
    }
}
