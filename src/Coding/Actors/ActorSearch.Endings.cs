using Tocsin.Events;
using Tocsin.Language;

namespace Tocsin.Coding;

/// <summary>Ending a noun phrase: its code, its name, its owner before or after it.</summary>
sealed partial class ActorSearch
{
    void Flush(int sentenceEnd)
    {
        if (build.First < 0)
            return;
        var (first, end) = (build.First, build.End);
        var (code, name, kind) = Meaning();
        if (build.Word is not null && code.IsOpen && build.Person is null)
        {
            if (TryOwnerBefore(ref first, out var owner) || TryOwnerAfter(ref end, sentenceEnd, out owner))
            {
                (code, name, kind) = Owned(owner, name, kind);
                ShareWithOwnerAfter(end, code);
            }
            else if (SpokenBefore(first, end) is { } earlier)
                (code, name) = (earlier.Code, name ?? earlier.Name);
        }
        else if (build.Ethnic is not null && code.IsOpen
            && (TryOwnerBefore(ref first, out var home) || TryOwnerAfter(ref end, sentenceEnd, out home))
            && home.Country is { } country)
        {
            code = ActorCode.Parse($"{country}:ETH:{build.Ethnic}");
        }
        if (!IsOnlyPlace(first, end))
        {
            var mention = Mention(first, end, code, name, kind);
            if (code.IsOpen && build.Ethnic is not null)
                mention = mention with { OpenSector = "ETH:" + build.Ethnic };
            else if (code.IsOpen && build.Word is not null && build.Sector is { Sector: { } sector } && !(build.Sector.Use == SectorUse.Weak && sector == "GOV"))
                mention = mention with { OpenSector = sector, OpenOffice = build.Former ? null : build.Word.Office };
            ShareWithAdjectiveBefore(mention);
            found.Add(mention);
        }
        Remember(first, end, code, name, kind);
        build.Clear();
    }

    (ActorCode Code, string? Name, ActorKind Kind) Meaning()
    {
        if (build.Person is { } person)
        {
            var code = person.CodeOn(day);
            if (code.Sector is null && !code.IsBody && !build.Former && !build.Country.IsOpen
                && build.Sector?.Sector is { } sector)
                code = ActorCode.Parse($"{build.Country}:{sector}");
            else if (code.IsOpen && build.Body is not null)
                code = build.Body.Code;
            return (build.Former && code.Country is { } country && day is null ? ActorCode.Parse(country) : code,
                person.Name, ActorKind.Person);
        }
        if (build.Body is { } body)
        {
            var isPerson = build.PersonName is not null;
            if (build.Word is { Office: { } office } && !isPerson && index.HolderOn(body.Code, office, day) is { } head)
                return (body.Code, head.Name, ActorKind.Office);
            return (body.Code, build.PersonName ?? body.Name,
                isPerson ? ActorKind.Person : body.Code.Head is "UAF" ? ActorKind.Group : ActorKind.Body);
        }
        if (build.Ethnic is { } ethnic)
            return (build.Country.IsOpen ? default : ActorCode.Parse($"{build.Country}:ETH:{ethnic}"),
                TextOf(build.First, build.End), ActorKind.Sector);
        if (build.Word is { } word)
        {
            var code = Compose(build.Country);
            return (code, build.PersonName ?? HolderOf(code, word), KindOf(word));
        }
        return (build.Modifier!.Code, build.Modifier.Name, ActorKind.Country);
    }

    ActorCode Compose(ActorCode country)
    {
        if (country.IsOpen)
            return default;
        if (build.Sector?.Sector is not { } sector || (build.Former && build.Word!.Office is not null))
            return country;
        return ActorCode.Parse($"{country}:{sector}");
    }

    (ActorCode Code, string? Name, ActorKind Kind) Owned(ActorCode owner, string? name, ActorKind kind)
    {
        if (owner.IsBody)
            return (owner, name ?? HolderOf(owner, build.Word!), kind);
        if (build.Word!.Use == SectorUse.Weak && owner.Sector is not null && build.Sector == build.Word)
            return (owner, name, kind);
        var code = Compose(CountryOf(owner));
        return (code, name ?? HolderOf(code, build.Word!), kind);
    }

    string? HolderOf(ActorCode code, ActorEntry word) =>
        word.Office is { } office && !build.Former ? index.HolderOn(code, office, day)?.Name : null;

