using Tocsin.Events;
using Tocsin.Warning;
using Xunit;

namespace Tocsin.Tests.Warning;

/// <summary>The predicates of the sample case on records coded by hand.</summary>
public sealed class NorthKosovo
{
    static readonly Packs Packs = Packs.Load(Repository.Path("data")).Packs;

    static readonly WarningProblem Problem = Packs.Problem("north-kosovo")!;

    static readonly Coverage Coverage = Records.Read("2022-07-01", "2023-10-31", 1);

    static readonly EventRecord[] History =
    [
        One(1, "2022-12-11", EventType.Protest, "XKX:ETH:SERB", "", "Serbs closed the main roads in north Kosovo with lorries and put up barricades."),
        One(2, "2022-12-28", EventType.Mobilize, "SRB:GOV", "", "The Serbian defence minister announced the highest combat readiness."),
        One(3, "2022-12-30", EventType.Retreat, "SRB:GOV", "", "The president had ended the high alert of the army."),
        One(4, "2023-02-28", EventType.Agree, "SRB:GOV XKX:GOV", "", "They accepted a text of eleven articles in Brussels."),
        One(5, "2023-02-28", EventType.Consult, "SRB:GOV XKX:GOV", "", "The leaders met in Brussels."),
        One(6, "2023-03-19", EventType.Reject, "SRB:GOV", "", "The president said that he had signed nothing."),
        One(7, "2023-05-31", EventType.Mobilize, "IGO:NATO", "", "NATO announced 700 more troops for KFOR.", TimeRelation.Future),
        One(8, "2023-09-25", EventType.Assault, "---", "XKX:COP", "About thirty armed men ambushed Kosovo police near Banjska."),
        One(9, "2023-09-30", EventType.Mobilize, "SRB", "", "Serbia had deployed artillery and tanks along Kosovo.", voice: "USA:GOV", outlet: 0),
        One(10, "2023-02-24", EventType.Accuse, "XKX:GOV", "UAF:WAGNER", "The president alleged that Wagner brought weapons and unmarked uniforms into north Kosovo."),
    ];

    static EventRecord One(
        long id, string day, EventType type, string actors, string recipients, string evidence,
        TimeRelation relation = TimeRelation.Current, string? voice = null, double outlet = 3) =>
        Records.Record(Records.Reading(
            day, type, actors, recipients, evidence, relation: relation, voice: voice, outlet: outlet, id: id));

    static Finding On(string day, string indicator) =>
        Boards.Read(Problem, History, Coverage, Records.Day(day)).Rows
            .Single(row => row.Indicator.Id == indicator).Finding;

    [Theory]
    [InlineData("roads-blocked", "2022-12-20")]
    [InlineData("army-alert", "2022-12-29")]
    [InlineData("alert-ended", "2023-01-05")]
    [InlineData("talks-held", "2023-03-01")]
    [InlineData("something-settled", "2023-03-01")]
    [InlineData("will-not-sign", "2023-03-20")]
    [InlineData("kfor-on-the-ground", "2023-06-01")]
    [InlineData("unmarked-armed-men", "2023-09-26")]
    [InlineData("police-or-mission-attacked", "2023-09-26")]
    [InlineData("troops-near-line", "2023-10-01")]
    public void A_sign_that_was_told_is_seen(string indicator, string day) =>
        Assert.Equal(IndicatorStatus.Seen, On(day, indicator).Status);

    [Theory]
    [InlineData("roads-blocked", "2022-12-10")]
    [InlineData("army-alert", "2023-03-20")]
    [InlineData("troops-near-line", "2023-09-29")]
    [InlineData("arms-brought-in", "2023-02-25")]
    [InlineData("foreign-fighters", "2023-02-25")]
    [InlineData("exercise-near-line", "2023-09-30")]
    public void Before_it_was_told_after_it_lapsed_or_where_it_is_only_alleged_it_is_not(string indicator, string day) =>
        Assert.NotEqual(IndicatorStatus.Seen, On(day, indicator).Status);

    [Fact]
    public void A_deployment_that_one_government_reports_stands_on_its_word() =>
        Assert.Equal((Standing.OneSided, "USA:GOV"),
            (On("2023-10-01", "troops-near-line").Standing, On("2023-10-01", "troops-near-line").Voices[0]));

    [Fact]
    public void The_match_with_past_plans_is_thin_and_mostly_unknown()
    {
        var set = Comparisons.Read(Problem, Packs, History, Coverage, Records.Day("2023-03-20"));
        Assert.Equal(3, set.Plain.Count);
        Assert.Equal(3, set.Mirrored.Count);
        Assert.Equal("ukraine-spring-2021", Assert.Single(set.Fizzled).Playbook.Id);
        Assert.All(set.Plain, one => Assert.True(
            one.Count(IndicatorStatus.NotLooked) > one.Count(IndicatorStatus.Seen), one.Playbook.Id));
        Assert.Equal(IndicatorStatus.Seen,
            set.With("crimea-2014")!.Steps.Single(step => step.Step.Sign.Id == "refusal-to-sign").Finding.Status);
    }
}
