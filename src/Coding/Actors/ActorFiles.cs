using System.Globalization;
using Tocsin.Events;

namespace Tocsin.Coding;

/// <summary>Reads the actor files and says what is wrong with them.</summary>
sealed class ActorFiles
{
    /// <summary>Sources differ by some days on when an office was handed over.</summary>
    const int HandOverDays = 31;

    readonly List<DataFault> faults = [];
    readonly DataLines lines;
    readonly Dictionary<string, Country> countries = new(StringComparer.Ordinal);
    readonly Dictionary<string, Person> persons = new(StringComparer.Ordinal);
    readonly Dictionary<(EntryKind, string), (string Code, string Place)> taken = [];
    readonly HashSet<string> offices = new(StringComparer.Ordinal);
    readonly Dictionary<Tenure, (string File, int Line)> tenurePlaces = [];
    readonly HashSet<(Person, string)> known = [];
    readonly HashSet<string> phrases = new(StringComparer.OrdinalIgnoreCase);

    public ActorFiles(string folder)
    {
        lines = new DataLines(folder, faults);
        ReadCountries();
        ReadSectors();
        ReadPeoples();
        ReadBodies();
        ReadOffices();
        CheckHolders();
    }

    public Phrases<ActorEntry> Phrases { get; } = new();

    public IReadOnlyCollection<Country> Countries => countries.Values;

    public Dictionary<(string Code, string Office), List<Tenure>> Holders { get; } = [];

    public IReadOnlyList<DataFault> Faults => faults;

    /// <summary>Whether a file says something of the name, in whatever case.</summary>
    public bool Knows(string phrase) => phrases.Contains(phrase);

    void ReadCountries()
    {
        foreach (var row in lines.Rows("countries", 7))
        {
            if (!ActorCode.TryParse(row[0], out var code) || code.IsBody || code.Sector is not null)
            {
                lines.Fault($"'{row[0]}' is no country's code.");
                continue;
            }
            var names = DataLines.List(row[2]);
            if (names.Length == 0)
            {
                lines.Fault("The country has no name.");
                continue;
            }
            if (!TryPoint(row[6], out var point))
                lines.Fault($"'{row[6]}' is no latitude and longitude.");
            if (row[1].Length != 0 && (row[1].Length != 2 || !row[1].All(char.IsAsciiLetterUpper)))
                lines.Fault($"'{row[1]}' is no two-letter code.");
            var country = new Country(code, row[1].Length == 2 ? row[1] : null, names, DataLines.List(row[4]), point);
            if (!countries.TryAdd(row[0], country))
                lines.Fault($"The country {row[0]} was listed before.");
            var government = ActorCode.Parse(row[0] + ":GOV");
            Add(names, new ActorEntry(EntryKind.Country, code, names[0]));
            foreach (var word in DataLines.List(row[3]))
            {
                var shared = word[0] == '~';
                var kind = shared ? EntryKind.People : EntryKind.Adjective;
                Add([word.TrimStart('~')], new ActorEntry(kind, code, names[0])
                {
                    Ethnic = shared ? Folding.Fold(word[1..]).TrimEnd('s').ToUpperInvariant() : null,
                });
            }
            Add(country.Capitals, new ActorEntry(EntryKind.Capital, government, names[0]));
            Add(DataLines.List(row[5]), new ActorEntry(EntryKind.Seat, government, names[0]));
        }
    }

    void ReadSectors()
    {
        foreach (var row in lines.Rows("sectors", 3))
        {
            if (row[0] != "-" && !ActorCode.Sectors.Contains(row[0]))
            {
                lines.Fault($"'{row[0]}' is no sector.");
                continue;
            }
            var bracket = row[1].IndexOf('[', StringComparison.Ordinal);
            var word = (bracket < 0 ? row[1] : row[1][..bracket]).Trim();
            if (word is not ("noun" or "title" or "weak" or "people"))
            {
                lines.Fault($"'{row[1]}' is no use of a sector word: noun, title, weak or people.");
                continue;
            }
            var use = Enum.Parse<SectorUse>(word, ignoreCase: true);
            var office = bracket < 0 ? null : row[1][(bracket + 1)..].TrimEnd(']');
            if (office is not null)
                offices.Add(office);
            var entry = new ActorEntry(EntryKind.Sector, default, office ?? row[0])
            {
                Sector = row[0] == "-" ? null : row[0],
                Use = use,
                Office = office,
            };
            foreach (var listed in DataLines.List(row[2]))
            {
                var phrase = listed.TrimEnd('=');
                Add([phrase], entry);
                if (phrase == listed)
                    Phrases.Add(English.Plural(phrase), entry);
            }
        }
    }

