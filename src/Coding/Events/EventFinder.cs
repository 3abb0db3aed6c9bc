using Tocsin.Events;
using Tocsin.Language;

namespace Tocsin.Coding;

/// <summary>
/// Finds triggers of the lexicon and fills their frames from the tree. One trigger is one event; a trigger without any
/// party that the text names is none. Belongs to one worker.
/// </summary>
sealed partial class EventFinder(Codebook codebook)
{
    readonly Roles roles = new(codebook);
    readonly List<Actor> actors = [];
    readonly List<Actor> recipients = [];
    Document document = null!;
    Tree tree = null!;
    bool[] taken = [];
    EventType?[] typeAt = [];

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
        ReadDomains();
        found.Clear();
        // Heads before their dependents, so that a verb takes its object noun before the noun is looked at.
        foreach (var token in treeOf.Order)
        {
            var draft = taken[token] ? null : read.Upos[token] switch
            {
                Upos.Verb => FindVerb(token) ?? FindDemand(token, null),
                Upos.Noun or Upos.Propn => FindNoun(token),
                _ => null,
            };
            if (draft is null)
                continue;
            typeAt[token] = draft.Meaning.Type;
            found.Add(draft);
        }
        found.Sort((a, b) => a.Token.CompareTo(b.Token));
    }

    EventDraft? FindVerb(int verb)
    {
        if (IsContentOfAct(verb))
        {
            // What it governs is content too: "refused to sign the agreement" is no agreement.
            typeAt[verb] = EventType.Request;
            return null;
        }
        var isParticleVerb = HasParticle(verb);
        foreach (var trigger in codebook.Verb(document.Lemma(verb), document.Form(verb)))
        {
            // "Kick things off" is no kick: a verb with a particle means what its own entry says, or nothing.
            if (isParticleVerb && trigger.Particle is null)
                continue;
            var particle = trigger.Particle is null ? -1 : Particle(verb, trigger.Particle);
            var matched = -1;
            if ((trigger.Particle is not null && particle < 0) || !Holds(trigger, verb, isNoun: false, ref matched))
                continue;
            if (trigger.IsBlocker)
                return null;
            if (Fill(trigger, verb, isNoun: false, -1) is not { } draft)
                continue;
            if (matched >= 0)
                taken[matched] = true;
            draft = WithWill(draft, verb);
            return particle == verb + 1 ? draft with { End = particle + 1 } : draft;
        }
        return null;
    }

    EventDraft? FindNoun(int noun)
    {
        if (IsObjectOfAct(noun))
            return null;
        var verb = LightVerb(noun);
        foreach (var trigger in codebook.Noun(document.Lemma(noun)))
        {
            var matched = -1;
            if (!Holds(trigger, noun, isNoun: true, ref matched))
                continue;
            if (trigger.IsBlocker)
                return null;
            if (Fill(trigger, noun, isNoun: true, verb) is { } draft)
                return verb >= 0 ? WithWill(draft, verb) : draft;
        }
        return null;
    }

    /// <summary>The verb that merely carries the noun ("launched an attack"), −1 for none.</summary>
    int LightVerb(int noun)
    {
        var head = tree.Head(noun);
        if (head >= 0 && document.Upos[head] == Upos.Noun && roles.IsPartitive(head))
            (noun, head) = (head, tree.Head(head));
        if (head < 0 || document.Upos[head] != Upos.Verb || !codebook.LightVerbs.Contains(document.Lemma(head)))
            return -1;
        return document.Deprels[noun] is Deprel.Obj or Deprel.NsubjPass
            || (noun > head && document.Deprels[noun] is Deprel.Ccomp or Deprel.Xcomp or Deprel.OblUnmarked or Deprel.Dep)
            ? head : -1;
    }

    /// <summary>
    /// "agreed to withdraw", "refused to sign", "urged them to leave": what is agreed, refused, threatened or asked for is
    /// the content of the act and no event beside it.
    /// </summary>
    bool IsContentOfAct(int verb)
    {
        for (int at = verb, steps = 0; at >= 0 && steps < 4; at = tree.Head(at), steps++)
        {
            var head = tree.Head(at);
            if (head < 0)
                return false;
            var deprel = document.Deprels[at];
            if (deprel is Deprel.Xcomp or Deprel.Acl or Deprel.Ccomp or Deprel.Advcl && IsAct(head)
                && (document.Xpos(at) == "VB" || deprel is Deprel.Xcomp))
            {
                return true;
            }
            if (deprel is not (Deprel.Xcomp or Deprel.Conj or Deprel.Acl))
                return false;
        }
        return false;
    }

    /// <summary>"called for talks", "rejected mediation": the noun is what the act is about.</summary>
    bool IsObjectOfAct(int noun)
    {
        var head = tree.Head(noun);
        if (head >= 0 && document.Deprels[noun] == Deprel.Conj)
            (noun, head) = (head, tree.Head(head));
        return head >= 0 && document.Deprels[noun] is Deprel.Obj or Deprel.Obl or Deprel.NsubjPass && IsAct(head);
    }

    bool IsAct(int token) => typeAt[token] is EventType.Agree or EventType.Reject or EventType.Threaten or EventType.Concede
        or EventType.Request;

    EventDraft? Fill(Trigger trigger, int token, bool isNoun, int lightVerb)
    {
        actors.Clear();
        recipients.Clear();
        if (lightVerb >= 0)
            roles.Collect(roles.Subject(lightVerb), actors);
        for (var i = 0; i < trigger.ActorSlots.Count && actors.Count == 0; i++)
            roles.Collect(roles.Find(token, isNoun, trigger.ActorSlots[i]), actors);
        FillRecipients(trigger, token, isNoun, lightVerb);
        var meets = trigger.IsReciprocal && recipients.Count > 0;
        var isToParty = recipients.Count > 0;
        if (recipients.Count == 0 && !isNoun && trigger.RecipientSlots.Count > 0)
            FillFromContent(token, trigger.Meaning.Type);
        recipients.RemoveAll(recipient => actors.Exists(actor => actor.Passage.Overlaps(recipient.Passage)));
        var known = actors.Exists(IsKnown) || recipients.Exists(IsKnown);
        if (!known && !IsOfNote(trigger.Meaning.Type))
            return null;
        var conditions = trigger.Conditions;
        if (actors.Count + recipients.Count == 0 || (isNoun && !known)
            || (conditions.NeedsRecipient && !isToParty) || (conditions.NeedsActor && actors.Count == 0)
            || (conditions.NotInAccident && actors.Count == 0 && isAccident[document.SentenceOf(token)]))
        {
            return null;
        }
        if (meets)
        {
            actors.AddRange(recipients);
            recipients.Clear();
        }
        return new EventDraft(trigger.Meaning, token, token + 1, [.. actors], [.. recipients], Confidence(isNoun));
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
        foreach (var slot in trigger.RecipientSlots)
        {
            if (slot.Source != RoleSource.Phrase)
                continue;
            roles.Collect(roles.NearbyPhrase(token, slot.Preposition!), recipients);
            if (recipients.Count > 0)
                return;
        }
    }

    /// <summary>"agreed to send aid to Kyiv", "rejected a plan by the EU": the party stands inside the complement.</summary>
    void FillFromContent(int token, EventType type)
    {
        for (var child = tree.FirstChild(token); child >= 0 && recipients.Count == 0; child = tree.NextSibling(child))
        {
            if (document.Deprels[child] == Deprel.Ccomp && type is EventType.Request or EventType.Accuse or EventType.Threaten)
                roles.Collect(tree.Child(document, child, Deprel.Nsubj), recipients);
        }
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

    double Confidence(bool isNoun) => 0.5
        + (actors.Exists(IsKnown) ? 0.2 : actors.Count > 0 ? 0.05 : 0)
        + (recipients.Exists(IsKnown) ? 0.15 : recipients.Count > 0 ? 0.05 : 0) + (isNoun ? 0 : 0.1);

    /// <summary>
    /// Words among people whom nobody names ("the family discussed the case") are no political events; force is one also
    /// where the text leaves open who used it, but not where only a pronoun stands for everybody.
    /// </summary>
    bool IsOfNote(EventType type) => type.Quad() is QuadClass.MaterialConflict || type == EventType.Retreat
        ? actors.Exists(IsNoun) || recipients.Exists(IsNoun)
        : actors.Exists(IsName) || recipients.Exists(IsName);

    static bool IsNoun(Actor actor) => actor.Text is not ("he" or "she" or "it" or "they" or "him" or "her" or "them" or "his"
        or "their" or "its" or "He" or "She" or "It" or "They");

    static bool IsName(Actor actor) => IsNoun(actor) && char.IsUpper(actor.Text[0]);

    static bool IsKnown(Actor actor) => !actor.Code.IsOpen;
}
