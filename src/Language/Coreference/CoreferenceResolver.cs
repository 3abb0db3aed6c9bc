namespace Tocsin.Language;

/// <summary>
/// Gathers the mentions of one person, body, place or thing: names with their variants, pronouns and descriptions. A
/// linear model ranks the earlier phrases that each phrase may go back to, and the answer that it goes back to none
/// (mention ranking, as Durrett and Klein 2013).
/// </summary>
/// <remarks>Needs tags, trees and entities, and the columns of the same document. Belongs to one worker.</remarks>
sealed class CoreferenceResolver(CoreferenceModel model, WordColumns columns)
{
    readonly AntecedentSearch search = new();
    readonly List<int> numbers = [];

    /// <summary>Fills the document's mentions: chains of two mentions and more, in text order.</summary>
    public void Resolve(Document document)
    {
        search.Begin(document, columns);
        for (var index = 0; index < search.Phrases.Length; index++)
            search.Link(index, Choose(index));
        Publish(document);
    }

    /// <summary>The phrase that a phrase goes back to, −1 for none.</summary>
    int Choose(int index)
    {
        var candidates = search.Candidates(index);
        if (candidates.Length == 0)
            return -1;
        ref readonly var phrase = ref search.Phrases[index];
        var features = new CoreferenceFeatures(search, stackalloc uint[CoreferenceFeatures.Most]);
        var best = -1;
        var highest = search.MustLink(phrase)
            ? int.MinValue
            : model.Score(features.OfNew(phrase, Likest(candidates), candidates.Length));
        for (var rank = 0; rank < candidates.Length; rank++)
        {
            var score = model.Score(features.OfPair(phrase, candidates[rank], index, rank));
            if (score > highest)
                (best, highest) = (candidates[rank].Phrase, score);
        }
        return best;
    }

    /// <summary>The least of the likenesses that is one: they stand in the order of their worth.</summary>
    public static Likeness Likest(ReadOnlySpan<Antecedent> candidates)
    {
        var likest = Likeness.None;
        foreach (var candidate in candidates)
        {
            if (candidate.Likeness != Likeness.None && (likest == Likeness.None || candidate.Likeness < likest))
                likest = candidate.Likeness;
        }
        return likest;
    }

    /// <summary>Chains of one mention are dropped, the others numbered anew in text order.</summary>
    void Publish(Document document)
    {
        document.Mentions.Clear();
        numbers.Clear();
        var count = 0;
        for (var index = 0; index < search.Phrases.Length; index++)
        {
            var chain = search.ChainOf(index);
            while (numbers.Count <= chain)
                numbers.Add(-1);
            if (search.Count(index) < 2)
                continue;
            if (numbers[chain] < 0)
                numbers[chain] = count++;
            ref readonly var phrase = ref search.Phrases[index];
            document.Mentions.Add(new Mention(phrase.First, phrase.End, numbers[chain]));
        }
    }
}
