using Tocsin.Events;
using Tocsin.Language;

namespace Tocsin.Coding;

/// <summary>Names that no file knows: a family name told before, then the names that the name tagger saw.</summary>
sealed partial class ActorSearch
{
    readonly List<ActorMention> later = [];

    void AddUnknownNames()
    {
        var covered = new System.Collections.BitArray(document.TokenCount);
        for (var i = firstFound; i < found.Count; i++)
        {
            for (var token = found[i].First; token < found[i].End; token++)
                covered[token] = true;
        }
        later.Clear();
        foreach (var entity in document.Entities)
        {
            if (entity.Type is EntityType.Per or EntityType.Org && IsFree(covered, entity.First, entity.End))
                AddEntity(entity);
        }
        foreach (var mention in later)
        {
            found.Add(mention);
            for (var token = mention.First; token < mention.End; token++)
                covered[token] = true;
        }
        for (var token = 0; token < document.TokenCount; token++)
        {
            if (!covered[token] && document.Upos[token] == Upos.Propn && families.Count > 0
                && families.TryGetValue(Key(token, token + 1), out var person) && IsBareFamilyName(token, token + 1))
                Add(token, token + 1, person.Code, person.Name, ActorKind.Person);
        }
        NameOfficesInApposition();
    }

    void AddEntity(Entity entity)
    {
        var name = TextOf(entity.First, entity.End);
        if (entity.Type == EntityType.Org)
        {
            later.Add(Mention(entity.First, entity.End, default, name, ActorKind.Body));
            return;
        }
        if (entity.End - entity.First == 1 && families.TryGetValue(Key(entity.First, entity.End), out var known))
        {
            later.Add(Mention(entity.First, entity.End, known.Code, known.Name, ActorKind.Person));
            return;
        }
        var code = TitleBeside(entity.First, entity.End);
        later.Add(Mention(entity.First, entity.End, code, name, ActorKind.Person));
        if (entity.End - entity.First > 1)
            families.TryAdd(Key(entity.End - 1, entity.End), (code, name));
    }

    /// <summary>"Marko Petrov, a Serbian police inspector," and "the spokesman of the army, Marko Petrov".</summary>
    ActorCode TitleBeside(int first, int end)
    {
        for (var i = firstFound; i < found.Count; i++)
        {
            var mention = found[i];
            if (mention.Kind is not (ActorKind.Office or ActorKind.Sector) || mention.Code.IsOpen
                || document.SentenceOf(mention.First) != document.SentenceOf(first))
                continue;
            if (IsComma(mention.End) && mention.End + 1 == first && SpeaksOfOne(mention))
                return mention.Code;
            if (IsComma(end) && mention.First > end && mention.First <= end + 4 && SpeaksOfOne(mention)
                && IsOnlyModifiers(end + 1, mention.First))
                return mention.Code;
        }
        return default;
    }

    /// <summary>"The Serbian president, Aleksandar Vučić,": the office takes the name that follows.</summary>
    void NameOfficesInApposition()
    {
        for (var i = firstFound; i + 1 < found.Count; i++)
        {
            var (office, person) = (found[i], found[i + 1]);
            if (office.Kind == ActorKind.Office && office.Name is null
                && person is { Kind: ActorKind.Person, Name: not null }
                && IsComma(office.End) && person.First == office.End + 1)
                found[i] = office with { Name = person.Name };
        }
    }

    bool IsComma(int token) => token < document.TokenCount && document.Form(token) is ",";

    bool SpeaksOfOne(ActorMention mention) => document.Xpos(mention.Head) is not ("NNS" or "NNPS");

    bool IsOnlyModifiers(int first, int end)
    {
        for (var token = first; token < end; token++)
        {
            if (document.Upos[token] is not (Upos.Det or Upos.Adj or Upos.Adv or Upos.Num))
                return false;
        }
        return true;
    }

    static bool IsFree(System.Collections.BitArray covered, int first, int end)
    {
        for (var token = first; token < end; token++)
        {
            if (covered[token])
                return false;
        }
        return true;
    }
}
