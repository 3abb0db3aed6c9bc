using Tocsin.Events;
using Tocsin.Language;

namespace Tocsin.Coding;

/// <summary>
/// Gives a country to those whom a text names without one: in "President Bouteflicka threatened a curfew in Algiers" the
/// setting says whose president he is. Only a setting of one single country speaks; where it names two, the actor stays
/// open. One belongs to one worker.
/// </summary>
/// <remarks>
/// The setting is the sentence's own places and actors, without the parties that stand over against the mention in the
/// same clause: "Israel shelled the rebels" does not make them Israel's, nor is a president whom American officials meet
/// American. A sentence that names no country takes the country that the whole text is about, where three in five of its
/// mentions are of one, or else the setting of the last sentence before it that has one. A person keeps the country that
/// an earlier mention of the name got.
/// </remarks>
sealed class Homeland(ActorIndex actors)
{
    /// <summary>How many sentences back a setting reaches.</summary>
    const int Reach = 3;

    /// <summary>A sentence of more actors is a list, and has no setting.</summary>
    const int MostActors = 60;

    /// <summary>Mentions of countries from which on a text may have a country of its own.</summary>
    const int FewestMentions = 5;

    readonly List<(string? Country, bool IsMixed)> settings = [];
    readonly Dictionary<string, int> counts = new(StringComparer.Ordinal);
    readonly Dictionary<string, ActorCode> persons = new(StringComparer.Ordinal);

    /// <summary>Settles the open mentions that have a sector; mentions and places must be in text order.</summary>
    public void Settle(Document document, Tree tree, DateOnly? day, List<ActorMention> mentions, List<PlaceMention> places)
    {
        settings.Clear();
        ReadPersons(document, mentions);
        var theme = Theme(mentions, places);
        int mention = 0, place = 0;
        for (var sentence = 0; sentence < document.SentenceCount; sentence++)
        {
            var (first, end) = document.Sentence(sentence);
            while (mention < mentions.Count && mentions[mention].First < first)
                mention++;
            while (place < places.Count && places[place].First < first)
                place++;
            var count = 0;
            while (mention + count < mentions.Count && mentions[mention + count].First < end)
                count++;
            if (count > MostActors)
            {
                settings.Add((null, true));
                continue;
            }
            for (var i = mention; i < mention + count; i++)
            {
                if (mentions[i] is not { Code.IsOpen: true, OpenSector: { } sector })
                    continue;
                if (!Known(document, mentions[i], out var code))
                {
                    if (Setting(i, sentence) is not { } country)
                        continue;
                    code = ActorCode.Parse($"{country}:{sector}");
                }
                mentions[i] = mentions[i] with
                {
                    Code = code,
                    Name = mentions[i].Name ?? (mentions[i].OpenOffice is { } office ? actors.HolderOn(code, office, day)?.Name : null),
                };
                if (mentions[i].Kind == ActorKind.Person)
                    persons.TryAdd(FamilyName(document, mentions[i]), code);
            }
            settings.Add(Read(-1));

            string? Setting(int index, int at)
            {
                if (Within(index) is { } inside)
                    return inside;
                var (own, isMixed) = Read(index);
                if (isMixed || own is not null)
                    return isMixed ? null : own;
                if (theme is not null)
                    return Faces(index, theme) ? null : theme;
                for (var back = at - 1; back >= 0 && back >= at - Reach; back--)
                {
                    if (settings[back].IsMixed)
                        return null;
                    if (settings[back].Country is { } earlier)
                        return Faces(index, earlier) ? null : earlier;
                }
                return null;
            }

            // "inhabitants of the Syrian Golan Heights": what the phrase itself names, in whatever form.
            string? Within(int index)
            {
                for (var i = index + 1; i < mentions.Count && mentions[i].First < end; i++)
                {
                    if (mentions[i].Code.Country is { } country && tree.Head(mentions[i].Head) >= 0 && IsPartOf(mentions[i].Head, mentions[index].Head))
                        return country;
                }
                return null;
            }

            // Below it, without a clause between.
            bool IsPartOf(int token, int head)
            {
                for (var steps = 0; token >= 0 && steps < 6; token = tree.Head(token), steps++)
                {
                    if (token == head)
                        return true;
                    if (document.Deprels[token] is Deprel.Acl or Deprel.AclRelcl or Deprel.Conj)
                        return false;
                }
                return false;
            }

            // Whether a party of that country stands over against the mention.
            bool Faces(int index, string country)
            {
                for (var i = mention; i < mentions.Count && mentions[i].First < end; i++)
                {
                    if (i != index && mentions[i].Code.Country == country && StandsAgainst(document, tree, mentions[i], mentions[index]))
                        return true;
                }
                return false;
            }

            (string? Country, bool IsMixed) Read(int index)
            {
                string? only = null, adjective = null;
                for (var i = mention; i < mentions.Count && mentions[i].First < end; i++)
                {
                    if (i == index || mentions[i].Code.Country is not { } country)
                        continue;
                    if (IsBareAdjective(document, mentions[i]))
                    {
                        adjective ??= country;
                        continue;
                    }
                    if ((index >= 0 && StandsAgainst(document, tree, mentions[i], mentions[index])))
                    {
                        continue;
                    }
                    if (only is not null && only != country)
                        return (null, true);
                    only = country;
                }
                for (var i = place; i < places.Count && places[i].First < end; i++)
                {
                    if (places[i].Country is not { } alpha2 || actors.CountryOf(alpha2) is not { } code
                        || document.Deprels[places[i].End - 1] == Deprel.Compound || IsActor(places[i], index))
                    {
                        continue;
                    }
                    var country = code.Country!;
                    if (only is not null && only != country)
                        return (null, true);
                    only = country;
                }
                // "Israeli raids": no setting, but a second country beside one.
                return (only, only is not null && adjective is not null && adjective != only);
            }

            // A place that is an actor here has been weighed as one.
            bool IsActor(PlaceMention at, int index)
            {
                for (var i = mention; i < mentions.Count && mentions[i].First < end; i++)
                {
                    if (i != index && mentions[i].First < at.End && at.First < mentions[i].End && !mentions[i].Code.IsOpen)
                        return true;
                }
                return false;
            }
        }
    }

