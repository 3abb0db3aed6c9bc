using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Tocsin.Training;
using Xunit;

namespace Tocsin.Tests.Gold;

/// <summary>
/// Accuracy against annotated corpora, by the public scorers on the built program; coreference by our own scorers in
/// <c>tools/Training</c>. The floors stand in <c>floors.txt</c> and only rise.
/// </summary>
public sealed class Floors
{
    public static TheoryData<string, string, string> Rows()
    {
        var rows = new TheoryData<string, string, string>();
        foreach (var group in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "floors.txt"))
            .Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
            .GroupBy(fields => (Name: fields[0], Command: fields[1])))
        {
            rows.Add(group.Key.Name, group.Key.Command, string.Join(';', group.Select(fields => fields[2])));
        }
        return rows;
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task The_program_stays_at_or_above_its_floor(string name, string command, string floors)
    {
        var shared = Requirements.Gold();
        using var figures = await Score(shared, command);
        var failures = new List<string>();
        foreach (var floor in floors.Split(';'))
        {
            var parts = floor.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var figure = Figure(figures.RootElement, parts[0]);
            var bound = double.Parse(parts[2], CultureInfo.InvariantCulture);
            TestContext.Current.SendDiagnosticMessage($"{name}: {parts[0]} = {figure} ({parts[1]} {bound})");
            if (parts[1] switch { ">=" => figure < bound, "<=" => figure > bound, var other => throw new FormatException(other) })
                failures.Add($"{parts[0]} is {figure}, must be {parts[1]} {bound}");
        }
        Assert.True(failures.Count == 0, $"{name}: {string.Join("; ", failures)}\n{figures.RootElement}");
    }

    static double Figure(JsonElement element, string path)
    {
        foreach (var name in path.Split('.'))
        {
            Assert.True(element.TryGetProperty(name, out var next), $"the scorer prints no '{path}': {element}");
            element = next;
        }
        return element.GetDouble();
    }

    /// <summary>"training coref GOLD TREEBANK" and "training gap FILE" by our scorers; "desk FILE", "voices FILE …" and "when-where FILE …" on our own passages.</summary>
    static JsonDocument Measured(string[] words)
    {
        var models = Path.Combine(Requirements.Root, "models");
        var figures = words[1] switch
        {
            "coref" => CoreferenceEvaluation.Figures(CoreferenceEvaluation.Measure(models, words[2], words[3])),
            "gap" => GapEvaluation.Measure(models, words[2]),
            var other => throw new FormatException(other),
        };
        return JsonSerializer.SerializeToDocument(figures
            .Where(figure => double.TryParse(figure.Figure, CultureInfo.InvariantCulture, out _))
            .ToDictionary(
                figure => figure.Name.Replace(' ', '-'),
                figure => double.Parse(figure.Figure, CultureInfo.InvariantCulture)));
    }

    static async Task<JsonDocument> Score(string shared, string command)
    {
        var words = command.Replace("SHARED", shared, StringComparison.Ordinal).Split(' ');
        if (words[0] == "training")
            return Measured(words);
        if (words[0] == "desk")
            return await DeskScore.Measure(Path.Combine(Requirements.Root, words[1]), TestContext.Current.CancellationToken);
        if (words[0] == "voices")
            return await VoiceScore.Measure(words[1..].Select(file => Path.Combine(Requirements.Root, file)), TestContext.Current.CancellationToken);
        if (words[0] == "when-where")
            return await WhenWhereScore.Measure(words[1..].Select(file => Path.Combine(Requirements.Root, file)), TestContext.Current.CancellationToken);
        var start = new ProcessStartInfo("python3")
        {
            WorkingDirectory = Requirements.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var word in words)
            start.ArgumentList.Add(word);
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        var last = output.Split('\n', StringSplitOptions.RemoveEmptyEntries).LastOrDefault() ?? "";
        Assert.True(process.ExitCode == 0 && last.StartsWith('{'), $"{command}\n{output}\n{await errors}");
        return JsonDocument.Parse(last);
    }
}
