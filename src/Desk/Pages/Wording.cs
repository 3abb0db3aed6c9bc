using System.Globalization;
using Tocsin.Events;
using Tocsin.Warning;

namespace Tocsin.Desk.Pages;

/// <summary>How the desk puts data into words.</summary>
static class Wording
{
    /// <summary>A reading whose innermost voice gives at least this much says that it happened.</summary>
    const double Happened = 1;

    public static string Day(DateOnly day) => day.ToString("d MMM yyyy", CultureInfo.InvariantCulture);

    public static string Day(DateTimeOffset at) => Day(DateOnly.FromDateTime(at.Date));

    public static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static bool TryDay(string text, out DateOnly day) => DateOnly.TryParseExact(
        text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);

    public static string Number(int number) => number.ToString("#,0", CultureInfo.InvariantCulture);

    /// <summary>A number that names something, without grouping.</summary>
    public static string Id(long id) => id.ToString(CultureInfo.InvariantCulture);

    public static string Count(int number, string one, string many) => $"{Number(number)} {(number == 1 ? one : many)}";

    /// <summary>A value on the scale −3 … +3 with a true minus sign.</summary>
    public static string Value(double value) => value switch
    {
        > 0 => value.ToString("+0.0", CultureInfo.InvariantCulture),
        < 0 => "−" + (-value).ToString("0.0", CultureInfo.InvariantCulture),
        _ => "0",
    };

    public static string Certainty(Factuality factuality) => $"{factuality.Status.Code()} {Value(factuality.Value)}";

    /// <summary>Which of four line styles shows the certainty: what happened, may have, is unknown, did not.</summary>
    public static string CertaintyClass(Factuality factuality) => factuality.Value switch
    {
        <= -Happened => "no",
        >= 2 => "yes",
        > 0 => "maybe",
        _ => "open",
    };

    /// <summary>What the actor does, in the third person.</summary>
    public static string Verb(EventType type) => type switch
    {
        EventType.Agree => "agrees with",
        EventType.Consult => "talks with",
        EventType.Support => "backs",
        EventType.Concede => "gives way to",
        EventType.Cooperate => "works with",
        EventType.Aid => "helps",
        EventType.Retreat => "steps back from",
        EventType.Request => "asks something of",
        EventType.Accuse => "accuses",
        EventType.Reject => "refuses",
        EventType.Threaten => "threatens",
        EventType.Protest => "protests against",
        EventType.Sanction => "sanctions",
        EventType.Mobilize => "mobilises against",
        EventType.Coerce => "coerces",
        EventType.Assault => "attacks",
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "Unknown event type."),
    };

    public static string Quad(QuadClass quad) => quad.Code().Replace('-', ' ');

    /// <summary>The actor's known name, else the text's own words.</summary>
    public static string Name(Actor actor) => string.IsNullOrWhiteSpace(actor.Name) ? actor.Text : actor.Name;

    public static string Names(IReadOnlyList<Actor> actors) =>
        actors.Count == 0 ? "somebody" : string.Join(", ", actors.Select(Name).Distinct(StringComparer.Ordinal));

    /// <summary>Who does what to whom in one line, in the coder's terms.</summary>
    public static string Deed(CodedEvent coded)
    {
        if (coded.Recipients.Count > 0)
            return $"{Names(coded.Actors)} {Verb(coded.Type)} {Names(coded.Recipients)}";
        return IsMutual(coded)
            ? $"{Names(coded.Actors)} {Mutual(coded.Type)}"
            : $"{Names(coded.Actors)} {Verb(coded.Type)} …";
    }

    /// <summary>Several parties who do it with one another, none of them on the receiving side.</summary>
    public static bool IsMutual(CodedEvent coded) => coded.Recipients.Count == 0 && coded.Actors.Count > 1
        && coded.Type is (EventType.Agree or EventType.Consult or EventType.Cooperate);

    /// <summary>What parties do with one another.</summary>
    public static string Mutual(EventType type) => type switch
    {
        EventType.Agree => "agree",
        EventType.Consult => "talk with one another",
        _ => "work together",
    };

    /// <summary>The outlet's name for a sentence.</summary>
    public static string Outlet(string? outlet) => string.IsNullOrWhiteSpace(outlet) ? "An unnamed outlet" : outlet;

    /// <summary>The whole chain in words: "Gazette reports that the president says that this happened".</summary>
    public static string Chain(string? outlet, CodedEvent coded)
    {
        var chain = Outlet(outlet) + (coded.Voices.Count == 0 ? " reports in its own voice" : " reports");
        foreach (var voice in coded.Voices)
            chain += $" that {Voice(voice)} {Says(voice.Kind)}";
        return $"{chain} that {Happens(coded.Factuality)}.";
    }

    public static string Voice(Attribution voice) => voice.Source is null ? "an unnamed voice" : Name(voice.Source);

    public static string Says(AttributionKind kind) => kind switch
    {
        AttributionKind.Speech => "says",
        AttributionKind.Thought => "thinks",
        AttributionKind.Writing => "writes",
        AttributionKind.Perception => "sees",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown kind."),
    };

    static string Happens(Factuality factuality) => factuality.Status switch
    {
        FactualityStatus.Asserted => factuality.Value < 0 ? "this did not happen" : "this happened",
        FactualityStatus.Denied => "this did not happen",
        FactualityStatus.Probable => "this probably happened",
        FactualityStatus.Possible => "this may have happened",
        FactualityStatus.Unlikely => "this is unlikely",
        FactualityStatus.Feared => "this is feared",
        FactualityStatus.Planned => "this is planned",
        FactualityStatus.Requested => "this is asked for",
        FactualityStatus.Conditional => "this would happen under a condition",
        FactualityStatus.Hypothetical => "this is only supposed",
        FactualityStatus.Unknown => "this is said, without word on whether it is so",
        _ => throw new ArgumentOutOfRangeException(nameof(factuality), factuality, "Unknown status."),
    };

    /// <summary>What the outlet itself makes of it, where that differs from the innermost voice.</summary>
    public static string OutletPosition(CodedEvent coded)
    {
        if (coded.Voices.Count == 0)
            return "";
        return coded.OutletFactuality.Value switch
        {
            >= Happened => "The outlet itself holds it to be so.",
            <= -Happened => "The outlet itself holds that it is not so.",
            0 => "The outlet itself takes no position.",
            _ => $"The outlet itself: {Certainty(coded.OutletFactuality)}.",
        };
    }

    /// <summary>When it happened, as precisely as the text says.</summary>
    public static string When(EventTime time) => (time.From, time.To) switch
    {
        ({ } from, { } to) when from == to => Day(from),
        ({ } from, { } to) => $"{Day(from)} to {Day(to)}",
        ({ } from, null) => $"from {Day(from)}",
        (null, { } to) => $"up to {Day(to)}",
        _ => "day not given",
    };

    public static string Change(RowChange change) => change switch
    {
        RowChange.Same => "",
        RowChange.Appeared => "new",
        RowChange.Lapsed => "lapsed",
        RowChange.Renewed => "renewed",
        RowChange.Changed => "changed",
        _ => throw new ArgumentOutOfRangeException(nameof(change), change, "Unknown change."),
    };

    /// <summary>Days before or after the turning point of a past case: "T−24 d".</summary>
    public static string FromTurn(int days) => days switch
    {
        0 => "day T",
        < 0 => $"T−{Number(-days)} d",
        _ => $"T+{Number(days)} d",
    };
}
