using Tocsin.Events;
using Tocsin.Language;

namespace Tocsin.Coding;

/// <summary>
/// Finds who fills a slot of a frame: from the trigger to the noun, from the noun to the mention of an actor, with
/// coordination, relative pronouns and coreference. Belongs to one worker.
/// </summary>
sealed partial class Roles(Codebook codebook)
{
    /// <summary>How far a phrase may stand from its trigger where the tree hangs it elsewhere, in tokens.</summary>
    const int Near = 10;

    Document document = null!;
    Tree tree = null!;
    List<ActorMention> mentions = null!;
    int[] mentionOf = [];

    public void Read(Document read, Tree treeOf, List<ActorMention> actors)
    {
        (document, tree, mentions) = (read, treeOf, actors);
        if (mentionOf.Length < read.TokenCount)
            mentionOf = new int[Math.Max(read.TokenCount, mentionOf.Length * 2)];
        mentionOf.AsSpan(0, read.TokenCount).Fill(-1);
        for (var i = 0; i < actors.Count; i++)
        {
            for (var token = actors[i].First; token < actors[i].End && token < read.TokenCount; token++)
                mentionOf[token] = i;
        }
    }

    /// <summary>The actor mention that covers the token, or null.</summary>
    public ActorMention? MentionAt(int token) => token >= 0 && mentionOf[token] >= 0 ? mentions[mentionOf[token]] : null;

    /// <summary>The sector that an open actor's words say; null where they say none.</summary>
    public string? OpenSector(Actor actor)
    {
        for (var i = FirstMentionAt(actor.Passage); i < mentions.Count && document.Starts[mentions[i].First] < actor.Passage.End; i++)
        {
            if (mentions[i].OpenSector is { } sector)
                return sector;
        }
        return null;
    }

    /// <summary>The first mention that ends behind a passage's start; mentions stand in text order.</summary>
    int FirstMentionAt(Passage passage)
    {
        int low = 0, high = mentions.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (document.Ends[mentions[middle].End - 1] <= passage.Start)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }

    /// <summary>Heads of whatever fills the slot, before coordination.</summary>
    public int Find(int trigger, bool isNoun, RoleSlot slot)
    {
        switch (slot.Source)
        {
            case RoleSource.Subject:
                return isNoun ? -1 : Subject(trigger);
            case RoleSource.Object:
                return isNoun ? -1 : PartyObject(trigger);
            case RoleSource.Possessor:
                return tree.Child(document, trigger, Deprel.NmodPoss);
            case RoleSource.Modifier:
                return Modifier(trigger);
            case RoleSource.Phrase:
                return Phrase(trigger, slot.Preposition!);
            default:
                throw new InvalidOperationException($"Unknown slot {slot.Source}.");
        }
    }

    /// <summary>Who does what the verb says: subject, passive agent, or what the clause inherits.</summary>
    public int Subject(int verb)
    {
        if (HyphenAgent(verb) is >= 0 and var compounded)
            return compounded;
        if (IsPassive(verb))
        {
            var agent = tree.Child(document, verb, Deprel.OblAgent);
            return agent >= 0 ? agent : Phrase(verb, "by");
        }
        var subject = NearestSubject(verb);
        if (subject < 0)
            subject = Clause.Subject(document, tree, verb);
        if (subject >= 0 && subject == tree.Head(verb) && document.Deprels[verb] == Deprel.Acl && Resolve(subject) is null
            && Owner(subject) is >= 0 and var owner)
        {
            subject = owner;
        }
        return Antecedent(subject >= 0 ? subject : SubjectBeside(verb), verb);
    }

    /// <summary>Whose plan, decision or threat a noun is: its possessor, or the subject of the verb that it is the object of.</summary>
    int Owner(int noun)
    {
        if (noun < 0)
            return -1;
        var possessor = tree.Child(document, noun, Deprel.NmodPoss);
        if (possessor >= 0)
            return possessor;
        var verb = tree.Head(noun);
        return verb >= 0 && document.Deprels[noun] == Deprel.Obj && document.Upos[verb] == Upos.Verb
            ? Clause.Subject(document, tree, verb) : -1;
    }

    /// <summary>The object that names an actor, where there are two ("gave Tanzania a grant").</summary>
    int PartyObject(int verb)
    {
        for (var child = tree.FirstChild(verb); child >= 0; child = tree.NextSibling(child))
        {
            if (document.Deprels[child] is Deprel.Obj or Deprel.Iobj && MentionAt(Held(child)) is { Code.IsOpen: false })
                return child;
        }
        return Object(verb);
    }

