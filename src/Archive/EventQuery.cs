using Tocsin.Events;

namespace Tocsin.Archive;

/// <summary>Which readings; a field that is not set does not filter. Days are event days, inclusive.</summary>
public sealed record EventQuery
{
    public IReadOnlyList<EventType> Types { get; init; } = [];

    /// <summary>Code or its beginning: "SRB" finds SRB:MIL too.</summary>
    public string? Actor { get; init; }

    public string? Recipient { get; init; }

    /// <summary>Actor or recipient.</summary>
    public string? Party { get; init; }

    /// <summary>Part of the place's name.</summary>
    public string? Place { get; init; }

    public DateOnly? Since { get; init; }

    public DateOnly? Until { get; init; }

    public string? Outlet { get; init; }

    /// <summary>Words of the story, as in <see cref="IArchive.Search"/>.</summary>
    public string? Text { get; init; }

    /// <summary>Lowest factuality in the innermost voice, −3 … +3.</summary>
    public double? MinimumFactuality { get; init; }

    public string? StoryId { get; init; }

    public bool? Reconstructed { get; init; }

    public DateTimeOffset? AsOf { get; init; }

    /// <summary>Newest event day first; otherwise oldest first.</summary>
    public bool NewestFirst { get; init; } = true;

    public int Limit { get; init; } = int.MaxValue;

    public int Offset { get; init; }
}
