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
    readonly PhraseSet phrases;

    public Area(IReadOnlyList<string> names, IReadOnlyList<GeoBox> boxes)
    {
        Names = names;
        Boxes = boxes;
        phrases = new PhraseSet(names);
    }

    public IReadOnlyList<string> Names { get; }

    public IReadOnlyList<GeoBox> Boxes { get; }

    /// <summary>
    /// True where the event's place lies in a box or bears a watched name, or where the sentence names one: a
    /// sentence may place its event in a country at large and yet name the village.
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
        return (place is not null && phrases.IsIn(Folding.Fold(place.Name))) || phrases.IsIn(foldedSentence);
    }
}
