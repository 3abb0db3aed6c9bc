using Tocsin.Events;

namespace Tocsin.Warning;

/// <summary>Reads conditions on events, and what counts as looking for them.</summary>
static class PredicateReader
{
    internal static readonly string[] Keys =
    [
        "types", "modes", "contexts", "quads", "actors", "recipients", "parties", "without", "voices", "area", "words",
        "minimum-factuality", "maximum-factuality", "announced",
    ];

    internal static readonly string[] LookingKeys = ["sentence", "stories", "topics"];

    static readonly Dictionary<string, QuadClass> Quads =
        Enum.GetValues<QuadClass>().ToDictionary(quad => quad.Code(), StringComparer.Ordinal);

    /// <summary>The predicates under a key, any of which will do.</summary>
    /// <param name="bound">Roles that the pack binds; null where any role may be named.</param>
    public static List<EventPredicate> Read(PackMap owner, string key, IReadOnlyCollection<Role>? bound) =>
        [.. owner.Maps(key, "predicate", Keys).Select(map => One(map, bound, mustTell: true))];

    /// <summary>What counts as having looked, or null where the key is missing.</summary>
    public static LookingRule? Looking(PackMap owner, IReadOnlyCollection<Role>? bound)
    {
        if (owner.Map("looking", "looking rule", LookingKeys) is not { } map)
            return null;
        return new LookingRule(map.Text("sentence"),
            [.. map.Maps("topics", "predicate", Keys).Select(topic => One(topic, bound, mustTell: false))],
            map.Number("stories", 1, 10_000));
    }

    static EventPredicate One(PackMap map, IReadOnlyCollection<Role>? bound, bool mustTell)
    {
        var types = Types(map);
        var predicate = new EventPredicate
        {
            Types = types,
            Modes = Modes(map, types),
            Contexts = Listed(map, "contexts", "context", EventContext.All),
            Quads = [.. Listed(map, "quads", "quad class", Quads.Keys).Select(word => Quads[word])],
            Actors = Terms(map, "actors", bound),
            Recipients = Terms(map, "recipients", bound),
            Parties = Terms(map, "parties", bound),
            Without = Terms(map, "without", bound),
            Voices = Terms(map, "voices", bound),
            InArea = map.Flag("area"),
            Words = Phrases(map),
            Announced = map.Flag("announced"),
            MinimumFactuality = map.OptionalDecimal("minimum-factuality", -3, 3)
                ?? (map.Has("maximum-factuality") ? -3 : 1),
            MaximumFactuality = map.OptionalDecimal("maximum-factuality", -3, 3) ?? 3,
        };
        Check(map, predicate, mustTell);
        return predicate;
    }

    static void Check(PackMap map, EventPredicate predicate, bool mustTell)
    {
        if (predicate.MinimumFactuality > predicate.MaximumFactuality)
            map.File.Fault(map.LineOf("minimum-factuality"), "the lowest factuality is above the highest: nothing fits");
        foreach (var term in predicate.Without.Where(term =>
            predicate.Parties.Contains(term) || predicate.Actors is [var only] && only == term))
            map.File.Fault(map.LineOf("without"), $"'{term}' must and must not take part: nothing fits");
        var tells = predicate.Types.Count > 0 || predicate.Quads.Count > 0 || predicate.Words.Count > 0
            || predicate.Contexts.Count > 0;
        var narrows = tells || predicate.InArea || predicate.Actors.Count > 0 || predicate.Recipients.Count > 0
            || predicate.Parties.Count > 0 || predicate.Voices.Count > 0;
        if (mustTell ? !tells : !narrows)
        {
            map.File.Fault(map.Line, mustTell
                ? "the predicate says not what happened: give types, quads, contexts or words"
                : "the topic asks for nothing");
        }
    }

    static List<EventType> Types(PackMap map)
    {
        var types = new List<EventType>();
        foreach (var word in map.Words("types"))
        {
            if (EventTypes.TryParse(word.Text, out var type) && type.Code() == word.Text)
                types.Add(type);
            else
                map.File.Fault(word.Line, $"unknown event type '{word.Text}'" +
                    NearestWord.Hint(word.Text, EventTypes.All.Select(known => known.Code())));
        }
        return types;
    }

    static List<string> Modes(PackMap map, List<EventType> types)
    {
        var right = (types.Count == 0 ? EventTypes.All : types).SelectMany(EventMode.Of)
            .Distinct(StringComparer.Ordinal).ToList();
        var modes = new List<string>();
        foreach (var word in map.Words("modes"))
        {
            if (right.Contains(word.Text))
            {
                modes.Add(word.Text);
                continue;
            }
            var of = types.Count == 0 ? "" : $" of {string.Join(", ", types.Select(type => type.Code()))}";
            map.File.Fault(word.Line, $"unknown mode '{word.Text}'{of}{NearestWord.Hint(word.Text, right)}");
        }
        return modes;
    }

    static List<string> Listed(PackMap map, string key, string what, IReadOnlyCollection<string> right)
    {
        var listed = new List<string>();
        foreach (var word in map.Words(key))
        {
            if (right.Contains(word.Text))
                listed.Add(word.Text);
            else
                map.File.Fault(word.Line, $"unknown {what} '{word.Text}'{NearestWord.Hint(word.Text, right)}");
        }
        return listed;
    }

    static List<ActorTerm> Terms(PackMap map, string key, IReadOnlyCollection<Role>? bound)
    {
        var terms = new List<ActorTerm>();
        foreach (var word in map.Words(key))
        {
            if (ActorCode.TryParse(word.Text, out var code) && ActorTerm.IsEthnic(code))
                map.File.Fault(word.Line, $"'{word.Text}' is an ethnic group, which is never the actor of a sign");
            else if (!ActorTerm.TryParse(word.Text, out var term))
            {
                map.File.Fault(word.Line, $"'{word.Text}' is neither a role nor an actor code" +
                    NearestWord.Hint(word.Text, Roles.All.Select(role => role.Code()).Append(ActorTerm.OpenActor)));
            }
            else if (term.Role is { } role && bound is not null && !bound.Contains(role))
                map.File.Fault(word.Line, $"nobody plays the role '{role.Code()}' in this pack: bind it under 'roles'");
            else
                terms.Add(term);
        }
        return terms;
    }

    static List<string> Phrases(PackMap map)
    {
        var phrases = new List<string>();
        foreach (var word in map.Words("words"))
        {
            if (word.Text.TrimEnd('*').Length < 3 || word.Text.TrimEnd('*').Contains('*', StringComparison.Ordinal))
                map.File.Fault(word.Line, $"'{word.Text}' is too short or has an asterisk inside");
            else
                phrases.Add(word.Text);
        }
        return phrases;
    }
}
