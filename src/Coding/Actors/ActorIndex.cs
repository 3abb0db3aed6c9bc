using Tocsin.Events;
using Tocsin.Language;

namespace Tocsin.Coding;

/// <summary>
/// Who is who: countries, offices and their holders, bodies, groups and sector words, as the files of one folder say.
/// Read-only after loading and shared by all threads.
/// </summary>
public sealed class ActorIndex
{
    [ThreadStatic]
    static ActorSearch? search;

    readonly Dictionary<(string Code, string Office), List<Tenure>> holders;

    readonly Dictionary<string, ActorCode> byAlpha2 = new(StringComparer.Ordinal);

    ActorIndex(ActorFiles files)
    {
        Phrases = files.Phrases;
        Countries = [.. files.Countries];
        foreach (var country in Countries)
        {
            if (country.Alpha2 is { } alpha2)
                byAlpha2.TryAdd(alpha2, country.Code);
        }
        holders = files.Holders;
    }

    internal Phrases<ActorEntry> Phrases { get; }

    public IReadOnlyList<Country> Countries { get; }

    /// <summary>Loads the files of a folder.</summary>
    /// <exception cref="DataFaultException">A file is not sound; the message names file, line and reason.</exception>
    public static ActorIndex Load(string actorsFolder)
    {
        var files = new ActorFiles(actorsFolder);
        return files.Faults.Count == 0 ? new ActorIndex(files) : throw new DataFaultException(files.Faults);
    }

    /// <summary>Everything that is wrong with the files of a folder.</summary>
    public static IReadOnlyList<DataFault> Check(string actorsFolder) => new ActorFiles(actorsFolder).Faults;

    /// <summary>
    /// Adds the actors that an analysed document names to <paramref name="found"/>, in text order and without overlap.
    /// The day decides who holds an office; without one a holder's name counts for any day.
    /// </summary>
    public void Find(Document document, DateOnly? day, List<ActorMention> found)
    {
        search ??= new ActorSearch();
        search.Find(this, document, day, found);
    }

    /// <summary>The name of who holds an office on a day, where the files know one and only one.</summary>
    public string? Holder(ActorCode code, string office, DateOnly day) => HolderOn(code, office, day)?.Name;

    /// <summary>The country of a two-letter code (ISO 3166-1); null for none.</summary>
    internal ActorCode? CountryOf(string alpha2) => byAlpha2.TryGetValue(alpha2, out var code) ? code : null;

    internal Person? HolderOn(ActorCode code, string office, DateOnly? day)
    {
        if (day is not { } at || code.IsOpen)
            return null;
        var key = code.IsBody ? code.ToString() : code.Country!;
        if (!holders.TryGetValue((key, office), out var tenures))
            return null;
        Person? holder = null;
        foreach (var tenure in tenures)
        {
            if (!tenure.Holds(at) || ReferenceEquals(holder, tenure.Person))
                continue;
            if (holder is not null)
                return null;
            holder = tenure.Person;
        }
        return holder;
    }
}
