using Tocsin.Events;
using Tocsin.Language;

namespace Tocsin.Coding;

/// <summary>An event as found in the tree, before voices, certainty, time and place.</summary>
/// <param name="Token">The trigger's token.</param>
/// <param name="End">Token after the trigger's last ("carried out").</param>
sealed record EventDraft(
    Trigger Trigger, int Token, int End, IReadOnlyList<Actor> Actors, IReadOnlyList<Actor> Recipients, double Confidence);

/// <summary>
/// Finds triggers of the lexicon and fills their frames from the tree. One trigger is one event; a trigger without any
/// party that the text names is none. Belongs to one worker.
/// </summary>
sealed class EventFinder(Codebook codebook)
{
    readonly Roles roles = new();
    readonly List<Actor> actors = [];
    readonly List<Actor> recipients = [];
    Document document = null!;
    Tree tree = null!;
    bool[] taken = [];
    EventType?[] typeAt = [];
    bool[] isSport = [];

    /// <summary>Finds the events of a document, in text order.</summary>
    public void Find(Document read, Tree treeOf, List<ActorMention> mentions, List<EventDraft> found)
    {
        (document, tree) = (read, treeOf);
        roles.Read(read, treeOf, mentions);
        if (taken.Length < read.TokenCount)
        {
            taken = new bool[Math.Max(read.TokenCount, taken.Length * 2)];
            typeAt = new EventType?[taken.Length];
        }
        Array.Clear(taken, 0, read.TokenCount);
        Array.Clear(typeAt, 0, read.TokenCount);
        ReadSport();
        found.Clear();
        // Heads before their dependents, so that a verb takes its object noun before the noun is looked at.
        foreach (var token in treeOf.Order)
        {
            var draft = taken[token] ? null : read.Upos[token] switch
            {
                Upos.Verb => FindVerb(token),
                Upos.Noun or Upos.Propn => FindNoun(token),
                _ => null,
            };
            if (draft is null)
                continue;
            typeAt[token] = draft.Trigger.Type;
            found.Add(draft);
        }
        found.Sort((a, b) => a.Token.CompareTo(b.Token));
    }

    /// <summary>Resolves a token to the actor it names, for voices.</summary>
    public Actor? ActorAt(int token) => roles.Resolve(token);

    EventDraft? FindVerb(int verb)
    {
        if (IsContentOfAct(verb))
            return null;
        foreach (var trigger in codebook.Verb(document.Lemma(verb)))
        {
            var particle = trigger.Particle is null ? -1 : Particle(verb, trigger.Particle);
            if ((trigger.Particle is not null && particle < 0) || !Holds(trigger, verb, isNoun: false))
                continue;
            if (trigger.IsBlocker)
                return null;
            if (Fill(trigger, verb, isNoun: false, -1) is not { } draft)
                continue;
            var direct = roles.Object(verb);
            if (trigger.Conditions.Objects.Count > 0 && direct >= 0)
                taken[direct] = true;
            return particle == verb + 1 ? draft with { End = particle + 1 } : draft;
        }
        return null;
    }

    EventDraft? FindNoun(int noun)
    {
        var head = tree.Head(noun);
        if (head >= 0 && document.Upos[head] == Upos.Verb && IsContentOfAct(head))
            return null;
        var verb = LightVerb(noun);
        foreach (var trigger in codebook.Noun(document.Lemma(noun)))
        {
            if (!Holds(trigger, noun, isNoun: true))
                continue;
            if (trigger.IsBlocker)
                return null;
            if (Fill(trigger, noun, isNoun: true, verb) is { } draft)
                return draft;
        }
        return null;
    }

    /// <summary>The verb that merely carries the noun ("launched an attack"), −1 for none.</summary>
    int LightVerb(int noun)
    {
        var head = tree.Head(noun);
        if (head < 0 || document.Upos[head] != Upos.Verb || !codebook.LightVerbs.Contains(document.Lemma(head)))
            return -1;
        return roles.Object(head) == noun ? head : -1;
    }