    /// <summary>A participle after a noun is passive, unless it has an object of its own ("tanks [that] shelled positions").</summary>
    public bool IsPassive(int verb) => Clause.IsPassive(document, tree, verb)
        && (document.Deprels[verb] != Deprel.Acl || tree.Child(document, verb, Deprel.Obj) < 0
            || tree.Child(document, verb, Deprel.AuxPass) >= 0);

    /// <summary>Where a parse gives a verb two subjects, the one that stands nearer before it.</summary>
    int NearestSubject(int verb)
    {
        var nearest = -1;
        for (var child = tree.FirstChild(verb); child >= 0 && child < verb; child = tree.NextSibling(child))
        {
            if (document.Deprels[child] == Deprel.Nsubj
                && (nearest < 0 || document.Upos[child] == Upos.Pron || MentionAt(Held(child)) is not null))
            {
                nearest = child;
            }
        }
        return nearest;
    }

    /// <summary>
    /// Subjects that the tree hides: "it" of "it is willing to", the owner of a plan ("Serbia's decision to withdraw"), and,
    /// for a finite verb, the actor named right before it.
    /// </summary>
    int SubjectBeside(int verb)
    {
        var head = tree.Head(verb);
        var deprel = document.Deprels[verb];
        if (head >= 0 && deprel == Deprel.Xcomp && document.Upos[head] == Upos.Adj && Intents.IsWilling(document.Lemma(head)))
            return tree.Child(document, head, Deprel.Expl);
        if (head >= 0 && deprel == Deprel.Acl && document.Xpos(verb) == "VB")
            return Owner(head);
        if (head >= 0 && deprel == Deprel.Acl && document.Xpos(verb) is "VBD" or "VBN" && MentionAt(Held(head)) is not null)
            return head;
        if (document.Xpos(verb) is not ("VBD" or "VBZ" or "VBP"))
            return -1;
        var before = verb - 1;
        while (before >= 0 && document.Upos[before] is Upos.Adv or Upos.Aux)
            before--;
        return before >= 0 && document.SentenceOf(before) == document.SentenceOf(verb) && MentionAt(before) is { } mention
            && !tree.IsUnder(verb, mention.Head) ? mention.Head : -1;
    }

    /// <summary>"Russian-funded militias": who does what the participle in the compound says; −1 where it is none.</summary>
    public int HyphenAgent(int participle) => participle >= 2 && document.Form(participle - 1) is "-" or "–"
        && document.Form(participle).EndsWith("ed", StringComparison.Ordinal) && tree.Head(participle) > participle
        && document.Deprels[participle] == Deprel.Amod && MentionAt(participle - 2) is { Code.IsOpen: false } agent
        ? agent.Head : -1;

    public int Object(int verb)
    {
        if (HyphenAgent(verb) >= 0)
            return tree.Head(verb);
        if (IsPassive(verb))
        {
            for (var child = tree.FirstChild(verb); child >= 0; child = tree.NextSibling(child))
            {
                if (document.Deprels[child] is Deprel.NsubjPass or Deprel.Nsubj)
                    return Antecedent(child, verb);
            }
            var deprel = document.Deprels[verb];
            if (deprel is Deprel.Acl or Deprel.AclRelcl)
                return tree.Head(verb);
            return deprel == Deprel.Conj && tree.Head(verb) >= 0 && Clause.IsPassive(document, tree, tree.Head(verb))
                ? Object(tree.Head(verb))
                : deprel == Deprel.Xcomp ? Clause.Subject(document, tree, verb) : -1;
        }
        var direct = tree.Child(document, verb, Deprel.Obj);
        if (direct >= 0)
            return Antecedent(direct, verb);
        direct = tree.Child(document, verb, Deprel.Iobj);
        return direct >= 0 ? direct : SubjectAfter(verb);
    }

    /// <summary>What a parse takes for a second subject, after the verb, is its object.</summary>
    int SubjectAfter(int verb)
    {
        if (NearestSubject(verb) < 0)
            return -1;
        for (var child = tree.FirstChild(verb); child >= 0; child = tree.NextSibling(child))
        {
            if (child > verb && document.Deprels[child] == Deprel.Nsubj && !IsTimeWord(child))
                return child;
        }
        return -1;
    }

