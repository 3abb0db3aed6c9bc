using Tocsin.Events;

namespace Tocsin.Warning;

/// <summary>Who plays a role in a case: a name for people, and the codes of the actors.</summary>
/// <param name="Mirrored">Who plays it when challenger and target are exchanged; null: the same actors.</param>
public sealed record RolePlayer(string Name, IReadOnlyList<ActorCode> Actors, IReadOnlyList<ActorCode>? Mirrored = null);

/// <summary>Which actors the roles of a playbook stand for in the case at hand.</summary>
public sealed class RoleBinding(IReadOnlyDictionary<Role, RolePlayer> players, bool isMirrored = false)
{
    // Indexed by role: this is asked for every reading and term.
    readonly IReadOnlyList<ActorCode>[] actors = [.. Roles.All.Select(role =>
        players.TryGetValue(role, out var player) ? player.Actors : [])];

    public IReadOnlyDictionary<Role, RolePlayer> Players { get; } = players;

    /// <summary>True where challenger and target have been exchanged.</summary>
    public bool IsMirrored { get; } = isMirrored;

    public bool Binds(Role role) => Players.ContainsKey(role);

    /// <summary>The actors of a role; empty where the case binds nobody to it.</summary>
    public IReadOnlyList<ActorCode> Actors(Role role) => actors[(int)role];

    /// <summary>The name of a role's player as people write it, or the role's own name.</summary>
    public string Name(Role role) => Players.TryGetValue(role, out var player) ? player.Name : role.Code();

    /// <summary>The same case seen from the other side: challenger and target change places.</summary>
    public RoleBinding Mirror()
    {
        var mirrored = new Dictionary<Role, RolePlayer>();
        foreach (var (role, player) in Players)
        {
            var seat = role switch
            {
                Role.Challenger => Role.Target,
                Role.Target => Role.Challenger,
                _ => role,
            };
            mirrored[seat] = player.Mirrored is null ? player : player with
            {
                Actors = player.Mirrored,
                Mirrored = player.Actors,
            };
        }
        return new RoleBinding(mirrored, !IsMirrored);
    }
}
