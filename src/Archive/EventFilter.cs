using System.Globalization;
using System.Text;
using Tocsin.Events;

namespace Tocsin.Archive;

/// <summary>Turns a query into a condition; every value is a bound parameter, so that SQL in any field stays text.</summary>
static class EventFilter
{
    /// <summary>Kept by then and not yet replaced, for a reading.</summary>
    public const string Then = "e.arrived_at <= $as_of and (e.replaced_at is null or e.replaced_at > $as_of)";

    /// <summary>The same for a story.</summary>
    public const string ThenStory = "s.arrived_at <= $as_of and (s.replaced_at is null or s.replaced_at > $as_of)";

    public static (string Name, object Value) At(DateTimeOffset? asOf) =>
        ("$as_of", asOf?.ToUnixTimeMilliseconds() ?? long.MaxValue);

    public static (string Where, List<(string Name, object Value)> Parameters) Of(EventQuery query)
    {
        var where = new List<string> { Then, ThenStory };
        var parameters = new List<(string, object)> { At(query.AsOf) };
        if (query.Types.Count > 0)
            Add("e.type in (select value from json_each($types))", "$types", Types(query.Types));
        if (!string.IsNullOrWhiteSpace(query.Actor))
            AddParty("actor", "p.role = 'actor' and", query.Actor);
        if (!string.IsNullOrWhiteSpace(query.Recipient))
            AddParty("recipient", "p.role = 'recipient' and", query.Recipient);
        if (!string.IsNullOrWhiteSpace(query.Party))
            AddParty("party", "", query.Party);
        if (!string.IsNullOrWhiteSpace(query.Place))
            Add("instr(e.place_folded, $place) > 0", "$place", Folded.Of(query.Place.Trim()));
        if (query.Since is { } since)
            Add("e.event_day >= $since", "$since", since.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        if (query.Until is { } until)
            Add("e.event_day <= $until", "$until", until.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        if (!string.IsNullOrWhiteSpace(query.Outlet))
            Add("s.outlet = $outlet", "$outlet", query.Outlet.Trim());
        if (query.MinimumFactuality is { } minimum)
            Add("e.factuality >= $minimum", "$minimum", minimum);
        if (query.StoryId is { } story)
            Add("e.story_id = $story", "$story", story);
        if (query.Reconstructed is { } reconstructed)
            Add("s.reconstructed = $reconstructed", "$reconstructed", reconstructed);
        if (Match(query.Text ?? "") is { Length: > 0 } match)
            Add("s.number in (select rowid from story_text where story_text match $match)", "$match", match);
        return (string.Join(" and ", where), parameters);

        void Add(string condition, string name, object value)
        {
            where.Add(condition);
            parameters.Add((name, value));
        }

        void AddParty(string name, string role, string prefix) => Add(
            $"exists (select 1 from party p where p.event_id = e.id and {role} (p.code = ${name} or p.code glob ${name} || ':*'))",
            "$" + name, prefix.Trim().ToUpperInvariant());
    }

    /// <summary>The words as FTS5 takes them: quoted phrases kept, everything else a quoted word, the last a prefix.</summary>
    public static string Match(string text)
    {
        var match = new StringBuilder();
        var parts = text.Split('"');
        for (var i = 0; i < parts.Length; i++)
        {
            var isPhrase = i % 2 == 1;
            foreach (var word in isPhrase ? [parts[i].Trim()] : parts[i].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            {
                if (word.Any(char.IsLetterOrDigit))
                    match.Append(CultureInfo.InvariantCulture, $"\"{word.Replace("\0", "", StringComparison.Ordinal)}\"{(isPhrase ? "" : "*")} ");
            }
        }
        return match.ToString().TrimEnd();
    }

    static string Types(IReadOnlyList<EventType> types) => $"[{string.Join(',', types.Select(type => $"\"{type.Code()}\""))}]";
}
