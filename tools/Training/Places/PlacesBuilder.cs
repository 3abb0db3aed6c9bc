using System.Globalization;
using Tocsin.Coding;

namespace Tocsin.Training.Places;

/// <summary>
/// Builds the table of the world's places from GeoNames' cities file and the outlines of the counties of the United
/// States: <c>places --from cities500.txt --counties counties-10m.json --regions data/places/regions.txt --out FOLDER</c>.
/// </summary>
static class PlacesBuilder
{
    /// <summary>People of a county for want of a count: as many as make it known beside towns of its state.</summary>
    const int CountyPopulation = 60_000;

    public static int Run(IReadOnlyDictionary<string, string> options)
    {
        if (!options.TryGetValue("from", out var from) || !options.TryGetValue("counties", out var counties)
            || !options.TryGetValue("regions", out var names) || !options.TryGetValue("out", out var folder))
        {
            Console.Error.WriteLine("places --from FILE --counties FILE --regions FILE --out FOLDER");
            return 2;
        }
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, "cities.gazetteer");
        var regions = new Dictionary<string, (int Number, List<(double, double)> Points)>(StringComparer.Ordinal);
        var rows = new List<PlaceRow>();
        foreach (var line in File.ReadLines(from))
        {
            var fields = line.Split('\t');
            if (fields.Length >= 15 && Row(fields, regions) is { } row)
                rows.Add(row);
        }
        var outlines = new CountyOutlines(counties);
        var stateOf = StatesByName(names);
        rows.AddRange(Counties(outlines, stateOf, regions));
        var states = outlines.States.Where(state => stateOf.ContainsKey(state.Name))
            .ToDictionary(state => stateOf[state.Name], StringComparer.Ordinal);
        var middles = regions.OrderBy(region => region.Value.Number)
            .Select(region => states.TryGetValue(region.Key, out var state)
                ? new RegionRow(region.Key, state.Latitude, state.Longitude) : new RegionRow(region.Key,
                Middle([.. region.Value.Points.Select(point => point.Item1)]),
                Middle([.. region.Value.Points.Select(point => point.Item2)])))
            .ToList();
        PlaceTable.Write(path, rows, middles);
        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{path}: {rows.Count} places, {middles.Count} regions, {new FileInfo(path).Length} bytes"));
        return 0;
    }

    static PlaceRow? Row(string[] fields, Dictionary<string, (int Number, List<(double, double)> Points)> regions)
    {
        var culture = CultureInfo.InvariantCulture;
        var (country, kind) = (fields[8], fields[7]);
        var population = int.TryParse(fields[14], NumberStyles.None, culture, out var people) ? people : 0;
        if (country.Length != 2 || kind is "PPLW" or "PPLQ" or "PPLH" or "PPLCH")
            return null;
        var latitude = double.Parse(fields[4], culture);
        var longitude = double.Parse(fields[5], culture);
        var region = -1;
        if (fields[10].Length > 0)
        {
            var code = $"{country}.{fields[10]}";
            if (!regions.TryGetValue(code, out var known))
                regions.Add(code, known = (regions.Count, []));
            known.Points.Add((latitude, longitude));
            region = known.Number;
        }
        var names = fields[3].Split(',').Append(fields[2]).Where(IsReadable).ToHashSet(StringComparer.Ordinal);
        return new PlaceRow(int.Parse(fields[0], culture), fields[1], names, country, region, latitude, longitude,
            population, kind switch
            {
                "PPLC" => PlaceKind.Capital,
                "PPLX" => PlaceKind.Suburb,
                _ when population < 2000 => PlaceKind.Village,
                _ => PlaceKind.Town,
            });
    }

    /// <summary>Codes of the states by their names, from the list of regions.</summary>
    static Dictionary<string, string> StatesByName(string path) => File.ReadLines(path)
        .Where(line => line.StartsWith("US.", StringComparison.Ordinal))
        .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
        .ToDictionary(fields => fields[1].Split(';')[0], fields => fields[0], StringComparer.Ordinal);

    /// <summary>
    /// Counties under a negative number that is their code; cities that are counties themselves stand in the file.
    /// </summary>
    static IEnumerable<PlaceRow> Counties(
        CountyOutlines outlines, Dictionary<string, string> stateOf,
        Dictionary<string, (int Number, List<(double, double)> Points)> regions)
    {
        var states = outlines.States.ToDictionary(state => state.Code, state => state.Name, StringComparer.Ordinal);
        foreach (var county in outlines.Counties)
        {
            var code = int.Parse(county.Code, CultureInfo.InvariantCulture);
            if (code % 1000 >= 510 || !stateOf.TryGetValue(states.GetValueOrDefault(county.Code[..2], ""), out var state)
                || !regions.TryGetValue(state, out var region))
                continue;
            var name = county.Name + state switch { "US.LA" => " Parish", "US.AK" => " Borough", _ => " County" };
            yield return new PlaceRow(-code, name, [], "US", region.Number, Math.Round(county.Latitude, 5),
                Math.Round(county.Longitude, 5), CountyPopulation, PlaceKind.District);
        }
    }

    /// <summary>Names in Latin or Cyrillic letters; all-capital codes of airports and the like are left out.</summary>
    static bool IsReadable(string name) => name.Length > 2
        && name.All(c => c < 0x250 || c is >= '\u0400' and < '\u0500' or '’' or '‘' or >= '\u1E00' and < '\u1F00')
        && !(name.Length <= 4 && name.All(char.IsAsciiLetterUpper));

    /// <summary>Half-way between the ends, one place in five hundred left out at each: the middle of the land.</summary>
    static double Middle(double[] values)
    {
        Array.Sort(values);
        var cut = values.Length / 500;
        return (values[cut] + values[^(cut + 1)]) / 2;
    }
}
