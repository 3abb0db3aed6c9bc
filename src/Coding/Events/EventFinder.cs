using Tocsin.Events;
using Tocsin.Language;

namespace Tocsin.Coding;

/// <summary>
/// Finds triggers of the lexicon and fills their frames from the tree. One trigger is one event; a trigger without any
/// party that the text names is none. Belongs to one worker.
/// </summary>
sealed partial class EventFinder(Codebook codebook, ActorIndex index)
{
    readonly Roles roles = new(codebook);
    readonly List<Actor> actors = [];
    readonly List<Actor> recipients = [];
    Document document = null!;
    Tree tree = null!;
    List<PlaceMention> places = null!;
    bool[] taken = [];

    /// <summary>Type that the verb above has told already of a noun.</summary>
    EventType?[] told = [];
    EventType?[] typeAt = [];
    string? actorFrom;
    string? recipientFrom;
    string? refusal;

    /// <summary>Where every look at an entry is written down; null for nowhere.</summary>
    public List<TriggerTrial>? Trials { get; set; }

    /// <summary>Finds the events of a document, in text order.</summary>
    public void Find(
        Document read, Tree treeOf, List<ActorMention> mentions, List<PlaceMention> placesOf, List<EventDraft> found)
    {
        (document, tree, places) = (read, treeOf, placesOf);
        roles.Read(read, treeOf, mentions);
        if (taken.Length < read.TokenCount)
        {
            taken = new bool[Math.Max(read.TokenCount, taken.Length * 2)];
            typeAt = new EventType?[taken.Length];
            told = new EventType?[taken.Length];
        }
        Array.Clear(taken, 0, read.TokenCount);
        Array.Clear(typeAt, 0, read.TokenCount);
        Array.Clear(told, 0, read.TokenCount);
        ReadDomains();
        found.Clear();
        // Heads before their dependents, so that a verb takes its object noun before the noun is looked at.
        foreach (var token in treeOf.Order)
        {
            var draft = taken[token] ? null : read.Upos[token] switch
            {
                Upos.Verb => FindVerb(token) ?? FindDemand(token, null),
                Upos.Adj when roles.HyphenAgent(token) >= 0 => FindVerb(token),
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
        if (document.Deprels[verb] == Deprel.Amod && IsBareModifier(verb))
        {
            Note(verb, null, "it only describes");
            return null;
        }
        if (IsPurpose(verb))
        {
            Note(verb, null, "it is a purpose, a wish or a duty and told as no deed");
            return null;
        }
        if (document.Xpos(verb) == "VBN" && tree.Child(document, verb, Deprel.Det) is var article && article >= 0 && article < verb)
        {
            Note(verb, null, "it stands for persons: \"the wounded\"");
            return null;
        }
        if (IsContentOfAct(verb))
        {
            Note(verb, null, "it is the content of another act and no act beside it");
            // What it governs is content too: "refused to sign the agreement" is no agreement.
            typeAt[verb] = EventType.Request;
            return null;
        }
        var isParticleVerb = HasParticle(verb);
        foreach (var trigger in codebook.Verb(document.Lemma(verb), document.Form(verb)))
        {
            // "Kick things off" is no kick: a verb with a particle means what its own entry says, or nothing.
            if (isParticleVerb && trigger.Particle is null)
            {
                Note(verb, trigger, "the verb stands with a particle, the entry without");
                continue;
            }
            var particle = trigger.Particle is null ? -1 : Particle(verb, trigger.Particle);
            var matched = -1;
            var why = trigger.Particle is not null && particle < 0
                ? "its second word is not there" : Refusal(trigger, verb, isNoun: false, ref matched);
            if (why is not null)
            {
                Note(verb, trigger, why);
                continue;
            }
            if (trigger.IsBlocker)
            {
                Note(verb, trigger, "the word is used in another sense here");
                return null;
            }
            if (Fill(trigger, verb, isNoun: false, -1) is not { } draft)
            {
                Note(verb, trigger, refusal);
                continue;
            }
            Note(verb, trigger, null);
            // What is praised or blamed is a deed of its own; what is refused or demanded is not.
            if (matched >= 0)
            {
                if (trigger.Meaning.Type is EventType.Accuse or EventType.Support)
                    told[matched] = trigger.Meaning.Type;
                else
                    taken[matched] = true;
            }
            if (WithWill(draft, verb) is not { } willed)
            {
                Note(verb, trigger, "it is wanted of somebody, and nobody says so");
                return null;
            }
            draft = Promised(willed, verb);
            return particle == verb + 1 ? draft with { End = particle + 1 } : draft;
        }
        return null;
    }

    EventDraft? FindNoun(int noun)
    {
        if (IsObjectOfAct(noun))
        {
            Note(noun, null, "it is what another act is about and no act beside it");
            return null;
        }
        var verb = LightVerb(noun);
        foreach (var trigger in codebook.Noun(document.Lemma(noun)))
        {
            var matched = -1;
            if (Refusal(trigger, noun, isNoun: true, ref matched) is { } why)
            {
                Note(noun, trigger, why);
                continue;
            }
            if (trigger.IsBlocker)
            {
                Note(noun, trigger, "the word is used in another sense here");
                return null;
            }
            var draft = Fill(trigger, noun, isNoun: true, verb);
            if (draft is not null && told[noun] == trigger.Meaning.Type)
                (draft, refusal) = (null, "its verb has told it already");
            Note(noun, trigger, draft is null ? refusal : null);
            if (draft is not null)
                return verb >= 0 ? WithWill(draft, verb) : draft;
        }
        return null;
    }

    /// <summary>"the jailed leader", "declining powers": a participle with nobody who does it and nothing done.</summary>
    bool IsBareModifier(int verb) => roles.HyphenAgent(verb) < 0 && tree.FirstChild(verb) < 0;

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
    /// "gathered to meet friends", "need to push for reform": an infinitive that no verb says to have been done, begun, tried
    /// or intended.
    /// </summary>
    bool IsPurpose(int verb)
    {
        if (document.Xpos(verb) != "VB" || !(HasTo(verb) || document.Deprels[verb] == Deprel.Conj))
            return false;
        var head = tree.Head(verb);
        if (head < 0)
            return false;
        if (typeAt[head] is not null || Intents.Of(document, tree, verb) != Will.None)
            return false;
        return document.Deprels[verb] switch
        {
            Deprel.Conj => document.Xpos(head) == "VB" && IsPurpose(head),
            Deprel.Advcl => true,
            Deprel.Xcomp => !IsDoing(document.Lemma(head)) && !IsReported(head),
            Deprel.Acl => !IsDoing(document.Lemma(head)),
            _ => false,
        };
    }

    bool HasTo(int verb)
    {
        for (var child = tree.FirstChild(verb); child >= 0 && child < verb; child = tree.NextSibling(child))
        {
            if (document.Deprels[child] == Deprel.Mark && document.Lemma(child) == "to")
                return true;
        }
        return false;
    }

    /// <summary>"is said to have shelled", "appears to back": told as done, by somebody.</summary>
    bool IsReported(int head) => roles.IsPassive(head) || document.Lemma(head) is "appear" or "seem" or "claim" or "profess" or "report";

    /// <summary>Verbs and nouns below which an infinitive is begun, done or tried.</summary>
    static bool IsDoing(string lemma) => lemma is "begin" or "start" or "continue" or "manage" or "fail" or "try" or "attempt" or "seek"
        or "help" or "proceed" or "move" or "rush" or "come" or "go" or "dare" or "happen" or "prove" or "remain" or "threaten" or "vow"
        or "pledge" or "promise" or "agree" or "refuse" or "decline" or "order" or "command" or "force" or "allow" or "cause" or "lead"
        or "effort" or "bid" or "campaign" or "decision" or "operation" or "mission" or "drive" or "step" or "measure" or "cease" or "use"
        or "vote" or "choose" or "elect" or "resolve" or "opt" or "join" or "send" or "bring" or "offer" or "volunteer" or "conspire" or "plot";

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
            if (deprel is Deprel.Ccomp or Deprel.Xcomp && IsDemand(document.Lemma(head), deprel) && document.Xpos(at) is "VB" or "VBN" && IsBare(at))
                return true;
            if (deprel is Deprel.Xcomp or Deprel.Acl or Deprel.Ccomp or Deprel.Advcl && IsAct(head)
                && (document.Xpos(at) == "VB" || deprel is Deprel.Xcomp || (deprel == Deprel.Ccomp && typeAt[head] == EventType.Request)))
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
        return head >= 0 && document.Deprels[noun] is Deprel.Obj or Deprel.Obl or Deprel.NsubjPass
            && (IsAct(head) || (document.Deprels[noun] != Deprel.Obl && IsDemand(document.Lemma(head), Deprel.Obj)));
    }

    /// <summary>What stands below these is wanted, whether or not the wanting is an event here.</summary>
    static bool IsDemand(string lemma, Deprel deprel) => lemma switch
    {
        "demand" or "request" or "urge" or "propose" or "recommend" or "suggest" or "advocate" or "require" => true,
        "seek" or "want" or "need" or "await" or "expect" => deprel == Deprel.Obj,
        "ask" or "insist" => deprel != Deprel.Obj,
        // An ordered attack takes effect; "ordered that he be shot" tells what is to come.
        "order" => deprel == Deprel.Ccomp,
        _ => false,
    };

    /// <summary>"ordered he be shot", "asked them to leave": no finite verb and no finite auxiliary.</summary>
    bool IsBare(int verb)
    {
        for (var child = tree.FirstChild(verb); child >= 0; child = tree.NextSibling(child))
        {
            if (document.Deprels[child] is Deprel.Aux or Deprel.AuxPass && document.Xpos(child) is not "VB")
                return false;
        }
        return true;
    }

    bool IsAct(int token) => typeAt[token] is EventType.Agree or EventType.Reject or EventType.Threaten or EventType.Concede
        or EventType.Request;

    void Note(int token, Trigger? trigger, string? why)
    {
        if (Trials is null || (trigger is null && codebook.Verb(document.Lemma(token), document.Form(token)).IsEmpty
            && codebook.Noun(document.Lemma(token)).IsEmpty))
        {
            return;
        }
        var meaning = trigger is null ? "" : trigger.IsBlocker ? "-" : $"{trigger.Meaning.Type.Code()} {trigger.Meaning.Mode}".TrimEnd();
        Trials.Add(new TriggerTrial(
            token, trigger is null ? "" : $"{trigger.File}:{trigger.Line} {meaning}", why, why is null ? actorFrom : null,
            why is null ? recipientFrom : null));
    }

    EventDraft? Fill(Trigger trigger, int token, bool isNoun, int lightVerb)
    {
        actors.Clear();
        recipients.Clear();
        (actorFrom, recipientFrom) = (null, null);
        if (lightVerb >= 0)
        {
            roles.Collect(roles.Subject(lightVerb), actors);
            actorFrom = actors.Count > 0 ? "subject of the verb that carries the noun" : null;
        }
        for (var i = 0; i < trigger.ActorSlots.Count && actors.Count == 0; i++)
        {
            roles.Collect(roles.Find(token, isNoun, trigger.ActorSlots[i]), actors);
            if (actors.Count > 0)
                actorFrom = trigger.ActorSlots[i].Name;
        }
        if (actors.Count == 0 && isNoun && lightVerb < 0)
            FillNearbyActor(trigger, token);
        FillRecipients(trigger, token, isNoun, lightVerb);
        for (var i = 0; i < recipients.Count; i++)
            recipients[i] = WithCountry(recipients[i]);
        var meets = trigger.IsReciprocal && recipients.Count > 0;
        var isToParty = recipients.Count > 0;
        if (recipients.Count == 0 && !isNoun && trigger.RecipientSlots.Count > 0 && trigger.Meaning.Type != EventType.Retreat)
            FillFromContent(token, trigger.Meaning.Type);
        recipientFrom ??= recipients.Count > 0 ? "inside what it governs" : null;
        recipients.RemoveAll(recipient => actors.Exists(actor => actor.Passage.Overlaps(recipient.Passage)));
        // "A typhoon laid siege to the coast", "were hurt when a lorry overturned": nobody did it.
        if (actors.Count == 0 && IsForce(trigger.Meaning.Type) && isAccident[document.SentenceOf(token)] && IsByAccident(token))
        {
            refusal = "an accident or nature did it (accidents.txt)";
            return null;
        }
        // "expressed gratitude on behalf of Corvia": nobody thanks the own country.
        if (!IsForce(trigger.Meaning.Type) && !meets && actors.Count > 0)
            recipients.RemoveAll(recipient => recipient.Code is { IsOpen: false, IsBody: false, Sector: null } && actors.TrueForAll(actor => actor.Code.Country == recipient.Code.Country));
        if (trigger.Meaning.Type == EventType.Assault)
        {
            for (var i = 0; i < recipients.Count; i++)
                recipients[i] = roles.AsPlace(recipients[i]);
            if (recipients.Count == 0 && (!isNoun || lightVerb >= 0 || actors.Count > 0) && Struck(token) is { } struck)
            {
                recipients.Add(struck);
                recipientFrom = "the place that was hit";
            }
        }
        var known = actors.Exists(IsKnown) || recipients.Exists(IsKnown);
        refusal = Lacks(trigger, token, isNoun, known, isToParty, lightVerb);
        if (refusal is not null)
            return null;
        if (meets)
        {
            actors.AddRange(recipients);
            recipients.Clear();
        }
        return new EventDraft(trigger.Meaning, token, token + 1, [.. actors], [.. recipients], Confidence(isNoun));
    }

    /// <summary>Whether a word of accidents or nature is what did it, or stands in the same clause or in one that tells when or how.</summary>
    bool IsByAccident(int token)
    {
        var head = tree.Head(token);
        if (head >= 0 && document.Deprels[token] is Deprel.Conj or Deprel.Advcl && codebook.Accidents.Contains(document.Lemma(head)))
            return true;
        for (var child = tree.FirstChild(token); child >= 0; child = tree.NextSibling(child))
        {
            if (document.Deprels[child] is Deprel.Nsubj or Deprel.Obl or Deprel.OblAgent or Deprel.Advcl or Deprel.NsubjPass
                && codebook.Accidents.Contains(document.Lemma(child)))
                return true;
        }
        return false;
    }

    /// <summary>"criticism of Israel by France": the tree hangs "by …" on the lower noun.</summary>
    void FillNearbyActor(Trigger trigger, int token)
    {
        foreach (var slot in trigger.ActorSlots)
        {
            if (slot is not { Source: RoleSource.Phrase, Preposition: "by" })
                continue;
            roles.Collect(roles.NearbyPhrase(token, "by"), actors);
            if (actors.Count > 0)
                actorFrom = "by";
        }
    }

    /// <summary>"visited Tianjin", "surrounded Harar": a town or region that no file of actors knows is its country's.</summary>
    Actor WithCountry(Actor actor)
    {
        if (!actor.Code.IsOpen || roles.OpenSector(actor) is not null)
            return actor;
        foreach (var place in places)
        {
            if (place.First < document.TokenCount && new TokenRange(place.First, place.End).In(document) == actor.Passage
                && place.Country is { } alpha2 && index.CountryOf(alpha2) is { } country)
            {
                return actor with { Code = country };
            }
        }
        return actor;
    }

    /// <summary>"A bomb exploded in Corv": force without a named victim falls on the place, as its country.</summary>
    Actor? Struck(int trigger)
    {
        foreach (var place in places)
        {
            if (place.First <= trigger || place.First >= document.TokenCount || place.Country is not { } alpha2
                || document.SentenceOf(place.First) != document.SentenceOf(trigger) || !tree.IsUnder(place.First, trigger)
                || !Clause.IsLocative(document, tree, place) || index.CountryOf(alpha2) is not { } country)
            {
                continue;
            }
            var passage = new TokenRange(place.First, place.End).In(document);
            if (!actors.Exists(actor => actor.Passage.Overlaps(passage)))
                return new Actor(passage, passage.Of(document.Text), country, null);
        }
        return null;
    }

    /// <summary>Which party an entry lacks; null for none.</summary>
    string? Lacks(Trigger trigger, int token, bool isNoun, bool known, bool isToParty, int lightVerb)
    {
        var conditions = trigger.Conditions;
        var type = trigger.Meaning.Type;
        return actors.Count + recipients.Count == 0 ? "no party was found"
            : !known && (isNoun || !(actors.Exists(IsOfNote) || recipients.Exists(IsOfNote))) ? "no party is one that counts"
            : conditions.NeedsRecipient && !isToParty ? "no recipient was found (to-party)"
            : conditions.NeedsActor && actors.Count == 0 ? "no actor was found (by-party)"
            : conditions.NotInAccident && actors.Count == 0 && isAccident[document.SentenceOf(token)]
                ? "an accident or disease, and nobody who did it (no-accident)"
            : !IsForce(type) && !actors.Exists(IsPolitical) && !recipients.Exists(IsPolitical) ? "no party is a political one"
            : type == EventType.Consult && IsAlone() && Intents.Of(document, tree, lightVerb < 0 ? token : lightVerb) == Will.None ? "nobody to talk to: a session among themselves"
            : type == EventType.Agree && isNoun && actors.Count + recipients.Count < 2 ? "a promise or an agreement of one, and nobody is told with whom"
            : Irrelevance(trigger, token, isNoun);
    }

    /// <summary>Deeds of force count whoever suffers them; words and gifts among firms, schools and private people do not.</summary>
    static bool IsForce(EventType type) => type.Quad() == QuadClass.MaterialConflict || type == EventType.Retreat;

    /// <summary>A state, its organs and forces, a body, a party, a movement; not citizens, firms, schools or hospitals.</summary>
    bool IsPolitical(Actor actor) => actor.Code.IsOpen
        ? roles.OpenSector(actor) is { } open && IsPoliticalSector(open)
        : actor.Code.IsBody ? !actor.Code.Head.SequenceEqual("MNC") : actor.Code.Sector is not { } sector || IsPoliticalSector(sector)
            || (sector == "CVL" && IsNational(actor));

    /// <summary>"Haitians", "two Corvians": nationals by their country's name, and no person's own.</summary>
    bool IsNational(Actor actor) => actor.Name is { } name && !actor.Passage.Of(document.Text).Contains(name, StringComparison.OrdinalIgnoreCase);

    static bool IsPoliticalSector(string sector) => sector is not ("CVL" or "BUS" or "EDU" or "HLH" or "REF");

    /// <summary>Talks need two sides: two parties, of which none is the other's own.</summary>
    bool IsAlone()
    {
        if (actors.Count + recipients.Count < 2)
            return true;
        var first = actors.Count > 0 ? actors[0] : recipients[0];
        return !first.Code.IsOpen && actors.TrueForAll(IsOwn) && recipients.TrueForAll(IsOwn);

        // A minister who briefs his own parliament is at work.
        bool IsOwn(Actor actor) => actor.Code == first.Code || (actor.Code.Country is { } country && country == first.Code.Country
            && actor.Code.Sector is "GOV" or "LEG" or "MIL" or "COP" or "SPY" && first.Code.Sector is "GOV" or "LEG" or "MIL" or "COP" or "SPY");
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
            {
                recipientFrom = slot.Name;
                return;
            }
        }
        foreach (var slot in trigger.RecipientSlots)
        {
            if (slot.Source != RoleSource.Phrase)
                continue;
            roles.Collect(roles.NearbyPhrase(token, slot.Preposition!), recipients);
            if (recipients.Count > 0)
            {
                recipientFrom = slot.Name;
                return;
            }
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
            if (document.Deprels[child] is Deprel.Xcomp or Deprel.Ccomp or Deprel.Obj or Deprel.Obl
                || (document.Deprels[child] == Deprel.Advcl && document.Xpos(child) == "VB"))
            {
                CollectInside(child);
            }
        }
        // "The president promised to democratise the country": nothing is promised to it.
        if (type == EventType.Agree)
            recipients.RemoveAll(recipient => recipient.Code is { IsOpen: false, Sector: null } && actors.Exists(actor => actor.Code.Country == recipient.Code.Country));
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

    /// <summary>Whom no file knows, and who counts all the same: rebels, police, a government of no named country.</summary>
    bool IsOfNote(Actor actor) => roles.OpenSector(actor) is { } sector && sector is not ("CVL" or "BUS" or "EDU" or "HLH");

    static bool IsKnown(Actor actor) => !actor.Code.IsOpen;
}
