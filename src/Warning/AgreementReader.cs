using YamlDotNet.RepresentationModel;

namespace Tocsin.Warning;

/// <summary>Reads an agreement file.</summary>
static class AgreementReader
{
    internal static readonly string[] FileKeys =
        ["agreement", "title", "parties", "guarantors", "concluded", "acceptance", "clauses"];

    internal static readonly string[] AcceptanceKeys = ["party", "how", "position", "references"];

    internal static readonly string[] ClauseKeys = ["id", "title", "text", "obliged", "deadline", "status", "references"];

    internal static readonly string[] StatementKeys = ["date", "status", "voice", "note", "references"];

    static readonly Dictionary<string, AcceptanceKind> Kinds = new(StringComparer.Ordinal)
    {
        ["signed"] = AcceptanceKind.Signed,
        ["verbal"] = AcceptanceKind.Verbal,
        ["adopted"] = AcceptanceKind.Adopted,
    };

    static readonly Dictionary<string, ClauseStatus> Statuses = new(StringComparer.Ordinal)
    {
        ["kept"] = ClauseStatus.Kept,
        ["breached"] = ClauseStatus.Breached,
        ["disputed"] = ClauseStatus.Disputed,
        ["not-due"] = ClauseStatus.NotDue,
        ["unclear"] = ClauseStatus.Unclear,
    };

    public static Agreement Read(PackFile file, YamlMappingNode node, string name)
    {
        var top = new PackMap(file, node, "agreement", FileKeys);
        var concluded = top.Date("concluded");
        top.Demand("parties");
        top.Demand("clauses");
        var maps = top.Maps("clauses", "clause", ClauseKeys);
        var clauses = maps.ConvertAll(map => ReadClause(map, concluded));
        PackParts.Distinct(file, "clause", clauses.Zip(maps, (clause, map) => (clause.Id, map.LineOf("id"))));
        return new Agreement(
            PackParts.PackId(top, "agreement", name), top.Text("title"), PackParts.Codes(top, "parties"),
            PackParts.Codes(top, "guarantors"), concluded,
            top.Maps("acceptance", "acceptance", AcceptanceKeys).ConvertAll(map => new Acceptance(
                PackParts.Code(map, "party"), map.Choice("how", Kinds, AcceptanceKind.Verbal), map.Text("position"),
                PackParts.References(map))),
            clauses);
    }

    static Clause ReadClause(PackMap map, DateOnly concluded)
    {
        map.Demand("obliged");
        var deadline = map.OptionalDate("deadline");
        if (deadline < concluded)
            map.File.Fault(map.LineOf("deadline"), "the deadline lies before the agreement was concluded");
        return new Clause(
            PackParts.Id(map), map.Text("title"), map.Text("text"), PackParts.Codes(map, "obliged"), deadline,
            map.Maps("status", "statement", StatementKeys).ConvertAll(ReadStatement), PackParts.References(map));
    }

    static ClauseStatement ReadStatement(PackMap map) => new(
        map.Date("date"), map.Choice("status", Statuses, ClauseStatus.Unclear), map.Text("voice"), map.Text("note"),
        PackParts.References(map));
}
