using Xunit;

namespace Tocsin.Tests;

/// <summary>
/// What a test needs from the machine. Where it is absent the test is skipped with the reason, unless
/// <c>TOCSIN_REQUIRE</c> (a list with commas) names it: then the test fails.
/// </summary>
static class Requirements
{
    static readonly string[] Required =
        (Environment.GetEnvironmentVariable("TOCSIN_REQUIRE") ?? "").Split(',', StringSplitOptions.TrimEntries);

    /// <summary>The root of the checkout: the nearest folder above the tests that holds <c>Tocsin.slnx</c>.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The annotated corpora beside the checkout.</summary>
    public static string Gold()
    {
        var folder = Path.GetFullPath(Path.Combine(Root, "..", "shared"));
        return Need("gold", Directory.Exists(folder), $"there are no annotated corpora at {folder}", folder);
    }

    /// <summary>A Chromium that Playwright can drive.</summary>
    public static string Browser()
    {
        string[] candidates =
        [
            Environment.GetEnvironmentVariable("TOCSIN_CHROMIUM") ?? "", "/usr/bin/chromium", "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        ];
        var found = candidates.FirstOrDefault(File.Exists);
        return Need("browser", found is not null, "there is no Chromium (Debian: apt install chromium)", found ?? "");
    }

    static string Need(string name, bool present, string reason, string value)
    {
        if (!present && Required.Contains(name))
            Assert.Fail($"TOCSIN_REQUIRE asks for {name}, but {reason}.");
        Assert.SkipUnless(present, $"SKIPPED, {name} is missing: {reason}.");
        return value;
    }

    static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Tocsin.slnx")))
            folder = folder.Parent;
        return folder?.FullName
            ?? throw new InvalidOperationException($"No Tocsin.slnx above {AppContext.BaseDirectory}.");
    }
}