    /// <summary>
    /// "agreed to withdraw", "refused to sign", "threatened to attack": what is agreed, refused or threatened is the
    /// content of the act and no event beside it.
    /// </summary>
    bool IsContentOfAct(int verb)
    {
        for (int at = verb, steps = 0; at >= 0 && steps < 4; at = tree.Head(at), steps++)
        {
            var head = tree.Head(at);
            if (head < 0 || document.Deprels[at] is not (Deprel.Xcomp or Deprel.Conj or Deprel.Acl))
                return false;
            if (typeAt[head] is EventType.Agree or EventType.Reject or EventType.Threaten or EventType.Concede
                && document.Deprels[at] is Deprel.Xcomp or Deprel.Acl && document.Xpos(at) == "VB")
            {
                return true;
            }
        }
        return false;
    }

    EventDraft? Fill(Trigger trigger, int token, bool isNoun, int lightVerb)
    {
        actors.Clear();
        recipients.Clear();
        foreach (var slot in trigger.ActorSlots)
        {
            roles.Collect(roles.Find(token, isNoun, slot), actors);
            if (actors.Count > 0)
                break;
        }
        if (lightVerb >= 0 && actors.Count == 0)
            roles.Collect(roles.Subject(lightVerb), actors);
        FillRecipients(trigger, token, isNoun, lightVerb);
        recipients.RemoveAll(recipient => actors.Exists(actor => actor.Passage.Overlaps(recipient.Passage)));
        var known = actors.Exists(IsKnown) || recipients.Exists(IsKnown);
        if (actors.Count + recipients.Count == 0 || (isNoun && !known)
            || (trigger.Conditions.NeedsRecipient && recipients.Count == 0)
            || (trigger.Conditions.NeedsActor && actors.Count == 0))
        {
            return null;
        }
        if (trigger.IsReciprocal && recipients.Count == 0 && actors.Count == 0)
            return null;
        return new EventDraft(trigger, token, token + 1, [.. actors], [.. recipients], Confidence(isNoun));
    }

    void FillRecipients(Trigger trigger, int token, bool isNoun, int lightVerb)
    {
        foreach (var slot in trigger.RecipientSlots)
        {
            var head = roles.Find(token, isNoun, slot);
            if (head < 0 && lightVerb >= 0 && slot.Source == RoleSource.Phrase)
                head = roles.Phrase(lightVerb, slot.Preposition!);
            if (head < 0)
                continue;
            roles.Collect(head, recipients);
            if (recipients.Count == 0)
                roles.CollectBelow(head, token, recipients);
            if (recipients.Count > 0)
                return;
        }
        if (isNoun || trigger.RecipientSlots.Count == 0)
            return;
        // "agreed to send aid to Kyiv", "rejected a plan by the EU": the party stands inside the complement.
        for (var child = tree.FirstChild(token); child >= 0 && recipients.Count == 0; child = tree.NextSibling(child))
        {
            if (document.Deprels[child] is Deprel.Xcomp or Deprel.Ccomp or Deprel.Obj or Deprel.Obl)
                CollectInside(child);
        }
    }

    void CollectInside(int head)
    {
        var actor = actors.Count > 0 ? actors[0] : null;
        roles.CollectBelow(head, -1, recipients);
        if (actor is not null)
            recipients.RemoveAll(recipient => recipient.Passage.Overlaps(actor.Passage) || IsPlaceOnly(head, recipient));
    }

    /// <summary>"held an exercise in Belarus": a country after "in" is where it was, not on whom.</summary>
    bool IsPlaceOnly(int head, Actor recipient)
    {
        for (var child = tree.FirstChild(head); child >= 0; child = tree.NextSibling(child))
        {
            if (document.Deprels[child] == Deprel.Case && document.Lemma(child) is "in" or "at" or "near" or "from"
                && recipient.Passage.Contains(new TokenRange(head, head + 1).In(document)))
            {
                return true;
            }
        }
        return false;
    }

