using System.Globalization;
using Tocsin.Events;

namespace Tocsin.Warning;

/// <summary>Reads what several kinds of packs share: references, roles, codes, ids.</summary>
static class PackParts
{
    public static readonly Dictionary<string, Cost> Costs = new(StringComparer.Ordinal)
    {
        ["low"] = Cost.Low,
        ["medium"] = Cost.Medium,
        ["high"] = Cost.High,
    };

    internal static readonly string[] ReferenceKeys = ["source", "title", "date", "url"];

    internal static readonly string[] PlayerKeys = ["name", "actors", "mirrored"];

    static readonly string[] DateForms = ["yyyy-MM-dd", "yyyy-MM", "yyyy"];

    /// <summary>The references of a statement: at least one, each with source and title.</summary>
    public static List<Reference> References(PackMap owner, string key = "references")
    {
        owner.Demand(key);
        return [.. owner.Maps(key, "reference", ReferenceKeys).Select(ReadReference)];
    }

    /// <summary>An id: lower-case words joined by hyphens, so that it can stand in an address.</summary>
    public static string Id(PackMap map, string key = "id")
    {
        var id = map.Text(key);
        if (id.Length > 0 && (id[0] == '-' || id[^1] == '-'
            || !id.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-')))
            map.File.Fault(map.LineOf(key), $"'{id}' is no id: use lower-case letters, digits and hyphens");
        return id;
    }

    /// <summary>The id of a whole pack, which must be its file's or folder's name.</summary>
    public static string PackId(PackMap map, string key, string name)
    {
        var id = Id(map, key);
        if (id.Length > 0 && id != name)
            map.File.Fault(map.LineOf(key), $"the id '{id}' differs from the name of its file or folder, '{name}'");
        return id;
    }

    /// <summary>Faults for every id that stands a second time.</summary>
    public static void Distinct(PackFile file, string what, IEnumerable<(string Id, int Line)> ids)
    {
        var first = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (id, line) in ids)
        {
            if (id.Length > 0 && !first.TryAdd(id, line))
                file.Fault(line, $"the {what} id '{id}' stands already on line {first[id]}");
        }
    }

    public static Dictionary<Role, RolePlayer> Players(PackMap owner)
    {
        var players = new Dictionary<Role, RolePlayer>();
        owner.Demand("roles");
        var names = Roles.All.Select(role => role.Code()).ToList();
        if (owner.Map("roles", "list of roles", names) is not { } roles)
            return players;
        foreach (var role in Roles.All)
        {
            if (roles.Map(role.Code(), "role", PlayerKeys) is not { } player)
                continue;
            player.Demand("actors");
            players[role] = new RolePlayer(
                player.Text("name"), Codes(player, "actors"), player.Has("mirrored") ? Codes(player, "mirrored") : null);
        }
        foreach (var role in new[] { Role.Challenger, Role.Target })
        {
            if (!players.ContainsKey(role))
                owner.File.Fault(owner.LineOf("roles"), $"nobody plays the role '{role.Code()}'");
        }
        return players;
    }

    public static List<ActorCode> Codes(PackMap map, string key)
    {
        var codes = new List<ActorCode>();
        foreach (var word in map.Words(key))
        {
            if (TryCode(map.File, word, out var code))
                codes.Add(code);
        }
        return codes;
    }

    public static ActorCode Code(PackMap map, string key)
    {
        var text = map.Text(key);
        return text.Length > 0 && TryCode(map.File, new PackWord(text, map.LineOf(key)), out var code) ? code : default;
    }

    static bool TryCode(PackFile file, PackWord word, out ActorCode code)
    {
        if (ActorCode.TryParse(word.Text, out code))
        {
            if (ActorTerm.IsEthnic(code))
            {
                file.Fault(word.Line, $"'{word.Text}' is an ethnic group, which plays no role of its own");
                return false;
            }
            if (code.IsBody || code.Sector is null || ActorCode.Sectors.Contains(code.Sector.Split(':')[0]))
                return true;
            file.Fault(word.Line, $"unknown sector in '{word.Text}'" +
                NearestWord.Hint(code.Sector.Split(':')[0], ActorCode.Sectors));
            return false;
        }
        file.Fault(word.Line, $"'{word.Text}' is not an actor code such as RUS, RUS:MIL or IGO:NATO");
        return false;
    }

    static Reference ReadReference(PackMap map)
    {
        var date = map.OptionalText("date");
        if (date is not null && !DateOnly.TryParseExact(
            date, DateForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
            map.File.Fault(map.LineOf("date"), $"'{date}' is no date: use YYYY-MM-DD, YYYY-MM or YYYY");
        var url = map.Has("url") ? map.OptionalText("url") : null;
        if (url is not null && !(Uri.TryCreate(url, UriKind.Absolute, out var address)
            && address.Scheme is "http" or "https"))
            map.File.Fault(map.LineOf("url"), $"'{url}' is no web address");
        return new Reference(map.Text("source"), map.Text("title"), date, url);
    }
}
