namespace Tocsin.Events;

/// <summary>
/// A place that the text names. <paramref name="Country"/> is ISO 3166-1 alpha-2 (Kosovo <c>XK</c>); coordinates are
/// WGS 84 degrees; <paramref name="Gazetteer"/> names the entry (<c>geonames:790702</c>, <c>pack:banjska</c>). All are
/// null for a place that no gazetteer knows.
/// </summary>
public sealed record Place(
    Passage Passage, string Name, string? Country, double? Latitude, double? Longitude, string? Gazetteer);
