using System.Collections.Frozen;
using Tocsin.Events;
using Tocsin.Language;

namespace Tocsin.Coding;

/// <summary>What must hold around a trigger.</summary>
sealed partial class EventFinder
{
    bool[] isSport = [];
    bool[] isAccident = [];

    /// <summary>Why an entry's conditions do not hold, null where they do; sets the object that matched, so that it evokes nothing itself.</summary>
    string? Refusal(Trigger trigger, int token, bool isNoun, ref int matched)
    {
        var conditions = trigger.Conditions;
        if (conditions.NotInSport && isSport[document.SentenceOf(token)])
            return "the sentence is about sport (no-sport)";
        if (conditions.HasNoObject && !isNoun && (roles.Object(token) >= 0 || tree.Child(document, token, Deprel.Ccomp) > token))
            return "it has an object (no-obj)";
        if (conditions.Objects.Count > 0 && (isNoun || (matched = AnyObject(token, conditions.Objects)) < 0))
            return "its object is none of those asked for (obj=)";
        if (conditions.NotObjects.Count > 0 && !isNoun && AnyObject(token, conditions.NotObjects) >= 0)
            return "its object is one of those ruled out (obj!=)";
        if (conditions.Subjects.Count > 0)
        {
            var subject = isNoun ? -1 : roles.Subject(token);
            if (subject < 0 || HeadIn(subject, conditions.Subjects) < 0)
                return "its subject is none of those asked for (subj=)";
        }
        if (conditions.Modifiers.Count > 0 && !HasModifier(token, conditions.Modifiers))
            return "none of the words asked for stands before it (mod=)";
        if (conditions.Prepositions.Count > 0 && !HasPhrase(token, conditions.Prepositions))
            return "no phrase has one of the prepositions asked for (prep=)";
        for (var i = 0; i < conditions.Phrases.Count; i++)
        {
            var phrase = roles.Phrase(token, conditions.Phrases[i].Preposition);
            if (phrase < 0 || HeadIn(phrase, conditions.Phrases[i].Lemmas) < 0)
                return "no phrase has the preposition and words asked for";
        }
        if (conditions.ObjectModifiers.Count > 0 && !ObjectHasModifier(token, matched, conditions.ObjectModifiers))
            return "none of the words asked for stands before its object (objmod=)";
        if (conditions.NotObjectModifiers.Count > 0 && ObjectHasModifier(token, matched, conditions.NotObjectModifiers))
            return "one of the words ruled out stands before its object (objmod!=)";
        // "wanted to give him an honour" asks nobody for anything, "told reporters that they left" neither.
        if (trigger.Meaning.Type == EventType.Request && conditions.Complements.Count > 0 && !AsksAnother(token))
            return "nobody else is asked to do it";
        return conditions.Complements.Count == 0 || HasComplement(token, conditions.Complements)
            ? null : "the clause below is headed by none of those asked for (comp=)";
    }

    bool ObjectHasModifier(int verb, int matched, FrozenSet<string> lemmas)
    {
        var noun = matched >= 0 ? matched : roles.Object(verb);
        return noun >= 0 && HasModifier(noun, lemmas);
    }

    /// <summary>Whether the clause below a word of asking is for somebody else: "want" needs one, "tell" an infinitive.</summary>
    bool AsksAnother(int verb) => document.Lemma(verb) switch
    {
        "want" => HasOther(verb),
        "tell" or "warn" or "remind" => tree.Child(document, verb, Deprel.Xcomp) >= 0,
        _ => true,
    };

    bool HasOther(int verb)
    {
        for (var child = tree.FirstChild(verb); child >= 0; child = tree.NextSibling(child))
        {
            if (document.Deprels[child] is Deprel.Obj or Deprel.Iobj
                || (document.Deprels[child] is Deprel.Ccomp or Deprel.Xcomp && tree.Child(document, child, Deprel.Nsubj) >= 0))
                return true;
        }
        return false;
    }

    bool HasModifier(int noun, FrozenSet<string> lemmas)
    {
        for (var child = tree.FirstChild(noun); child >= 0; child = tree.NextSibling(child))
        {
            if (document.Deprels[child] is Deprel.Compound or Deprel.Amod && IsOne(child, lemmas))
                return true;
        }
        return false;
    }

    bool HasPhrase(int token, IReadOnlyList<string> prepositions)
    {
        for (var i = 0; i < prepositions.Count; i++)
        {
            if (roles.Phrase(token, prepositions[i]) >= 0)
                return true;
        }
        return false;
    }

    /// <summary>The object (all of them: "gave Tanzania a grant") whose head is one of the words, −1 for none.</summary>
    int AnyObject(int verb, FrozenSet<string> lemmas)
    {
        for (var child = tree.FirstChild(verb); child >= 0; child = tree.NextSibling(child))
        {
            if (document.Deprels[child] is Deprel.Obj or Deprel.Iobj or Deprel.NsubjPass && HeadIn(child, lemmas) is >= 0 and var found)
                return found;
        }
        var direct = roles.Object(verb);
        return direct < 0 ? -1 : HeadIn(direct, lemmas);
    }

