using Tocsin.Events;

namespace Tocsin.Coding;

/// <summary>Reads <c>triggers*.txt</c>; each fault is named with file, line and reason.</summary>
sealed class TriggerFile(string folder, List<DataFault> faults)
{
    const int Columns = 8;

    static readonly HashSet<string> Prepositions =
    [
        "about", "against", "at", "between", "by", "for", "from", "in", "into", "of", "off", "on", "onto", "out", "over", "to",
        "toward", "towards", "under", "with",
    ];

    readonly DataLines lines = new(folder, faults);

    public List<Trigger> Read()
    {
        var triggers = new List<Trigger>();
        var seen = new Dictionary<(string, string?, bool, string), string>();
        foreach (var row in lines.Rows("triggers", Columns))
        {
            if (ReadFrame(row) is not { } pattern)
                continue;
            foreach (var word in DataLines.List(row[0]))
            {
                var space = word.IndexOf(' ', StringComparison.Ordinal);
                var trigger = pattern with
                {
                    Lemma = string.Intern(space < 0 ? word : word[..space]),
                    Particle = space < 0 ? null : string.Intern(word[(space + 1)..]),
                };
                var key = (trigger.Lemma, trigger.Particle, trigger.IsNoun, row[7]);
                var meaning = $"{row[2]} {row[3]}";
                if (!seen.TryAdd(key, meaning))
                    lines.Fault($"'{word}' stands twice with the same conditions ({seen[key]} and {meaning}).");
                triggers.Add(trigger);
            }
        }
        return triggers;
    }

    Trigger? ReadFrame(string[] row)
    {
        var before = faults.Count;
        if (row[0].Length == 0)
            lines.Fault("The line names no word.");
        if (row[1] is not ("v" or "n"))
            lines.Fault($"'{row[1]}' is no part of speech; write v or n.");
        var isBlocker = row[2] == "-";
        EventType type = default;
        if (!isBlocker && !EventTypes.TryParse(row[2], out type))
            lines.Fault($"'{row[2]}' is no PLOVER event type.");
        else if (!isBlocker && row[3].Length > 0 && !EventMode.Exists(type, row[3]))
            lines.Fault($"'{row[3]}' is no mode of {row[2]}; its modes: {string.Join(", ", EventMode.Of(type).Order(StringComparer.Ordinal))}.");
        var contexts = DataLines.List(row[4]);
        foreach (var context in contexts)
        {
            if (!EventContext.All.Contains(context))
                lines.Fault($"'{context}' is no PLOVER context.");
        }
        if (row[5].Length is 1 or > 4 || !row[5].All(char.IsAsciiDigit))
            lines.Fault($"'{row[5]}' is no CAMEO code.");
        var frame = isBlocker && row[6].Length == 0 ? ">" : row[6];
        var split = frame.IndexOfAny(['>', '~']);
        if (split < 0)
        {
            lines.Fault($"The frame '{row[6]}' has neither '>' (from actor to recipient) nor '~' (reciprocal).");
            return null;
        }
        var actors = Slots(frame[..split]);
        var recipients = Slots(frame[(split + 1)..]);
        var conditions = Conditions(row[7]);
        return faults.Count > before
            ? null
            : new Trigger("", null, row[1] == "n", type, row[3].Length == 0 ? null : row[3], contexts,
                row[5].Length == 0 ? null : row[5], actors, recipients, frame[split] == '~', conditions, lines.Position.Line)
            {
                IsBlocker = isBlocker,
            };
    }

    static List<RoleSlot> Slots(string text) => [.. DataLines.List(text).Select(slot => slot switch
    {
        "subj" => new RoleSlot(RoleSource.Subject, null),
        "obj" => new RoleSlot(RoleSource.Object, null),
        "poss" => new RoleSlot(RoleSource.Possessor, null),
        "mod" => new RoleSlot(RoleSource.Modifier, null),
        var preposition => new RoleSlot(RoleSource.Phrase, string.Intern(preposition)),
    })];

    TriggerConditions Conditions(string text)
    {
        var conditions = TriggerConditions.None;
        foreach (var condition in DataLines.List(text))
        {
            var equals = condition.IndexOf('=', StringComparison.Ordinal);
            var values = equals < 0 ? [] : condition[(equals + 1)..].Split(',', StringSplitOptions.TrimEntries);
            switch (equals < 0 ? condition : condition[..equals])
            {
                case "obj":
                    conditions = conditions with { Objects = values };
                    break;
                case "obj!":
                    conditions = conditions with { NotObjects = values };
                    break;
                case "subj":
                    conditions = conditions with { Subjects = values };
                    break;
                case "prep":
                    conditions = conditions with { Prepositions = values };
                    break;
                case "comp":
                    conditions = conditions with { Complements = values };
                    break;
                case "to-party":
                    conditions = conditions with { NeedsRecipient = true };
                    break;
                case "by-party":
                    conditions = conditions with { NeedsActor = true };
                    break;
                case "no-sport":
                    conditions = conditions with { NotInSport = true };
                    break;
                case "no-obj":
                    conditions = conditions with { HasNoObject = true };
                    break;
                case var preposition when Prepositions.Contains(preposition):
                    conditions = conditions with { Phrase = (string.Intern(preposition), values) };
                    break;
                default:
                    lines.Fault($"'{condition}' is no condition.");
                    break;
            }
        }
        return conditions;
    }
}
