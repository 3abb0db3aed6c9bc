using Tocsin.Language;

namespace Tocsin.Coding;

/// <content>Whom "he", "they" and "the minister" stand for.</content>
public sealed partial class VoiceFinder
{
    const int Remembered = 8;

    readonly Dictionary<(int First, int End), int> chains = [];
    readonly Dictionary<int, TokenRange> namedByChain = [];
    readonly List<Speaker> speakers = [];

    enum Gender : byte
    {
        Open,
        Female,
        Male,
    }

    readonly record struct Speaker(TokenRange Range, int Head, Gender Gender, bool Plural, bool Person);

    void ResolveSources(Document document)
    {
        IndexMentions(document);
        speakers.Clear();
        foreach (var draft in drafts)
        {
            if (draft.Source is not { } source)
                continue;
            if (Names(document, source))
            {
                Remember(document, source, draft.SourceHead);
                continue;
            }
            draft.Antecedent = Resolve(document, draft, source);
            // "A spokeswoman said. She added …": she is the spokeswoman, though nobody names her.
            if (draft.Antecedent is null && document.Upos[draft.SourceHead] == Upos.Noun && document.Xpos(draft.SourceHead) == "NN")
                Remember(document, source, draft.SourceHead);
        }
    }

    void IndexMentions(Document document)
    {
        chains.Clear();
        namedByChain.Clear();
        foreach (var (first, end, chain) in document.Mentions)
        {
            chains[(first, end)] = chain;
            var range = new TokenRange(first, end);
            if (!namedByChain.ContainsKey(chain) && end <= tree.Count && Names(document, range))
                namedByChain[chain] = range;
        }
    }