    /// <summary>An oblique or noun modifier with the preposition; of a verb also that of its object.</summary>
    public int Phrase(int word, string preposition)
    {
        for (var child = tree.FirstChild(word); child >= 0; child = tree.NextSibling(child))
        {
            // "Offered its troops to help him": an infinitive is no phrase with "to".
            if (document.Deprels[child] is Deprel.Obl or Deprel.Nmod or Deprel.OblAgent or Deprel.Advcl or Deprel.Acl
                && document.Xpos(child) != "VB" && HasCase(child, preposition))
            {
                return child;
            }
        }
        var direct = tree.Child(document, word, Deprel.Obj);
        if (direct >= 0 && document.Upos[word] == Upos.Verb)
        {
            for (var child = tree.FirstChild(direct); child >= 0; child = tree.NextSibling(child))
            {
                if (document.Deprels[child] == Deprel.Nmod && HasCase(child, preposition))
                    return child;
            }
        }
        return -1;
    }

    /// <summary>
    /// The phrase as the words stand, where the tree hangs it elsewhere: the preposition a few words after the trigger,
    /// with an actor right after it. −1 for none.
    /// </summary>
    public int NearbyPhrase(int trigger, string preposition)
    {
        var end = document.Sentence(document.SentenceOf(trigger)).End;
        for (var token = trigger + 1; token < end && token <= trigger + Near; token++)
        {
            if (document.Upos[token] is Upos.Verb or Upos.Sconj || document.Form(token) is ";" or ":")
                return -1;
            if (document.Upos[token] != Upos.Adp || !document.Form(token).Equals(preposition, StringComparison.OrdinalIgnoreCase))
                continue;
            for (var next = token + 1; next < end && next <= token + 3; next++)
            {
                if (MentionAt(next) is { Code.IsOpen: false } mention)
                    return mention.Head;
            }
        }
        return -1;
    }

    /// <summary>The actor that a head names, or what it stands for; null where it names none.</summary>
    public Actor? Resolve(int head)
    {
        if (head < 0)
            return null;
        head = Held(head);
        if (MentionAt(head) is { } mention)
        {
            return !mention.Code.IsOpen ? ToActor(IsCounted(head, mention) ? mention with { Code = ActorCode.Parse($"{mention.Code}:CVL") } : mention)
                : OwnerOf(mention) is { } owner ? ToActor(mention with { Code = owner })
                : CountryOf(mention.Head) is { } of ? ToActor(mention with { Code = of }) : ToActor(mention);
        }
        var upos = document.Upos[head];
        if (upos == Upos.Pron)
            return Pronoun(head);
        if (upos is not (Upos.Noun or Upos.Propn) || IsTimeWord(head))
            return null;
        var span = NameSpan(head);
        if (IsOfCulture(document.Lemma(head)))
            return null;
        // "Israeli army bulldozers", "Algerian landowners": the phrase is the actor, its modifier tells whose.
        for (var token = head - 1; token >= span.First; token--)
        {
            if (MentionAt(token) is { Code.IsOpen: false } modifier)
                return ToActor(span, modifier.Code, null);
        }
        // "The Chairperson of the African Union Commission": an office is its body's.
        if (upos == Upos.Noun && IsOffice(document.Lemma(head)))
        {
            for (var child = tree.FirstChild(head); child >= 0; child = tree.NextSibling(child))
            {
                if (document.Deprels[child] == Deprel.Nmod && child > head && HasCase(child, "of") && child != head
                    && Resolve(child) is { Code: { IsOpen: false, IsBody: true } body })
                    return ToActor(span, body, null);
            }
        }
        return upos == Upos.Propn || IsNamedKind(head, span) ? ToActor(span, default, null) : null;
    }

    static bool IsOffice(string lemma) => lemma is "chairperson" or "chairman" or "chairwoman" or "chair" or "commissioner" or "president" or "head" or "chief"
        or "director" or "director-general" or "secretary-general" or "secretary" or "spokesman" or "spokeswoman" or "spokesperson" or "envoy"
        or "representative" or "rapporteur" or "commander" or "troops" or "official" or "member" or "leader";

    /// <summary>"three hundred Haitians" are persons; "the Haitians" may be the state.</summary>
    bool IsCounted(int head, ActorMention mention) => mention is { Kind: ActorKind.Country, Code: { IsBody: false, Sector: null } }
        && document.Xpos(head) is "NNS" or "NNPS" && document.Form(head) is var form && form.EndsWith("s", StringComparison.Ordinal)
        && mention.Name is { } name && !name.Equals(TextOf(mention), StringComparison.OrdinalIgnoreCase)
        && (tree.Child(document, head, Deprel.Nummod) >= 0 || (tree.Head(head) is >= 0 and var above && document.Deprels[head] == Deprel.Nmod
            && (IsPartitive(above) || document.Upos[above] == Upos.Num || document.Lemma(above) is "thousand" or "hundred" or "dozen" or "million" or "ten")));

