using Tocsin.Events;

namespace Tocsin.Coding;

/// <summary>
/// A country of the actor files. <paramref name="Alpha2"/> is null for former states; <paramref name="Point"/> is a
/// point in its middle, WGS 84 degrees.
/// </summary>
public sealed record Country(
    ActorCode Code, string? Alpha2, IReadOnlyList<string> Names, IReadOnlyList<string> Capitals,
    (double Latitude, double Longitude)? Point);
