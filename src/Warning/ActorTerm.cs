using System.Diagnostics.CodeAnalysis;
using Tocsin.Events;

namespace Tocsin.Warning;

/// <summary>
/// A condition on an actor: a role with an optional sector (<c>challenger</c>, <c>challenger:MIL</c>), a code
/// (<c>RUS</c>, <c>IGO:NATO</c>; finer codes below it match too), or <c>open</c>, an actor that the text leaves open.
/// </summary>
public readonly record struct ActorTerm
{
    /// <summary>The spelling of an actor that the text leaves open.</summary>
    public const string OpenActor = "open";

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
            if (tail is not null && !ActorCode.Sectors.Contains(tail))
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
        foreach (var player in binding.Actors(Role.Value))
        {
            if (Covers(player, actor) && (sector is null || InSector(actor)))
                return true;
        }
        return false;
    }

    /// <summary>True where <paramref name="actor"/> is <paramref name="whole"/> or a part of it.</summary>
    public static bool Covers(ActorCode whole, ActorCode actor)
    {
        if (whole.IsOpen || actor.IsOpen)
            return false;
        var (wide, narrow) = (whole.ToString(), actor.ToString());
        return narrow.StartsWith(wide, StringComparison.Ordinal)
            && (narrow.Length == wide.Length || narrow[wide.Length] == ':');
    }

    public override string ToString() => Role is { } role
        ? sector is null ? role.Code() : $"{role.Code()}:{sector}"
        : code.IsOpen ? OpenActor : code.ToString();

    bool InSector(ActorCode actor)
    {
        var own = actor.Sector;
        return own is not null && own.StartsWith(sector!, StringComparison.Ordinal)
            && (own.Length == sector!.Length || own[sector.Length] == ':');
    }
}
