using Tocsin.Warning.Histories;
using Xunit;

namespace Tocsin.Tests.Warning.Histories;

public sealed class ReadingHistories
{
    static (List<HistoryEvent> Events, List<DeadLetter> Refused) Read(string text)
    {
        var refused = new List<DeadLetter>();
        var events = new HistoryReader(new StringReader(text), refused.Add).Read().ToList();
        return (events, refused);
    }

    static HistoryEvent Event(string day, string actor, string recipient, int root) =>
        new(DateOnly.ParseExact(day, "yyyy-MM-dd"), actor, recipient, root);

    [Fact]
    public void A_table_with_a_header_is_read_in_any_order_of_columns()
    {
        var (events, refused) = Read("code,target,date,source\n190,LBNHEZ,2006-07-12,ISRMIL\n");
        Assert.Equal([Event("2006-07-12", "ISR", "LBN", 19)], events);
        Assert.Empty(refused);
    }

    [Theory]
    [InlineData("990402\tYUG\tKSV\t224\t(RIOT)", "1999-04-02", 22)]
    [InlineData("20110102\tSYRGOV\tSYROPP\t0231", "2011-01-02", 2)]
    public void Bare_rows_of_tabari_and_petrarch_are_read(string row, string day, int root)
    {
        var (events, _) = Read(row + "\n");
        Assert.Equal((DateOnly.ParseExact(day, "yyyy-MM-dd"), root), (events[0].Day, events[0].Root));
    }

    [Fact]
    public void Phoenix_icews_ged_and_acled_are_read_by_their_headers()
    {
        Assert.Equal(Event("2014-03-01", "RUS", "UKR", 15),
            Read("eid,story_date,source,target,code\n1,2014-03-01,RUSGOV,UKRGOV,154\n").Events.Single());
        Assert.Equal(Event("2014-03-01", "Russian Federation", "Ukraine", 15),
            Read("Event ID\tEvent Date\tSource Country\tCAMEO Code\tTarget Country\n7\t2014-03-01\tRussian Federation\t154\tUkraine\n").Events.Single());
        Assert.Equal(Event("1998-09-26", "Government of X", "Front Y", 19),
            Read("id,type_of_violence,side_a,side_b,date_start\n1,1,Government of X,Front Y,1998-09-26 00:00:00.000\n").Events.Single());
        Assert.Equal(Event("2020-07-18", "Army", "Front Y", 19),
            Read("event_date,event_type,sub_event_type,actor1,actor2\n18 July 2020,Battles,Armed clash,Army,Front Y\n").Events.Single());
    }

    [Theory]
    [InlineData(57)]
    [InlineData(58)]
    [InlineData(61)]
    public void Gdelt_is_read_by_its_columns(int columns)
    {
        var row = Enumerable.Repeat("", columns).ToArray();
        (row[0], row[1], row[5], row[15], row[26]) = ("410412347", "20150218", "RUSGOV", "UKR", "190");
        Assert.Equal([Event("2015-02-18", "RUS", "UKR", 19)], Read(string.Join('\t', row) + "\n").Events);
    }

    [Fact]
    public void Phoenix_is_read_without_a_header_too()
    {
        var row = Enumerable.Repeat("", 26).ToArray();
        (row[0], row[1], row[5], row[9], row[13]) = ("30143_1.0", "20150218", "RUSGOV", "UKR", "190");
        Assert.Equal([Event("2015-02-18", "RUS", "UKR", 19)], Read(string.Join('\t', row) + "\n").Events);
    }

    [Fact]
    public void Line_ends_may_be_mixed_and_quoted_fields_hold_commas_and_lines()
    {
        var (events, refused) = Read(
            "date,source,target,code,desc\r\n2001-01-01,AAA,BBB,190,\"one, \"\"two\"\"\n three\"\r2001-01-02,AAA,BBB,040,\n\n2001-01-03,AAA,BBB,x,");
        Assert.Equal([1, 2], events.Select(one => one.Day.Day));
        Assert.Equal(6, refused.Single().Line);
    }

    [Fact]
    public void What_cannot_be_taken_is_refused_with_line_and_reason()
    {
        var (events, refused) = Read("""
            date,source,target,code
            2001-02-30,AAA,BBB,190
            2001-01-01,AAA,BBB,A19
            2001-01-01,AAA,BBB,990
            2001-01-01,AAA
            2001-01-01,AAA,BBB,190
            """);
        Assert.Single(events);
        Assert.Equal([2, 3, 4, 5], refused.Select(letter => letter.Line));
        Assert.Equal("'2001-02-30' is no date", refused[0].Reason);
        Assert.Equal("'A19' has no root of CAMEO or WEIS", refused[1].Reason);
        Assert.Contains("2 fields", refused[3].Reason, StringComparison.Ordinal);
        Assert.Equal("2001-02-30,AAA,BBB,190", refused[0].Text);
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("name,colour\nx,y\n", "no known layout")]
    [InlineData("date,source,target,code\n2001-01-01,\"AAA,BBB,190\n", "never closed")]
    public void A_file_that_is_no_history_is_named_with_its_fault(string text, string reason) =>
        Assert.Contains(reason, Assert.Throws<HistoryException>(() => Read(text)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("BOSSER", "BSR")]
    [InlineData("BOSSERMIL", "BSR")]
    [InlineData("BOSMIL", "BOS")]
    [InlineData("FRY", "SRB")]
    [InlineData("YUGGOV", "SRB")]
    [InlineData("ETHALB", "KSV")]
    [InlineData("PSEREB", "PAL")]
    [InlineData("IGOUNOSEC", "IGOUNO")]
    [InlineData("UNO", "UNO")]
    [InlineData("EU", "EU")]
    public void Codes_become_actors_by_the_longest_known_prefix(string code, string actor) =>
        Assert.Equal(actor, HistoryActors.Of(code).ToString());

    [Fact]
    public void Order_and_repetition_of_rows_change_nothing()
    {
        HistoryEvent[] events = [Event("2001-01-01", "BBB", "AAA", 19), Event("2001-01-03", "AAA", "CCC", 4), Event("2001-01-02", "AAA", "BBB", 1)];
        var one = EventHistory.Of(events, null);
        var other = EventHistory.Of(events.Reverse().Concat(events), null);
        Assert.Equal(one.Events, other.Events);
        Assert.Equal(one.Actors, other.Actors);
    }

    [Theory]
    [InlineData(21, CodeSystem.Weis)]
    [InlineData(20, CodeSystem.Cameo)]
    public void Roots_above_twenty_show_weis(int root, CodeSystem system) =>
        Assert.Equal(system, EventHistory.Of([Event("2001-01-01", "AAA", "BBB", root)], null).System);

    [Fact]
    public void A_history_without_any_event_of_its_code_system_is_refused() =>
        Assert.Throws<HistoryException>(() => EventHistory.Of([Event("2001-01-01", "AAA", "BBB", 22)], CodeSystem.Cameo));
}
