using System.Diagnostics.CodeAnalysis;
using Tocsin.Events;

namespace Tocsin.Warning;

/// <summary>
/// A condition on an actor: a role with an optional sector (<c>challenger</c>, <c>challenger:MIL</c>), a code
/// (<c>RUS</c>, <c>IGO:NATO</c>; finer codes below it match too), or <c>open</c>, an actor that the text leaves open.
/// </summary>
/// <remarks>
/// A role that a case binds to a country is played by its state: the country itself and its GOV, MIL,
/// COP, SPY, JUD and LEG, not its citizens, press or parties. No term covers an ethnic group.
/// </remarks>
public readonly record struct ActorTerm
{
    /// <summary>The spelling of an actor that the text leaves open.</summary>
    public const string OpenActor = "open";

    const string EthnicSector = "ETH";

    readonly string? sector;

    readonly ActorCode code;

    ActorTerm(Role? role, string? sector, ActorCode code)
    {
        Role = role;
        this.sector = sector;
        this.code = code;
    }

    public Role? Role { get; }

    /// <summary>Reads a term; false where it is neither role, nor code, nor <c>open</c>.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out ActorTerm term)
    {
        term = default;
        if (text is null)
            return false;
        if (text == OpenActor)
            return true;
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var head = colon < 0 ? text.AsSpan() : text.AsSpan(0, colon);
        if (Roles.TryParse(head, out var role))
        {
            var tail = colon < 0 ? null : text[(colon + 1)..];
            if (tail is EthnicSector || (tail is not null && !ActorCode.Sectors.Contains(tail)))
                return false;
            term = new ActorTerm(role, tail, default);
            return true;
        }
        if (!ActorCode.TryParse(text, out var code))
            return false;
        term = new ActorTerm(null, null, code);
        return true;
    }

    /// <summary>True where the actor is one that the term names under this binding.</summary>
    public bool Matches(ActorCode actor, RoleBinding binding)
    {
        if (Role is null)
            return code.IsOpen ? actor.IsOpen : Covers(code, actor);
        var players = binding.Actors(Role.Value);
        for (var i = 0; i < players.Count; i++)
        {
            var player = players[i];
            if (Covers(player, actor) && (sector is null ? IsState(player, actor) : InSector(actor)))
                return true;
        }
        return false;
    }

    /// <summary>
    /// True where <paramref name="actor"/> is <paramref name="whole"/> or a part of it. An ethnic group is no part of
    /// anything: it never stands for a state.
    /// </summary>
    public static bool Covers(ActorCode whole, ActorCode actor)
    {
        if (whole.IsOpen || actor.IsOpen || IsEthnic(actor))
            return false;
        var (wide, narrow) = (whole.ToString(), actor.ToString());
        return narrow.StartsWith(wide, StringComparison.Ordinal)
            && (narrow.Length == wide.Length || narrow[wide.Length] == ':');
    }

    public override string ToString() => Role is { } role
        ? sector is null ? role.Code() : $"{role.Code()}:{sector}"
        : code.IsOpen ? OpenActor : code.ToString();

    /// <summary>True for the code of an ethnic group.</summary>
    public static bool IsEthnic(ActorCode actor) => FirstSector(actor).SequenceEqual(EthnicSector);

    // A player bound with a sector, or a body, is covered as it stands.
    static bool IsState(ActorCode player, ActorCode actor) =>
        player.IsBody || !FirstSector(player).IsEmpty
        || FirstSector(actor) is "" or "GOV" or "MIL" or "COP" or "SPY" or "JUD" or "LEG";

    bool InSector(ActorCode actor) => FirstSector(actor).SequenceEqual(sector);

    // "ETH" of "XKX:ETH:SERB", without a string being made: this runs once a reading and term.
    static ReadOnlySpan<char> FirstSector(ActorCode code)
    {
        var text = code.ToString().AsSpan();
        var colon = text.IndexOf(':');
        if (colon < 0)
            return [];
        text = text[(colon + 1)..];
        var end = text.IndexOf(':');
        return end < 0 ? text : text[..end];
    }
}
