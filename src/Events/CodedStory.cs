namespace Tocsin.Events;

/// <summary>A story with everything that was read in it: what the archive keeps.</summary>
public sealed record CodedStory(Story Story, IReadOnlyList<CodedEvent> Events, int SentenceCount, int WordCount)
{
    /// <summary>False for a language that is not coded: such a story never counts as looked at.</summary>
    public bool Coded { get; init; } = true;

    /// <summary>All quotations of the story, also those that hold no event.</summary>
    public IReadOnlyList<Attribution> Attributions { get; init; } = [];
}