    void ReadPersons(Document document, List<ActorMention> mentions)
    {
        persons.Clear();
        foreach (var mention in mentions)
        {
            if (mention is { Kind: ActorKind.Person, Code.IsOpen: false })
                persons.TryAdd(FamilyName(document, mention), mention.Code);
        }
    }

    bool Known(Document document, ActorMention mention, out ActorCode code)
    {
        code = default;
        return mention.Kind == ActorKind.Person && persons.TryGetValue(FamilyName(document, mention), out code);
    }

    static string FamilyName(Document document, ActorMention mention) => document.Form(mention.End - 1).ToString();

    /// <summary>The country of three in five of all that name one; null where there is none, or too few name any.</summary>
    string? Theme(List<ActorMention> mentions, List<PlaceMention> places)
    {
        counts.Clear();
        var all = 0;
        foreach (var mention in mentions)
        {
            if (mention.Code.Country is { } country)
                Count(country);
        }
        foreach (var place in places)
        {
            if (place.Country is { } alpha2 && actors.CountryOf(alpha2)?.Country is { } country)
                Count(country);
        }
        if (all < FewestMentions)
            return null;
        foreach (var (country, count) in counts)
        {
            if (count * 5 >= all * 3)
                return country;
        }
        return null;

        void Count(string country)
        {
            counts[country] = counts.GetValueOrDefault(country) + 1;
            all++;
        }
    }

    /// <summary>"Japanese cars": tells nothing of where the sentence plays.</summary>
    static bool IsBareAdjective(Document document, ActorMention mention) =>
        mention.Kind == ActorKind.Country && document.Upos[mention.Head] == Upos.Adj;

    /// <summary>
    /// Two arguments of one clause of which the one is a state or its government: they face each other, unless both are
    /// said to be of one country.
    /// </summary>
    static bool StandsAgainst(Document document, Tree tree, ActorMention other, ActorMention mention)
    {
        var isState = other.Kind == ActorKind.Country || (mention.OpenSector == "GOV" && other.Code.Sector == "GOV");
        return isState && IsArgument(document, other.Head) && IsArgument(document, mention.Head)
            && Clause.Of(document, tree, other.Head) == Clause.Of(document, tree, mention.Head);
    }

    static bool IsArgument(Document document, int token) => document.Deprels[token] is Deprel.Nsubj or Deprel.NsubjPass or Deprel.Obj
        or Deprel.Iobj or Deprel.OblAgent or Deprel.Conj or Deprel.Obl or Deprel.Flat or Deprel.Appos;
}
