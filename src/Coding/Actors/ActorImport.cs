using System.Globalization;
using System.Text;

namespace Tocsin.Coding;

/// <summary>
/// Puts imported actors beside the program's own, as <c>bodies-imported.txt</c> and <c>sectors-imported.txt</c> in the folder
/// of actor files. What a file there says of a name already stays as it is; each name that is left out is a fault.
/// </summary>
public static class ActorImport
{
    const string Actors = "bodies-imported.txt";
    const string Agents = "sectors-imported.txt";

    /// <summary>Reads the dictionaries and writes the files anew, so that a second import replaces the first.</summary>
    /// <param name="folder">The folder of actor files (<c>data/actors</c>).</param>
    /// <param name="actors">Dictionaries of actors.</param>
    /// <param name="agents">Dictionaries of agents.</param>
    /// <param name="faults">What could not be taken over, with file, line and reason.</param>
    /// <returns>Numbers of names taken over: actors, agents.</returns>
    /// <exception cref="DataFaultException">The folder's own files are not sound.</exception>
    public static (int Actors, int Agents) Petrarch(
        string folder, IReadOnlyList<string> actors, IReadOnlyList<string> agents, List<DataFault> faults)
    {
        foreach (var file in new[] { Actors, Agents })
            File.Delete(Path.Combine(folder, file));
        var own = new ActorFiles(folder);
        if (own.Faults.Count > 0)
            throw new DataFaultException(own.Faults);
        var countries = own.Countries.Select(country => country.Code.Country!).ToHashSet(StringComparer.Ordinal);
        var people = new List<(string File, PetrarchEntry Entry)>();
        foreach (var path in actors)
        {
            using var reader = new StreamReader(path);
            people.AddRange(PetrarchDictionary.Actors(path, reader, countries.Contains, faults).Select(entry => (path, entry)));
        }
        var words = new List<(string File, PetrarchEntry Entry)>();
        foreach (var path in agents)
        {
            using var reader = new StreamReader(path);
            words.AddRange(PetrarchDictionary.Agents(path, reader, faults).Select(entry => (path, entry)));
        }
        return (
            Write(own, folder, Actors, people, entry => $"{entry.Code} | {{0}} | {Day(entry.From)} | {Day(entry.To)} | imported", faults),
            Write(own, folder, Agents, words, entry => $"{entry.Code} | noun | {{0}}", faults));
    }

    /// <summary>Writes a line for each name, drops the names that the check complains about, and then joins what is left.</summary>
    static int Write(
        ActorFiles own, string folder, string file, List<(string File, PetrarchEntry Entry)> entries, Func<PetrarchEntry, string> row,
        List<DataFault> faults)
    {
        var path = Path.Combine(folder, file);
        var names = entries.SelectMany(entry => entry.Entry.Names.Select(name => (entry.File, entry.Entry, Name: name))).ToList();
        names.RemoveAll(name => Dropped(own.Knows(name.Name.TrimEnd('=')), name.File, name.Entry, name.Name, "it is known here already"));
        names.RemoveAll(name => Dropped(name.Name.Contains('|', StringComparison.Ordinal) || name.Name.Contains(';', StringComparison.Ordinal), name.File, name.Entry, name.Name, "it has a mark of our files in it"));
        File.WriteAllLines(path, names.Select(name => Line(row(name.Entry), name.Name)));
        var complaints = ActorIndex.Check(folder).Where(fault => Path.GetFileName(fault.File) == file)
            .GroupBy(fault => fault.Line).ToDictionary(group => group.Key, group => group.First().Reason);
        var kept = names.Where((name, at) => !Dropped(complaints.TryGetValue(at + 1, out var reason), name.File, name.Entry, name.Name, reason ?? "")).ToList();
        if (kept.Count == 0)
        {
            File.Delete(path);
            return 0;
        }
        var text = new StringBuilder($"# Imported; written anew by each import. The format is that of the files beside it.{Environment.NewLine}");
        foreach (var entry in kept.GroupBy(name => name.Entry))
            text.AppendLine(Line(row(entry.Key), string.Join("; ", entry.Select(name => name.Name))));
        File.WriteAllText(path, text.ToString());
        return kept.Count;

        bool Dropped(bool drop, string from, PetrarchEntry entry, string name, string reason)
        {
            if (drop)
                faults.Add(new DataFault(from, entry.Line, $"'{name}' is left out: {reason}"));
            return drop;
        }
    }

    static string Line(string row, string names) => string.Format(CultureInfo.InvariantCulture, row, names);

    static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