    /// <summary>The noun, what it holds or what is coordinated with it, that is one of the words; −1 for none.</summary>
    int HeadIn(int noun, FrozenSet<string> lemmas)
    {
        if (IsOne(noun, lemmas))
            return noun;
        var held = roles.Held(noun);
        if (held != noun && IsOne(held, lemmas))
            return held;
        // "summoned Corvia's ambassador Brah Mohamane": what somebody is stands before the name.
        var isPartitive = roles.IsPartitive(noun) || document.Upos[noun] == Upos.Propn;
        for (var child = tree.FirstChild(noun); child >= 0; child = tree.NextSibling(child))
        {
            if ((document.Deprels[child] is Deprel.Conj or Deprel.NmodDesc || (isPartitive && document.Deprels[child] is Deprel.Compound or Deprel.Amod))
                && IsOne(child, lemmas))
            {
                return child;
            }
        }
        return -1;
    }

    bool HasComplement(int token, FrozenSet<string> lemmas)
    {
        for (var child = tree.FirstChild(token); child >= 0; child = tree.NextSibling(child))
        {
            if (document.Deprels[child] is Deprel.Xcomp or Deprel.Ccomp or Deprel.Advcl or Deprel.Acl or Deprel.Obj && IsOne(child, lemmas))
                return true;
        }
        return false;
    }

    /// <summary>By lemma; plurals that stand as lemmas ("troops") by their singular too.</summary>
    bool IsOne(int token, FrozenSet<string> lemmas)
    {
        // "Evacuated the wounded": a participle that stands for persons.
        var lemma = document.Upos[token] == Upos.Verb ? document.Form(token).ToString() : document.Lemma(token);
        return lemmas.Contains(lemma)
            || (lemma.Length > 3 && lemma[^1] == 's' && lemmas.GetAlternateLookup<ReadOnlySpan<char>>().Contains(lemma.AsSpan(0, lemma.Length - 1)));
    }

    bool IsUpTo(int token) => document.Form(token).Equals("up", StringComparison.OrdinalIgnoreCase) && token + 2 < document.TokenCount
        && document.Form(token + 1).Equals("to", StringComparison.OrdinalIgnoreCase) && document.Upos[token + 2] == Upos.Num;

    bool HasParticle(int verb)
    {
        for (var child = tree.FirstChild(verb); child >= 0; child = tree.NextSibling(child))
        {
            // "Contribute up to 4,000 troops" has none.
            if (document.Deprels[child] is Deprel.CompoundPrt && !IsUpTo(child))
                return true;
        }
        return false;
    }

    int Particle(int verb, string particle)
    {
        for (var child = tree.FirstChild(verb); child >= 0; child = tree.NextSibling(child))
        {
            if ((document.Deprels[child] is Deprel.CompoundPrt or Deprel.Advmod or Deprel.Case or Deprel.Obj
                    || (document.Deprels[child] == Deprel.Xcomp && document.Upos[child] is Upos.Adj or Upos.Adv))
                && document.Form(child).Equals(particle, StringComparison.OrdinalIgnoreCase))
            {
                return child;
            }
        }
        var next = verb + 1;
        if (next < document.TokenCount && document.Upos[next] is Upos.Adp or Upos.Adv or Upos.Part or Upos.Sconj
            && document.Form(next).Equals(particle, StringComparison.OrdinalIgnoreCase))
        {
            return next;
        }
        // "gave … in Poland" is no "give in": short prepositions stand right behind their verb.
        return particle is "in" or "on" or "at" or "to" or "off" or "up" or "out" ? -1 : roles.Phrase(verb, particle);
    }

    void ReadDomains()
    {
        if (isSport.Length < document.SentenceCount)
        {
            isSport = new bool[Math.Max(document.SentenceCount, isSport.Length * 2)];
            isAccident = new bool[isSport.Length];
            hasMotive = new bool[isSport.Length];
            isOldWar = new bool[isSport.Length];
        }
        Array.Clear(isSport, 0, document.SentenceCount);
        Array.Clear(isAccident, 0, document.SentenceCount);
        Array.Clear(hasMotive, 0, document.SentenceCount);
        Array.Clear(isOldWar, 0, document.SentenceCount);
        for (var token = 0; token < document.TokenCount; token++)
        {
            if (document.Upos[token] is not (Upos.Noun or Upos.Verb or Upos.Propn or Upos.Adj))
                continue;
            if (codebook.Sport.Contains(document.Lemma(token)))
                isSport[document.SentenceOf(token)] = true;
            if (codebook.Accidents.Contains(document.Lemma(token)))
                isAccident[document.SentenceOf(token)] = true;
            if (token > 0 && document.Form(token) is "War" && document.Form(token - 1) is "World")
                isOldWar[document.SentenceOf(token)] = true;
            if (codebook.Motives.Contains(document.Lemma(token)))
                hasMotive[document.SentenceOf(token)] = true;
        }
    }
}
