namespace Tocsin.Coding;

/// <summary>What a place is.</summary>
public enum PlaceKind : byte
{
    Country,
    Region,
    District,
    Capital,
    Town,
    Suburb,
    Village,
    Crossing,
    Bridge,
    Base,
    River,
    Lake,
    Mountain,
    Area,
    Monastery,
    Plant,
}

/// <summary>
/// A place that a document names: tokens from <paramref name="First"/> up to, not including, <paramref name="End"/>.
/// <paramref name="Country"/> is ISO 3166-1 alpha-2 (Kosovo <c>XK</c>), coordinates are WGS 84 degrees,
/// <paramref name="Id"/> names the entry: <c>geonames:790702</c>, <c>pack:banjska</c>, <c>country:SRB</c> or
/// <c>region:UA.11</c>. Country, coordinates and entry are null for a place that no gazetteer knows.
/// </summary>
public readonly record struct PlaceMention(
    int First, int End, string Name, string? Country, double? Latitude, double? Longitude, string? Id, PlaceKind Kind);
