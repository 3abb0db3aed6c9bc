using Tocsin.Events;
using YamlDotNet.RepresentationModel;

namespace Tocsin.Warning;

/// <summary>What a case may name: signs by id, and the ids of playbooks and agreements.</summary>
sealed record ProblemNames(
    IReadOnlyDictionary<string, Sign> Signs, IReadOnlyList<string> Playbooks, IReadOnlyList<string> Agreements);

/// <summary>Reads a <c>case.yaml</c>.</summary>
sealed class ProblemReader(PackFile file, ProblemNames known)
{
    internal static readonly string[] FileKeys =
    [
        "case", "title", "question", "about", "horizon-days", "lookback-days", "opened", "roles", "dyads", "area",
        "hypotheses", "indicators", "playbooks", "agreements", "references",
    ];

    internal static readonly string[] IndicatorKeys =
    [
        "id", "sentence", "counter", "sign", "when", "lead-days", "cost", "half-life-days", "looking", "fits",
        "references",
    ];

    internal static readonly string[] HypothesisKeys = ["id", "sentence"];

    internal static readonly string[] LeadKeys = ["from", "to"];

    internal static readonly string[] DyadKeys = ["actor", "recipient"];

    internal static readonly string[] AreaKeys = ["names", "boxes"];

    internal static readonly string[] BoxKeys = ["south", "west", "north", "east"];

    static readonly Dictionary<string, Fit> Fits = new(StringComparer.Ordinal)
    {
        ["consistent"] = Fit.Consistent,
        ["inconsistent"] = Fit.Inconsistent,
        ["neutral"] = Fit.Neutral,
    };

    public WarningProblem Read(YamlMappingNode node, string name)
    {
        var top = new PackMap(file, node, "case", FileKeys);
        var roles = PackParts.Players(top);
        var hypotheses = ReadHypotheses(top);
        return new WarningProblem(
            PackParts.PackId(top, "case", name), top.Text("title"), top.Text("question"), top.Text("about"),
            top.Number("horizon-days", 1, 3650), top.Number("lookback-days", 7, 3650), top.Date("opened"),
            roles, ReadDyads(top), ReadArea(top), hypotheses, ReadIndicators(top, roles.Keys, hypotheses),
            Named(top, "playbooks", "playbook", known.Playbooks),
            Named(top, "agreements", "agreement", known.Agreements), PackParts.References(top));
    }

    List<Hypothesis> ReadHypotheses(PackMap top)
    {
        top.Demand("hypotheses");
        var maps = top.Maps("hypotheses", "hypothesis", HypothesisKeys);
        var hypotheses = maps.ConvertAll(map => new Hypothesis(PackParts.Id(map), map.Text("sentence")));
        if (hypotheses.Count == 1)
            file.Fault(top.LineOf("hypotheses"), "a single hypothesis competes with nothing");
        PackParts.Distinct(file, "hypothesis", hypotheses.Zip(maps, (one, map) => (one.Id, map.LineOf("id"))));
        return hypotheses;
    }

    List<Indicator> ReadIndicators(PackMap top, IReadOnlyCollection<Role> bound, List<Hypothesis> hypotheses)
    {
        top.Demand("indicators");
        var maps = top.Maps("indicators", "indicator", IndicatorKeys);
        var indicators = maps.ConvertAll(map => ReadIndicator(map, bound, hypotheses));
        PackParts.Distinct(file, "indicator", indicators.Zip(maps, (one, map) => (one.Id, map.LineOf("id"))));
        return indicators;
    }

