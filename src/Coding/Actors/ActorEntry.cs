using Tocsin.Events;

namespace Tocsin.Coding;

/// <summary>What a phrase of the actor files is.</summary>
enum EntryKind : byte
{
    Body,
    Country,
    Seat,
    Adjective,
    People,
    Capital,
    Person,
    Sector,
}

/// <summary>How a sector word is used; see the head of the sectors file.</summary>
enum SectorUse : byte
{
    Noun,
    Title,
    Weak,
    People,
}

/// <summary>
/// One entry of the actor files: what its phrases mean. <paramref name="Code"/> is the country or the body, open for
/// sectors and persons. <c>From</c> and <c>To</c> bound the days on which the phrase means it.
/// </summary>
sealed record ActorEntry(EntryKind Kind, ActorCode Code, string Name)
{
    public string? Sector { get; init; }

    public SectorUse Use { get; init; }

    /// <summary>Key under which the holders of an office are kept ("president").</summary>
    public string? Office { get; init; }

    public Person? Person { get; init; }

    /// <summary>A bare family name, which counts only for somebody in office or named in full before.</summary>
    public bool FamilyName { get; init; }

    /// <summary>Tag of a people that lives in several states ("SERB").</summary>
    public string? Ethnic { get; init; }

    public DateOnly? From { get; init; }

    public DateOnly? To { get; init; }

    public bool HoldsOn(DateOnly? day) =>
        day is not { } at || ((From is null || From <= at) && (To is null || at <= To));
}

/// <summary>Somebody who held offices, the latest last.</summary>
sealed class Person(string name)
{
    public string Name { get; } = name;

    public List<Tenure> Tenures { get; } = [];

    /// <summary>
    /// The code on a day: that of the office held; the bare country before and after; without a day that of the office
    /// if all offices had the same code, else the country.
    /// </summary>
    public ActorCode CodeOn(DateOnly? day)
    {
        if (day is { } at)
        {
            for (var i = Tenures.Count - 1; i >= 0; i--)
            {
                if (Tenures[i].Holds(at))
                    return Tenures[i].Code;
            }
        }
        else if (Tenures.TrueForAll(tenure => tenure.Code == Tenures[0].Code))
        {
            return Tenures[0].Code;
        }
        var country = Tenures.Find(tenure => tenure.Code.Country is not null)?.Code.Country;
        return country is null ? default : ActorCode.Parse(country);
    }

    public bool InOffice(DateOnly? day) => day is not { } at || Tenures.Exists(tenure => tenure.Holds(at));
}

/// <summary>
/// A person in an office, both days inclusive. Where a source gives a month or a year only, the first possible day is
/// <paramref name="From"/> and the last possible day is <paramref name="To"/>; an unknown end is null.
/// </summary>
sealed record Tenure(Person Person, string Office, ActorCode Code, DateOnly From, DateOnly? To, bool Acting)
{
    /// <summary>The first possible last day.</summary>
    public DateOnly? SurelyTo { get; init; }

    public bool Holds(DateOnly day) => From <= day && (To is null || day <= To);
}
