using Tocsin.Events;
using Tocsin.Language;

namespace Tocsin.Coding;

/// <content>How a word stands by what governs it and by who says it.</content>
public sealed partial class FactualityReader
{
    static readonly Factuality Purpose = new(-0.4, FactualityStatus.Planned);

    Reading Context(int token)
    {
        var head = tree.Head(token);
        var voice = voiceOf[token];
        if (head < 0 && document.Upos[token] is Upos.Verb or Upos.Adj && IsInvertedCondition(token) && Condition(token) is { } condition)
            return Reading.Both(condition);
        if (head >= 0 && voiceOf[head] == voice)
            return states[head] == State.Done ? Under(token, head) : Reading.Asserted;
        if (voice < 0)
            return Reading.Asserted;
        return Entering(token, voices[voice]);
    }

    /// <summary>
    /// Where the content of a voice begins: the voice stands by it, the outlet as far as the cue tells.
    /// </summary>
    Reading Entering(int token, Voice voice)
    {
        var cue = voice.CueToken;
        if (cue < 0 || states[cue] != State.Done
            || document.Upos[cue] is not (Upos.Verb or Upos.Noun or Upos.Adj))
            return new Reading(Factuality.Asserted, Factuality.Unknown);
        var said = readings[cue];
        var word = ForOthers(Governing(cue), token, cue);
        // "Called once more on Ankara to withdraw": what is called for is asked for.
        if (document.Xpos(token) == "VB" && document.Upos[cue] == Upos.Verb && document.Lemma(cue) is "call" or "appeal" or "push" or "press" or "plead"
            or "campaign" or "lobby")
            word ??= lexicon.Find("ask", ModalityClass.Verb);
        // "Rejected the proposal": the thing is there, whatever is said of it.
        if (document.Upos[token] is Upos.Noun or Upos.Propn && document.Deprels[token] == Deprel.Obj && word is { OnNouns: false })
            word = null;
        var isClause = document.Deprels[token] is not (Deprel.Xcomp or Deprel.Advcl or Deprel.Acl or Deprel.Obj or Deprel.Nmod or Deprel.Obl)
            && document.Xpos(token) != "VB";
        // "“I prayed,” he told the radio", "warned that it will strike": a whole clause has signs of its own.
        if (isClause && word?.Yes.Status is FactualityStatus.Requested && document.Upos[token] is not (Upos.Noun or Upos.Propn) && IsFinite(token))
            word = null;
        else if (isClause && word?.Yes.Status is FactualityStatus.Planned && document.Upos[token] is Upos.Verb or Upos.Adj
            && (document.Xpos(token) == "VBD" || Own(token).Status is not FactualityStatus.Asserted))
            word = null;
        else if (isClause && word?.Yes.Status is FactualityStatus.Feared && voice.Kind == AttributionKind.Speech
            && Own(token).Status is not FactualityStatus.Asserted)
            word = null;
        // A threat by somebody is a plan; one by nature, or by nobody told, a danger.
        if (word?.Yes.Status == FactualityStatus.Feared && voice.Source is not null && document.Lemma(cue) == "threat")
            word = word with { Yes = new Factuality(0.2, FactualityStatus.Planned) };
        var inner = Signed(word, said.Inner, Factuality.Asserted);
        var isClaim = !voice.Intends && !(document.Deprels[token] == Deprel.Xcomp
            && word?.Yes.Status is FactualityStatus.Planned or FactualityStatus.Requested or FactualityStatus.Denied);
        var outer = word is { Factive: true } || !isClaim
            ? said.Outer.Status == FactualityStatus.Unknown ? Factuality.Unknown : inner
            : Factuality.Unknown;
        if (IsIndirectQuestion(token) && word?.Yes.Status != FactualityStatus.Unlikely)
            return new Reading(Factuality.Unknown, outer);
        var marker = MarkedClause(token);
        return marker?.Yes.Status is FactualityStatus.Conditional or FactualityStatus.Hypothetical
            ? new Reading(Within(inner, marker.Yes), outer) : new Reading(inner, outer);
    }

