using Tocsin.Events;
using Tocsin.Warning;
using Xunit;

namespace Tocsin.Tests.Warning;

public sealed class Predicates
{
    static readonly Passage Whole = new(0, 4);

    static bool Matches(EventPredicate predicate, Reading reading) =>
        Boards.Read(
            Records.Problem(Records.Indicator("one", predicate)), [Records.Record(reading)],
            Records.Read("2023-05-01", "2023-05-31"), Records.Day("2023-05-31"))
            .Rows[0].Finding.Evidence.Count == 1;

    static Reading Event(
        EventType type, string actors, string recipients = "", string evidence = "Something.", Place? place = null,
        string? mode = null, string? voice = null, double factuality = 3) =>
        Records.Reading("2023-05-20", type, actors, recipients, evidence, place: place, mode: mode, voice: voice,
            factuality: factuality);

    [Theory]
    [InlineData("challenger", "SRB:GOV", true)]
    [InlineData("challenger", "SRB", true)]
    [InlineData("challenger", "XKX", false)]
    [InlineData("challenger:MIL", "SRB:MIL", true)]
    [InlineData("challenger:MIL", "SRB:GOV", false)]
    [InlineData("guarantor", "IGO:NATO", true)]
    [InlineData("guarantor", "IGO:NATOPOL", false)]
    [InlineData("SRB", "SRB:MED", true)]
    [InlineData("SRB", "SRB:ETH:SERB", false)]
    [InlineData("target", "XKX:ETH:SERB", false)]
    [InlineData("target", "XKX:COP", true)]
    [InlineData("challenger", "SRB:MED", false)]
    [InlineData("challenger", "SRB:CVL", false)]
    [InlineData("SRB:GOV", "SRB", false)]
    [InlineData("open", "---", true)]
    [InlineData("open", "SRB", false)]
    [InlineData("proxy", "SRB:PAR", false)]
    public void An_actor_term_covers_its_role_code_and_sector(string term, string actor, bool matches) =>
        Assert.Equal(matches, Matches(
            new EventPredicate { Types = [EventType.Assault], Actors = [Records.Term(term)] },
            Event(EventType.Assault, actor)));

    [Fact]
    public void Direction_matters_and_reciprocal_events_have_both()
    {
        var predicate = new EventPredicate
        {
            Types = [EventType.Agree, EventType.Assault],
            Actors = [Records.Term("challenger")],
            Recipients = [Records.Term("target")],
        };
        Assert.True(Matches(predicate, Event(EventType.Assault, "SRB", "XKX:COP")));
        Assert.False(Matches(predicate, Event(EventType.Assault, "XKX:COP", "SRB")));
        Assert.True(Matches(predicate, Event(EventType.Agree, "XKX:GOV SRB:GOV")));
        Assert.False(Matches(predicate, Event(EventType.Agree, "SRB:GOV SRB:MIL")));
    }

    [Fact]
    public void All_parties_must_take_part_and_none_that_is_ruled_out()
    {
        var both = new EventPredicate
        {
            Types = [EventType.Consult],
            Parties = [Records.Term("challenger"), Records.Term("target")],
            Without = [Records.Term("guarantor")],
        };
        Assert.True(Matches(both, Event(EventType.Consult, "SRB", "XKX")));
        Assert.False(Matches(both, Event(EventType.Consult, "SRB", "FRA")));
        Assert.False(Matches(both, Event(EventType.Consult, "SRB XKX IGO:NATO")));
    }

    [Fact]
    public void The_area_holds_places_in_its_box_and_names_in_any_spelling()
    {
        var predicate = new EventPredicate { Types = [EventType.Protest], InArea = true };
        var inside = new Place(Whole, "Rudare", "XK", 42.92, 20.83, null);
        var outside = new Place(Whole, "Belgrade", "RS", 44.8, 20.5, null);
        Assert.True(Matches(predicate, Event(EventType.Protest, "---", place: inside)));
        Assert.False(Matches(predicate, Event(EventType.Protest, "---", place: outside)));
        Assert.True(Matches(predicate, Event(EventType.Protest, "---", evidence: "People stood in Zvecan.")));
        Assert.True(Matches(predicate, Event(EventType.Protest, "---", place: new Place(Whole, "ZVEČAN", null, null, null, null))));
        Assert.False(Matches(predicate, Event(EventType.Protest, "---", evidence: "People stood in Zvecanska street.")));
    }

    [Fact]
    public void Words_match_at_word_starts_and_an_asterisk_leaves_the_end_open()
    {
        var predicate = new EventPredicate { Types = [EventType.Coerce], Words = ["barricade*", "armed men"] };
        Assert.True(Matches(predicate, Event(EventType.Coerce, "---", evidence: "Barricades went up.")));
        Assert.True(Matches(predicate, Event(EventType.Coerce, "---", evidence: "They saw ARMED MEN, they said.")));
        Assert.False(Matches(predicate, Event(EventType.Coerce, "---", evidence: "Disarmed men left.")));
        Assert.False(Matches(predicate, Event(EventType.Coerce, "---", evidence: "Armed mentors left.")));
    }

    [Fact]
    public void Modes_and_voices_are_asked_for_only_where_given()
    {
        var predicate = new EventPredicate
        {
            Types = [EventType.Mobilize],
            Modes = ["troops"],
            Voices = [Records.Term("target")],
        };
        Assert.True(Matches(predicate, Event(EventType.Mobilize, "SRB", mode: "troops", voice: "XKX:GOV")));
        Assert.False(Matches(predicate, Event(EventType.Mobilize, "SRB", mode: "police", voice: "XKX:GOV")));
        Assert.False(Matches(predicate, Event(EventType.Mobilize, "SRB", mode: "troops")));
    }

    [Fact]
    public void A_denial_can_itself_be_the_sign()
    {
        var denial = new EventPredicate
        {
            Types = [EventType.Assault],
            Actors = [Records.Term("challenger")],
            Voices = [Records.Term("challenger")],
            MinimumFactuality = -3,
            MaximumFactuality = -1,
        };
        Assert.True(Matches(denial, Event(EventType.Assault, "SRB", voice: "SRB:GOV", factuality: -3)));
        Assert.False(Matches(denial, Event(EventType.Assault, "SRB", voice: "SRB:GOV")));
        Assert.False(Matches(denial, Event(EventType.Assault, "SRB", voice: "XKX:GOV", factuality: -3)));
    }

    [Fact]
    public void An_announced_march_is_no_march_unless_announcing_is_the_sign()
    {
        var planned = Records.Reading("2023-05-20", EventType.Retreat, "SRB", relation: TimeRelation.Future);
        var retreats = new EventPredicate { Types = [EventType.Retreat] };
        Assert.False(Matches(retreats, planned));
        Assert.True(Matches(retreats with { Announced = true }, planned));
        Assert.False(Matches(retreats with { Announced = true },
            Records.Reading("2023-05-20", EventType.Retreat, "SRB", relation: TimeRelation.Future, factuality: -3)));
    }
}