    ActorKind KindOf(ActorEntry word) => build.PersonName is not null
        ? word.Use == SectorUse.Noun && document.Upos[build.End - 1] == Upos.Propn && IsOrganisation(word)
            ? ActorKind.Body : ActorKind.Person
        : word.Use switch
        {
            SectorUse.Title => ActorKind.Office,
            SectorUse.People => ActorKind.Generic,
            _ => ActorKind.Sector,
        };

    static bool IsOrganisation(ActorEntry word) => word.Sector is "BUS" or "NGO" or "PTY" or "MED";

    /// <summary>"Lebanese and Israeli soldiers": the adjective before has the noun too.</summary>
    void ShareWithAdjectiveBefore(ActorMention mention)
    {
        if (mention.Code is not { IsBody: false, Sector: { } sector } || found.Count == firstFound || mention.First < 2)
            return;
        var before = found[^1];
        if (before is { Kind: ActorKind.Country, Code: { IsOpen: false, Sector: null } } && document.Upos[before.Head] == Upos.Adj
            && before.End == mention.First - 1 && document.Form(mention.First - 1) is "and" or "or" or "," or "&"
            && build.Modifier?.Kind == EntryKind.Adjective)
        {
            found[^1] = before with { Code = ActorCode.Parse($"{before.Code}:{sector}"), IsShared = true };
        }
    }

    /// <summary>"the governments of Colombia and Ecuador": a country coordinated with the owner has the noun too.</summary>
    void ShareWithOwnerAfter(int end, ActorCode code)
    {
        if (code is not { IsBody: false, Sector: { } sector } || end + 1 >= document.TokenCount || document.Form(end) is not "and"
            || !document.Form(build.End - 1).EndsWith("s", StringComparison.Ordinal))
        {
            return;
        }
        var token = end + 1;
        if (document.Upos[token] == Upos.Det && token + 1 < document.TokenCount)
            token++;
        if (atomOf[token] >= 0 && atoms[atomOf[token]] is { Entry: { Kind: EntryKind.Country } country } atom && atom.First == token)
        {
            sharedAt = token;
            sharedSector = sector;
        }
    }

    /// <summary>"Serbia's president", "NATO's secretary general": takes the owner's mention into the phrase.</summary>
    bool TryOwnerBefore(ref int first, out ActorCode owner)
    {
        owner = default;
        if (found.Count == firstFound || first == 0)
            return false;
        var mark = first - 1;
        while (mark > 0 && first - mark < 5 && atomOf[mark] < 0 && IsInPhrase(mark))
            mark--;
        var last = found[^1];
        if (last.End != mark || document.Form(mark) is not ("'s" or "’s" or "'" or "’") || last.Code.IsOpen
            || document.SentenceOf(last.First) != document.SentenceOf(first))
            return false;
        owner = last.Kind == ActorKind.Person && last.Code.Country is { } country
            ? ActorCode.Parse(country)
            : last.Code;
        found.RemoveAt(found.Count - 1);
        first = last.First;
        return true;
    }

    /// <summary>
    /// "president of Serbia" takes the owner in; "protesters in Belarus" only takes its country.
    /// </summary>
    bool TryOwnerAfter(ref int end, int sentenceEnd, out ActorCode owner)
    {
        owner = default;
        if (end >= sentenceEnd || document.Upos[end] != Upos.Adp)
            return false;
        var link = document.Form(end);
        var ofIt = link is "of" or "for";
        if (!ofIt && link is not ("in" or "from" or "at" or "across" or "inside"))
            return false;
        if (build.PersonName is not null)
            return false;
        var token = end + 1;
        while (token < sentenceEnd && token < end + 5 && atomOf[token] < 0
            && document.Upos[token] is Upos.Det or Upos.Adj or Upos.Adv or Upos.Propn or Upos.Noun or Upos.Punct
            && document.Form(token) is not (","))
            token++;
        if (token >= sentenceEnd || atomOf[token] < 0)
            return false;
        var atom = atoms[atomOf[token]];
        if (ofIt && token > end + 1 && document.Upos[end + 1] is not (Upos.Det or Upos.Adj))
            return false;
        switch (atom.Entry.Kind)
        {
            case EntryKind.Country or EntryKind.Capital:
                owner = CountryOf(atom.Entry.Code);
                break;
            case EntryKind.Body when ofIt || link is "from":
                owner = atom.Entry.Code;
                break;
            case EntryKind.Adjective when ofIt && build.Word?.Use == SectorUse.Weak
                && OwnerPhrase(atom, sentenceEnd) is { } whole:
                (owner, end) = whole;
                takenUpTo = end;
                return true;
            default:
                return false;
        }
        var alone = atom.End >= sentenceEnd || !IsInPhrase(atom.End) || document.Upos[atom.End] == Upos.Punct;
        if (!alone)
        {
            owner = default;
            return false;
        }
        if (ofIt)
            end = takenUpTo = atom.End;
        return true;
    }

