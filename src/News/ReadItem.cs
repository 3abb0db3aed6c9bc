using Tocsin.Events;

namespace Tocsin.News;

/// <summary>What became of one input. <paramref name="Path"/> is the file, with <c>:line</c> for a line of it.</summary>
public abstract record ReadItem(string Path);

/// <summary>
/// A story. <paramref name="ArrivedAt"/> is set where the input itself fixes it: a reconstructed story counts as arrived
/// when it was published. Null: it arrives now.
/// </summary>
public sealed record ReadStory(string Path, Story Story, DateTimeOffset? ArrivedAt) : ReadItem(Path)
{
    /// <summary>What a reader should know of how it was read, such as a guessed encoding; else null.</summary>
    public string? Note { get; init; }
}

/// <summary>An input that is no story, and why, in words for the person who gave it.</summary>
public sealed record RefusedItem(string Path, string Reason) : ReadItem(Path);

/// <summary>An input that cannot be a story: the message is the reason, in words for the person who gave it.</summary>
public sealed class RefusedException(string reason, Exception? cause = null) : Exception(reason, cause);
