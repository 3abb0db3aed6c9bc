using Tocsin.Events;

namespace Tocsin.Coding;

/// <summary>A voice while it is being found.</summary>
sealed class VoiceDraft(AttributionKind kind, int cueToken)
{
    public AttributionKind Kind { get; } = kind;

    /// <summary>−1 where no word introduces what is said.</summary>
    public int CueToken { get; } = cueToken;

    public TokenRange? Cue { get; set; }

    public TokenRange? Source { get; set; }

    public int SourceHead { get; set; } = -1;

    public TokenRange? Antecedent { get; set; }

    public bool Intends { get; init; }

    /// <summary>The cue may introduce direct speech.</summary>
    public bool MayQuote { get; init; }

    public List<TokenRange> Content { get; } = [];

    public int Parent { get; set; } = -1;

    public bool Covers(int token)
    {
        foreach (var range in Content)
        {
            if (range.Contains(token))
                return true;
        }
        return false;
    }

    /// <summary>Sorts the pieces and joins those that touch or overlap.</summary>
    public void Tidy()
    {
        if (Content.Count < 2)
            return;
        Content.Sort(static (a, b) => a.First.CompareTo(b.First));
        var kept = 0;
        for (var i = 1; i < Content.Count; i++)
        {
            if (Content[i].First <= Content[kept].End)
                Content[kept] = Content[kept] with { End = Math.Max(Content[kept].End, Content[i].End) };
            else
                Content[++kept] = Content[i];
        }
        Content.RemoveRange(kept + 1, Content.Count - kept - 1);
    }

    public int Size()
    {
        var size = 0;
        foreach (var range in Content)
            size += range.Length;
        return size;
    }

    public Voice ToVoice() => new(Source, Cue, Kind, Content, Parent)
    {
        SourceHead = SourceHead,
        CueToken = CueToken,
        SourceAntecedent = Antecedent,
        Intends = Intends,
    };
}