    string TextOf(ActorMention mention) => document.Text[document.Starts[mention.First]..document.Ends[mention.End - 1]];

    /// <summary>"its troops", "Belgrade and its army": a kind of actor belongs to whom the possessive stands for.</summary>
    ActorCode? OwnerOf(ActorMention mention)
    {
        if (mention.OpenSector is not { } sector)
            return null;
        var possessor = tree.Child(document, mention.Head, Deprel.NmodPoss);
        if (possessor < 0 || document.Upos[possessor] != Upos.Pron || Pronoun(possessor)?.Code is not { IsOpen: false } owner)
            return null;
        return owner.Country is { } country ? ActorCode.Parse($"{country}:{sector}") : owner;
    }

    /// <summary>"Russian language", "French wine": a nation's things, not its people.</summary>
    static bool IsOfCulture(string lemma) => lemma is "language" or "literature" or "music" or "film" or "movie" or "cuisine" or "food"
        or "wine" or "culture" or "song" or "novel" or "book" or "football" or "league" or "grammar" or "alphabet" or "dollar" or "currency";

    /// <summary>A recipient of force that is named by a capital is the place, not the government that sits there.</summary>
    public Actor AsPlace(Actor actor)
    {
        for (var i = FirstMentionAt(actor.Passage); i < mentions.Count && document.Starts[mentions[i].First] < actor.Passage.End; i++)
        {
            if (mentions[i] is { Kind: ActorKind.Country, Code: { Sector: "GOV", Country: { } country } }
                && new TokenRange(mentions[i].First, mentions[i].End).In(document) == actor.Passage)
            {
                return actor with { Code = ActorCode.Parse(country) };
            }
        }
        return actor;
    }

    /// <summary>"people in Hong Kong", "inhabitants of Syria": people of no kind belong to the country that is named for them.</summary>
    ActorCode? CountryOf(int head)
    {
        if (document.Upos[head] != Upos.Noun)
            return null;
        for (var child = tree.FirstChild(head); child >= 0; child = tree.NextSibling(child))
        {
            if (child > head && document.Deprels[child] == Deprel.Nmod && MentionAt(child) is { Kind: ActorKind.Country } land
                && land.Code.Country is { } country && (HasCase(child, "in") || HasCase(child, "of") || HasCase(child, "throughout")))
            {
                return ActorCode.Parse(country);
            }
        }
        return null;
    }

    /// <summary>"Serb forces", "Hutu rebels": people of a kind that a name before them tells.</summary>
    bool IsNamedKind(int head, TokenRange span) => document.Xpos(head) == "NNS" && span.First < head
        && document.Upos[head - 1] is Upos.Propn or Upos.Adj && char.IsUpper(document.Form(head - 1)[0]) && !IsPartitive(head);

    /// <summary>
    /// What a word of number or kind holds: "tens of thousands of students" are students, "a group of diplomats" are
    /// diplomats. The word itself where it holds nothing.
    /// </summary>
    public int Held(int head)
    {
        for (var steps = 0; steps < 4; steps++)
        {
            if (document.Upos[head] is not (Upos.Num or Upos.Det or Upos.Pron or Upos.Adj) && !IsPartitive(head))
                return head;
            var inner = -1;
            for (var child = tree.FirstChild(head); child >= 0 && inner < 0; child = tree.NextSibling(child))
            {
                if (child > head && document.Deprels[child] is Deprel.Nmod or Deprel.Obl && HasCase(child, "of"))
                    inner = child;
            }
            if (inner < 0)
                return head;
            head = inner;
        }
        return head;
    }

    public bool IsPartitive(int token) => codebook.Partitives.Contains(document.Lemma(token));

    /// <summary>Actors of a head and of what is coordinated with it, without repetition.</summary>
    public void Collect(int head, List<Actor> actors)
    {
        if (head < 0)
            return;
        Add(Resolve(head), actors);
        AddShared(head, actors);
        for (var child = tree.FirstChild(head); child >= 0; child = tree.NextSibling(child))
        {
            if (document.Deprels[child] == Deprel.Conj && document.Upos[child] is Upos.Noun or Upos.Propn or Upos.Pron)
                Add(Resolve(child), actors);
        }
    }

