using Tocsin.Coding;
using Tocsin.Events;
using Xunit;

namespace Tocsin.Tests.Coding;

/// <summary>What sentences with trees built by hand are coded as, with the shipped lexicon and actors.</summary>
public sealed class CodedSentences
{
    static readonly CodingResources Resources = CodingResources.Load(Repository.Path("data"), Repository.Path("models"));

    static IReadOnlyList<CodedEvent> Code(string lines)
    {
        var document = Trees.Of(lines);
        return new Coder(Resources).Code(new Story { Id = "s", Text = document.Text }, document).Events;
    }

    static string Parties(IReadOnlyList<Actor> actors) => string.Join(' ', actors.Select(actor => actor.Code));

    [Fact]
    public void The_agent_of_a_passive_is_the_actor()
    {
        var shelling = Assert.Single(Code("""
            Georgian georgian ADJ JJ 2 amod
            villages village NOUN NNS 4 nsubj:pass
            were be AUX VBD 4 aux:pass
            shelled shell VERB VBN 0 root
            by by ADP IN 7 case
            Russian russian ADJ JJ 7 amod
            troops troop NOUN NNS 4 obl:agent
            """));
        Assert.Equal(EventType.Assault, shelling.Type);
        Assert.Equal("heavy-weapons", shelling.Mode);
        Assert.Equal("RUS:MIL", Parties(shelling.Actors));
        Assert.Equal("GEO", Parties(shelling.Recipients));
        Assert.Equal(Factuality.Asserted, shelling.OutletFactuality);
    }

    [Fact]
    public void An_accusation_is_an_act_and_its_content_an_event_in_the_accusers_voice()
    {
        var events = Code("""
            Ukraine Ukraine PROPN NNP 2 nsubj
            accused accuse VERB VBD 0 root
            Russia Russia PROPN NNP 2 obj
            of of SCONJ IN 5 mark
            shelling shell VERB VBG 2 advcl
            Moldova Moldova PROPN NNP 5 obj
            """);
        Assert.Collection(
            events,
            accusation =>
            {
                Assert.Equal((EventType.Accuse, "allege"), (accusation.Type, accusation.Mode));
                Assert.Equal(("UKR", "RUS"), (Parties(accusation.Actors), Parties(accusation.Recipients)));
                Assert.Empty(accusation.Voices);
            },
            shelling =>
            {
                Assert.Equal(EventType.Assault, shelling.Type);
                Assert.Equal("MDA", Parties(shelling.Recipients));
                Assert.Equal("UKR", Assert.Single(shelling.Voices).Source!.Code.ToString());
                Assert.Equal(FactualityStatus.Unknown, shelling.OutletFactuality.Status);
            });
    }

    [Fact]
    public void A_verb_with_a_particle_that_has_no_entry_evokes_nothing() =>
        Assert.Empty(Code("""
            Police police NOUN NNS 2 nsubj
            kicked kick VERB VBD 0 root
            Russia Russia PROPN NNP 2 obj
            off off ADP RP 2 compound:prt
            """));

    [Fact]
    public void A_refusal_to_sign_is_a_rejection_and_no_signature()
    {
        var refusal = Assert.Single(Code("""
            Serbia Serbia PROPN NNP 2 nsubj
            refused refuse VERB VBD 0 root
            to to PART TO 4 mark
            sign sign VERB VB 2 xcomp
            the the DET DT 6 det
            agreement agreement NOUN NN 4 obj
            """));
        Assert.Equal((EventType.Reject, "SRB"), (refusal.Type, Parties(refusal.Actors)));
    }

    [Fact]
    public void Those_who_hold_talks_are_all_actors()
    {
        var talks = Assert.Single(Code("""
            Serbia Serbia PROPN NNP 4 nsubj
            and and CCONJ CC 3 cc
            Kosovo Kosovo PROPN NNP 1 conj
            held hold VERB VBD 0 root
            talks talk NOUN NNS 4 obj
            """));
        Assert.Equal(EventType.Consult, talks.Type);
        Assert.Equal("SRB XKX", Parties(talks.Actors));
        Assert.Empty(talks.Recipients);
    }

    [Fact]
    public void A_visit_to_come_is_an_agreement()
    {
        var visit = Assert.Single(Code("""
            Germany Germany PROPN NNP 3 nsubj
            will will AUX MD 3 aux
            host host VERB VB 0 root
            peace peace NOUN NN 5 compound
            talks talk NOUN NNS 3 obj
            """));
        Assert.Equal((EventType.Agree, "DEU"), (visit.Type, Parties(visit.Actors)));
        Assert.Equal(FactualityStatus.Asserted, visit.Factuality.Status);
    }