    TokenRange? Resolve(Document document, VoiceDraft draft, TokenRange source)
    {
        // "A spokeswoman" is somebody new, whatever the chains say.
        if (document.Form(source.First) is "a" or "A" or "an" or "An" or "one" or "One" or "another" or "Another")
            return null;
        if (chains.TryGetValue((source.First, source.End), out var chain)
            && namedByChain.TryGetValue(chain, out var named))
            return named;
        var head = draft.SourceHead;
        var lemma = document.Form(head);
        if (document.Upos[head] == Upos.Pron)
        {
            // "The teachers are sticking to their threat."
            if (document.Deprels[head] == Deprel.NmodPoss && SubjectOfClause(document, head) is { } owner)
                return owner;
            return lemma switch
            {
                _ when Is(lemma, "he") || Is(lemma, "him") || Is(lemma, "his") => Last(Gender.Male),
                _ when Is(lemma, "she") || Is(lemma, "her") => Last(Gender.Female),
                _ when Is(lemma, "they") || Is(lemma, "them") || Is(lemma, "their") => LastPlural(),
                _ when Is(lemma, "it") || Is(lemma, "its") => LastBody(),
                _ when Is(lemma, "i") || Is(lemma, "we") || Is(lemma, "my") || Is(lemma, "our") => Quoting(draft),
                _ when Is(lemma, "who") || Is(lemma, "which") || Is(lemma, "that") => Relative(document, head),
                _ => null,
            };
        }
        return IsDefinite(document, head) ? SameRole(document, head) ?? NamedWithTitle(document, head) : null;

        static bool Is(ReadOnlySpan<char> form, string word) => form.Equals(word, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>"I" and "we" within a quotation are whoever is quoted there.</summary>
    TokenRange? Quoting(VoiceDraft draft) =>
        draft.Parent >= 0 ? drafts[draft.Parent].Antecedent ?? drafts[draft.Parent].Source : null;

    /// <summary>The noun phrase that a relative clause describes, without the clause.</summary>
    TokenRange? Relative(Document document, int pronoun)
    {
        var clause = Clause.Of(document, tree, pronoun);
        var noun = tree.Head(clause);
        if (noun < 0 || document.Deprels[clause] != Deprel.AclRelcl)
            return null;
        var first = tree.Span(noun).First;
        var end = Math.Min(tree.Span(noun).End, pronoun);
        while (end - 1 > noun && document.Upos[end - 1] == Upos.Punct)
            end--;
        return first < end ? new TokenRange(first, end) : null;
    }

    TokenRange? Last(Gender gender)
    {
        for (var i = speakers.Count - 1; i >= 0; i--)
        {
            var speaker = speakers[i];
            if (speaker.Person && !speaker.Plural && (speaker.Gender == Gender.Open || speaker.Gender == gender))
                return speaker.Range;
        }
        return null;
    }

    TokenRange? LastPlural()
    {
        for (var i = speakers.Count - 1; i >= 0; i--)
        {
            if (speakers[i].Plural)
                return speakers[i].Range;
        }
        return null;
    }

    TokenRange? LastBody()
    {
        for (var i = speakers.Count - 1; i >= 0; i--)
        {
            if (!speakers[i].Person)
                return speakers[i].Range;
        }
        return null;
    }

    /// <summary>
    /// The last speaker whose own description holds the word: "Foreign Minister Ivica Dačić … the minister".
    /// </summary>
    TokenRange? SameRole(Document document, int noun)
    {
        for (var i = speakers.Count - 1; i >= 0; i--)
        {
            var (first, end) = speakers[i].Range;
            for (var token = first; token < Math.Min(end, first + Near); token++)
            {
                if (document.Form(token).Equals(document.Form(noun), StringComparison.OrdinalIgnoreCase))
                    return speakers[i].Range;
            }
        }
        return null;
    }

    TokenRange? SubjectOfClause(Document document, int pronoun)
    {
        var clause = Clause.Of(document, tree, pronoun);
        var subject = tree.Child(document, clause, Deprel.Nsubj);
        if (subject < 0 || subject > pronoun || tree.IsUnder(pronoun, subject) || document.Upos[subject] == Upos.Pron)
            return null;
        var (first, end) = tree.Span(subject);
        return end <= pronoun ? Trim(document, new TokenRange(first, end)) : null;
    }

    /// <summary>"Defence Minister Yaw Addotey … the minister": the last person before it who is named with that word.</summary>
    static TokenRange? NamedWithTitle(Document document, int noun)
    {
        var entities = document.Entities;
        var checkedEntities = 0;
        for (var i = entities.Count - 1; i >= 0 && checkedEntities < Remembered * 4; i--)
        {
            var (first, end, type) = entities[i];
            if (first >= noun)
                continue;
            checkedEntities++;
            if (type != EntityType.Per)
                continue;
            for (var token = first - 1; token >= Math.Max(0, first - 3) && document.SentenceOf(token) == document.SentenceOf(first); token--)
            {
                if (document.Form(token).Equals(document.Form(noun), StringComparison.OrdinalIgnoreCase))
                    return new TokenRange(first, end);
            }
        }
        return null;
    }

    bool IsDefinite(Document document, int noun) =>
        document.Upos[noun] == Upos.Noun && Clause.Child(document, tree, noun, Deprel.Det, "the") >= 0;

    static bool Names(Document document, TokenRange range)
    {
        for (var token = range.First; token < Math.Min(range.End, range.First + Near); token++)
        {
            if (document.Upos[token] == Upos.Propn)
                return true;
        }
        return false;
    }

    void Remember(Document document, TokenRange range, int head)
    {
        var gender = Gender.Open;
        for (var token = range.First; token < Math.Min(range.End, range.First + Near) && gender == Gender.Open; token++)
            gender = GenderOf(document.Form(token));
        var coordinated = tree.Child(document, head, Deprel.Conj) >= 0;
        var plural = coordinated || document.Xpos(head) is "NNS" or "NNPS";
        var person = !plural && (gender != Gender.Open || !IsBody(document, range));
        if (speakers.Count == Remembered)
            speakers.RemoveAt(0);
        speakers.Add(new Speaker(range, head, gender, plural, person));
    }

    /// <summary>Whether the names in the range are those of bodies or places and none is a person's.</summary>
    static bool IsBody(Document document, TokenRange range)
    {
        var entities = document.Entities;
        var low = 0;
        var high = entities.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = entities[middle].First < range.First ? (middle + 1, high) : (low, middle);
        }
        var body = false;
        for (; low < entities.Count && entities[low].First < range.End; low++)
        {
            if (entities[low].Type == EntityType.Per)
                return false;
            body |= entities[low].Type is EntityType.Org or EntityType.Loc;
        }
        return body;
    }

    static Gender GenderOf(ReadOnlySpan<char> word)
    {
        if (word.EndsWith("woman", StringComparison.OrdinalIgnoreCase))
            return Gender.Female;
        if (word.EndsWith("sman", StringComparison.OrdinalIgnoreCase)
            || word.Equals("chairman", StringComparison.OrdinalIgnoreCase))
            return Gender.Male;
        return word switch
        {
            "Mrs" or "Mrs." or "Ms" or "Ms." or "Miss" or "Lady" or "Queen" or "Princess" or "Dame" => Gender.Female,
            "Mr" or "Mr." or "Sir" or "Lord" or "King" or "Prince" or "Father" or "Emir" or "Sheikh" => Gender.Male,
            _ => Gender.Open,
        };
    }
}
