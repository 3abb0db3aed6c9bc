using System.Globalization;
using Tocsin.Archive;
using Tocsin.Events;

namespace Tocsin.Tests.Desk;

/// <summary>Stories with events coded by hand, as the coder would hand them to the archive.</summary>
static class HandCoded
{
    public const string AlertTitle = "Army on alert after barricades";

    public const string HostileTitle = "<script>alert('title')</script><img src=x onerror=alert(1)>";

    /// <summary>Three stories around north Kosovo at the end of 2022 and one of 2023 that is hostile.</summary>
    public static IReadOnlyList<ArrivedStory> Stories { get; } = [Barricades(), Alert(), Denial(), Hostile()];

    static ArrivedStory Barricades() => new Telling(
            "barricades", "Roads to Jarinje blocked", "2022-12-11",
            "Serbs blocked the main roads near Jarinje with lorries. NATO peacekeepers watched.\n\nNobody was injured.")
        .Place("Jarinje", "XK", 43.23, 20.69)
        .Event(EventType.Protest, "obstruct", "blocked", "Serbs=XKX:ETH:SRB", "", "Serbs blocked the main roads near Jarinje with lorries.")
        .Kept();

    static ArrivedStory Alert() => new Telling(
            "alert", AlertTitle, "2022-12-28",
            "Serbia put its army on alert near Kosovo, President Vučić said. Kosovo refused to take the barricades down.")
        .Said("President Vučić=SRB:GOV", "said", "Serbia put its army on alert near Kosovo")
        .Event(EventType.Mobilize, "troops", "put its army on alert", "Serbia=SRB", "Kosovo=XKX",
            "Serbia put its army on alert near Kosovo, President Vučić said.", outlet: 0, isSaid: true)
        .Event(EventType.Reject, "change", "refused", "Kosovo=XKX", "", "Kosovo refused to take the barricades down.")
        .Kept();

    static ArrivedStory Denial() => new Telling(
            "denial", "Minister plays alert down", "2022-12-29",
            "The army was not put on alert, the minister said. Serbia and Kosovo will talk in Brussels.")
        .Said("the minister=SRB:GOV", "said", "The army was not put on alert")
        .Event(EventType.Mobilize, "troops", "put on alert", "The army=SRB:MIL", "",
            "The army was not put on alert, the minister said.", value: -2.8, outlet: 0, isSaid: true)
        .Kept();

    static ArrivedStory Hostile() => new Telling(
            "hostile", HostileTitle, "2023-05-31",
            "A <script>alert('text')</script> & \"quoted\" man attacked police in Zvečan.\n\n<b>Bold</b> claims followed.",
            outlet: "<svg onload=alert(2)>", url: "javascript:alert(3)")
        .Place("Zvečan", "XK", 42.907, 20.84)
        .Event(EventType.Assault, "primitive", "attacked", "man=---", "police=XKX:COP",
            "A <script>alert('text')</script> & \"quoted\" man attacked police in Zvečan.")
        .Kept();

    /// <summary>Builds one story; every phrase is found in the text and becomes a passage.</summary>
    sealed class Telling(
        string id, string title, string published, string text, string outlet = "Hand-made digests", string? url = null)
    {
        readonly List<CodedEvent> events = [];

        readonly List<Attribution> said = [];

        readonly DateTimeOffset publishedAt = new(
            DateOnly.ParseExact(published, "yyyy-MM-dd", CultureInfo.InvariantCulture), new TimeOnly(8, 0), TimeSpan.Zero);

        Place? place;

        public Telling Place(string name, string country, double latitude, double longitude)
        {
            place = new Place(Find(name), name, country, latitude, longitude, "pack:" + id);
            return this;
        }

        public Telling Said(string source, string cue, string content)
        {
            said.Add(new Attribution(Actor(source), Find(cue), [Find(content)], AttributionKind.Speech));
            return this;
        }

        public Telling Event(
            EventType type, string? mode, string trigger, string actor, string recipient, string evidence,
            double value = 2.8, double outlet = 2.8, bool isSaid = false)
        {
            events.Add(new CodedEvent
            {
                Type = type,
                Mode = mode,
                Actors = actor.Length == 0 ? [] : [Actor(actor)],
                Recipients = recipient.Length == 0 ? [] : [Actor(recipient)],
                Trigger = Find(trigger),
                Evidence = Find(evidence),
                Voices = isSaid ? [said[^1]] : [],
                Factuality = new Factuality(value, value < 0 ? FactualityStatus.Denied : FactualityStatus.Asserted),
                OutletFactuality = outlet == 0 ? Factuality.Unknown : new Factuality(outlet, FactualityStatus.Asserted),
                Time = new EventTime(null, Day, Day, TimeRelation.Current),
                Place = place,
                Confidence = 0.9,
            });
            return this;
        }

        public ArrivedStory Kept() => new(
            new CodedStory(
                new Story
                {
                    Id = id,
                    Title = title,
                    Text = text,
                    Outlet = outlet,
                    Url = url,
                    Language = "en",
                    PublishedAt = publishedAt,
                    Reconstructed = true,
                    References = [new Reference("Gazette", "Title of a source", published, "https://example.org/source")],
                },
                events, 2, 20)
            { Attributions = said },
            publishedAt, "test");

        DateOnly Day => DateOnly.FromDateTime(publishedAt.Date);

        Actor Actor(string named)
        {
            var parts = named.Split('=');
            return new Actor(Find(parts[0]), parts[0], parts[1] == "---" ? default : ActorCode.Parse(parts[1]), null);
        }

        Passage Find(string words)
        {
            var start = text.IndexOf(words, StringComparison.Ordinal);
            return start >= 0
                ? new Passage(start, start + words.Length)
                : throw new ArgumentException($"'{words}' is not in the text of {id}.", nameof(words));
        }
    }
}
