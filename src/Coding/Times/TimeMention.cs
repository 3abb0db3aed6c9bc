using Tocsin.Events;

namespace Tocsin.Coding;

/// <summary>A time expression and the tokens it covers.</summary>
public readonly record struct TimeMention(int First, int End, TimeExpression Expression);