    /// <summary>Who shares the noun: "Lebanese and Israeli soldiers", "the governments of Colombia and Ecuador".</summary>
    void AddShared(int head, List<Actor> actors)
    {
        var own = mentionOf[Held(head)];
        if (own < 0)
            return;
        if (own > 0 && mentions[own - 1].IsShared && mentions[own - 1].End == mentions[own].First - 1)
            Add(ToActor(mentions[own - 1]), actors);
        if (own + 1 < mentions.Count && mentions[own + 1].IsShared && mentions[own + 1].First <= mentions[own].End + 2
            && document.Upos[mentions[own + 1].Head] == Upos.Propn)
        {
            Add(ToActor(mentions[own + 1]), actors);
        }
    }

    /// <summary>The first known actor below a word in argument position: "support Turkey's efforts" finds Turkey.</summary>
    public void CollectBelow(int head, int except, List<Actor> actors)
    {
        var span = tree.Span(head);
        for (var token = span.First; token < span.End; token++)
        {
            if (mentionOf[token] < 0)
                continue;
            var mention = mentions[mentionOf[token]];
            token = mention.End - 1;
            if (mention.First < span.First || mention.End > span.End || mention.Code.IsOpen || mention.Head == except
                || !tree.IsUnder(mention.Head, head))
            {
                continue;
            }
            Collect(mention.Head, actors);
            return;
        }
    }

    public static void Add(Actor? actor, List<Actor> actors)
    {
        if (actor is not null && !actors.Exists(other => other.Passage.Overlaps(actor.Passage)))
            actors.Add(actor);
    }

    int Modifier(int noun)
    {
        for (var child = tree.FirstChild(noun); child >= 0; child = tree.NextSibling(child))
        {
            if (document.Deprels[child] is Deprel.Amod or Deprel.Compound or Deprel.NmodDesc && MentionAt(child) is not null)
                return child;
        }
        return -1;
    }

    /// <summary>"who" and "which" stand for the noun that their clause hangs on.</summary>
    int Antecedent(int subject, int verb)
    {
        if (subject < 0 || document.Upos[subject] != Upos.Pron || document.Lemma(subject) is not ("who" or "whom" or "which" or "that"))
            return subject;
        for (var at = verb; at >= 0; at = tree.Head(at))
        {
            if (document.Deprels[at] == Deprel.AclRelcl)
                return tree.Head(at);
        }
        return subject;
    }

    bool HasCase(int noun, string preposition)
    {
        for (var child = tree.FirstChild(noun); child >= 0; child = tree.NextSibling(child))
        {
            if (document.Deprels[child] is Deprel.Case or Deprel.Mark
                && document.Form(child).Equals(preposition, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }
        return false;
    }

    Actor ToActor(ActorMention mention) =>
        ToActor(new TokenRange(mention.First, mention.End), mention.Code, mention.Name);

    Actor ToActor(TokenRange range, ActorCode code, string? name)
    {
        var passage = range.In(document);
        return new Actor(passage, passage.Of(document.Text), code, name);
    }

    /// <summary>A name with its compounds and flat parts, without what hangs on it.</summary>
    TokenRange NameSpan(int head)
    {
        int first = head, end = head + 1;
        for (var child = tree.FirstChild(head); child >= 0; child = tree.NextSibling(child))
        {
            if (document.Deprels[child] is Deprel.Compound or Deprel.Flat or Deprel.Amod or Deprel.NmodDesc)
            {
                first = Math.Min(first, child);
                end = Math.Max(end, child + 1);
            }
        }
        // How many they are is no part of who they are: "most West Africans", "several senior officials".
        while (first < head && document.Lemma(first) is "most" or "many" or "several" or "some" or "more" or "few" or "other" or "various" or "numerous")
            first++;
        while (first < head && document.Xpos(first) == "JJS")
            first++;
        // "President Jean-Bertrand Aristide": the whole name, whatever the tree makes of its hyphen.
        if (document.Upos[head] == Upos.Propn && PersonAt(head) is { } person)
            end = Math.Max(end, person.End);
        return new TokenRange(first, end);
    }

    /// <summary>The person's name that holds the token; names stand in text order.</summary>
    Entity? PersonAt(int token)
    {
        int low = 0, high = document.Entities.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (document.Entities[middle].End <= token)
                low = middle + 1;
            else
                high = middle;
        }
        return low < document.Entities.Count && document.Entities[low] is { Type: EntityType.Per } found && found.First <= token ? found : null;
    }

    bool IsTimeWord(int token) => document.Lemma(token) is
        "Monday" or "Tuesday" or "Wednesday" or "Thursday" or "Friday" or "Saturday" or "Sunday" or "January" or "February"
        or "today" or "yesterday" or "tomorrow" or "week" or "month" or "year" or "night" or "day"
        or "March" or "April" or "May" or "June" or "July" or "August" or "September" or "October" or "November" or "December";
}
