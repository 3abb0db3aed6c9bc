using System.Text.Json;
using System.Text.RegularExpressions;
using Xunit;

namespace Tocsin.Tests.Gold;

/// <summary>
/// Scores the program on our own passages annotated for voices and certainty, as section 4 of
/// <c>docs/annotation-voices.md</c> says: innermost speaker, whole chain and status of every mark.
/// </summary>
static partial class VoiceScore
{
    sealed record Mark(string Word, int Nth, IReadOnlyList<string> Chain, string Status);

    sealed record Passage(string Text, string Date, IReadOnlyList<Mark> Marks);

    public static async Task<JsonDocument> Measure(IEnumerable<string> paths, CancellationToken stop)
    {
        var passages = paths.SelectMany(File.ReadLines).Where(line => line.Length > 0).Select(Read).ToList();
        var answers = await Annotation.Of(passages.ConvertAll(passage => (passage.Text, (string?)passage.Date)), stop);
        int marks = 0, speaker = 0, chain = 0, status = 0;
        var ofStatus = new SortedDictionary<string, int[]>(StringComparer.Ordinal);
        for (var i = 0; i < passages.Count; i++)
        {
            foreach (var mark in passages[i].Marks)
            {
                marks++;
                if (!ofStatus.TryGetValue(mark.Status, out var counts))
                    ofStatus[mark.Status] = counts = new int[2];
                counts[1]++;
                if (Judged(passages[i], mark, answers[i]) is not { } predicate)
                    continue;
                var attributions = answers[i].GetProperty("attributions");
                var ours = predicate.GetProperty("voices").EnumerateArray().Select(index => attributions[index.GetInt32()]).ToList();
                var isWhole = mark.Chain.Count == ours.Count && mark.Chain.Zip(ours).All(pair => IsRight(pair.First, pair.Second));
                speaker += mark.Chain.Count == 0 || ours.Count == 0 ? (mark.Chain.Count == ours.Count ? 1 : 0)
                    : IsRight(mark.Chain[^1], ours[^1]) ? 1 : 0;
                chain += isWhole ? 1 : 0;
                if (predicate.GetProperty("status").GetString() != mark.Status)
                    continue;
                status++;
                counts[0]++;
            }
        }
        return JsonSerializer.SerializeToDocument(new
        {
            speaker = (double)speaker / marks,
            chain = (double)chain / marks,
            status = (double)status / marks,
            marks,
            passages = passages.Count,
            by_status = ofStatus.ToDictionary(one => one.Key, one => (double)one.Value[0] / one.Value[1]),
        });
    }

    static Passage Read(string line)
    {
        using var json = JsonDocument.Parse(line);
        var root = json.RootElement;
        return new Passage(
            root.GetProperty("text").GetString()!, root.GetProperty("date").GetString()!,
            [.. root.GetProperty("marks").EnumerateArray().Select(mark => new Mark(
                mark.GetProperty("word").GetString()!, mark.TryGetProperty("nth", out var nth) ? nth.GetInt32() : 1,
                [.. mark.GetProperty("chain").EnumerateArray().Select(member => member.GetString()!)],
                mark.GetProperty("status").GetString()!))]);
    }

    /// <summary>What the program says of the marked word; null where it judges no such word.</summary>
    static JsonElement? Judged(Passage passage, Mark mark, JsonElement answer)
    {
        var places = Regex.Matches(passage.Text, $@"(?<!\w){Regex.Escape(mark.Word)}(?!\w)");
        Assert.True(places.Count >= mark.Nth, $"\"{mark.Word}\" does not stand {mark.Nth} times in: {passage.Text}");
        var (start, end) = (places[mark.Nth - 1].Index, places[mark.Nth - 1].Index + mark.Word.Length);
        foreach (var predicate in answer.GetProperty("predicates").EnumerateArray())
        {
            if (predicate.GetProperty("start").GetInt32() < end && predicate.GetProperty("end").GetInt32() > start)
                return predicate;
        }
        return null;
    }

    /// <summary>Whether one holds the head word of the other: the member as marked, the source or the name it stands for.</summary>
    static bool IsRight(string member, JsonElement attribution)
    {
        var source = attribution.GetProperty("source");
        if (member == "?")
            return source.ValueKind == JsonValueKind.Null;
        if (source.ValueKind == JsonValueKind.Null)
            return false;
        var wanted = member.Split(" = ")[^1];
        var speaker = attribution.GetProperty("speaker");
        return new[] { source, speaker }.Where(one => one.ValueKind == JsonValueKind.Object)
            .Select(one => one.GetProperty("text").GetString()!)
            .Any(ours => Words(ours).Contains(Head(wanted)) || Words(wanted).Contains(Head(ours)));
    }

    static HashSet<string> Words(string phrase) => [.. Word().Matches(phrase).Select(word => Bare(word.Value))];

    /// <summary>The last word before the first comma, preposition or relative pronoun.</summary>
    static string Head(string phrase)
    {
        var end = HeadEnd().Matches(phrase).FirstOrDefault(match => Word().IsMatch(phrase[..match.Index]))?.Index ?? phrase.Length;
        return Word().Matches(phrase[..end]).Select(word => Bare(word.Value)).LastOrDefault(word => word is not ("" or "s")) ?? "";
    }

    static string Bare(string word) => word.ToLowerInvariant().Replace("’s", "", StringComparison.Ordinal).Replace("'s", "", StringComparison.Ordinal)
        .TrimEnd('\'', '’');

    [GeneratedRegex(@"[\w’'-]+")]
    private static partial Regex Word();

    [GeneratedRegex(@"[,;:(–—]|\b(of|for|from|in|at|on|with|to|by|who|whom|whose|which|that)\b", RegexOptions.IgnoreCase)]
    private static partial Regex HeadEnd();
}