    void ReadPeoples()
    {
        foreach (var row in lines.Rows("peoples", 2, required: false))
        {
            if (!ActorCode.TryParse("XXX:ETH:" + row[0], out _))
                lines.Fault($"'{row[0]}' is no tag of a people.");
            else
                Add(DataLines.List(row[1]), new ActorEntry(EntryKind.People, default, row[0]) { Ethnic = row[0] });
        }
    }

    void ReadBodies()
    {
        foreach (var row in lines.Rows("bodies", 5, required: false))
        {
            if (!ActorCode.TryParse(row[0], out var code) || (!code.IsBody && !countries.ContainsKey(code.Country!)))
            {
                lines.Fault($"'{row[0]}' is no actor's code.");
                continue;
            }
            if (!code.IsBody && code.Sector is { } sector && !ActorCode.Sectors.Contains(sector.Split(':')[0]))
                lines.Fault($"'{sector}' is no sector.");
            var names = DataLines.List(row[1]);
            if (names.Length == 0)
            {
                lines.Fault("The body has no name.");
                continue;
            }
            var (from, to) = Days(row[2], row[3]);
            var isOneBody = code.IsBody || code.Sector?.Contains(':', StringComparison.Ordinal) == true;
            foreach (var name in names)
                Add([name], new ActorEntry(EntryKind.Body, code, isOneBody ? names[0] : name) { From = from, To = to });
        }
    }

    void ReadOffices()
    {
        foreach (var row in lines.Rows("offices", 8, required: false))
        {
            var acting = row[2].EndsWith(" acting", StringComparison.Ordinal);
            var office = acting ? row[2][..^7] : row[2];
            if (!offices.Contains(office) && !office.StartsWith("other:", StringComparison.Ordinal))
                lines.Fault($"'{office}' is no office of the sectors files.");
            if (!ActorCode.TryParse(row[3], out var code) || (!code.IsBody && !countries.ContainsKey(code.Country!)))
            {
                lines.Fault($"'{row[3]}' is no actor's code.");
                continue;
            }
            if (row[0].Length == 0 || row[7].Length == 0)
            {
                lines.Fault("A holder needs a name and a source.");
                continue;
            }
            var (from, to) = Days(row[5], row[6]);
            if (from is not { } start)
            {
                lines.Fault("A holder needs a first day.");
                continue;
            }
            if (!persons.TryGetValue(Folding.Fold(row[0]), out var person))
            {
                persons.Add(Folding.Fold(row[0]), person = new Person(row[0]));
                Add([row[0]], new ActorEntry(EntryKind.Person, default, row[0]) { Person = person });
            }
            AddNames(person, row[1], row[4]);
            var tenure = new Tenure(person, office, code, start, to, acting) { SurelyTo = FirstDay(row[6]) };
            person.Tenures.Add(tenure);
            person.Tenures.Sort((one, other) => one.From.CompareTo(other.From));
            var key = (code.IsBody ? row[3] : code.Country!, office);
            if (!Holders.TryGetValue(key, out var holders))
                Holders.Add(key, holders = []);
            holders.Add(tenure);
            tenurePlaces[tenure] = lines.Position;
        }
    }

    void AddNames(Person person, string others, string family)
    {
        foreach (var other in DataLines.List(others))
        {
            phrases.Add(other);
            if (known.Add((person, Folding.Fold(other))) && Folding.Fold(other) != Folding.Fold(person.Name))
                Phrases.Add(other, new ActorEntry(EntryKind.Person, default, person.Name) { Person = person });
        }
        foreach (var name in DataLines.List(family))
        {
            phrases.Add(name);
            if (known.Add((person, Folding.Fold(name))))
            {
                Phrases.Add(name, new ActorEntry(EntryKind.Person, default, person.Name)
                {
                    Person = person,
                    FamilyName = true,
                });
            }
        }
    }