    Indicator ReadIndicator(PackMap map, IReadOnlyCollection<Role> bound, List<Hypothesis> hypotheses)
    {
        var sign = PlaybookReader.ReadSign(map, known.Signs, file);
        var own = PredicateReader.Read(map, "when", bound);
        var looking = PredicateReader.Looking(map, bound) ?? sign?.Looking;
        if (own.Count == 0 && sign is null)
            file.Fault(map.Line, "an indicator lacks 'when' and names no sign that has one");
        if (looking is null)
            file.Fault(map.Line, "an indicator lacks 'looking': without it no absence can be told");
        if (sign is not null && own.Count == 0 && !sign.Predicates.Any(one => one.Roles.All(bound.Contains)))
        {
            var missing = sign.Predicates.SelectMany(one => one.Roles).First(role => !bound.Contains(role));
            file.Fault(map.LineOf("sign"), $"the sign '{sign.Id}' needs the role '{missing.Code()}', which nobody plays");
        }
        var lead = map.Map("lead-days", "lead", LeadKeys);
        var from = lead?.Number("from", 0, 3650);
        var to = lead?.Number("to", 0, 3650);
        if (from > to)
            file.Fault(map.LineOf("lead-days"), "the shortest lead is longer than the longest");
        return new Indicator(
            PackParts.Id(map), map.Text("sentence"), map.Has("counter") ? map.Flag("counter") : sign?.IsCounter ?? false,
            sign, own.Count > 0 ? own : sign?.Predicates ?? [], from, to,
            sign is not null && !map.Has("cost") ? sign.CostToFake : map.Choice("cost", PackParts.Costs, Cost.Medium),
            map.Number("half-life-days", 1, 3650), looking ?? new LookingRule("", [], 1),
            ReadFits(map, hypotheses), PackParts.References(map));
    }

    static Dictionary<string, Fit> ReadFits(PackMap map, List<Hypothesis> hypotheses)
    {
        var fits = new Dictionary<string, Fit>(StringComparer.Ordinal);
        var ids = hypotheses.ConvertAll(hypothesis => hypothesis.Id);
        if (map.Map("fits", "list of hypotheses", ids) is { } listed)
        {
            foreach (var id in ids.Where(listed.Has))
                fits[id] = listed.Choice(id, Fits, Fit.Neutral);
        }
        return fits;
    }

    static List<Dyad> ReadDyads(PackMap top) =>
        [.. top.Maps("dyads", "dyad", DyadKeys)
            .Select(map => new Dyad(PackParts.Code(map, "actor"), PackParts.Code(map, "recipient")))];

    Area ReadArea(PackMap top)
    {
        if (top.Map("area", "area", AreaKeys) is not { } area)
        {
            if (!top.Has("area"))
                file.Fault(top.Line, "a case lacks 'area'");
            return new Area([], []);
        }
        var boxes = new List<GeoBox>();
        foreach (var map in area.Maps("boxes", "box", BoxKeys))
        {
            foreach (var key in BoxKeys)
                map.Demand(key);
            var box = new GeoBox(
                map.OptionalDecimal("south", -90, 90) ?? 0, map.OptionalDecimal("west", -180, 180) ?? 0,
                map.OptionalDecimal("north", -90, 90) ?? 0, map.OptionalDecimal("east", -180, 180) ?? 0);
            if (box.South > box.North || box.West > box.East)
                file.Fault(map.Line, "the box is empty: south must be below north and west before east");
            boxes.Add(box);
        }
        var names = area.Words("names").ConvertAll(word => word.Text);
        if (names.Count == 0 && boxes.Count == 0)
            file.Fault(area.Line, "the area is empty: give names or boxes");
        return new Area(names, boxes);
    }

    List<string> Named(PackMap top, string key, string what, IReadOnlyList<string> ids)
    {
        var named = new List<string>();
        foreach (var word in top.Words(key))
        {
            if (!ids.Contains(word.Text))
                file.Fault(word.Line, $"unknown {what} '{word.Text}'{NearestWord.Hint(word.Text, ids)}");
            else if (named.Contains(word.Text))
                file.Fault(word.Line, $"the {what} '{word.Text}' is named twice");
            else
                named.Add(word.Text);
        }
        return named;
    }
}
