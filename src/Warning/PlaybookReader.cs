using YamlDotNet.RepresentationModel;

namespace Tocsin.Warning;

/// <summary>Reads a playbook file.</summary>
sealed class PlaybookReader(PackFile file, IReadOnlyDictionary<string, Sign> signs)
{
    internal static readonly string[] FileKeys =
        ["playbook", "title", "outcome", "turning-point", "summary", "told-apart", "roles", "steps", "references"];

    internal static readonly string[] StepKeys = ["id", "sign", "date", "sentence", "position", "when", "references"];

    static readonly Dictionary<string, Outcome> Outcomes = new(StringComparer.Ordinal)
    {
        ["escalated"] = Outcome.Escalated,
        ["fizzled"] = Outcome.Fizzled,
    };

    public Playbook Read(YamlMappingNode node, string name)
    {
        var top = new PackMap(file, node, "playbook", FileKeys);
        var turningPoint = top.Date("turning-point");
        var roles = PackParts.Players(top);
        top.Demand("steps");
        var maps = top.Maps("steps", "step", StepKeys);
        var steps = new List<PlaybookStep>(maps.Count);
        foreach (var map in maps)
            steps.Add(ReadStep(map, turningPoint, roles.Keys));
        PackParts.Distinct(file, "step", steps.Zip(maps, (step, map) => (step.Id, map.LineOf("id"))));
        return new Playbook(
            PackParts.PackId(top, "playbook", name), top.Text("title"),
            top.Choice("outcome", Outcomes, Outcome.Fizzled), turningPoint, top.Text("summary"),
            top.Text("told-apart"), roles,
            [.. steps.OrderBy(step => step.Date)], PackParts.References(top));
    }

    PlaybookStep ReadStep(PackMap map, DateOnly turningPoint, IReadOnlyCollection<Role> bound)
    {
        var date = map.Date("date");
        if (turningPoint != default && date > turningPoint)
            file.Fault(map.LineOf("date"), "the step lies after the turning point");
        var sign = ReadSign(map, signs, file);
        if (sign is null && map.OptionalText("sign") is null)
            file.Fault(map.Line, "a step lacks 'sign'");
        var own = PredicateReader.Read(map, "when", bound);
        return new PlaybookStep(
            PackParts.Id(map), sign ?? Nothing, date, map.Text("sentence"), map.OptionalText("position"),
            own.Count > 0 ? own : sign?.Predicates ?? [], PackParts.References(map));
    }

    /// <summary>The sign that a step or an indicator names; null, with a fault if the name is wrong.</summary>
    public static Sign? ReadSign(PackMap map, IReadOnlyDictionary<string, Sign> signs, PackFile file)
    {
        if (map.OptionalText("sign") is not { } id)
            return null;
        if (signs.TryGetValue(id, out var sign))
            return sign;
        file.Fault(map.LineOf("sign"), $"unknown sign '{id}'{NearestWord.Hint(id, signs.Keys)}");
        return null;
    }

    // Stands for a sign that a faulty step names; the file is left out anyway.
    static readonly Sign Nothing = new("", "", false, Cost.Medium, [], new LookingRule("", [], 1));
}
