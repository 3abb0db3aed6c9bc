using Tocsin.Events;

namespace Tocsin.Coding;

/// <summary>
/// How sure it is that what the token names happens: as the innermost voice presents it, and as the outlet does.
/// <paramref name="Voice"/> is the index of the innermost voice, −1 where the outlet itself speaks.
/// </summary>
public readonly record struct PredicateFactuality(int Token, Factuality Innermost, Factuality Outlet, int Voice)
{
    /// <summary>How certain readers take it on the whole, −3 to 3, where a learnt judge was asked; else null.</summary>
    public double? Readers { get; init; }
}
