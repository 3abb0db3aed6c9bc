using System.Text.Json;
using Xunit;

namespace Tocsin.Tests.Gold;

/// <summary>
/// Scores the program on our own passages annotated after <c>docs/annotation-times.md</c>: time expressions, small places,
/// events' times and quantities. What a passage does not list was not annotated and is not counted.
/// </summary>
static class WhenWhereScore
{
    const double NearKilometres = 10;
    const double EarthRadius = 6371;

    sealed class Tally
    {
        public int Times, Values, Extents, Spurious, Events, Dated, Related, SmallPlaces, Near, Quantities, Counted, Passages;
    }

    /// <summary>
    /// <c>value</c>: share of the time expressions with the right value on an overlapping passage; <c>extent</c>: with the
    /// right passage; <c>time</c> and <c>relation</c>: of the events that the coder finds; <c>quantity</c>: value and unit
    /// right, of all; <c>near</c>: of the small places, within ten kilometres.
    /// </summary>
    public static async Task<JsonDocument> Measure(IEnumerable<string> paths, CancellationToken stop)
    {
        var passages = paths.SelectMany(File.ReadLines).Where(line => line.Length > 0).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        var answers = await Annotation.Of(
            passages.ConvertAll(passage => (Text(passage), passage.TryGetProperty("published", out var day) ? day.GetString() : null)), stop);
        var tally = new Tally { Passages = passages.Count };
        for (var i = 0; i < passages.Count; i++)
        {
            AddTimes(tally, passages[i], answers[i]);
            AddEvents(tally, passages[i], answers[i]);
            AddPlaces(tally, passages[i], answers[i]);
            AddQuantities(tally, passages[i], answers[i]);
        }
        return JsonSerializer.SerializeToDocument(new
        {
            value = Share(tally.Values, tally.Times),
            extent = Share(tally.Extents, tally.Times),
            spurious = tally.Spurious,
            times = tally.Times,
            time = Share(tally.Dated, tally.Events),
            relation = Share(tally.Related, tally.Events),
            events = tally.Events,
            near = Share(tally.Near, tally.SmallPlaces),
            small_places = tally.SmallPlaces,
            quantity = Share(tally.Counted, tally.Quantities),
            quantities = tally.Quantities,
            passages = tally.Passages,
        });
    }

    static double Share(int right, int all) => all == 0 ? 0 : (double)right / all;

    static string Text(JsonElement passage) => passage.GetProperty("text").GetString()!;

    static List<JsonElement> Rows(JsonElement element, string name) =>
        element.TryGetProperty(name, out var rows) ? [.. rows.EnumerateArray()] : [];

    static string? String(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    /// <summary>Where the marked characters stand, counted by plain occurrences.</summary>
    static (int Start, int End) Span(JsonElement passage, JsonElement mark, string property)
    {
        var (text, words) = (Text(passage), mark.GetProperty(property).GetString()!);
        var nth = mark.TryGetProperty("nth", out var number) ? number.GetInt32() : 1;
        var at = -1;
        for (var i = 0; i < nth; i++)
        {
            at = text.IndexOf(words, at + 1, StringComparison.Ordinal);
            Assert.True(at >= 0, $"\"{words}\" does not stand {nth} times in: {text}");
        }
        return (at, at + words.Length);
    }

    static (int Start, int End) Span(JsonElement found) => (found.GetProperty("start").GetInt32(), found.GetProperty("end").GetInt32());

    static int Overlap((int Start, int End) one, (int Start, int End) other) => Math.Min(one.End, other.End) - Math.Max(one.Start, other.Start);

    static JsonElement? Best(List<JsonElement> found, (int Start, int End) span, Func<JsonElement, (int, int)> spanOf)
    {
        JsonElement? best = null;
        var most = 0;
        foreach (var one in found)
        {
            var overlap = Overlap(spanOf(one), span);
            if (overlap > 0 && spanOf(one) == span)
                overlap += 1000;
            if (overlap > most)
                (best, most) = (one, overlap);
        }
        return best;
    }

    static void AddTimes(Tally tally, JsonElement passage, JsonElement answer)
    {
        if (!passage.TryGetProperty("times", out _))
            return;
        var found = Rows(answer, "times");
        foreach (var mark in Rows(passage, "times"))
        {
            tally.Times++;
            var span = Span(passage, mark, "text");
            if (Best(found, span, Span) is not { } time)
                continue;
            found.Remove(time);
            tally.Extents += Span(time) == span ? 1 : 0;
            tally.Values += String(time, "value") == String(mark, "value") ? 1 : 0;
        }
        tally.Spurious += found.Count;
    }

    static void AddEvents(Tally tally, JsonElement passage, JsonElement answer)
    {
        foreach (var mark in Rows(passage, "events"))
        {
            if (Best(Rows(answer, "events"), Span(passage, mark, "trigger"), one => Span(one.GetProperty("trigger"))) is not { } coded)
                continue;
            var time = coded.GetProperty("time");
            tally.Events++;
            tally.Dated += String(time, "from") == String(mark, "from") && String(time, "to") == String(mark, "to") ? 1 : 0;
            tally.Related += String(time, "relation") == String(mark, "relation") ? 1 : 0;
        }
    }

    static void AddPlaces(Tally tally, JsonElement passage, JsonElement answer)
    {
        foreach (var mark in Rows(passage, "places"))
        {
            if (!mark.TryGetProperty("small", out var small) || !small.GetBoolean())
                continue;
            tally.SmallPlaces++;
            if (Best(Rows(answer, "places"), Span(passage, mark, "text"), Span) is { } place
                && place.GetProperty("latitude").ValueKind == JsonValueKind.Number
                && Kilometres(place, mark) <= NearKilometres)
                tally.Near++;
        }
    }

    static void AddQuantities(Tally tally, JsonElement passage, JsonElement answer)
    {
        foreach (var mark in Rows(passage, "quantities"))
        {
            tally.Quantities++;
            if (Best(Rows(answer, "quantities"), Span(passage, mark, "text"), Span) is not { } quantity)
                continue;
            var wanted = mark.GetProperty("value").GetDouble();
            var isValue = Math.Abs(quantity.GetProperty("value").GetDouble() - wanted) <= 1e-6 * Math.Max(1, Math.Abs(wanted));
            tally.Counted += isValue && string.Equals(String(quantity, "unit"), String(mark, "unit"), StringComparison.OrdinalIgnoreCase) ? 1 : 0;
        }
    }

    static double Kilometres(JsonElement one, JsonElement other)
    {
        static double Radians(JsonElement element, string name) => element.GetProperty(name).GetDouble() * Math.PI / 180;
        var (a, b) = (Radians(one, "latitude"), Radians(other, "latitude"));
        var cosine = (Math.Sin(a) * Math.Sin(b)) + (Math.Cos(a) * Math.Cos(b) * Math.Cos(Radians(one, "longitude") - Radians(other, "longitude")));
        return EarthRadius * Math.Acos(Math.Clamp(cosine, -1, 1));
    }
}
