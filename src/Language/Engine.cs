namespace Tocsin.Language;

/// <summary>Which text engine reads: both give the same kind of document.</summary>
public enum Engine : byte
{
    /// <summary>Averaged perceptron tagger and greedy arc-hybrid parser.</summary>
    Fast,

    /// <summary>Neural tagger and parser; needs its own model file.</summary>
    Accurate,
}
