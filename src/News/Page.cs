namespace Tocsin.News;

/// <summary>What a web page says and says of itself; null where it does not tell. The text is empty where none was found.</summary>
public sealed record Page(string? Title, string Text)
{
    /// <summary>In the offset that the page writes; UTC where it writes none.</summary>
    public DateTimeOffset? PublishedAt { get; init; }

    public string? Byline { get; init; }

    /// <summary>Two or three letters, as the page declares it.</summary>
    public string? Language { get; init; }

    /// <summary>The site's name, else its host.</summary>
    public string? Outlet { get; init; }

    /// <summary>The address given, else the one that the page calls its own.</summary>
    public string? Url { get; init; }
}