    /// <summary>Whether the clause has a tense of its own: "said they had left" against "asked that they leave".</summary>
    bool IsFinite(int token)
    {
        if (document.Xpos(token) is "VBD" or "VBZ" or "VBP")
            return true;
        for (var child = tree.FirstChild(token); child >= 0; child = tree.NextSibling(child))
        {
            if (document.Deprels[child] is Deprel.Aux or Deprel.AuxPass or Deprel.Cop && document.Xpos(child) is "VBD" or "VBZ" or "VBP" or "MD")
                return true;
        }
        return false;
    }

    Reading Under(int token, int head)
    {
        // "Have yet to decide" asks nothing of anybody.
        if (IsYetTo(token))
            return contexts[head];
        if (document.Upos[token] is Upos.Verb or Upos.Adj && IsInvertedCondition(token) && Condition(token) is { } condition)
            return Reading.Both(condition);
        switch (document.Deprels[token])
        {
            case Deprel.Conj or Deprel.Parataxis or Deprel.List or Deprel.Discourse or Deprel.Appos:
                return contexts[head];
            case Deprel.Ccomp or Deprel.Csubj or Deprel.CsubjPass:
                return Governed(token, head, transparent: false);
            case Deprel.Xcomp:
                return Governed(token, head, transparent: true);
            case Deprel.Advcl or Deprel.AdvclRelcl:
                return Adverbial(token, head);
            case Deprel.Acl:
                return document.Xpos(token) == "VB" || MarkedClause(token) is not null || IsThat(token)
                    ? Governed(token, head, transparent: false)
                    : Reading.Asserted;
            case Deprel.AclRelcl or Deprel.Amod:
                return Reading.Asserted;
            case Deprel.Nsubj or Deprel.NsubjPass or Deprel.Obj or Deprel.Iobj or Deprel.Obl or Deprel.Nmod
                or Deprel.Compound or Deprel.OblAgent or Deprel.OblUnmarked or Deprel.NmodPoss:
                return Nominal(token, head);
            default:
                return readings[head];
        }
    }

    bool IsThat(int clause) => Clause.Child(document, tree, clause, Deprel.Mark, "that") >= 0;

    /// <summary>
    /// A clause governed by a word: as that word's entry says, by whether the word itself is affirmed.
    /// </summary>
    Reading Governed(int token, int head, bool transparent)
    {
        if (IsIndirectQuestion(token) && Governing(head)?.Yes.Status != FactualityStatus.Unlikely)
            return Reading.Both(Factuality.Unknown);
        if (MarkedClause(token) is { } marker && marker.Yes.Status is FactualityStatus.Conditional
            or FactualityStatus.Hypothetical)
            return Reading.Both(marker.Yes);
        var own = readings[head];
        var word = ForOthers(Governing(head), token, head);
        if (word is null)
        {
            if (transparent || document.Upos[head] is Upos.Noun or Upos.Adj)
                return document.Xpos(token) == "VB" && document.Upos[head] != Upos.Verb ? Reading.Both(Purpose) : own;
            return new Reading(Open(own.Inner), Open(own.Outer));
        }
        return new Reading(Signed(word, own.Inner, Factuality.Asserted), Signed(word, own.Outer, Factuality.Asserted));

        static Factuality Open(Factuality own) => own.Value < 0 ? Factuality.Unknown : own;
    }

    /// <summary>"Asked whether", "asked if", "on whether": what is asked is open.</summary>
    bool IsIndirectQuestion(int clause)
    {
        for (var child = tree.FirstChild(clause); child >= 0 && child < clause; child = tree.NextSibling(child))
        {
            if (document.Lemma(child) == "whether" || (document.Deprels[clause] == Deprel.Ccomp && document.Lemma(child) == "if"
                && document.Deprels[child] == Deprel.Mark))
                return true;
        }
        return false;
    }

