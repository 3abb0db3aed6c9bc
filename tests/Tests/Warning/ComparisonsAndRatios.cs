using Tocsin.Events;
using Tocsin.Warning;
using Xunit;

namespace Tocsin.Tests.Warning;

public sealed class ComparisonsAndRatios
{
    static readonly Sign Massing = Records.Sign("force-massing", Records.Mobilises);

    static readonly Sign Talks = Records.Sign("talks", new EventPredicate
    {
        Types = [EventType.Consult],
        Parties = [Records.Term("challenger"), Records.Term("target")],
    });

    static readonly Sign Proxies = Records.Sign("proxies", new EventPredicate
    {
        Types = [EventType.Aid],
        Actors = [Records.Term("challenger")],
        Recipients = [Records.Term("proxy")],
    });

    static readonly Coverage Year = Records.Read("2022-06-01", "2023-06-30", 1);

    static Playbook Past(string id, Outcome outcome, params (Sign Sign, string Date)[] steps) => new(
        id, id, outcome, Records.Day("2014-03-18"), "", "", Records.Players,
        [.. steps.Select(step => new PlaybookStep(
            $"{step.Sign.Id}-{step.Date}", step.Sign, Records.Day(step.Date), "", null, step.Sign.Predicates, []))], []);

    static readonly Playbook Escalated = Past(
        "past", Outcome.Escalated, (Massing, "2014-02-01"), (Talks, "2014-02-21"), (Proxies, "2014-03-01"));

    static Comparison Compare(RoleBinding binding, string asOf, params EventRecord[] records) => Comparisons.Compare(
        Records.Problem(), Escalated, records, Year, Records.Day(asOf), binding);

    [Fact]
    public void A_step_is_seen_absent_or_unknown_never_a_percentage()
    {
        var comparison = Compare(Records.Problem().Binding, "2023-05-31",
            Records.Record(Records.Reading("2023-05-20", EventType.Mobilize, "SRB:MIL", id: 1)),
            Records.Record(Records.Reading("2023-05-21", EventType.Accuse, "XKX", "SRB", id: 2)));
        Assert.Equal(IndicatorStatus.Seen, comparison.Steps[0].Finding.Status);
        Assert.Equal(IndicatorStatus.LookedAndAbsent, comparison.Steps[1].Finding.Status);
        Assert.Equal(IndicatorStatus.NotLooked, comparison.Steps[2].Finding.Status);
        Assert.Equal([Role.Proxy], comparison.Steps[2].Unbound);
        Assert.Equal(-45, comparison.Steps[0].DaysToOutcome);
    }

    [Fact]
    public void What_came_next_has_a_day_at_the_playbooks_pace()
    {
        var mobilised = Records.Record(Records.Reading("2023-05-20", EventType.Mobilize, "SRB:MIL"));
        var next = Compare(Records.Problem().Binding, "2023-05-31", mobilised).Next;
        Assert.Equal("talks", next[0].Step.Sign.Id);
        Assert.Equal(Records.Day("2023-06-09"), next[0].By);
        Assert.False(next[0].IsOverdue);
        Assert.True(Compare(Records.Problem().Binding, "2023-06-30", mobilised).Next[0].IsOverdue);
        Assert.Empty(Compare(Records.Problem().Binding, "2023-05-01", mobilised).Next);
    }

    [Fact]
    public void The_mirrored_binding_exchanges_challenger_and_target()
    {
        var mobilised = Records.Record(Records.Reading("2023-05-20", EventType.Mobilize, "XKX:COP"));
        var plain = Records.Problem().Binding;
        Assert.NotEqual(IndicatorStatus.Seen, Compare(plain, "2023-05-31", mobilised).Steps[0].Finding.Status);
        Assert.Equal(IndicatorStatus.Seen, Compare(plain.Mirror(), "2023-05-31", mobilised).Steps[0].Finding.Status);
        Assert.Equal("Serbia", plain.Mirror().Mirror().Name(Role.Challenger));
    }

    [Fact]
    public void Every_set_of_comparisons_holds_the_mirror_and_the_look_alike()
    {
        var calm = Past("calm", Outcome.Fizzled, (Massing, "2014-02-01"), (Talks, "2014-02-10"));
        var packs = new Packs([], [Escalated, calm], [], [Massing, Talks, Proxies]);
        var problem = Records.Problem() with { Playbooks = ["past", "calm"] };
        var set = Comparisons.Read(problem, packs, [], Year, Records.Day("2023-05-31"));
        Assert.Equal(2, set.Plain.Count);
        Assert.All(set.Mirrored, one => Assert.True(one.Binding.IsMirrored));
        Assert.Equal("calm", Assert.Single(set.Fizzled).Playbook.Id);
        Assert.Equal("proxies", Assert.Single(set.Telling).Sign.Id);
    }

