using Tocsin.Language;

namespace Tocsin.Coding;

/// <summary>
/// Where places are: the places of the packs (<c>data/places</c>), first-level divisions, countries, and the world's
/// populated places. Read-only after loading and shared by all threads.
/// </summary>
public sealed class Gazetteer
{
    [ThreadStatic]
    static PlaceSearch? search;

    Gazetteer(PlaceFiles files, PlaceTable table, IReadOnlyList<Country> countries)
    {
        (Named, Table) = (files.Named, table);
        foreach (var country in countries)
        {
            if (country.Alpha2 is null)
                continue;
            AlphaTwo[country.Code.ToString()] = country.Alpha2;
            var entry = new NamedPlace($"country:{country.Code}", country.Names[0], country.Alpha2, null,
                country.Point?.Latitude, country.Point?.Longitude, PlaceKind.Country);
            foreach (var name in country.Names)
                Named.Add(name.StartsWith("The ", StringComparison.OrdinalIgnoreCase) ? name[4..] : name, entry);
        }
        for (var i = 0; i < table.Regions.Count; i++)
            regionNumbers[table.Regions[i].Code] = i;
    }

    readonly Dictionary<string, int> regionNumbers = new(StringComparer.Ordinal);

    internal Phrases<NamedPlace> Named { get; }

    internal PlaceTable Table { get; }

    /// <summary>Number of places in the table of the world.</summary>
    public int TableSize => Table.Count;

    /// <summary>Alpha-2 by alpha-3.</summary>
    internal Dictionary<string, string> AlphaTwo { get; } = new(StringComparer.Ordinal);

    /// <summary>Loads the packs of a folder and the table of the world's places from a models folder.</summary>
    /// <exception cref="DataFaultException">A pack is not sound.</exception>
    /// <exception cref="PlaceTableException">The table is missing or damaged.</exception>
    public static Gazetteer Load(string placesFolder, string modelsFolder, IReadOnlyList<Country> countries)
    {
        var table = PlaceTable.Load(Path.Combine(modelsFolder, "places", "cities.gazetteer"));
        var files = new PlaceFiles(placesFolder, table);
        return files.Faults.Count == 0
            ? new Gazetteer(files, table, countries)
            : throw new DataFaultException(files.Faults);
    }

    /// <summary>Loads from a checkout's layout: actors beside the places, models beside the data.</summary>
    public static Gazetteer Load(string placesFolder) =>
        Load(placesFolder, ActorIndex.Load(Path.Combine(DataOf(placesFolder), "actors")).Countries);

    /// <summary>The same with countries that were read already.</summary>
    public static Gazetteer Load(string placesFolder, IReadOnlyList<Country> countries) =>
        Load(placesFolder, Path.Combine(Path.GetDirectoryName(DataOf(placesFolder))!, "models"), countries);

    static string DataOf(string placesFolder) =>
        Path.GetDirectoryName(Path.GetFullPath(placesFolder).TrimEnd(Path.DirectorySeparatorChar))!;

    /// <summary>Everything that is wrong with the packs of a folder.</summary>
    public static IReadOnlyList<DataFault> Check(string placesFolder) => new PlaceFiles(placesFolder, null).Faults;

    /// <summary>
    /// Adds the places that an analysed document names, in text order and without overlap. Names of the persons and
    /// bodies among <paramref name="actors"/> are no places; the countries among them are context.
    /// </summary>
    public void Find(Document document, IReadOnlyList<ActorMention> actors, List<PlaceMention> found)
    {
        search ??= new PlaceSearch();
        search.Find(this, document, actors, found);
    }

    internal int RegionNumber(string code) => regionNumbers.GetValueOrDefault(code, -1);
}

/// <summary>A place of the packs, a region or a country. <paramref name="Region"/> is a region's own code.</summary>
sealed record NamedPlace(
    string Id, string Name, string? Country, string? Region, double? Latitude, double? Longitude, PlaceKind Kind);
