using Tocsin.Events;
using Tocsin.Language;

namespace Tocsin.Coding;

/// <summary>
/// Finds who says what: reported clauses by their cue in the tree, direct speech by its marks, "according to", unnamed
/// voices ("it is feared"), and which voice quotes which. A worker's own; the lexicon is shared.
/// </summary>
/// <remarks>
/// No content goes beyond its paragraph, except where a quotation is left open and the next paragraph opens with a
/// mark again.
/// </remarks>
public sealed partial class VoiceFinder(VoiceLexicon lexicon)
{
    readonly Tree tree = new();
    readonly QuotationFinder quotations = new();
    readonly List<VoiceDraft> drafts = [];
    readonly List<int> stack = [];
    int[] painted = [];
    int[] stamps = [];
    int stamp;

    /// <summary>
    /// Whether the token of the document read last stands in a pull quote, which repeats what is quoted elsewhere.
    /// </summary>
    public bool IsRepetition(int token) => quotations.IsRepetition(token);

    /// <summary>Replaces <paramref name="found"/> by the document's voices, in the order of their cues.</summary>
    public void Find(Document document, List<Voice> found)
    {
        found.Clear();
        drafts.Clear();
        tree.Read(document);
        if (stamps.Length < tree.Count)
        {
            Array.Resize(ref stamps, Math.Max(tree.Count, stamps.Length * 2));
            painted = new int[stamps.Length];
        }
        quotations.Find(document);
        for (var token = 0; token < tree.Count; token++)
        {
            if (!quotations.IsRepetition(token))
                ReadCue(document, token);
        }
        AttachQuotations(document);
        ReadColons(document);
        drafts.RemoveAll(static draft => draft.Content.Count == 0);
        drafts.Sort(static (a, b) => At(a).CompareTo(At(b)));
        Nest();
        if (drafts.RemoveAll(draft => IsOwnThought(document, draft) || IsAuthor(document, draft)) > 0)
            Nest();
        ResolveSources(document);
        foreach (var draft in drafts)
            found.Add(draft.ToVoice());
    }

    /// <summary>"“I think they will attack,” he said" has one voice: what he thinks, he says.</summary>
    bool IsOwnThought(Document document, VoiceDraft draft) => draft.Kind == AttributionKind.Thought && !draft.Intends && draft.Parent >= 0
        && draft.SourceHead >= 0 && quotations.At(draft.SourceHead) is var quotation and >= 0 && quotations.Found[quotation].Speaks
        && document.Form(draft.SourceHead) is "I" or "we" or "We";

    /// <summary>"I saw them drag him off", in nobody's quotation: the author speaks, and the author is the outlet.</summary>
    bool IsAuthor(Document document, VoiceDraft draft) => draft.Parent < 0 && draft.SourceHead >= 0 && quotations.At(draft.SourceHead) < 0
        && document.Form(draft.SourceHead) is "I" or "we" or "We" or "my" or "My" or "our" or "Our" or "me" or "us";

    static int At(VoiceDraft draft) => draft.CueToken >= 0 ? draft.CueToken : draft.Content[0].First;

    /// <summary>Gives every voice the smallest other one whose content holds its cue.</summary>
    void Nest()
    {
        foreach (var draft in drafts)
            draft.Tidy();
        var bySize = new (int Size, int Draft)[drafts.Count];
        for (var i = 0; i < drafts.Count; i++)
            bySize[i] = (drafts[i].Size(), i);
        Array.Sort(bySize, static (a, b) => a.Size == b.Size ? a.Draft.CompareTo(b.Draft) : b.Size.CompareTo(a.Size));
        painted.AsSpan(0, tree.Count).Fill(-1);
        foreach (var (_, number) in bySize)
        {
            var draft = drafts[number];
            draft.Parent = draft.CueToken >= 0 ? painted[draft.CueToken]
                : draft.Source is { } source ? painted[source.First] : -1;
            foreach (var range in draft.Content)
                painted.AsSpan(range.First, range.Length).Fill(number);
        }
    }

    /// <summary>
    /// Adds the subtree of <paramref name="token"/> without that of <paramref name="without"/> as pieces of content,
    /// from the token <paramref name="from"/> on, marks and stops at the edges cut off.
    /// </summary>
    void AddSubtree(Document document, VoiceDraft draft, int token, int without = -1, int from = 0)
    {
        stamp++;
        stack.Clear();
        stack.Add(token);
        var first = int.MaxValue;
        var last = -1;
        while (stack.Count > 0)
        {
            var at = stack[^1];
            stack.RemoveAt(stack.Count - 1);
            if (at == without)
                continue;
            if (at >= from)
            {
                stamps[at] = stamp;
                first = Math.Min(first, at);
                last = Math.Max(last, at);
            }
            for (var child = tree.FirstChild(at); child >= 0; child = tree.NextSibling(child))
                stack.Add(child);
        }
        AddStamped(document, draft, first, last);
    }

    void AddStamped(Document document, VoiceDraft draft, int first, int last)
    {
        var paragraph = quotations.Paragraph(draft.CueToken >= 0 ? draft.CueToken : Math.Max(first, 0));
        for (var at = first; at <= last;)
        {
            if (stamps[at] != stamp || quotations.Paragraph(at) != paragraph)
            {
                at++;
                continue;
            }
            var end = at;
            while (end <= last && quotations.Paragraph(end) == paragraph && (stamps[end] == stamp
                || (document.Upos[end] == Upos.Punct && end + 1 <= last && stamps[end + 1] == stamp)))
                end++;
            var range = Trim(document, new TokenRange(at, end));
            if (range.Length > 0)
                draft.Content.Add(range);
            at = end;
        }
    }

    /// <summary>
    /// Cuts off stops and commas at both edges; quotation marks and brackets stay where they are paired.
    /// </summary>
    TokenRange Trim(Document document, TokenRange range)
    {
        var (first, end) = range;
        while (first < end && document.Upos[first] == Upos.Punct && quotations.At(first) < 0)
            first++;
        while (end > first && document.Upos[end - 1] == Upos.Punct && quotations.At(end - 1) < 0)
            end--;
        for (var token = first; token < end; token++)
        {
            if (document.Upos[token] != Upos.Punct)
                return new TokenRange(first, end);
        }
        return new TokenRange(first, first);
    }
}
