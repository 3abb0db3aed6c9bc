using System.Collections.Frozen;
using Tocsin.Events;

namespace Tocsin.Coding;

/// <summary>Reads <c>triggers*.txt</c>; each fault is named with file, line and reason.</summary>
sealed class TriggerFile(string folder, List<DataFault> faults)
{
    const int Columns = 8;

    static readonly HashSet<string> Prepositions =
    [
        "about", "across", "after", "against", "as", "at", "behind", "between", "by", "during", "for", "from", "in", "into", "near",
        "of", "off", "on", "onto", "out", "over", "through", "to", "toward", "towards", "under", "upon", "with", "without",
    ];

    readonly DataLines lines = new(folder, faults);
    readonly Dictionary<string, IReadOnlyList<string>> classes = new(StringComparer.Ordinal);

    public List<Trigger> Read()
    {
        ReadClasses();
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

    void ReadClasses()
    {
        foreach (var row in lines.Rows("classes", 2))
        {
            IReadOnlyList<string> words = [.. DataLines.List(row[1])];
            if (row[0].Length == 0 || words.Count == 0)
                lines.Fault("A class has a name and words.");
            else if (!classes.TryAdd(row[0], words))
                lines.Fault($"The class '{row[0]}' stands twice.");
        }
    }

    /// <summary>The words of a list, classes ("@weapon") written out.</summary>
    IEnumerable<string> WrittenOut(string word)
    {
        if (word[0] != '@')
            return [word];
        if (classes.TryGetValue(word[1..], out var words))
            return words;
        lines.Fault($"'{word}' is no class of classes.txt.");
        return [];
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
            : new Trigger(
                "", null, row[1] == "n",
                new EventMeaning(type, row[3].Length == 0 ? null : row[3], contexts, row[5].Length == 0 ? null : row[5]),
                actors, recipients, frame[split] == '~', conditions, lines.Position.Line)
            {
                IsBlocker = isBlocker,
                File = Path.GetFileName(lines.Position.File),
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
            var name = equals < 0 ? condition : condition[..equals];
            conditions = equals < 0 ? Bare(conditions, name) : With(conditions, name, condition[(equals + 1)..]);
        }
        return conditions;
    }

    TriggerConditions Bare(TriggerConditions conditions, string name)
    {
        switch (name)
        {
            case "to-party":
                return conditions with { NeedsRecipient = true };
            case "by-party":
                return conditions with { NeedsActor = true };
            case "no-sport":
                return conditions with { NotInSport = true };
            case "no-accident":
                return conditions with { NotInAccident = true };
            case "no-obj":
                return conditions with { HasNoObject = true };
            default:
                lines.Fault($"'{name}' is no condition.");
                return conditions;
        }
    }

    TriggerConditions With(TriggerConditions conditions, string name, string list)
    {
        var words = list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0)
            lines.Fault($"The condition '{name}=' names no word.");
        var values = words.SelectMany(WrittenOut).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
        switch (name)
        {
            case "obj":
                return conditions with { Objects = values };
            case "obj!":
                return conditions with { NotObjects = values };
            case "objmod":
                return conditions with { ObjectModifiers = values };
            case "objmod!":
                return conditions with { NotObjectModifiers = values };
            case "subj":
                return conditions with { Subjects = values };
            case "mod":
                return conditions with { Modifiers = values };
            case "prep":
                return conditions with { Prepositions = words };
            case "comp":
                return conditions with { Complements = values };
            case var preposition when Prepositions.Contains(preposition):
                if (conditions.Phrases.Any(phrase => phrase.Preposition == preposition))
                    lines.Fault($"'{name}=' comes twice.");
                return conditions with { Phrases = [.. conditions.Phrases, (string.Intern(preposition), values)] };
            default:
                lines.Fault($"'{name}=' is no condition.");
                return conditions;
        }
    }
}
