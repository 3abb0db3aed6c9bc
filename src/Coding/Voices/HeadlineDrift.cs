using Tocsin.Events;
using Tocsin.Language;

namespace Tocsin.Coding;

/// <summary>In what a headline says more than its story.</summary>
public enum DriftKind : byte
{
    /// <summary>The headline states as a fact what the story only lets somebody say.</summary>
    ClaimAsFact,

    /// <summary>The headline is surer of it than the story.</summary>
    Certainty,

    /// <summary>The headline tells an event that the story does not.</summary>
    NotInText,
}

/// <summary>Spelling of <see cref="DriftKind"/> in data.</summary>
public static class DriftKinds
{
    public static string Code(this DriftKind kind) => kind switch
    {
        DriftKind.ClaimAsFact => "claim-as-fact",
        DriftKind.Certainty => "certainty",
        DriftKind.NotInText => "not-in-text",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown kind."),
    };
}

/// <summary>One thing in which the headline says more than the story, with both passages.</summary>
/// <param name="Headline">The word of the headline, in the headline's own characters.</param>
/// <param name="Text">The word of the story that is surest of it; null where there is none.</param>
/// <param name="HeadlineFactuality">As the outlet presents it in the headline.</param>
/// <param name="TextFactuality">As the outlet presents it in the story.</param>
/// <param name="Evidence">The sentence of the story around it.</param>
public sealed record HeadlineDrift(
    DriftKind Kind, Passage Headline, Passage? Text, Factuality HeadlineFactuality, Factuality? TextFactuality, Passage? Evidence);

/// <summary>Compares what a headline states with what its story does.</summary>
public static class HeadlineReader
{
    /// <summary>A headline below it states nothing.</summary>
    const double Stated = 1.5;

    /// <summary>How much surer it must be.</summary>
    const double Surer = 1;

    /// <summary>
    /// Each happening that the headline states itself, looked up in the story by its word, or by its kind of event, beside
    /// some other word that both share; the surest of these decides.
    /// </summary>
    public static IReadOnlyList<HeadlineDrift> Compare(StoryCoding title, Document titleText, StoryCoding story, Document storyText)
    {
        var found = new List<HeadlineDrift>();
        var byLemma = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (var i = 0; i < story.Predicates.Count; i++)
        {
            var lemma = storyText.Lemma(TokenAt(storyText, story.Predicates[i].Passage));
            if (!byLemma.TryGetValue(lemma, out var list))
                byLemma[lemma] = list = [];
            list.Add(i);
        }
        foreach (var predicate in title.Predicates)
        {
            if (predicate.OutletFactuality.Value < Stated)
                continue;
            var token = TokenAt(titleText, predicate.Passage);
            var coded = title.Events.FirstOrDefault(one => one.Trigger.Overlaps(predicate.Passage));
            var (best, any) = Surest(coded, titleText, token, story, storyText, byLemma);
            if (best is not null && best.OutletFactuality.Value <= predicate.OutletFactuality.Value - Surer)
            {
                var (start, end) = storyText.SentenceCharacters(storyText.SentenceOf(TokenAt(storyText, best.Passage)));
                found.Add(new HeadlineDrift(
                    best.Voices.Count > 0 && best.Factuality.Value >= Stated ? DriftKind.ClaimAsFact : DriftKind.Certainty,
                    predicate.Passage, best.Passage, predicate.OutletFactuality, best.OutletFactuality, new Passage(start, end)));
            }
            else if (best is null && !any && coded is not null)
            {
                found.Add(new HeadlineDrift(DriftKind.NotInText, predicate.Passage, null, predicate.OutletFactuality, null, null));
            }
        }
        return found;
    }

    static (Predicate? Best, bool Any) Surest(
        CodedEvent? coded, Document titleText, int token, StoryCoding story, Document storyText, Dictionary<string, List<int>> byLemma)
    {
        var shared = Content(titleText, 0, titleText.TokenCount, token);
        Predicate? best = null;
        var any = false;
        if (byLemma.TryGetValue(titleText.Lemma(token), out var same))
        {
            foreach (var i in same)
                Try(story.Predicates[i]);
        }
        if (coded is not null)
        {
            foreach (var other in story.Events)
            {
                if (other.Type != coded.Type)
                    continue;
                any = true;
                var i = story.Predicates.FirstOrDefault(one => one.Passage.Overlaps(other.Trigger));
                if (i is not null)
                    Try(i);
            }
        }
        return (best, any);

        void Try(Predicate candidate)
        {
            var at = TokenAt(storyText, candidate.Passage);
            var (first, end) = storyText.Sentence(storyText.SentenceOf(at));
            if (shared.Count > 0 && !Content(storyText, first, end, at).Overlaps(shared))
                return;
            if (best is null || candidate.OutletFactuality.Value > best.OutletFactuality.Value)
                best = candidate;
        }
    }

    /// <summary>The nouns and names of a stretch, apart from one word.</summary>
    static HashSet<string> Content(Document document, int first, int end, int without)
    {
        var words = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (var token = first; token < end; token++)
        {
            if (token != without && document.Upos[token] is Upos.Noun or Upos.Propn or Upos.Adj)
                words.Add(document.Lemma(token));
        }
        return words;
    }

    static int TokenAt(Document document, Passage passage)
    {
        var token = document.Starts.BinarySearch(passage.Start);
        return token >= 0 ? token : Math.Max(0, ~token - 1);
    }
}