    [Fact]
    public void Later_stories_do_not_change_an_earlier_comparison()
    {
        var early = Records.Record(Records.Reading("2023-05-20", EventType.Accuse, "XKX", "SRB", id: 1));
        var late = Records.Record(Records.Reading("2023-06-20", EventType.Mobilize, "SRB", eventDay: "2023-05-21", id: 2));
        var without = Compare(Records.Problem().Binding, "2023-05-31", early);
        var with = Compare(Records.Problem().Binding, "2023-05-31", early, late);
        Assert.Equal(without.Steps.Select(step => step.Explanation), with.Steps.Select(step => step.Explanation));
    }

    [Fact]
    public void Three_playbooks_teach_almost_nothing_and_the_interval_says_so()
    {
        var other = Past("other", Outcome.Escalated, (Massing, "2014-02-01"), (Proxies, "2014-02-11"));
        var calm = Past("calm", Outcome.Fizzled, (Massing, "2014-02-01"));
        var ratios = SignRatios.Learn([Escalated, other, calm], [Massing, Talks, Proxies]);
        var proxies = ratios["proxies"];
        Assert.Equal((2, 2, 0, 1), (proxies.EscalatedWith, proxies.Escalated, proxies.FizzledWith, proxies.Fizzled));
        Assert.True(proxies.IfSeen.Median > 1);
        Assert.True(proxies.IfSeen.High / proxies.IfSeen.Low > 20);
        Assert.True(proxies.IfAbsent.Median < 1);
        // Shared by all: it says nothing either way.
        Assert.InRange(ratios["force-massing"].IfSeen.Median, 0.8, 1.3);
        Assert.False(ratios["force-massing"].IfSeen.TellsApart);
    }

    [Fact]
    public void Many_cases_narrow_the_interval()
    {
        var many = Enumerable.Range(0, 40).Select(i => i % 2 == 0
            ? Past($"e{i}", Outcome.Escalated, (Proxies, "2014-02-01"))
            : Past($"f{i}", Outcome.Fizzled, (Talks, "2014-02-01"))).ToList();
        var ratio = SignRatios.Learn(many, [Proxies, Talks])["proxies"];
        Assert.True(ratio.IfSeen.TellsApart);
        Assert.True(ratio.IfSeen.Low > 5);
        Assert.Equal(19, SignRatios.Learn(many, [Proxies], except: "e0")["proxies"].Escalated);
    }

    [Theory]
    [InlineData(0.5, 0.5, 0.5, 0.5)]
    [InlineData(1, 1, 0.3, 0.3)]
    [InlineData(2, 3, 0.4, 0.5248)]
    [InlineData(2.5, 0.5, 0.9, 0.48959)]
    public void The_beta_distribution_agrees_with_known_values(double a, double b, double x, double cdf)
    {
        var beta = new BetaDistribution(a, b);
        Assert.Equal(cdf, beta.Cdf(x), 4);
        Assert.Equal(x, beta.Quantile(beta.Cdf(x)), 6);
    }

    [Fact]
    public void Weeks_count_by_quad_class_and_know_their_outages()
    {
        EventRecord[] records =
        [
            Records.Record(Records.Reading("2023-05-16", EventType.Assault, "SRB", "XKX", id: 1)),
            Records.Record(Records.Reading("2023-05-17", EventType.Consult, "SRB XKX", id: 2)),
            Records.Record(Records.Reading("2023-05-17", EventType.Assault, "CHN", "IND", id: 3)),
            Records.Record(Records.Reading("2023-05-17", EventType.Assault, "SRB", "XKX", factuality: -3, id: 4)),
            Records.Record(Records.Reading("2023-06-17", EventType.Assault, "SRB", "XKX", id: 5)),
        ];
        var weeks = Series.Weekly(
            records, Records.Read("2023-05-08", "2023-05-21", 1), Records.Day("2023-05-10"), Records.Day("2023-05-24"),
            [new Dyad(ActorCode.Parse("XKX"), ActorCode.Parse("SRB"))]);
        Assert.Equal(3, weeks.Count);
        Assert.Equal(Records.Day("2023-05-08"), weeks[0].Monday);
        Assert.Equal((1, 1), (weeks[1].MaterialConflict, weeks[1].VerbalCooperation));
        Assert.Equal(2, weeks[1].Total);
        Assert.Equal(7, weeks[0].CodedStories);
        Assert.True(weeks[2].IsOutage);
    }
}