    /// <summary>"Wants to leave" is a plan, "wants them to leave" a request.</summary>
    Modality? ForOthers(Modality? word, int token, int head)
    {
        if (word?.Others is not { } others)
            return word;
        var own = tree.Child(document, token, Deprel.Nsubj) >= 0 || tree.Child(document, token, Deprel.NsubjPass) >= 0
            || (document.Upos[head] == Upos.Verb && document.Deprels[token] is Deprel.Xcomp or Deprel.Advcl or Deprel.Ccomp
                && (tree.Child(document, head, Deprel.Obj) is var obj and >= 0 && obj < token
                || (tree.Child(document, head, Deprel.Iobj) is var iobj and >= 0 && iobj < token)))
            || (document.Deprels[token] == Deprel.Obj && document.Upos[token] == Upos.Noun);
        return own ? word with { Yes = others } : word;
    }

    /// <summary>The entry of a governing word, applied in the direction in which the word itself stands.</summary>
    static Factuality Signed(Modality? word, Factuality own, Factuality unlisted)
    {
        if (word is { Factive: true })
            return own.Value < 0 ? word.No : word.Yes;
        var yes = word?.Yes ?? unlisted;
        if (own.Value <= -1)
            return word?.No ?? Factuality.Unknown;
        if (own.Status == FactualityStatus.Unknown && own.Value < 0.5)
            return Factuality.Unknown;
        if (own.Value >= 1.5)
            return yes;
        var value = yes.Value * Math.Max(own.Value, 0) / 3;
        return new Factuality(value, yes.Status is FactualityStatus.Asserted or FactualityStatus.Denied
            ? own.Status : yes.Status);
    }

    Reading Adverbial(int token, int head)
    {
        if (IsIndirectQuestion(token) && Governing(head)?.Yes.Status != FactualityStatus.Unlikely)
            return Reading.Both(Factuality.Unknown);
        if (Condition(token) is { } condition)
            return Reading.Both(condition);
        if (MarkedClause(token) is { } marker)
        {
            if (marker.Yes.Status == FactualityStatus.Planned)
                return Infinitive(token, head);
            if (marker.Yes.Status != FactualityStatus.Asserted)
                return Reading.Both(marker.Yes);
            return IsOpen(readings[head].Inner) && document.Xpos(token) is "VBZ" or "VBP" or "VBG"
                ? readings[head]
                : new Reading(marker.Yes, contexts[head].Outer.Status == FactualityStatus.Unknown
                    ? Factuality.Unknown : marker.Yes);
        }
        if (document.Xpos(token) == "VBG" && document.Upos[head] == Upos.Verb && tree.Child(document, token, Deprel.Mark) >= 0
            && Governing(head) is not null)
            return Governed(token, head, transparent: false);
        return document.Xpos(token) == "VB" ? Infinitive(token, head) : readings[head];
    }

    /// <summary>"Too weak to attack" and "afraid to speak" by the adjective, "went out to buy" as a purpose.</summary>
    Reading Infinitive(int token, int head)
    {
        // "To observe the truce, to withdraw and to let pass": the next of a row of infinitives.
        if (document.Xpos(head) == "VB" && tree.Span(token).First is var opens and > 0 && document.Form(opens).SequenceEqual("to")
            && document.Form(opens - 1) is "," or "and" or "or")
            return contexts[head];
        if (Governing(head) is { } word && document.Upos[head] == Upos.Adj)
            return new Reading(Signed(word, readings[head].Inner, Factuality.Asserted),
                Signed(word, readings[head].Outer, Factuality.Asserted));
        if (document.Upos[head] == Upos.Verb && Governing(head) is { } verb
            && (verb.Yes.Status is FactualityStatus.Planned or FactualityStatus.Requested
            || document.Lemma(head) is "force" or "compel" or "oblige" or "allow" or "permit" or "refuse" or "decline" or "fail" or "neglect"
                or "forget" or "manage" or "persuade" or "convince" or "enable" or "cause" or "lead" or "push" or "coerce"))
        {
            var others = ForOthers(verb, token, head);
            return new Reading(Signed(others, readings[head].Inner, Factuality.Asserted),
                Signed(others, readings[head].Outer, Factuality.Asserted));
        }
        return new Reading(Within(readings[head].Inner.Value < 0 ? Factuality.Asserted : readings[head].Inner, Purpose),
            readings[head].Outer.Status == FactualityStatus.Unknown ? Factuality.Unknown : Purpose);
    }

