namespace Tocsin.Warning;

/// <summary>
/// The part that an actor plays in a case. The names prejudge, so every comparison is also made with challenger and
/// target exchanged.
/// </summary>
public enum Role : byte
{
    Challenger,
    Target,
    Proxy,
    Guarantor,
    Mediator,
}

/// <summary>Spelling of <see cref="Role"/> in packs.</summary>
public static class Roles
{
    public static IReadOnlyList<Role> All { get; } = Enum.GetValues<Role>();

    public static string Code(this Role role) => role switch
    {
        Role.Challenger => "challenger",
        Role.Target => "target",
        Role.Proxy => "proxy",
        Role.Guarantor => "guarantor",
        Role.Mediator => "mediator",
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, "Unknown role."),
    };

    public static bool TryParse(ReadOnlySpan<char> text, out Role role)
    {
        foreach (var candidate in All)
        {
            if (text.SequenceEqual(candidate.Code()))
            {
                role = candidate;
                return true;
            }
        }
        role = default;
        return false;
    }
}
