using System.Diagnostics.CodeAnalysis;

namespace Tocsin.Events;

/// <summary>
/// Who acts: a country (ISO 3166-1 alpha-3, Kosovo <c>XKX</c>) with an optional sector (<c>RUS:MIL</c>), or a body or
/// group (<c>IGO:NATO</c>, <c>UAF:WAGNER</c>). The default is an actor that the text leaves open.
/// </summary>
public readonly record struct ActorCode : IComparable<ActorCode>
{
    readonly string? text;

    ActorCode(string text) => this.text = text;

    /// <summary>The text names no actor that could be coded.</summary>
    public bool IsOpen => text is null;

    /// <summary>True for a body or group that is no country's: its head is IGO, UAF, NGO, MNC or IMG.</summary>
    public bool IsBody => text is not null && IsBodyHead(Head);

    /// <summary>The part before the colon: a country's alpha-3, or the kind of body.</summary>
    public ReadOnlySpan<char> Head => text is null ? [] : text.AsSpan(0, HeadLength(text));

    /// <summary>The country's alpha-3, or null for bodies and open actors.</summary>
    public string? Country => text is null || IsBody ? null : Head.ToString();

    /// <summary>The sector of a country's actor (<c>MIL</c>) or the name of a body (<c>NATO</c>); null if absent.</summary>
    public string? Sector => text is not null && text.Length > HeadLength(text) ? text[(HeadLength(text) + 1)..] : null;

    /// <summary>Sectors that may follow a country.</summary>
    public static IReadOnlyList<string> Sectors { get; } =
    [
        "GOV", "MIL", "COP", "SPY", "JUD", "LEG", "PTY", "OPP", "PAR", "REB", "CRM", "CVL", "ETH", "REF", "MED", "BUS",
        "NGO", "REL", "LAB", "EDU", "HLH",
    ];

    /// <summary>Reads <c>RUS</c>, <c>RUS:MIL</c>, <c>SRB:ETH:…</c> or <c>IGO:NATO</c>; upper case only.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out ActorCode code)
    {
        code = default;
        if (text is null)
            return false;
        var head = HeadLength(text);
        if (head is < 3 or > 4 || !IsUpper(text.AsSpan(0, head)))
            return false;
        var rest = text.AsSpan(head);
        var isBody = IsBodyHead(text.AsSpan(0, head));
        if (isBody ? rest.Length < 2 : head != 3)
            return false;
        if (rest.Length > 0 && (rest.Length < 2 || !IsTail(rest[1..])))
            return false;
        code = new ActorCode(text);
        return true;
    }

    /// <summary>Reads a code that is known to be sound, as one from a checked file.</summary>
    public static ActorCode Parse(string text) =>
        TryParse(text, out var code) ? code : throw new FormatException($"'{text}' is not an actor code.");

    public int CompareTo(ActorCode other) => string.CompareOrdinal(text, other.text);

    public static bool operator <(ActorCode left, ActorCode right) => left.CompareTo(right) < 0;

    public static bool operator >(ActorCode left, ActorCode right) => left.CompareTo(right) > 0;

    public static bool operator <=(ActorCode left, ActorCode right) => left.CompareTo(right) <= 0;

    public static bool operator >=(ActorCode left, ActorCode right) => left.CompareTo(right) >= 0;

    /// <summary>The code as written in data; <c>---</c> for an open actor.</summary>
    public override string ToString() => text ?? "---";

    static int HeadLength(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? text.Length : colon;
    }

    static bool IsBodyHead(ReadOnlySpan<char> head) => head is "IGO" or "UAF" or "NGO" or "MNC" or "IMG";

    static bool IsUpper(ReadOnlySpan<char> text) => !text.ContainsAnyExceptInRange('A', 'Z');

    static bool IsTail(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (!char.IsAsciiLetterUpper(c) && !char.IsAsciiDigit(c) && c is not ('-' or ':'))
                return false;
        }
        return true;
    }
}
