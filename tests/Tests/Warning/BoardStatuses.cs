using Tocsin.Events;
using Tocsin.Warning;
using Xunit;

namespace Tocsin.Tests.Warning;

public sealed class BoardStatuses
{
    static readonly DateOnly AsOf = Records.Day("2023-05-31");

    static readonly Coverage Month = Records.Read("2023-05-01", "2023-05-31");

    static BoardRow Row(Coverage coverage, params EventRecord[] records) => Row(Records.Mobilises, coverage, records);

    static BoardRow Row(EventPredicate predicate, Coverage coverage, params EventRecord[] records) =>
        Boards.Read(Records.Problem(Records.Indicator("one", predicate)), records, coverage, AsOf).Rows[0];

    [Fact]
    public void A_reported_event_is_seen_with_its_evidence_and_day()
    {
        var row = Row(Month, Records.Record(Records.Reading("2023-05-26", EventType.Mobilize, "SRB:MIL")));
        Assert.Equal(IndicatorStatus.Seen, row.Finding.Status);
        Assert.Equal(Records.Day("2023-05-26"), row.Finding.LastSeen);
        Assert.Equal(Standing.Reported, row.Finding.Standing);
        Assert.Single(row.Finding.Evidence);
        Assert.InRange(row.Strength, 0.88, 0.9);
    }

    [Fact]
    public void Without_stories_about_the_case_an_absence_is_unknown()
    {
        Assert.Equal(IndicatorStatus.NotLooked, Row(Coverage.None).Finding.Status);
        Assert.Equal(IndicatorStatus.NotLooked, Row(Month).Finding.Status);
        var elsewhere = Records.Record(Records.Reading("2023-05-20", EventType.Mobilize, "CHN:MIL"));
        Assert.Equal(IndicatorStatus.NotLooked, Row(Month, elsewhere).Finding.Status);
    }

    [Fact]
    public void With_enough_stories_about_the_case_it_is_looked_for_and_absent()
    {
        var row = Row(Month,
            Records.Record(Records.Reading("2023-05-20", EventType.Consult, "SRB:GOV XKX:GOV", id: 1)),
            Records.Record(Records.Reading("2023-05-21", EventType.Accuse, "XKX:GOV", "SRB:GOV", id: 2)));
        Assert.Equal(IndicatorStatus.LookedAndAbsent, row.Finding.Status);
        Assert.Equal(2, row.Finding.Looked.Stories);
        Assert.Equal(0, row.Strength);
    }

    [Fact]
    public void A_story_that_names_what_is_watched_counts_as_looking_without_an_event()
    {
        var watched = new Coverage([new CoverageDay(Records.Day("2023-05-20"), "Wire", 2, 2)],
            [new WatchedStory("a", Records.Day("2023-05-20")), new WatchedStory("b", Records.Day("2023-05-21"))]);
        Assert.Equal(IndicatorStatus.LookedAndAbsent, Row(watched).Finding.Status);
    }

    [Fact]
    public void Evidence_that_another_voice_denies_is_disputed()
    {
        var row = Row(Month, Records.Record(
            Records.Reading("2023-05-26", EventType.Mobilize, "SRB", voice: "XKX:GOV", outlet: 0, id: 1),
            Records.Reading("2023-05-26", EventType.Mobilize, "SRB", voice: "SRB:GOV", factuality: -3, outlet: 0, id: 2)));
        Assert.Equal(IndicatorStatus.Disputed, row.Finding.Status);
        Assert.Single(row.Finding.Evidence[0].Denials);
    }