    static bool IsOpen(Factuality own) => own.Status is FactualityStatus.Planned or FactualityStatus.Conditional
        or FactualityStatus.Hypothetical or FactualityStatus.Possible or FactualityStatus.Requested;

    /// <summary>A happening as a noun: by its preposition, by its governor where that tells, else as known.</summary>
    Reading Nominal(int token, int head)
    {
        if (CaseOf(token) is { } preposition && preposition.Yes.Status is not FactualityStatus.Planned)
        {
            if (preposition.Yes.Status != FactualityStatus.Asserted)
                return Reading.Both(preposition.Yes);
            // "Suspended amid the turmoil", "delayed after the accident".
            if (document.Deprels[token] == Deprel.Obl && preposition.Yes.Value > 2.5)
                return Reading.Asserted;
        }
        var deprel = document.Deprels[token];
        var own = readings[head];
        var word = Governing(head);
        var isSubject = deprel is Deprel.Nsubj;
        // "A ceasefire is likely", "another raid is not expected": said of the happening itself.
        if (deprel is Deprel.Nsubj or Deprel.NsubjPass && SaidOf(head) is { } verdict)
            return new Reading(Signed(verdict, own.Inner, Factuality.Asserted), Signed(verdict, own.Outer, Factuality.Asserted));
        // "Thinks another raid unlikely".
        if (deprel == Deprel.Obj && document.Upos[head] == Upos.Verb && tree.Child(document, head, Deprel.Xcomp) is var held and >= 0
            && document.Upos[held] == Upos.Adj && lexicon.Find(document.Lemma(held), ModalityClass.Adjective) is { Factive: false } thought)
            return new Reading(thought.Yes, Factuality.Unknown);
        if (document.Upos[head] is Upos.Noun or Upos.Propn && IsEventIn(head, token))
            return Reading.Both(new Factuality(-0.5, FactualityStatus.Conditional));
        if (word is { OnNouns: true } && !isSubject && deprel != Deprel.OblAgent)
        {
            return new Reading(Signed(word, own.Inner, Factuality.Asserted),
                own.Outer.Status == FactualityStatus.Unknown && !word.Factive ? Factuality.Unknown
                    : Signed(word, own.Outer, Factuality.Asserted));
        }
        if (document.Upos[head] is Upos.Noun or Upos.Propn or Upos.Adj)
            return deprel is Deprel.Nmod or Deprel.Compound ? new Reading(Settled(own.Inner), Settled(own.Outer)) : own;
        if (deprel == Deprel.Obj && IsBare(token))
            return own;
        if (isSubject && document.Lemma(head) is "occur" or "happen" or "take" or "begin" or "start" or "erupt"
            or "continue" or "break")
            return own;
        if (deprel is Deprel.Obj or Deprel.Obl && !IsBare(token))
            return new Reading(Factuality.Asserted, own.Outer.Status == FactualityStatus.Unknown ? Factuality.Unknown : Factuality.Asserted);
        return new Reading(Settled(own.Inner), Settled(own.Outer));

        // What did not happen to it says nothing against the thing itself; what is open about it leaves it open.
        static Factuality Settled(Factuality own) => own.Status switch
        {
            FactualityStatus.Denied or FactualityStatus.Asserted => Factuality.Asserted,
            _ => own,
        };
    }

