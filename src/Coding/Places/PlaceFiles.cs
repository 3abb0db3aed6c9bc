using System.Globalization;

namespace Tocsin.Coding;

/// <summary>Reads the place packs and the regions and says what is wrong with them.</summary>
sealed class PlaceFiles
{
    readonly List<DataFault> faults = [];
    readonly DataLines lines;
    readonly HashSet<string> ids = new(StringComparer.Ordinal);

    /// <summary>Without a table the regions' codes are not checked.</summary>
    public PlaceFiles(string folder, PlaceTable? table)
    {
        lines = new DataLines(folder, faults);
        ReadRegions(table?.Regions.ToDictionary(region => region.Code, StringComparer.Ordinal));
        ReadPacks();
    }

    public Phrases<NamedPlace> Named { get; } = new();

    public IReadOnlyList<DataFault> Faults => faults;

    void ReadRegions(Dictionary<string, RegionRow>? known)
    {
        foreach (var row in lines.Rows("regions", 2))
        {
            var names = DataLines.List(row[1]);
            if (row[0].Length < 4 || row[0][2] != '.' || names.Length == 0)
            {
                lines.Fault("A region needs a code like UA.11 and a name.");
                continue;
            }
            if (!ids.Add("region:" + row[0]))
                lines.Fault($"The region {row[0]} was listed before.");
            RegionRow? region = null;
            if (known is not null && !known.TryGetValue(row[0], out region))
                lines.Fault($"'{row[0]}' is no region of the table of places.");
            var place = new NamedPlace("region:" + row[0], names[0], row[0][..2], row[0], region?.Latitude,
                region?.Longitude, PlaceKind.Region);
            foreach (var name in names)
                Named.Add(name, place);
        }
    }

    void ReadPacks()
    {
        foreach (var row in lines.RowsBeside("regions", 6))
        {
            var names = DataLines.List(row[1]);
            var point = row[4].Split(' ');
            if (!DataLines.TryName<PlaceKind>(row[2], out var kind))
                lines.Fault($"'{row[2]}' is no kind of place.");
            if (row[0].Length == 0 || names.Length == 0 || row[5].Length == 0)
                lines.Fault("A place needs an id, a name and a source.");
            else if (row[3].Length != 2 && row[3] != "-")
                lines.Fault($"'{row[3]}' is no two-letter country, nor '-' for none.");
            else if (point.Length != 2 || !TryDegrees(point[0], 90, out var latitude)
                || !TryDegrees(point[1], 180, out var longitude))
                lines.Fault($"'{row[4]}' is no latitude and longitude.");
            else if (!ids.Add("pack:" + row[0]))
                lines.Fault($"The place {row[0]} was listed before.");
            else
            {
                var place = new NamedPlace("pack:" + row[0], names[0], row[3] == "-" ? null : row[3], null, latitude, longitude, kind);
                foreach (var name in names)
                    Named.Add(name, place);
            }
        }
    }

    static bool TryDegrees(string text, double most, out double degrees) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out degrees)
        && Math.Abs(degrees) <= most;
}
