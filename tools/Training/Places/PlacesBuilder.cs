using System.Globalization;
using Tocsin.Coding;

namespace Tocsin.Training.Places;

/// <summary>
/// Builds the table of the world's places from GeoNames' cities file: <c>places --from cities500.txt --out FOLDER</c>.
/// </summary>
static class PlacesBuilder
{
    /// <summary>Countries of which every place is kept, however small: where villages make the news.</summary>
    static readonly HashSet<string> Whole = new(
        "XK RS ME BA HR MK AL UA MD GE AM AZ BY IL PS LB SY".Split(' '), StringComparer.Ordinal);

    const int LeastPopulation = 1000;

    public static int Run(IReadOnlyDictionary<string, string> options)
    {
        if (!options.TryGetValue("from", out var from) || !options.TryGetValue("out", out var folder))
        {
            Console.Error.WriteLine("places --from FILE --out FOLDER");
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
        var middles = regions.OrderBy(region => region.Value.Number)
            .Select(region => new RegionRow(region.Key,
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
        if (population < LeastPopulation && kind is not ("PPLC" or "PPLA" or "PPLA2") && !Whole.Contains(country))
            return null;
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

    /// <summary>Names in Latin or Cyrillic letters; all-capital codes of airports and the like are left out.</summary>
    static bool IsReadable(string name) => name.Length > 2
        && name.All(c => c < 0x250 || c is >= '\u0400' and < '\u0500' or '’' or '‘' or >= '\u1E00' and < '\u1F00')
        && !(name.Length <= 4 && name.All(char.IsAsciiLetterUpper));

    /// <summary>Half-way between the 2nd and 98th percentile: the middle of the land, not of the people.</summary>
    static double Middle(double[] values)
    {
        Array.Sort(values);
        var cut = values.Length / 50;
        return (values[cut] + values[^(cut + 1)]) / 2;
    }
}
