using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xunit;

namespace Tocsin.Tests.Desk;

/// <summary>The way of a newcomer through the desk, in a real browser.</summary>
public sealed class Journey
{
    // Generous: a loaded machine is slow, not wrong.
    const float PatienceMs = 30_000;

    static readonly string[] Flags =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
    ];

    [Fact]
    public async Task From_the_watch_list_over_a_sign_and_its_evidence_to_the_story()
    {
        var chromium = Requirements.Browser();
        await using var desk = await OpenDesk.Over(HandCoded.Stories);
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Open(playwright, chromium);
        var page = await browser.NewPageAsync(new() { ViewportSize = new() { Width = 1280, Height = 900 } });
        var troubles = TroublesOf(page);

        await page.GotoAsync(desk.Url + "/?asOf=2022-12-28");
        await page.GetByRole(AriaRole.Link, new() { Name = "North Kosovo", Exact = true }).ClickAsync();
        await IsAt(page, "/problem/north-kosovo?asOf=2022-12-28");

        var sign = page.Locator("#sign-army-alert");
        await sign.Locator("summary").First.ClickAsync();
        await Assertions.Expect(sign.Locator(".sentence").First).ToContainTextAsync("put its army on alert");
        await Assertions.Expect(page.Locator(".map canvas")).ToBeVisibleAsync();
        await sign.GetByRole(AriaRole.Link, new() { Name = "Evidence", Exact = true }).First.ClickAsync();

        await IsAt(page, "/evidence/");
        await Assertions.Expect(page.Locator("h1")).ToContainTextAsync("mobilises against");
        await page.GetByRole(AriaRole.Link, new() { Name = "Read in" }).First.ClickAsync();

        await IsAt(page, "/story/alert?");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync(HandCoded.AlertTitle);
        await Assertions.Expect(page.Locator(".story .asked").First).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".story .trigger").First).ToContainTextAsync("put its army on alert");
        await page.Locator("#layer-voices").UncheckAsync();
        await Assertions.Expect(page.Locator(".story .letter").First).ToBeHiddenAsync();

        Assert.Empty(troubles);
    }

    [Fact]
    public async Task The_demo_leads_from_the_case_over_an_indicator_and_its_evidence_to_the_sentence_in_the_story()
    {
        var chromium = Requirements.Browser();
        await using var demo = await RunningDemo.Start();
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Open(playwright, chromium);
        var page = await browser.NewPageAsync(new() { ViewportSize = new() { Width = 1280, Height = 900 } });
        var troubles = TroublesOf(page);

        await page.GotoAsync(demo.Url);
        await page.GetByRole(AriaRole.Link, new() { Name = "North Kosovo", Exact = true }).ClickAsync();
        await IsAt(page, "/problem/north-kosovo");
        await Assertions.Expect(page.Locator("body")).ToContainTextAsync("reconstructed");

        var sign = page.Locator("[id^=sign-]").Filter(new() { Has = page.Locator(".sentence") }).First;
        await sign.Locator("summary").First.ClickAsync();
        var sentence = sign.Locator(".sentence").First;
        await Assertions.Expect(sentence).ToBeVisibleAsync();
        await sign.GetByRole(AriaRole.Link, new() { Name = "Evidence", Exact = true }).First.ClickAsync();

        await IsAt(page, "/evidence/");
        await page.GetByRole(AriaRole.Link, new() { Name = "Read in" }).First.ClickAsync();

        await IsAt(page, "/story/");
        await Assertions.Expect(page.Locator(".story .asked").First).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".story .trigger").First).ToBeVisibleAsync();
        Assert.Empty(troubles);
    }

    [Theory]
    [InlineData(390, ColorScheme.Light)]
    [InlineData(390, ColorScheme.Dark)]
    [InlineData(768, ColorScheme.Light)]
    [InlineData(1280, ColorScheme.Dark)]
    [InlineData(1920, ColorScheme.Light)]
    public async Task No_page_is_wider_than_the_window(int width, ColorScheme scheme)
    {
        var chromium = Requirements.Browser();
        await using var desk = await OpenDesk.Over(HandCoded.Stories);
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Open(playwright, chromium);
        var page = await browser.NewPageAsync(
            new() { ViewportSize = new() { Width = width, Height = 900 }, ColorScheme = scheme });
        string[] paths =
        [
            "/?asOf=2022-12-29", "/problem/north-kosovo?asOf=2022-12-29", "/evidence", "/evidence/1", "/story/hostile",
            "/search?q=army", "/nowhere",
        ];
        foreach (var path in paths)
        {
            await page.GotoAsync(desk.Url + path);
            await page.EvaluateAsync("document.querySelectorAll('details').forEach(one => one.open = true)");
            var over = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth");
            Assert.True(over <= 0, $"{path} is {over} pixels wider than {width}");
        }
    }

    [Fact]
    public async Task Reading_works_without_scripts()
    {
        var chromium = Requirements.Browser();
        await using var desk = await OpenDesk.Over(HandCoded.Stories);
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Open(playwright, chromium);
        var context = await browser.NewContextAsync(new() { JavaScriptEnabled = false });
        var page = await context.NewPageAsync();
        await page.GotoAsync(desk.Url + "/problem/north-kosovo?asOf=2022-12-28");
        await Assertions.Expect(page.Locator(".theme")).ToBeHiddenAsync();
        await Assertions.Expect(page.Locator(".map table")).ToBeVisibleAsync();
        await page.Locator("#sign-army-alert summary").First.ClickAsync();
        await Assertions.Expect(page.Locator("#sign-army-alert .sentence").First).ToBeVisibleAsync();
        await page.Locator("#as-of").FillAsync("2022-12-11");
        await page.GetByRole(AriaRole.Button, new() { Name = "Go" }).ClickAsync();
        await IsAt(page, "/problem/north-kosovo?asOf=2022-12-11");
        await Assertions.Expect(page.Locator(".moved")).ToContainTextAsync("As of 11 Dec 2022");
    }

    /// <summary>What goes wrong in the page from here on: console errors, script faults, missing files.</summary>
    static List<string> TroublesOf(IPage page)
    {
        var troubles = new List<string>();
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
                troubles.Add($"{message.Type}: {message.Text}");
        };
        page.PageError += (_, error) => troubles.Add(error);
        page.Response += (_, answer) =>
        {
            if (answer.Status >= 400)
                troubles.Add($"{answer.Status} {answer.Url}");
        };
        return troubles;
    }

    // Waiting for the address, not for a load event, which may have come and gone.
    static Task IsAt(IPage page, string address) =>
        Assertions.Expect(page).ToHaveURLAsync(new Regex(Regex.Escape(address)), new() { Timeout = PatienceMs });

    static Task<IBrowser> Open(IPlaywright playwright, string chromium)
    {
        Assertions.SetDefaultExpectTimeout(PatienceMs);
        return playwright.Chromium.LaunchAsync(new() { ExecutablePath = chromium, Args = Flags });
    }
}
