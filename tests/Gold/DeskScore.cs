using System.Diagnostics;
using System.Text.Json;
using Xunit;

namespace Tocsin.Tests.Gold;

/// <summary>
/// Scores the program on our own annotated passages, as section 6 of <c>docs/annotation.md</c> says: types and triples as
/// multisets a passage, micro averaged; triples by country beside them, and the share of passages without events in which
/// nothing was found.
/// </summary>
static class DeskScore
{
    sealed record Mark(string Type, IReadOnlyList<string> Actors, IReadOnlyList<string> Recipients);

    sealed record Passage(string Id, string Text, string Date, IReadOnlyList<Mark> Marks);

    public static async Task<JsonDocument> Measure(string path, CancellationToken stop)
    {
        var passages = File.ReadLines(path).Where(line => line.Length > 0).Select(Read).ToList();
        var found = await Annotate(passages, stop);
        var type = new Tally();
        var triple = new Tally();
        var country = new Tally();
        int empty = 0, silent = 0;
        foreach (var passage in passages)
        {
            var ours = found[passage.Id];
            type.Add(passage.Marks.Select(mark => mark.Type), ours.Select(mark => mark.Type));
            triple.Add(passage.Marks.SelectMany(mark => Triples(mark, code => code)), ours.SelectMany(mark => Triples(mark, code => code)));
            country.Add(passage.Marks.SelectMany(mark => Triples(mark, Country)), ours.SelectMany(mark => Triples(mark, Country)));
            if (passage.Marks.Count > 0)
                continue;
            empty++;
            silent += ours.Count == 0 ? 1 : 0;
        }
        return JsonSerializer.SerializeToDocument(new
        {
            type = type.Figures(),
            triple = triple.Figures(),
            country = country.Figures(),
            silent = empty == 0 ? 1 : (double)silent / empty,
            passages = passages.Count,
            events = passages.Sum(passage => passage.Marks.Count),
        });
    }

    static Passage Read(string line)
    {
        using var json = JsonDocument.Parse(line);
        var root = json.RootElement;
        return new Passage(
            root.GetProperty("id").GetString()!, root.GetProperty("text").GetString()!, root.GetProperty("date").GetString()!,
            [.. root.GetProperty("events").EnumerateArray().Select(mark => new Mark(
                mark.GetProperty("type").GetString()!, Codes(mark.GetProperty("actors")), Codes(mark.GetProperty("recipients"))))]);

        static string[] Codes(JsonElement list) => [.. list.EnumerateArray().Select(code => Normal(code.GetString()))];
    }

    static async Task<Dictionary<string, List<Mark>>> Annotate(List<Passage> passages, CancellationToken stop)
    {
        var start = new ProcessStartInfo(Path.Combine(Requirements.Root, "tocsin"), ["annotate"])
        {
            WorkingDirectory = Requirements.Root,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        using var program = Process.Start(start)!;
        var output = program.StandardOutput.ReadToEndAsync(stop);
        foreach (var passage in passages)
            await program.StandardInput.WriteLineAsync(JsonSerializer.Serialize(new { id = passage.Id, text = passage.Text, published = passage.Date }).AsMemory(), stop);
        program.StandardInput.Close();
        var lines = (await output).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        await program.WaitForExitAsync(stop);
        Assert.True(program.ExitCode == 0, "tocsin annotate failed");
        var found = new Dictionary<string, List<Mark>>(StringComparer.Ordinal);
        foreach (var line in lines)
        {
            using var json = JsonDocument.Parse(line);
            found[json.RootElement.GetProperty("id").GetString()!] =
            [
                .. json.RootElement.GetProperty("events").EnumerateArray().Select(read => new Mark(
                    read.GetProperty("type").GetString()!, Codes(read.GetProperty("actors")), Codes(read.GetProperty("recipients")))),
            ];
        }
        return found;

        static string[] Codes(JsonElement list) => [.. list.EnumerateArray().Select(actor => Normal(actor.GetProperty("code").GetString()))];
    }

    /// <summary>"-" for an open party; a country's code is cut after its sector, but for ethnic groups.</summary>
    static string Normal(string? code)
    {
        if (code is null or "" or "---")
            return "-";
        var parts = code.Split(':');
        return parts.Length <= 2 || parts[0].Length != 3 || parts[1] == "ETH" || parts[0] is "IGO" or "UAF" or "NGO" or "MNC" or "IMG"
            ? code : $"{parts[0]}:{parts[1]}";
    }

    static string Country(string code)
    {
        var head = code.Split(':')[0];
        return head is "IGO" or "UAF" or "NGO" or "MNC" or "IMG" ? "-" : head;
    }

    static IEnumerable<string> Triples(Mark mark, Func<string, string> shorten)
    {
        var actors = mark.Actors.Select(shorten).ToList();
        var recipients = mark.Recipients.Select(shorten).ToList();
        if (actors.Count > 1 && recipients.Count == 0)
        {
            var pairs = from first in Enumerable.Range(0, actors.Count)
                        from second in Enumerable.Range(first + 1, actors.Count - first - 1)
                        select string.Join('+', new[] { actors[first], actors[second] }.Order(StringComparer.Ordinal));
            return pairs.Distinct().Select(pair => $"{mark.Type} {pair}");
        }
        return actors.DefaultIfEmpty("-").SelectMany(actor => recipients.DefaultIfEmpty("-").Select(recipient => $"{mark.Type} {actor}>{recipient}")).Distinct();
    }

    /// <summary>Sizes of multisets and of what they share.</summary>
    sealed class Tally
    {
        int shared;
        int gold;
        int found;

        public void Add(IEnumerable<string> wanted, IEnumerable<string> ours)
        {
            var left = wanted.GroupBy(one => one).ToDictionary(group => group.Key, group => group.Count());
            gold += left.Values.Sum();
            foreach (var one in ours)
            {
                found++;
                if (left.TryGetValue(one, out var count) && count > 0)
                {
                    left[one] = count - 1;
                    shared++;
                }
            }
        }

        public object Figures()
        {
            double p = found == 0 ? 0 : (double)shared / found, r = gold == 0 ? 0 : (double)shared / gold;
            return new { p, r, f1 = p + r == 0 ? 0 : 2 * p * r / (p + r) };
        }
    }
}
