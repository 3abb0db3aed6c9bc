using System.Globalization;
using Tocsin.Events;
using Tocsin.Warning;

namespace Tocsin.Tests.Warning;

/// <summary>Event records and a small case made by hand.</summary>
static class Records
{
    static readonly Passage Whole = new(0, 4);

    public static DateOnly Day(string iso) => DateOnly.ParseExact(iso, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>One reading; actors and recipients are codes apart by spaces, "---" for an open one.</summary>
    public static Reading Reading(
        string day, EventType type, string actors, string recipients = "", string evidence = "Something happened.",
        double factuality = 3, double outlet = 3, string? voice = null, string? story = null, string? mode = null,
        Place? place = null, TimeRelation relation = TimeRelation.Current, string? arrived = null, long id = 1,
        string? outletName = "Wire", string? eventDay = null)
    {
        var published = new DateTimeOffset(Day(day), TimeOnly.MinValue, TimeSpan.Zero);
        var coded = new CodedEvent
        {
            Type = type,
            Mode = mode,
            Actors = Actors(actors),
            Recipients = Actors(recipients),
            Trigger = Whole,
            Evidence = Whole,
            Voices = voice is null ? [] : [new Attribution(Actors(voice)[0], null, [Whole], AttributionKind.Speech)],
            Factuality = new Factuality(factuality, FactualityStatus.Asserted),
            OutletFactuality = new Factuality(outlet, FactualityStatus.Asserted),
            Time = new EventTime(null, Day(eventDay ?? day), Day(eventDay ?? day), relation),
            Place = place,
            Confidence = 1,
        };
        return new Reading(
            id, story ?? $"story-{day}-{id}", coded, evidence, outletName, null, published,
            arrived is null ? published : new DateTimeOffset(Day(arrived), TimeOnly.MinValue, TimeSpan.Zero), false);
    }

    public static EventRecord Record(params Reading[] readings) => new(readings);

    /// <summary>Coverage of some coded stories a day.</summary>
    public static Coverage Read(string from, string to, int stories = 2)
    {
        var days = new List<CoverageDay>();
        for (var day = Day(from); day <= Day(to); day = day.AddDays(1))
            days.Add(new CoverageDay(day, "Wire", stories, stories));
        return new Coverage(days);
    }

    public static readonly Area Area = new(["Zvečan", "north Kosovo"], [new GeoBox(42.8, 20.4, 43.3, 21.0)]);

    public static readonly IReadOnlyDictionary<Role, RolePlayer> Players = new Dictionary<Role, RolePlayer>
    {
        [Role.Challenger] = new("Serbia", [ActorCode.Parse("SRB")]),
        [Role.Target] = new("Kosovo", [ActorCode.Parse("XKX")]),
        [Role.Guarantor] = new("NATO", [ActorCode.Parse("IGO:NATO")]),
    };

    public static ActorTerm Term(string text) =>
        ActorTerm.TryParse(text, out var term) ? term : throw new FormatException(text);

    /// <summary>"The challenger mobilises"; two stories about the case count as having looked.</summary>
    public static readonly EventPredicate Mobilises = new()
    {
        Types = [EventType.Mobilize],
        Actors = [Term("challenger")],
    };

    public static Sign Sign(string id, params EventPredicate[] predicates) =>
        new(id, id, false, Cost.Medium, predicates, new LookingRule("Two stories of the case.", [], 2));

    public static Indicator Indicator(string id, params EventPredicate[] predicates) => new(
        id, id, false, null, predicates, null, null, Cost.High, 30, new LookingRule("Two stories of the case.", [], 2),
        new Dictionary<string, Fit>(), []);

    public static WarningProblem Problem(params Indicator[] indicators) => new(
        "case", "Case", "Will it happen?", "", 90, 365, Day("2022-07-31"), Players, [], Area,
        [new Hypothesis("force", "Force."), new Hypothesis("pressure", "Pressure.")], indicators, ["past"], [], []);

    static List<Actor> Actors(string codes) =>
    [
        .. codes.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(code =>
            new Actor(Whole, code, code == "---" ? default : ActorCode.Parse(code), null)),
    ];
}