    /// <summary>The adjective, or verb of belief or fear, that a happening is the subject of: "is likely", "looks unlikely", "is feared".</summary>
    Modality? SaidOf(int head)
    {
        switch (document.Upos[head])
        {
            case Upos.Adj:
                return lexicon.Find(document.Lemma(head), ModalityClass.Adjective) is { Factive: false } adjective ? adjective : null;
            case Upos.Verb when document.Lemma(head) is "look" or "seem" or "appear" or "remain" or "become" or "sound":
                return tree.Child(document, head, Deprel.Xcomp) is var said and >= 0 && document.Upos[said] == Upos.Adj
                    ? lexicon.Find(document.Lemma(said), ModalityClass.Adjective) : null;
            case Upos.Verb when document.Xpos(head) == "VBN" && tree.Child(document, head, Deprel.AuxPass) >= 0:
                return lexicon.Find(document.Lemma(head), ModalityClass.Verb) is { Factive: false } verb && (verb.OnNouns
                    || verb.Yes.Status is FactualityStatus.Probable or FactualityStatus.Feared or FactualityStatus.Planned) ? verb : null;
            default:
                return null;
        }
    }

    /// <summary>"In the event of an attack", "in case of war".</summary>
    bool IsEventIn(int head, int token) => document.Deprels[token] == Deprel.Nmod && document.Lemma(head) is "event" or "case"
        && Clause.Child(document, tree, head, Deprel.Case, "in") >= 0;

    bool IsBare(int noun)
    {
        for (var child = tree.FirstChild(noun); child >= 0; child = tree.NextSibling(child))
        {
            if (document.Deprels[child] is Deprel.NmodPoss
                || (document.Deprels[child] == Deprel.Det
                && document.Lemma(child) is "the" or "this" or "that" or "these"))
                return false;
        }
        return true;
    }

    Modality? CaseOf(int noun)
    {
        for (var child = tree.FirstChild(noun); child >= 0; child = tree.NextSibling(child))
        {
            if (document.Deprels[child] == Deprel.Case)
                return Marker(child);
        }
        return null;
    }

    /// <summary>The word that opens the clause, where the lexicon knows it.</summary>
    Modality? MarkedClause(int clause)
    {
        for (var child = tree.FirstChild(clause); child >= 0 && child < clause; child = tree.NextSibling(child))
        {
            if (document.Deprels[child] is Deprel.Mark or Deprel.Case or Deprel.Advmod && Marker(child) is { } marker)
                return marker;
        }
        return null;
    }

    /// <summary>A marker with its fixed parts: "as if", "instead of".</summary>
    Modality? Marker(int token)
    {
        var lemma = document.Lemma(token);
        var part = tree.Child(document, token, Deprel.Fixed);
        if (part < 0 && token + 1 < tree.Count && tree.Head(token + 1) == tree.Head(token)
            && document.Deprels[token + 1] is Deprel.Mark or Deprel.Case)
            part = token + 1;
        if (part >= 0 && lexicon.Find($"{lemma} {document.Lemma(part)}", ModalityClass.Marker) is { } longer)
            return longer;
        return lexicon.Find(lemma, ModalityClass.Marker);
    }

    /// <summary>
    /// What the word does to what it governs, by its class; a verb also with its particle or preposition.
    /// </summary>
    Modality? Governing(int token)
    {
        var lemma = document.Lemma(token);
        switch (document.Upos[token])
        {
            case Upos.Verb:
                var particle = tree.Child(document, token, Deprel.CompoundPrt);
                if (particle < 0 && token + 1 < tree.Count && document.Upos[token + 1] == Upos.Adp)
                    particle = token + 1;
                return particle > token
                    && lexicon.Find($"{lemma} {document.Lemma(particle)}", ModalityClass.Verb) is { } phrasal
                    ? phrasal : lexicon.Find(lemma, ModalityClass.Verb);
            case Upos.Noun:
                return lexicon.Find(lemma, ModalityClass.Noun);
            case Upos.Adj:
                return lexicon.Find(lemma, ModalityClass.Adjective);
            case Upos.Adv:
                return lexicon.Find(lemma, ModalityClass.Adverb) is { Negator: false } adverb ? adverb : null;
            default:
                return null;
        }
    }
}
