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
    Sea,
    Strait,
    Island,
    Desert,
    Continent,
}

/// <summary>
/// A place that a document names: tokens from <paramref name="First"/> up to, not including, <paramref name="End"/>.
/// <paramref name="Country"/> is ISO 3166-1 alpha-2 (Kosovo <c>XK</c>), coordinates are WGS 84 degrees,
/// <paramref name="Id"/> names the entry: <c>geonames:790702</c>, <c>us-county:21125</c>, <c>pack:banjska</c>, <c>country:SRB</c> or
/// <c>region:UA.11</c>. Country, coordinates and entry are null for a place that no gazetteer knows.
/// <paramref name="IsSeat"/> marks a place within an institution's name ("Paris Police Department"): it says where the
/// institution sits, and no event happens there for its sake. <paramref name="IsDoubtful"/> marks one that the name tagger
/// takes for a person or body: a place on the map, and nobody's country.
/// </summary>
public readonly record struct PlaceMention(
    int First, int End, string Name, string? Country, double? Latitude, double? Longitude, string? Id, PlaceKind Kind,
    bool IsSeat = false, bool IsDoubtful = false);