    /// <summary>"spokesman for the Russian Foreign Ministry": a country's adjective and one sector word.</summary>
    (ActorCode Owner, int End)? OwnerPhrase(Atom adjective, int sentenceEnd)
    {
        for (var token = adjective.End; token < sentenceEnd && token < adjective.End + 4 && IsInPhrase(token); token++)
        {
            if (atomOf[token] >= 0
                && atoms[atomOf[token]] is { Entry: { Kind: EntryKind.Sector, Sector: { } sector } } atom)
                return (ActorCode.Parse($"{adjective.Entry.Code}:{sector}"), atom.End);
        }
        return null;
    }

    (ActorCode Code, string? Name)? SpokenBefore(int first, int end)
    {
        if (build.PersonName is not null || first == 0
            || !document.Form(first - 1).Equals("the", StringComparison.OrdinalIgnoreCase))
            return null;
        return spoken.TryGetValue(HeadKey(first, end), out var earlier) ? earlier : null;
    }

    (string Head, string? Sector) HeadKey(int first, int end) => (Key(end - 1, end), build.Sector?.Sector);

    /// <summary>A capital after "in" is where something happens, not who acts.</summary>
    bool IsOnlyPlace(int first, int end)
    {
        if (build.Modifier is not { Kind: EntryKind.Capital } || build.HasHead)
            return false;
        var before = first - 1;
        while (before >= 0 && document.Upos[before] is Upos.Det or Upos.Adj)
            before--;
        if (before >= 0 && document.SentenceOf(before) == document.SentenceOf(first)
            && document.Form(before) is "in" or "In" or "at" or "At" or "near" or "Near" or "outside" or "Outside"
                or "around" or "across" or "through" or "into" or "inside" or "within" or "via" or "throughout"
                or "Across" or "Inside" or "Around" or "toward" or "towards")
            return true;
        var (sentenceFirst, sentenceEnd) = document.Sentence(document.SentenceOf(first));
        return first == sentenceFirst && end < sentenceEnd
            && document.Form(end) is "," or "(" or "-" or "–" or "—" or "--";
    }

    void Remember(int first, int end, ActorCode code, string? name, ActorKind kind)
    {
        if (kind == ActorKind.Person)
        {
            families[Key(end - 1, end)] = (code, name);
            if (build.Person is { } person)
                families.TryAdd(Folding.Fold(person.Name[(person.Name.LastIndexOf(' ') + 1)..]), (code, name));
        }
        if (build.Word is not null && !code.IsOpen && document.Upos[build.End - 1] != Upos.Propn)
            spoken[HeadKey(first, build.End)] = (code, kind is ActorKind.Person or ActorKind.Office ? name : null);
        else if (build.Word is { Office: not null } && !code.IsOpen && kind == ActorKind.Person)
            spoken[(build.Word.Office!, build.Sector?.Sector)] = (code, name);
    }

    void Add(int first, int end, ActorCode code, string? name, ActorKind kind) =>
        found.Add(Mention(first, end, code, name, kind));

    ActorMention Mention(int first, int end, ActorCode code, string? name, ActorKind kind)
    {
        var isShared = first == sharedAt && sharedSector is not null && kind == ActorKind.Country && code is { IsOpen: false, Sector: null };
        if (isShared)
            code = ActorCode.Parse($"{code}:{sharedSector}");
        var head = first;
        for (var token = first; token < end; token++)
        {
            var above = document.Heads[token];
            if (above < first || above >= end)
            {
                head = token;
                break;
            }
        }
        return new ActorMention(first, end, head, code, name, kind) { IsShared = isShared };
    }

    static ActorCode CountryOf(ActorCode code) =>
        code.Country is { } country ? code.Sector is null ? code : ActorCode.Parse(country) : code;

    string Key(int first, int end) => Folding.Fold(TextOf(first, end));

    string TextOf(int first, int end) => document.Text[document.Starts[first]..document.Ends[end - 1]];
}
