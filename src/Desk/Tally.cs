using Tocsin.Events;

namespace Tocsin.Desk;

/// <summary>What a run has done so far. Written by one thread; read by the progress display from another.</summary>
sealed class Tally
{
    readonly int[] eventsByType = new int[EventTypes.All.Count];
    readonly List<(string Path, string Reason)> quarantined = [];
    volatile int stories;

    public int Stories => stories;

    /// <summary>Stories that the archive held already.</summary>
    public int AlreadyKnown { get; private set; }

    public int Uncoded { get; private set; }

    public int Sentences { get; private set; }

    /// <summary>Syntactic words, punctuation included.</summary>
    public long Words { get; private set; }

    public int Events => eventsByType.Sum();

    public IReadOnlyList<(string Path, string Reason)> QuarantinedItems => quarantined;

    public int Done => Stories + AlreadyKnown + quarantined.Count;

    public IEnumerable<(EventType Type, int Count)> EventsByType =>
        EventTypes.All.Select(type => (type, eventsByType[(int)type]));

    public void Kept(CodedStory story)
    {
        Sentences += story.SentenceCount;
        Words += story.WordCount;
        Uncoded += story.Coded ? 0 : 1;
        foreach (var coded in story.Events)
            eventsByType[(int)coded.Type]++;
        stories++;
    }

    public void Known(int count) => AlreadyKnown += count;

    public void Quarantined(string path, string reason) => quarantined.Add((path, reason));
}
