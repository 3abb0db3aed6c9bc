using System.Diagnostics;
using System.Text.Json;
using Xunit;

namespace Tocsin.Tests.Gold;

/// <summary>Runs <c>tocsin annotate</c> over passages, as a user would.</summary>
static class Annotation
{
    /// <summary>The answers in the order of the passages.</summary>
    public static async Task<List<JsonElement>> Of(
        IReadOnlyList<(string Text, string? Published)> passages, CancellationToken stop)
    {
        var start = new ProcessStartInfo(Path.Combine(Requirements.Root, "tocsin"), ["annotate"])
        {
            WorkingDirectory = Requirements.Root,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        using var program = Process.Start(start)!;
        var output = program.StandardOutput.ReadToEndAsync(stop);
        foreach (var (passage, number) in passages.Select((passage, number) => (passage, number)))
        {
            var line = passage.Published is { } published
                ? JsonSerializer.Serialize(new { id = $"{number}", text = passage.Text, published })
                : JsonSerializer.Serialize(new { id = $"{number}", text = passage.Text });
            await program.StandardInput.WriteLineAsync(line.AsMemory(), stop);
        }
        program.StandardInput.Close();
        var lines = (await output).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        await program.WaitForExitAsync(stop);
        Assert.True(program.ExitCode == 0 && lines.Length == passages.Count, "tocsin annotate failed");
        return [.. lines.Select(line => JsonDocument.Parse(line).RootElement)];
    }
}
