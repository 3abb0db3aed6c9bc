using Tocsin.Archive;
using Tocsin.Events;

namespace Tocsin.Tests.Archive;

/// <summary>Stories with readings for tests of the archive.</summary>
static class Kept
{
    public static DateTimeOffset Day(int day) => new(2022, 8, day, 0, 0, 0, TimeSpan.Zero);

    public static ArrivedStory Story(
        string id, DateTimeOffset arrived, string text = "Serbian troops moved to Zvečan.", string outlet = "The Paper",
        params CodedEvent[] events) => new(
        new CodedStory(
            new Story { Id = id, Title = "Troops", Text = text, Outlet = outlet, PublishedAt = arrived }, events, 1, 5),
        arrived, "test");

    public static CodedEvent Event(
        string actor = "SRB:MIL", double factuality = 3, int day = 1, string? place = null, string words = "Serbian troops") => new()
        {
            Type = EventType.Mobilize,
            Actors = [new Actor(new Passage(0, 14), words, ActorCode.TryParse(actor, out var code) ? code : default, null)],
            Trigger = new Passage(15, 20),
            Evidence = new Passage(0, 31),
            Factuality = new Factuality(factuality, factuality < 0 ? FactualityStatus.Denied : FactualityStatus.Asserted),
            OutletFactuality = new Factuality(factuality, factuality < 0 ? FactualityStatus.Denied : FactualityStatus.Asserted),
            Time = new EventTime(null, new DateOnly(2022, 8, day), new DateOnly(2022, 8, day), TimeRelation.Current),
            Place = place is null ? null : new Place(new Passage(24, 30), place, "XK", 42.9, 20.8, null),
            Confidence = 0.9,
        };

    public static Reading Reading(long id, string story, CodedEvent coded) => new(
        id, story, coded, "", "The Paper", null, Day(1), Day(1), false);
}
