using Tocsin.Events;
using Tocsin.Language;

namespace Tocsin.Coding;

/// <summary>What somebody will do, will not do or must do is another event than doing it.</summary>
sealed partial class EventFinder
{
    /// <summary>The event that the clause's mood makes of it; null where it is only wanted and nobody in the text wants it.</summary>
    EventDraft? WithWill(EventDraft draft, int verb)
    {
        var will = Intents.Of(document, tree, verb);
        if (will == Will.None)
            return draft;
        var report = Intents.ReportingVerb(document, tree, verb);
        if (will == Will.Demanded)
            return FindDemand(verb, draft);
        var isOwn = report >= 0 && (SameParty(roles.Resolve(roles.Subject(report)), draft.Actors) || IsPronoun(roles.Subject(verb)));
        if (will == Will.Intended && draft.Actors.Count > 0 && HasUnless(verb) && Intents.Ultimatum(draft.Meaning) is { } threat)
            return draft with { Meaning = threat, IsStatement = true };
        var meaning = will == Will.Refused ? Intents.Refused(draft.Meaning) : Intents.Intended(draft.Meaning, isOwn || IsPlan(verb));
        if (meaning is null)
            return draft;
        // A passive without an agent ("will be released") tells of no one's will.
        if (draft.Actors.Count == 0)
            return draft;
        var moved = draft with { Meaning = meaning, IsStatement = true };
        if (isOwn)
            typeAt[report] ??= meaning.Type;
        return isOwn ? moved with { Claim = report, IsStatement = false } : moved;
    }

    /// <summary>
    /// "Vowed to strike back" is a threat, "agreed to reopen the crossing" gives way: what is promised tells what the promise is.
    /// </summary>
    EventDraft Promised(EventDraft draft, int verb)
    {
        if (draft.Meaning.Type != EventType.Agree || document.Lemma(verb) is not ("vow" or "swear" or "promise" or "pledge" or "agree" or "resolve"
            or "undertake" or "consent"))
            return draft;
        var promised = -1;
        for (var child = tree.FirstChild(verb); child >= 0 && promised < 0; child = tree.NextSibling(child))
        {
            if (document.Deprels[child] is Deprel.Xcomp or Deprel.Advcl && document.Xpos(child) == "VB" && child > verb)
                promised = child;
        }
        if (promised < 0 || MeaningOf(promised) is not { } meaning || tree.Child(document, promised, Deprel.Advmod) is var not and >= 0
            && document.Lemma(not) is "not" or "never")
            return draft;
        var isOwnWord = document.Lemma(verb) is not ("agree" or "consent");
        return meaning.Type switch
        {
            EventType.Retreat or EventType.Concede => draft with { Meaning = new EventMeaning(EventType.Concede, null, meaning.Contexts, "080") },
            EventType.Assault or EventType.Coerce or EventType.Sanction or EventType.Protest when isOwnWord
                && Intents.Intended(meaning, isOwn: true) is { Type: EventType.Threaten } threat => draft with { Meaning = threat },
            _ => draft,
        };
    }

    /// <summary>What a verb evokes by its conditions, whoever its parties are; null for nothing.</summary>
    EventMeaning? MeaningOf(int verb)
    {
        var isParticleVerb = HasParticle(verb);
        foreach (var trigger in codebook.Verb(document.Lemma(verb), document.Form(verb)))
        {
            var matched = -1;
            if ((isParticleVerb && trigger.Particle is null) || (trigger.Particle is { } particle && Particle(verb, particle) < 0)
                || Refusal(trigger, verb, isNoun: false, ref matched) is not null)
                continue;
            return trigger.IsBlocker ? null : trigger.Meaning;
        }
        return null;
    }

    /// <summary>"Annan said Iraq must withdraw": a demand by whoever says so on whoever must.</summary>
    EventDraft? FindDemand(int verb, EventDraft? content)
    {
        if (Intents.Of(document, tree, verb) != Will.Demanded)
            return null;
        var report = Intents.ReportingVerb(document, tree, verb);
        if (report < 0 || document.Upos[report] != Upos.Verb || typeAt[report] is not null)
            return null;
        actors.Clear();
        recipients.Clear();
        roles.Collect(roles.Subject(report), actors);
        var isPassive = roles.IsPassive(verb);
        roles.Collect(isPassive ? roles.Subject(verb) : Clause.Subject(document, tree, verb), recipients);
        if (recipients.Count == 0)
            roles.Collect(roles.Phrase(report, "to"), recipients);
        recipients.RemoveAll(recipient => SameParty(recipient, actors));
        if (actors.Count == 0 || (recipients.Count == 0 && !isPassive) || !(actors.Exists(IsKnown) || recipients.Exists(IsKnown)))
            return null;
        typeAt[verb] = EventType.Request;
        return new EventDraft(Intents.Demanded(content?.Meaning), verb, verb + 1, [.. actors], [.. recipients], Confidence(isNoun: false))
        {
            Claim = report,
        };
    }

    /// <summary>"plans to impose", "is prepared to attack": not merely "will".</summary>
    bool IsPlan(int verb)
    {
        for (int at = verb, steps = 0; at >= 0 && steps < 2; at = tree.Head(at), steps++)
        {
            if (document.Deprels[at] is not (Deprel.Xcomp or Deprel.Acl))
                return false;
            var head = tree.Head(at);
            if (head >= 0 && document.Lemma(head) is "plan" or "prepared" or "prepare" or "ready" or "intend" or "intention" or "willing")
                return true;
        }
        return false;
    }

    bool IsPronoun(int token) => token >= 0 && document.Upos[token] == Upos.Pron
        && document.Lemma(token) is "it" or "they" or "he" or "she" or "we" or "I";

    /// <summary>"will withdraw unless …": what is to come is made to depend on another's doing.</summary>
    bool HasUnless(int verb)
    {
        for (var child = tree.FirstChild(verb); child >= 0; child = tree.NextSibling(child))
        {
            if (document.Deprels[child] != Deprel.Advcl)
                continue;
            for (var mark = tree.FirstChild(child); mark >= 0; mark = tree.NextSibling(mark))
            {
                if (document.Lemma(mark) == "unless")
                    return true;
            }
        }
        return false;
    }

    static bool SameParty(Actor? actor, IReadOnlyList<Actor> others)
    {
        if (actor is null)
            return false;
        foreach (var other in others)
        {
            if (other.Passage.Overlaps(actor.Passage) || (!actor.Code.IsOpen && actor.Code == other.Code)
                || (actor.Name is not null && actor.Name == other.Name))
            {
                return true;
            }
        }
        return false;
    }
}
