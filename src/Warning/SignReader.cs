using YamlDotNet.RepresentationModel;

namespace Tocsin.Warning;

/// <summary>Reads <c>signs.yaml</c>: the signs that playbooks and boards share.</summary>
static class SignReader
{
    internal static readonly string[] FileKeys = ["signs"];

    internal static readonly string[] Keys = ["id", "sentence", "counter", "cost", "when", "looking"];

    public static List<Sign> Read(PackFile file, YamlMappingNode node)
    {
        var top = new PackMap(file, node, "list of signs", FileKeys);
        top.Demand("signs");
        var maps = top.Maps("signs", "sign", Keys);
        var signs = maps.ConvertAll(ReadOne);
        PackParts.Distinct(file, "sign", signs.Zip(maps, (sign, map) => (sign.Id, map.LineOf("id"))));
        return signs;
    }

    static Sign ReadOne(PackMap map)
    {
        map.Demand("when");
        map.Demand("looking");
        return new Sign(
            PackParts.Id(map), map.Text("sentence"), map.Flag("counter"),
            map.Choice("cost", PackParts.Costs, Cost.Medium), PredicateReader.Read(map, "when", null),
            PredicateReader.Looking(map, null) ?? new LookingRule("", [], 1));
    }
}