    /// <summary>Two people in one office on one day, acting holders and days of uncertain dates aside.</summary>
    void CheckHolders()
    {
        foreach (var ((code, office), holders) in Holders)
        {
            if (office.StartsWith("other:", StringComparison.Ordinal))
                continue;
            var inOrder = holders.Where(tenure => !tenure.Acting).OrderBy(tenure => tenure.From).ToList();
            for (var i = 1; i < inOrder.Count; i++)
            {
                var (before, after) = (inOrder[i - 1], inOrder[i]);
                if (ReferenceEquals(before.Person, after.Person) || before.Code != after.Code)
                    continue;
                if (before.SurelyTo is not { } end || end.DayNumber - after.From.DayNumber > HandOverDays)
                {
                    var (file, line) = tenurePlaces[after];
                    faults.Add(new DataFault(file, line,
                        $"{before.Person.Name} and {after.Person.Name} both hold the office {office} of {code} on " +
                        $"{after.From.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}."));
                }
            }
        }
    }

    void Add(IEnumerable<string> written, ActorEntry entry)
    {
        foreach (var listed in written)
        {
            var phrase = listed.StartsWith("the ", StringComparison.OrdinalIgnoreCase) ? listed[4..] : listed;
            phrases.Add(phrase);
            var meaning = entry.Code.ToString() + entry.Sector + entry.Office;
            var key = (entry.Kind, phrase);
            if (taken.TryGetValue(key, out var before))
            {
                if (before.Code != meaning && entry.Kind != EntryKind.Capital && entry is { From: null, To: null })
                    lines.Fault($"'{phrase}' already means {before.Code} ({before.Place}).");
                if (before.Code == meaning)
                    continue;
            }
            else
            {
                var (file, line) = lines.Position;
                taken.Add(key, (meaning, $"{Path.GetFileName(file)}:{line}"));
            }
            Phrases.Add(phrase, entry);
        }
    }

    (DateOnly? From, DateOnly? To) Days(string from, string to)
    {
        DateOnly? start = null, end = null;
        if (from.Length > 0 && !TryDays(from, out start, out _))
            lines.Fault($"'{from}' is no date.");
        if (to.Length > 0 && !TryDays(to, out _, out end))
            lines.Fault($"'{to}' is no date.");
        if (start > end)
            lines.Fault($"The last day {to} lies before the first day {from}.");
        return (start, end);
    }

    static DateOnly? FirstDay(string text) => TryDays(text, out var first, out _) ? first : null;

    /// <summary>First and last day of <c>2014</c>, <c>2014-02</c> or <c>2014-02-22</c>.</summary>
    static bool TryDays(string text, out DateOnly? first, out DateOnly? last)
    {
        first = last = null;
        var culture = CultureInfo.InvariantCulture;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", culture, DateTimeStyles.None, out var day))
            first = last = day;
        else if (DateOnly.TryParseExact(text, "yyyy-MM", culture, DateTimeStyles.None, out day))
            (first, last) = (day, day.AddMonths(1).AddDays(-1));
        else if (DateOnly.TryParseExact(text, "yyyy", culture, DateTimeStyles.None, out day))
            (first, last) = (day, day.AddYears(1).AddDays(-1));
        return first is not null;
    }

    static bool TryPoint(string text, out (double Latitude, double Longitude)? point)
    {
        point = null;
        if (text.Length == 0)
            return true;
        var parts = text.Split(' ');
        if (parts.Length != 2
            || !double.TryParse(parts[0], NumberStyles.Float, CultureInfo.InvariantCulture, out var latitude)
            || !double.TryParse(parts[1], NumberStyles.Float, CultureInfo.InvariantCulture, out var longitude)
            || Math.Abs(latitude) > 90 || Math.Abs(longitude) > 180)
            return false;
        point = (latitude, longitude);
        return true;
    }
}
