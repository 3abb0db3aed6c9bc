namespace Tocsin.Events;

/// <summary>A published text: an article, a post, a statement.</summary>
public sealed record Story
{
    /// <summary>Identity derived from the content: the same text from the same outlet has the same id.</summary>
    public required string Id { get; init; }

    /// <summary>Clean text, paragraphs separated by one blank line. Every offset counts in it.</summary>
    public required string Text { get; init; }

    public string? Title { get; init; }

    /// <summary>Name of the publisher; null where the input does not tell.</summary>
    public string? Outlet { get; init; }

    public string? Url { get; init; }

    public string? Byline { get; init; }

    /// <summary>Language as the input says it or as it was recognised: "en".</summary>
    public string? Language { get; init; }

    /// <summary>In the outlet's own offset: relative dates count from its calendar day. Null where unknown.</summary>
    public DateTimeOffset? PublishedAt { get; init; }

    /// <summary>Written for this project from the public record, not by an outlet at the time.</summary>
    public bool Reconstructed { get; init; }

    /// <summary>What a reconstructed story rests on.</summary>
    public IReadOnlyList<Reference> References { get; init; } = [];
}

/// <summary>A public source: outlet or document, title, date as written there, address.</summary>
public sealed record Reference(string Source, string Title, string? Date, string? Url);