    [Fact]
    public void A_denial_in_another_record_within_a_fortnight_disputes_too()
    {
        var said = Records.Record(
            Records.Reading("2023-05-20", EventType.Mobilize, "SRB", voice: "XKX:GOV", outlet: 0, id: 1));
        var near = Records.Record(
            Records.Reading("2023-05-25", EventType.Mobilize, "SRB", voice: "SRB:GOV", factuality: -3, outlet: 0, id: 2));
        var far = Records.Record(
            Records.Reading("2023-04-10", EventType.Mobilize, "SRB", voice: "SRB:GOV", factuality: -3, outlet: 0, id: 3));
        Assert.Equal(IndicatorStatus.Disputed, Row(Month, said, near).Finding.Status);
        Assert.Equal(IndicatorStatus.Seen, Row(Month, said, far).Finding.Status);
    }

    [Fact]
    public void One_undisputed_happening_is_enough_to_be_seen()
    {
        var row = Row(Month,
            Records.Record(
                Records.Reading("2023-05-01", EventType.Mobilize, "SRB", voice: "XKX:GOV", outlet: 0, id: 1),
                Records.Reading("2023-05-01", EventType.Mobilize, "SRB", voice: "SRB:GOV", factuality: -3, outlet: 0, id: 2)),
            Records.Record(Records.Reading("2023-05-26", EventType.Mobilize, "SRB", id: 3)));
        Assert.Equal(IndicatorStatus.Seen, row.Finding.Status);
        Assert.Contains("1 of 2 happenings are disputed", row.Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public void What_its_own_voice_takes_back_is_retracted()
    {
        var row = Row(Month, Records.Record(
            Records.Reading("2023-05-20", EventType.Mobilize, "SRB", id: 1),
            Records.Reading("2023-05-22", EventType.Mobilize, "SRB", factuality: -3, outlet: -3, id: 2)));
        Assert.Equal(IndicatorStatus.Retracted, row.Finding.Status);
        Assert.Equal(0, row.Strength);
    }

    [Fact]
    public void What_the_archive_replaced_is_retracted_where_nothing_else_supports_it()
    {
        var gone = Records.Record(Records.Reading("2023-05-20", EventType.Mobilize, "SRB"));
        var board = Boards.Read(
            Records.Problem(Records.Indicator("one", Records.Mobilises)), [], Month, AsOf, replaced: [gone]);
        Assert.Equal(IndicatorStatus.Retracted, board.Rows[0].Finding.Status);
    }

    [Fact]
    public void What_is_only_feared_is_no_support_but_is_shown()
    {
        var row = Row(Month,
            Records.Record(Records.Reading("2023-05-26", EventType.Mobilize, "SRB", factuality: 0.5, outlet: 0)));
        Assert.Equal(IndicatorStatus.NotLooked, row.Finding.Status);
        Assert.Empty(row.Finding.Evidence);
        Assert.Single(row.Finding.Mentions);
    }

    [Fact]
    public void A_claim_of_one_side_is_marked_as_one_sided()
    {
        var one = Records.Reading("2023-05-26", EventType.Mobilize, "SRB", voice: "XKX:GOV", outlet: 0, id: 1);
        var same = Records.Reading("2023-05-26", EventType.Mobilize, "SRB", voice: "XKX:COP", outlet: 0, id: 2);
        var other = Records.Reading("2023-05-26", EventType.Mobilize, "SRB", voice: "IGO:NATO", outlet: 0, id: 3);
        Assert.Equal(Standing.OneSided, Row(Month, Records.Record(one, same)).Finding.Standing);
        Assert.Equal(Standing.Claimed, Row(Month, Records.Record(one, other)).Finding.Standing);
    }

    [Fact]
    public void After_two_half_lives_a_sign_lapses_and_keeps_its_last_day()
    {
        var row = Row(Month, Records.Record(Records.Reading("2023-03-01", EventType.Mobilize, "SRB")));
        Assert.Equal(IndicatorStatus.NotLooked, row.Finding.Status);
        Assert.Equal(Records.Day("2023-03-01"), row.Finding.LastSeen);
    }

    [Fact]
    public void History_in_a_story_is_no_evidence() =>
        Assert.Empty(Row(Month, Records.Record(Records.Reading(
            "2023-05-26", EventType.Mobilize, "SRB", relation: TimeRelation.Historical))).Finding.Evidence);

    [Fact]
    public void A_change_since_last_week_is_told()
    {
        Assert.Equal(RowChange.Appeared,
            Row(Month, Records.Record(Records.Reading("2023-05-29", EventType.Mobilize, "SRB"))).Change);
        Assert.Equal(RowChange.Same,
            Row(Month, Records.Record(Records.Reading("2023-05-10", EventType.Mobilize, "SRB"))).Change);
        Assert.Equal(RowChange.Renewed, Row(Month,
            Records.Record(Records.Reading("2023-05-10", EventType.Mobilize, "SRB", id: 1)),
            Records.Record(Records.Reading("2023-05-29", EventType.Mobilize, "SRB", id: 2))).Change);
        Assert.Equal(RowChange.Lapsed,
            Row(Month, Records.Record(Records.Reading("2023-03-30", EventType.Mobilize, "SRB"))).Change);
    }

    [Fact]
    public void Nothing_that_arrived_later_leaks_into_the_past()
    {
        var indicators = new[] { Records.Indicator("one", Records.Mobilises) };
        var early = Records.Record(Records.Reading("2023-05-20", EventType.Consult, "SRB XKX", id: 1));
        EventRecord[] later =
        [
            Records.Record(Records.Reading("2023-06-02", EventType.Mobilize, "SRB", id: 2)),
            Records.Record(Records.Reading("2023-05-25", EventType.Mobilize, "SRB", arrived: "2023-06-03", id: 3)),
            Records.Record(Records.Reading("2023-06-01", EventType.Mobilize, "SRB", eventDay: "2023-05-24", id: 4)),
        ];
        var without = Boards.Read(Records.Problem(indicators), [early], Month, AsOf);
        var with = Boards.Read(Records.Problem(indicators), [early, .. later], Month, AsOf);
        Assert.Equal(without.Rows[0].Explanation, with.Rows[0].Explanation);
        Assert.Equal(without.Rows[0].Finding.Status, with.Rows[0].Finding.Status);
        Assert.Empty(with.Rows[0].Finding.Evidence);
    }

    [Fact]
    public void A_later_reading_of_a_known_record_is_taken_out_of_it()
    {
        var record = Records.Record(
            Records.Reading("2023-05-20", EventType.Mobilize, "SRB", outlet: 0, voice: "XKX:GOV", id: 1),
            Records.Reading("2023-06-20", EventType.Mobilize, "SRB", eventDay: "2023-05-20", id: 2));
        var row = Row(Month, record);
        Assert.Equal(Standing.OneSided, row.Finding.Standing);
        Assert.Single(row.Finding.Evidence[0].Supports);
    }

    [Fact]
    public void The_same_story_is_one_origin_however_often_it_repeats_itself()
    {
        var row = Row(Month,
            Records.Record(Records.Reading("2023-05-26", EventType.Mobilize, "SRB", story: "s", id: 1)),
            Records.Record(Records.Reading("2023-05-27", EventType.Mobilize, "SRB", story: "s", id: 2)));
        Assert.Equal(1, row.Finding.Origins);
    }

    [Fact]
    public void Hypotheses_are_ranked_by_what_contradicts_them()
    {
        var indicator = Records.Indicator("one", Records.Mobilises) with
        {
            Fits = new Dictionary<string, Fit> { ["force"] = Fit.Consistent, ["pressure"] = Fit.Inconsistent },
        };
        var problem = Records.Problem(indicator);
        var board = Boards.Read(
            problem, [Records.Record(Records.Reading("2023-05-26", EventType.Mobilize, "SRB"))], Month, AsOf);
        var weights = Hypotheses.Weigh(board);
        Assert.Equal("force", weights[0].Hypothesis.Id);
        Assert.Single(weights[1].Inconsistent);
        Assert.True(Hypotheses.IsDiagnostic(problem, indicator));
    }
}
