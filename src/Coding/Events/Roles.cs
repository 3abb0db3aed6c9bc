using Tocsin.Events;
using Tocsin.Language;

namespace Tocsin.Coding;

/// <summary>
/// Finds who fills a slot of a frame: from the trigger to the noun, from the noun to the mention of an actor, with
/// coordination, relative pronouns and coreference. Belongs to one worker.
/// </summary>
sealed class Roles
{
    /// <summary>How far a pronoun's antecedent may lie back, in mentions of a chain.</summary>
    const int Steps = 40;

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

    /// <summary>Heads of whatever fills the slot, before coordination.</summary>
    public int Find(int trigger, bool isNoun, RoleSlot slot)
    {
        switch (slot.Source)
        {
            case RoleSource.Subject:
                return isNoun ? -1 : Subject(trigger);
            case RoleSource.Object:
                return isNoun ? -1 : Object(trigger);
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
        if (Clause.IsPassive(document, tree, verb))
        {
            var agent = tree.Child(document, verb, Deprel.OblAgent);
            return agent >= 0 ? agent : Phrase(verb, "by");
        }
        var subject = Clause.Subject(document, tree, verb);
        return Antecedent(subject, verb);
    }

    public int Object(int verb)
    {
        if (Clause.IsPassive(document, tree, verb))
        {
            for (var child = tree.FirstChild(verb); child >= 0; child = tree.NextSibling(child))
            {
                if (document.Deprels[child] is Deprel.NsubjPass)
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
        return direct >= 0 ? Antecedent(direct, verb) : tree.Child(document, verb, Deprel.Iobj);
    }

    /// <summary>An oblique or noun modifier with the preposition; of a verb also that of its object.</summary>
    public int Phrase(int word, string preposition)
    {
        for (var child = tree.FirstChild(word); child >= 0; child = tree.NextSibling(child))
        {
            if (document.Deprels[child] is Deprel.Obl or Deprel.Nmod or Deprel.OblAgent or Deprel.Advcl or Deprel.Acl
                && HasCase(child, preposition))
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

    /// <summary>The actor that a head names, or what it stands for; null where it names none.</summary>
    public Actor? Resolve(int head)
    {
        if (head < 0)
            return null;
        if (MentionAt(head) is { } mention)
            return ToActor(mention);
        var upos = document.Upos[head];
        if (upos == Upos.Pron)
            return Pronoun(head);
        var span = NameSpan(head);
        return upos == Upos.Propn && !IsTimeWord(head)
            ? new Actor(span.In(document), span.In(document).Of(document.Text), default, null)
            : null;
    }

    /// <summary>Actors of a head and of what is coordinated with it, without repetition.</summary>
    public void Collect(int head, List<Actor> actors)
    {
        if (head < 0)
            return;
        Add(Resolve(head), actors);
        for (var child = tree.FirstChild(head); child >= 0; child = tree.NextSibling(child))
        {
            if (document.Deprels[child] == Deprel.Conj && document.Upos[child] is Upos.Noun or Upos.Propn or Upos.Pron)
                Add(Resolve(child), actors);
        }
    }

    /// <summary>The first known actor below a word in argument position: "support Turkey's efforts" finds Turkey.</summary>
    public void CollectBelow(int head, int except, List<Actor> actors)
    {
        var span = tree.Span(head);
        foreach (var mention in mentions)
        {
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
        if (subject < 0 || document.Upos[subject] != Upos.Pron || document.Lemma(subject) is not ("who" or "which" or "that"))
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

    Actor? Pronoun(int head)
    {
        if (document.Lemma(head) is not ("he" or "she" or "it" or "they"))
            return null;
        var own = document.Mentions.FindIndex(mention => mention.First == head && mention.End == head + 1);
        if (own < 0)
            return null;
        var chain = document.Mentions[own].Chain;
        for (int i = own - 1, steps = 0; i >= 0 && steps < Steps; i--, steps++)
        {
            var other = document.Mentions[i];
            if (other.Chain != chain)
                continue;
            for (var token = other.First; token < other.End; token++)
            {
                if (MentionAt(token) is { } antecedent)
                {
                    var passage = new TokenRange(head, head + 1).In(document);
                    return new Actor(passage, passage.Of(document.Text), antecedent.Code, antecedent.Name);
                }
            }
        }
        return null;
    }

    Actor ToActor(ActorMention mention)
    {
        var passage = new TokenRange(mention.First, mention.End).In(document);
        return new Actor(passage, passage.Of(document.Text), mention.Code, mention.Name);
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
        return new TokenRange(first, end);
    }

    bool IsTimeWord(int token) => document.Lemma(token) is
        "Monday" or "Tuesday" or "Wednesday" or "Thursday" or "Friday" or "Saturday" or "Sunday" or "January" or "February"
        or "March" or "April" or "May" or "June" or "July" or "August" or "September" or "October" or "November" or "December";
}
