namespace Tocsin.Language;

/// <summary>Which text engine reads: all give the same kind of document.</summary>
public enum Engine : byte
{
    /// <summary>A small recurrent network, taught by the accurate one.</summary>
    Fast,

    /// <summary>A recurrent network, with the linear model of names beside it.</summary>
    Accurate,

    /// <summary>Averaged perceptron tagger, greedy arc-hybrid parser and names, all linear models over hashed features.</summary>
    Linear,
}
