using System.Net;
using Tocsin.Archive;
using Tocsin.Events;
using Xunit;

namespace Tocsin.Tests.Desk;

public sealed class DeskPages
{
    const string Problem = "/problem/north-kosovo";

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_page_answers_on_an_empty_archive()
    {
        await using var desk = await OpenDesk.Over();
        Assert.Contains("Nothing was read by", await desk.Page("/"), StringComparison.Ordinal);
        Assert.Contains("Unknown: 0 stories of", await desk.Page(Problem), StringComparison.Ordinal);
        Assert.Contains("No readings", await desk.Page("/evidence"), StringComparison.Ordinal);
        Assert.Contains("Nothing holds", await desk.Page("/search?q=word"), StringComparison.Ordinal);
        await desk.Page("/search");
        await desk.Page("/evidence/1", HttpStatusCode.NotFound);
        await desk.Page("/story/none", HttpStatusCode.NotFound);
        await desk.Page("/problem/none", HttpStatusCode.NotFound);
        var nowhere = await desk.Page("/nowhere/at/all", HttpStatusCode.NotFound);
        Assert.Contains("no such page", nowhere, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sign_leads_to_its_evidence_and_the_evidence_to_its_story()
    {
        await using var desk = await OpenDesk.Over(HandCoded.Stories);
        var reading = (await desk.Archive.Readings(
            new EventQuery { StoryId = "alert", Types = [EventType.Mobilize] }, Stop))[0];
        var problem = await desk.Page(Problem + "?asOf=2022-12-28");
        Assert.Contains($"/evidence/{reading.Id}?asOf=2022-12-28", problem, StringComparison.Ordinal);
        var evidence = await desk.Page($"/evidence/{reading.Id}?asOf=2022-12-28");
        Assert.Contains(
            "Hand-made digests reports that President Vučić says that this happened.", WebUtility.HtmlDecode(evidence),
            StringComparison.Ordinal);
        Assert.Contains("/story/alert?", evidence, StringComparison.Ordinal);
        Assert.Contains(Problem + "?asOf=2022-12-28#sign-army-alert", evidence, StringComparison.Ordinal);
        var story = await desk.Page("/story/alert?asOf=2022-12-28");
        Assert.Contains($"id=\"e{reading.Id}\"", story, StringComparison.Ordinal);
        Assert.Contains("The outlet itself takes no position.", story, StringComparison.Ordinal);
        Assert.Contains("Title of a source", story, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_day_hides_what_arrived_later_on_every_page()
    {
        await using var desk = await OpenDesk.Over(HandCoded.Stories);
        var alert = (await desk.Archive.Readings(new EventQuery { StoryId = "alert" }, Stop))[0];
        string[] pages = ["/", Problem, "/evidence", "/search?q=army"];
        foreach (var page in pages)
        {
            var joint = page.Contains('?', StringComparison.Ordinal) ? '&' : '?';
            Assert.Contains("army", await desk.Page($"{page}{joint}asOf=2022-12-28"), StringComparison.Ordinal);
            var before = await desk.Page($"{page}{joint}asOf=2022-12-27");
            Assert.DoesNotContain("army on alert near Kosovo", before, StringComparison.Ordinal);
            Assert.DoesNotContain(HandCoded.AlertTitle, before, StringComparison.Ordinal);
        }
        await desk.Page("/story/alert?asOf=2022-12-27", HttpStatusCode.NotFound);
        await desk.Page($"/evidence/{alert.Id}?asOf=2022-12-27", HttpStatusCode.NotFound);
        Assert.Contains("Not yet concluded", await desk.Page(Problem + "?asOf=2022-12-27"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Plans_that_were_not_yet_over_are_left_out_of_the_comparison()
    {
        await using var desk = await OpenDesk.Over(HandCoded.Stories);
        var before = await desk.Page(Problem + "?asOf=2021-12-01");
        Assert.Contains("step-crimea-2014", before, StringComparison.Ordinal);
        Assert.DoesNotContain("step-ukraine-2022", before, StringComparison.Ordinal);
        var after = await desk.Page(Problem + "?asOf=2022-12-28&plan=ukraine-2022");
        Assert.Contains("step-ukraine-2022", after, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_mirrored_binding_is_one_link_away_and_keeps_day_and_plan()
    {
        await using var desk = await OpenDesk.Over(HandCoded.Stories);
        var plain = WebUtility.HtmlDecode(await desk.Page(Problem + "?asOf=2022-12-28&plan=crimea-2014"));
        Assert.Contains("?mirror=1&plan=crimea-2014&asOf=2022-12-28#plans", plain, StringComparison.Ordinal);
        Assert.Contains("Kosovo as challenger (mirrored)", plain, StringComparison.Ordinal);
        await desk.Page(Problem + "?asOf=2022-12-28&plan=crimea-2014&mirror=1");
    }

    [Fact]
    public async Task Reconstructed_stories_are_labelled_wherever_they_appear()
    {
        await using var desk = await OpenDesk.Over(HandCoded.Stories);
        var reading = (await desk.Archive.Readings(new EventQuery { StoryId = "alert" }, Stop))[0];
        string[] pages =
        [
            "/?asOf=2022-12-28", Problem + "?asOf=2022-12-28", "/evidence", $"/evidence/{reading.Id}", "/story/alert", "/search?q=army",
        ];
        foreach (var page in pages)
            Assert.Contains(">reconstructed</abbr>", await desk.Page(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Filters_narrow_the_evidence_and_a_hostile_query_is_only_text()
    {
        await using var desk = await OpenDesk.Over(HandCoded.Stories);
        var protests = await desk.Page("/evidence?type=PROTEST");
        Assert.Contains("1 reading;", protests, StringComparison.Ordinal);
        Assert.Contains("Jarinje", protests, StringComparison.Ordinal);
        Assert.Contains("1 reading;", await desk.Page("/evidence?place=zvecan&certainty=1"), StringComparison.Ordinal);
        Assert.Contains("No readings", await desk.Page("/evidence?actor=%27%20or%201%3D1--"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Absurd_addresses_never_give_a_server_fault()
    {
        await using var desk = await OpenDesk.Over(HandCoded.Stories);
        var endless = new string('a', 5000);
        string[] queries =
        [
            "asOf=not-a-day", "asOf=9999-12-31", "asOf=0001-01-01", "asOf=1900-01-01", "asOf=2023-02-30", "asOf=%00", "asOf=a&asOf=b",
            "type=NOTHING", "type=%3Cscript%3E", "since=x&until=y", "since=0001-01-01&until=9999-12-31", "certainty=NaN",
            "certainty=1e400", "page=-5", "page=99999999999999999999", "page=x", "actor=%5B%2A", "place=%25", "text=%22", "text=*",
            "text=NEAR(", "q=%22%22%22", "q=AND%20OR%20NOT", "q=%00", "q=%F0%9F%94%94", "q=-", "q=%ED%A0%80", "plan=none&mirror=maybe",
            "event=-1", "event=99999999999999999999", "q=" + endless, "actor=" + endless, "recipient=%F0%9F%94%94", "=&&=%",
        ];
        string[] pages = ["/", Problem, "/evidence", "/evidence/1", "/story/alert", "/search"];
        foreach (var page in pages)
        {
            foreach (var query in queries)
            {
                using var answer = await desk.Client.GetAsync(new Uri($"{page}?{query}", UriKind.Relative), Stop);
                Assert.True((int)answer.StatusCode < 500, $"{page}?{query[..Math.Min(60, query.Length)]} answered {answer.StatusCode}");
            }
        }
        string[] odd = ["/evidence/x", "/evidence/99999999999999999999", "/story/%2e%2e%2f", "/story/%00", "/problem/%3Cb%3E", "/lib/../app.css", "/%ff"];
        foreach (var page in odd)
        {
            using var answer = await desk.Client.GetAsync(new Uri(page, UriKind.Relative), Stop);
            Assert.True((int)answer.StatusCode < 500, $"{page} answered {answer.StatusCode}");
        }
    }

    [Fact]
    public async Task A_damaged_archive_is_told_on_a_page_with_its_reason()
    {
        await using var desk = await OpenDesk.Over(new BrokenArchive());
        var page = await desk.Page("/", HttpStatusCode.InternalServerError);
        Assert.Contains("The page could not be made", page, StringComparison.Ordinal);
        Assert.Contains(WebUtility.HtmlEncode(BrokenArchive.Reason), page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hostile_titles_texts_and_outlets_are_shown_as_text()
    {
        await using var desk = await OpenDesk.Over(HandCoded.Stories);
        var reading = (await desk.Archive.Readings(new EventQuery { StoryId = "hostile" }, Stop))[0];
        string[] pages =
        [
            "/story/hostile", $"/evidence/{reading.Id}", "/evidence", "/search?q=police", "/?asOf=2023-05-31", Problem + "?asOf=2023-05-31",
            "/search?q=%3Cscript%3Ealert(1)%3C/script%3E", "/evidence?text=%22%3E%3Cimg%20src%3Dx%3E&actor=%3Cb%3E&type=%3Ci%3E",
            "/?asOf=%3Cscript%3Ealert(1)%3C/script%3E",
        ];
        foreach (var page in pages)
        {
            var body = await desk.Page(page);
            Assert.DoesNotContain("<script>alert", body, StringComparison.Ordinal);
            Assert.DoesNotContain("<img", body, StringComparison.Ordinal);
            Assert.DoesNotContain("<svg onload", body, StringComparison.Ordinal);
            Assert.DoesNotContain("javascript:", body, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(" style=", body, StringComparison.Ordinal);
        }
        Assert.Contains("&lt;script&gt;alert(", await desk.Page("/story/hostile"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Headers_forbid_inline_script_framing_and_foreign_hosts()
    {
        await using var desk = await OpenDesk.Over();
        string[] pages = ["/", "/missing-page", "/app.css", "/search?q=x"];
        foreach (var page in pages)
        {
            using var answer = await desk.Client.GetAsync(new Uri(page, UriKind.Relative), Stop);
            var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
            Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
            Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        }
        using var foreign = new HttpRequestMessage(HttpMethod.Get, "/");
        foreign.Headers.Host = "rebound.example.org";
        using var refused = await desk.Client.SendAsync(foreign, Stop);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
    }

    [Fact]
    public async Task Assets_are_served_from_beside_the_program_and_none_is_above_it()
    {
        await using var desk = await OpenDesk.Over();
        string[] assets = ["/app.css", "/js/desk.js", "/js/map.js", "/lib/d3-geo/d3-geo.js", "/lib/world-atlas/countries-50m.json", "/bell.svg"];
        foreach (var asset in assets)
            Assert.NotEmpty(await desk.Page(asset));
        await desk.Page("/%2e%2e/Tocsin.Desk.dll", HttpStatusCode.NotFound);
    }
}
