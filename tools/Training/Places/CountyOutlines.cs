using System.Text.Json;

namespace Tocsin.Training.Places;

/// <summary>A county or state with the middle of its largest outline in degrees.</summary>
readonly record struct OutlinedArea(string Code, string Name, double Latitude, double Longitude);

/// <summary>
/// Reads counties and states of the United States from us-atlas' TopoJSON (outlines of the Census Bureau): arcs of
/// whole-number steps, shared by neighbours; a polygon is a list of arcs, a negative one run backwards.
/// </summary>
sealed class CountyOutlines
{
    readonly List<(double X, double Y)[]> arcs = [];

    public CountyOutlines(string path)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(path));
        var root = document.RootElement;
        var scale = Pair(root.GetProperty("transform").GetProperty("scale"));
        var translate = Pair(root.GetProperty("transform").GetProperty("translate"));
        foreach (var arc in root.GetProperty("arcs").EnumerateArray())
        {
            long x = 0, y = 0;
            var points = new List<(double, double)>();
            foreach (var step in arc.EnumerateArray())
            {
                x += step[0].GetInt64();
                y += step[1].GetInt64();
                points.Add(((x * scale.X) + translate.X, (y * scale.Y) + translate.Y));
            }
            arcs.Add([.. points]);
        }
        Counties = Areas(root, "counties");
        States = Areas(root, "states");
    }

    /// <summary>Counties by the five figures of their code, two of the state and three of their own.</summary>
    public IReadOnlyList<OutlinedArea> Counties { get; }

    public IReadOnlyList<OutlinedArea> States { get; }

    static (double X, double Y) Pair(JsonElement pair) => (pair[0].GetDouble(), pair[1].GetDouble());

    OutlinedArea[] Areas(JsonElement root, string name) =>
    [
        .. root.GetProperty("objects").GetProperty(name).GetProperty("geometries").EnumerateArray()
            .Select(geometry =>
            {
                var (latitude, longitude) = Middle(geometry);
                return new OutlinedArea(geometry.GetProperty("id").GetString()!,
                    geometry.GetProperty("properties").GetProperty("name").GetString()!, latitude, longitude);
            })
            .OrderBy(area => area.Code, StringComparer.Ordinal),
    ];

    /// <summary>The centroid of the largest outer ring, in the plane.</summary>
    (double Latitude, double Longitude) Middle(JsonElement geometry)
    {
        var polygons = geometry.GetProperty("type").GetString() == "Polygon"
            ? [geometry.GetProperty("arcs")] : geometry.GetProperty("arcs").EnumerateArray().ToArray();
        var (best, latitude, longitude) = (0.0, 0.0, 0.0);
        foreach (var polygon in polygons)
        {
            var ring = Ring(polygon[0]);
            var (area, x, y) = (0.0, 0.0, 0.0);
            for (var i = 0; i < ring.Count; i++)
            {
                var (one, next) = (ring[i], ring[(i + 1) % ring.Count]);
                var cross = (one.X * next.Y) - (next.X * one.Y);
                area += cross;
                x += (one.X + next.X) * cross;
                y += (one.Y + next.Y) * cross;
            }
            if (Math.Abs(area) > best)
                (best, latitude, longitude) = (Math.Abs(area), y / (3 * area), x / (3 * area));
        }
        return (latitude, longitude);
    }

    List<(double X, double Y)> Ring(JsonElement indexes)
    {
        var ring = new List<(double X, double Y)>();
        foreach (var index in indexes.EnumerateArray())
        {
            var number = index.GetInt32();
            var arc = number >= 0 ? arcs[number] : arcs[~number].Reverse();
            ring.AddRange(ring.Count > 0 ? arc.Skip(1) : arc);
        }
        return ring;
    }
}