    [Fact]
    public void A_retreat_that_is_only_announced_is_a_concession_of_whoever_announces_it()
    {
        var announced = Assert.Single(Code("""
            Russia Russia PROPN NNP 2 nsubj
            said say VERB VBD 0 root
            it it PRON PRP 5 nsubj
            would would AUX MD 5 aux
            withdraw withdraw VERB VB 2 ccomp
            its its PRON PRP$ 7 nmod:poss
            troops troop NOUN NNS 5 obj
            """));
        Assert.Equal((EventType.Concede, "RUS"), (announced.Type, Parties(announced.Actors)));
        Assert.Empty(announced.Voices);
    }

    [Fact]
    public void An_announced_blockade_is_a_threat()
    {
        var threat = Assert.Single(Code("""
            Turkey Turkey PROPN NNP 2 nsubj
            said say VERB VBD 0 root
            it it PRON PRP 5 nsubj
            would would AUX MD 5 aux
            blockade blockade VERB VB 2 ccomp
            Armenia Armenia PROPN NNP 5 obj
            """));
        Assert.Equal((EventType.Threaten, "restrict"), (threat.Type, threat.Mode));
        Assert.Equal(("TUR", "ARM"), (Parties(threat.Actors), Parties(threat.Recipients)));
    }

    [Fact]
    public void What_somebody_says_that_another_must_do_is_a_request()
    {
        var request = Assert.Single(Code("""
            France France PROPN NNP 2 nsubj
            said say VERB VBD 0 root
            Iran Iran PROPN NNP 5 nsubj
            must must AUX MD 5 aux
            cooperate cooperate VERB VB 2 ccomp
            """));
        Assert.Equal((EventType.Request, "assist"), (request.Type, request.Mode));
        Assert.Equal(("FRA", "IRN"), (Parties(request.Actors), Parties(request.Recipients)));
    }

    [Fact]
    public void A_call_for_talks_is_no_meeting()
    {
        var call = Assert.Single(Code("""
            China China PROPN NNP 2 nsubj
            called call VERB VBD 0 root
            for for ADP IN 4 case
            talks talk NOUN NNS 2 obl
            with with ADP IN 6 case
            Japan Japan PROPN NNP 4 nmod
            """));
        Assert.Equal((EventType.Request, "meet"), (call.Type, call.Mode));
        Assert.Equal(("CHN", "JPN"), (Parties(call.Actors), Parties(call.Recipients)));
    }

    [Fact]
    public void Denied_attack_is_coded_as_not_factual()
    {
        var attack = Assert.Single(Code("""
            Israel Israel PROPN NNP 4 nsubj
            did do AUX VBD 4 aux
            not not PART RB 4 advmod
            attack attack VERB VB 0 root
            Lebanon Lebanon PROPN NNP 4 obj
            """));
        Assert.Equal(EventType.Assault, attack.Type);
        Assert.Equal((-3, FactualityStatus.Denied), (attack.Factuality.Value, attack.Factuality.Status));
    }

    [Fact]
    public void Numbers_of_people_are_the_people()
    {
        var protest = Assert.Single(Code("""
            Thousands thousand NOUN NNS 4 nsubj
            of of ADP IN 3 case
            Nigerians nigerian NOUN NNS 1 nmod
            protested protest VERB VBD 0 root
            """));
        Assert.Equal((EventType.Protest, "demo"), (protest.Type, protest.Mode));
        Assert.StartsWith("NGA", Parties(protest.Actors), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""
        Germany Germany PROPN NNP 2 nsubj
        attacked attack VERB VBD 0 root
        the the DET DT 4 det
        problem problem NOUN NN 2 obj
        """)]
    [InlineData("""
        France France PROPN NNP 2 nsubj
        beat beat VERB VBD 0 root
        Brazil Brazil PROPN NNP 2 obj
        in in ADP IN 6 case
        the the DET DT 7 det
        championship championship NOUN NN 2 obl
        """)]
    [InlineData("""
        Syrian syrian ADJ JJ 2 amod
        soldiers soldier NOUN NNS 4 nsubj:pass
        were be AUX VBD 4 aux:pass
        killed kill VERB VBN 0 root
        in in ADP IN 7 case
        an an DET DT 7 det
        earthquake earthquake NOUN NN 4 obl
        """)]
    [InlineData("""
        Serbia Serbia PROPN NNP 2 nsubj
        said say VERB VBD 0 root
        so so ADV RB 2 advmod
        """)]
    public void Figures_of_speech_sport_accidents_and_plain_reports_are_no_events(string lines) => Assert.Empty(Code(lines));

    [Fact]
    public void A_word_that_the_lemmatiser_got_wrong_is_found_by_its_form()
    {
        var shelling = Assert.Single(Code("""
            Syria Syria PROPN NNP 2 nsubj
            shelled shel VERB VBD 0 root
            Israel Israel PROPN NNP 2 obj
            """));
        Assert.Equal(EventType.Assault, shelling.Type);
    }
}
