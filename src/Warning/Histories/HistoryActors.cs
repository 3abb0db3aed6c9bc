namespace Tocsin.Warning.Histories;

/// <summary>From a source or target code of an event set to the actor that dyads are made of.</summary>
public static class HistoryActors
{
    /// <summary>Parties that are no countries, and the names that Belgrade's and the Palestinians' codes had.</summary>
    static readonly Dictionary<string, string> Aliases = new(StringComparer.Ordinal)
    {
        ["BOSSER"] = "BSR",
        ["BOSCRO"] = "BCR",
        ["CROSER"] = "KRJ",
        ["ETHALB"] = "KSV",
        ["FRY"] = "SRB",
        ["SER"] = "SRB",
        ["YUG"] = "SRB",
        ["MTN"] = "SRB",
        ["PSE"] = "PAL",
    };

    static readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> Lookup =
        Aliases.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>
    /// The longest known prefix decides; otherwise the first six characters of a code that begins with IGO and the first
    /// three of any other.
    /// </summary>
    public static ReadOnlySpan<char> Of(ReadOnlySpan<char> code)
    {
        foreach (var length in (ReadOnlySpan<int>)[6, 3])
        {
            if (Lookup.TryGetValue(code[..Math.Min(length, code.Length)], out var actor))
                return actor;
        }
        return code[..Math.Min(code.StartsWith("IGO", StringComparison.Ordinal) ? 6 : 3, code.Length)];
    }
}
