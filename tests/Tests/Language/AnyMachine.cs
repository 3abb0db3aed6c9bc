using System.Diagnostics;
using Xunit;

namespace Tocsin.Tests.Language;

public sealed class AnyMachine
{
    const string Text = """
        KYIV, Feb. 21 — "It is the exact same plan," President Salomé Zourabichvili said of the men without insignia who had
        crossed from Russia into Ukraine's east.

        Serbia's army, which NATO had watched since 29 March, moved 350 troops, 14 tanks and the weapons smuggled in through
        Leposavić towards the border; nobody knew whether it would stop there. Was it unclear? "We will never sign," he said.
        """;

    public static TheoryData<string, string> Cases
    {
        get
        {
            var cases = new TheoryData<string, string>();
            foreach (var engine in new[] { "fast", "accurate" })
            {
                // All from AVX2 upwards, and everything.
                foreach (var off in new[] { "DOTNET_EnableAVX512", "DOTNET_EnableAVX2", "DOTNET_EnableHWIntrinsic" })
                    cases.Add(engine, off);
            }
            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task The_same_text_gives_the_same_bytes_with_less_of_a_processor(string engine, string switchedOff)
    {
        var whole = await Parse(engine, null);
        Assert.Contains("Salomé", whole, StringComparison.Ordinal);
        Assert.Equal(whole, await Parse(engine, switchedOff));
    }

    static async Task<string> Parse(string engine, string? switchedOff)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "Tocsin.Desk.dll"));
        foreach (var word in new[] { "parse", "--raw", "--engine", engine })
            start.ArgumentList.Add(word);
        start.Environment["TOCSIN_HOME"] = Requirements.Root;
        if (switchedOff is not null)
            start.Environment[switchedOff] = "0";
        using var process = Process.Start(start)!;
        await process.StandardInput.WriteAsync(Text);
        process.StandardInput.Close();
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, await errors);
        return output;
    }
}