    bool Holds(Trigger trigger, int token, bool isNoun)
    {
        var conditions = trigger.Conditions;
        if (conditions.NotInSport && isSport[document.SentenceOf(token)])
            return false;
        var direct = isNoun ? -1 : roles.Object(token);
        if (conditions.Objects.Count > 0 && (direct < 0 || !HeadIs(direct, conditions.Objects)))
            return false;
        if (conditions.NotObjects.Count > 0 && direct >= 0 && HeadIs(direct, conditions.NotObjects))
            return false;
        if (conditions.HasNoObject && direct >= 0)
            return false;
        if (conditions.Subjects.Count > 0)
        {
            var subject = isNoun ? -1 : roles.Subject(token);
            if (subject < 0 || !HeadIs(subject, conditions.Subjects))
                return false;
        }
        if (conditions.Prepositions.Count > 0 && !conditions.Prepositions.Any(preposition => roles.Phrase(token, preposition) >= 0))
            return false;
        if (conditions.Phrase.Nouns.Count > 0)
        {
            var phrase = roles.Phrase(token, conditions.Phrase.Preposition);
            if (phrase < 0 || !HeadIs(phrase, conditions.Phrase.Nouns))
                return false;
        }
        return conditions.Complements.Count == 0 || HasComplement(token, conditions.Complements);
    }

    bool HeadIs(int noun, IReadOnlyList<string> lemmas)
    {
        if (Contains(lemmas, document.Lemma(noun)))
            return true;
        for (var child = tree.FirstChild(noun); child >= 0; child = tree.NextSibling(child))
        {
            if (document.Deprels[child] is Deprel.Conj && Contains(lemmas, document.Lemma(child)))
                return true;
        }
        return false;
    }

    bool HasComplement(int token, IReadOnlyList<string> lemmas)
    {
        for (var child = tree.FirstChild(token); child >= 0; child = tree.NextSibling(child))
        {
            if (document.Deprels[child] is Deprel.Xcomp or Deprel.Ccomp or Deprel.Advcl or Deprel.Acl
                && Contains(lemmas, document.Lemma(child)))
            {
                return true;
            }
        }
        return false;
    }

    int Particle(int verb, string particle)
    {
        for (var child = tree.FirstChild(verb); child >= 0; child = tree.NextSibling(child))
        {
            if (document.Deprels[child] is Deprel.CompoundPrt or Deprel.Advmod or Deprel.Case
                && document.Form(child).Equals(particle, StringComparison.OrdinalIgnoreCase))
            {
                return child;
            }
        }
        var phrase = roles.Phrase(verb, particle);
        return phrase >= 0 ? phrase : -1;
    }

    void ReadSport()
    {
        if (isSport.Length < document.SentenceCount)
            isSport = new bool[Math.Max(document.SentenceCount, isSport.Length * 2)];
        Array.Clear(isSport, 0, document.SentenceCount);
        for (var token = 0; token < document.TokenCount; token++)
        {
            if (codebook.Sport.Contains(document.Lemma(token)))
                isSport[document.SentenceOf(token)] = true;
        }
    }

    double Confidence(bool isNoun) => 0.5
        + (actors.Exists(IsKnown) ? 0.2 : actors.Count > 0 ? 0.05 : 0)
        + (recipients.Exists(IsKnown) ? 0.15 : recipients.Count > 0 ? 0.05 : 0) + (isNoun ? 0 : 0.1);

    static bool IsKnown(Actor actor) => !actor.Code.IsOpen;

    static bool Contains(IReadOnlyList<string> list, string item)
    {
        for (var i = 0; i < list.Count; i++)
        {
            if (string.Equals(list[i], item, StringComparison.Ordinal))
                return true;
        }
        return false;
    }
}
