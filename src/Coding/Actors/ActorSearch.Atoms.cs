using Tocsin.Language;

namespace Tocsin.Coding;

/// <summary>The names and words of the files in a sentence: the longest from the left.</summary>
sealed partial class ActorSearch
{
    void FindAtoms(int first, int end)
    {
        atoms.Clear();
        atomOf.AsSpan(first, end - first).Fill(-1);
        for (var token = first; token < end;)
        {
            if (wordOf[token] < 0)
            {
                token++;
                continue;
            }
            candidates.Clear();
            index.Phrases.At(document, wordOf.AsSpan(), token, end, candidates);
            var best = -1;
            for (var i = 0; i < candidates.Count; i++)
            {
                if (Fits(token, candidates[i].End, candidates[i].Entry)
                    && (best < 0 || candidates[i].End > candidates[best].End
                        || (candidates[i].End == candidates[best].End
                            && IsBetter(candidates[i].Entry, candidates[best].Entry))))
                    best = i;
            }
            if (best < 0)
            {
                token++;
                continue;
            }
            var (stop, entry) = candidates[best];
            atomOf.AsSpan(token, stop - token).Fill(atoms.Count);
            atoms.Add(new Atom(token, stop, entry));
            token = stop;
        }
    }

    bool IsBetter(ActorEntry one, ActorEntry other)
    {
        if (one.Kind != other.Kind)
            return one.Kind < other.Kind;
        if (one.Kind == EntryKind.Person)
            return one.Person!.InOffice(day) && !other.Person!.InOffice(day);
        return one.Use > other.Use && one.Office is not null;
    }

    bool Fits(int first, int end, ActorEntry entry)
    {
        if (!entry.HoldsOn(day))
            return false;
        var last = end - 1;
        switch (entry.Kind)
        {
            case EntryKind.Sector:
                return document.Upos[last] is Upos.Noun or Upos.Propn
                    || (end - first > 1 && document.Upos[last] is Upos.Adj or Upos.X)
                    || (document.Upos[last] == Upos.X && document.Heads[last] < 0);
            case EntryKind.Person when entry.FamilyName:
                return IsBareFamilyName(first, end) && (families.ContainsKey(Key(first, end))
                    || HasTitleBefore(first) || entry.Person!.InOffice(day));
            case EntryKind.Body:
                return !(inPerson[first] && inPerson[last]);
            case EntryKind.Country or EntryKind.Capital or EntryKind.Adjective or EntryKind.People or EntryKind.Seat:
                return !(inPerson[first] && inPerson[last]) && !IsPartOfName(first, end, entry);
            default:
                return true;
        }
    }

    /// <summary>Georgia the American state, Jordan the player, Chad the first name.</summary>
    bool IsPartOfName(int first, int end, ActorEntry entry)
    {
        if (entry.Kind is EntryKind.Adjective or EntryKind.People || end - first > 1)
            return false;
        if (document.Form(first) is "Georgia")
            return IsAfterTown(first) || MentionsAmericanGeorgia();
        return document.Form(first) is "Jordan" or "Chad" or "Paris" or "Israel" or "Sofia" or "Victoria"
            && ((first + 1 < document.TokenCount && document.Upos[first + 1] == Upos.Propn && atomFreeName(first + 1))
                || (first > 0 && document.Upos[first - 1] == Upos.Propn && wordOf[first - 1] < 0
                    && document.Deprels[first] == Deprel.Flat));

        bool atomFreeName(int token) => wordOf[token] < 0 && document.Deprels[token] == Deprel.Flat;
    }

    bool IsAfterTown(int token) => token >= 2 && document.Form(token - 1) is ","
        && document.Upos[token - 2] == Upos.Propn && document.Form(token - 2) is not ("Abkhazia" or "Tbilisi" or "Gori"
            or "Batumi" or "Kutaisi" or "Poti" or "Ukraine" or "Moldova" or "Armenia" or "Azerbaijan" or "Russia");

    bool MentionsAmericanGeorgia()
    {
        var text = document.Text.AsSpan();
        return (text.Contains("Atlanta", StringComparison.Ordinal)
                || text.Contains("Savannah", StringComparison.Ordinal))
            && !text.Contains("Tbilisi", StringComparison.Ordinal)
            && !text.Contains("Ossetia", StringComparison.Ordinal);
    }

    bool IsBareFamilyName(int first, int end) => document.Upos[first] is Upos.Propn or Upos.X
        && char.IsUpper(document.Form(first)[0]) && !IsName(first - 1, first) && !IsName(end, first);

    /// <summary>A proper noun of the same sentence that is no title or country: part of another name.</summary>
    bool IsName(int token, int sentenceOfToken)
    {
        if (token < 0 || token >= document.TokenCount
            || document.SentenceOf(token) != document.SentenceOf(sentenceOfToken) || document.Upos[token] != Upos.Propn)
            return false;
        return token > sentenceOfToken
            ? wordOf[token] < 0 && document.Xpos(token) is not "NNPS" && !IsDay(document.Form(token))
            : atomOf[token] < 0 && !IsDay(document.Form(token));
    }

    bool HasTitleBefore(int first) => first > 0 && document.SentenceOf(first) == document.SentenceOf(first - 1)
        && atomOf[first - 1] >= 0 && atoms[atomOf[first - 1]].Entry is { Kind: EntryKind.Sector, Use: SectorUse.Title };

    static bool IsDay(ReadOnlySpan<char> form) => form is "Monday" or "Tuesday" or "Wednesday" or "Thursday" or "Friday"
        or "Saturday" or "Sunday";
}
