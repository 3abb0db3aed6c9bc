using System.Globalization;
using Tocsin.Language;

namespace Tocsin.Training;

/// <summary>Names for <see cref="KnownNames"/>: countries and peoples of the actor lists, cities of GeoNames.</summary>
static class NameGazetteers
{
    const byte Country = 1;
    const byte People = 2;
    const byte City = 3;
    const byte BigCity = 4;
    const byte Body = 5;

    const int SmallestCity = 20_000;
    const int BigCityPopulation = 300_000;

    public static SortedDictionary<uint, byte> Read(string actorsFolder, string cities)
    {
        var phrases = new SortedDictionary<uint, byte>();
        var document = new Document();
        var splitter = new Splitter();
        var columns = new WordColumns(Clusters.None);
        foreach (var fields in File.ReadLines(cities).Select(line => line.Split('\t')).Where(fields => fields.Length > 14))
        {
            if (!long.TryParse(fields[14], CultureInfo.InvariantCulture, out var population) || population < SmallestCity)
                continue;
            Add(fields[1], population >= BigCityPopulation ? BigCity : City);
            Add(fields[2], population >= BigCityPopulation ? BigCity : City);
        }
        foreach (var fields in Rows("bodies.txt"))
        {
            foreach (var name in Names(fields, 1).Where(name => name.Any(char.IsUpper)))
                Add(name, Body);
        }
        foreach (var fields in Rows("countries.txt"))
        {
            foreach (var name in Names(fields, 4))
                Add(name, BigCity);
            foreach (var name in Names(fields, 3))
                Add(name.TrimStart('~'), People);
            foreach (var name in Names(fields, 2))
                Add(name, Country);
        }
        return phrases;

        IEnumerable<string[]> Rows(string file) => File.ReadLines(Path.Combine(actorsFolder, file))
            .Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split('|', StringSplitOptions.TrimEntries));

        static IEnumerable<string> Names(string[] fields, int column) => column < fields.Length
            ? fields[column].Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            : [];

        void Add(string name, byte kind)
        {
            document.Reset(name);
            splitter.Split(name, document);
            if (document.TokenCount is 0 or > KnownNames.LongestName || name.Length < 3)
                return;
            columns.Read(document);
            var phrase = 0u;
            for (var token = 0; token < document.TokenCount; token++)
                phrase = KnownNames.Extend(phrase, columns.Lower[token]);
            phrases[phrase] = kind;
        }
    }
}
