using Tocsin.Events;
using Tocsin.Language;

namespace Tocsin.Coding;

/// <content>How a word stands by its own auxiliaries, adverbs and negation.</content>
public sealed partial class FactualityReader
{
    static readonly Factuality Imperative = new(-1.2, FactualityStatus.Requested);
    static readonly Factuality Denied = new(-3, FactualityStatus.Denied);

    Factuality Own(int token)
    {
        if (document.Upos[token] is Upos.Noun or Upos.Propn)
            return OwnOfNoun(token);
        var own = Factuality.Asserted;
        var negated = false;
        var modal = -1;
        var perfect = false;
        var dressed = false;
        for (var child = tree.FirstChild(token); child >= 0; child = tree.NextSibling(child))
        {
            switch (document.Deprels[child])
            {
                case Deprel.Aux when document.Xpos(child) == "MD" && modal < 0 && !IsInvertedCondition(token):
                    modal = child;
                    dressed = true;
                    break;
                case Deprel.Aux or Deprel.AuxPass or Deprel.Cop:
                    perfect |= document.Lemma(child) == "have";
                    dressed = true;
                    break;
                case Deprel.Advmod or Deprel.CcPreconj or Deprel.Cc:
                    if (lexicon.Find(IsNoLonger(child) ? "no longer" : Key(child), ModalityClass.Adverb) is { } adverb)
                        (own, negated) = adverb.Negator ? (own, !negated) : (Within(own, adverb.Yes), negated);
                    break;
                case Deprel.Nsubj or Deprel.NsubjPass or Deprel.Obj:
                    dressed |= document.Deprels[child] != Deprel.Obj;
                    negated |= IsNone(child);
                    break;
            }
        }
        if (modal >= 0)
            own = Within(own, OwnOfModal(IsBackshifted(token, modal) && !perfect ? "will" : Key(modal), perfect, ref negated));
        else if (!dressed && document.Deprels[token] == Deprel.Conj && document.Upos[token] == Upos.Verb)
            own = Within(own, Inherited(token));
        else if (IsImperative(token, dressed))
            own = Within(own, Imperative);
        else if (IsGoingTo(token))
            own = Within(own, lexicon.Find("will", ModalityClass.Modal)?.Yes ?? Factuality.Asserted);
        if (negated)
            own = Within(Denied, own);
        if (IsYetTo(token))
            own = Denied;
        if (HangsOnCondition(token, modal) is { } condition)
            own = new Factuality(own.Value / 3, perfect && modal >= 0 ? FactualityStatus.Hypothetical : condition.Status);
        return IsAsked(token) ? new Factuality(own.Value * 0.1, FactualityStatus.Unknown) : own;
    }

    /// <summary>
    /// What a clause that states a condition is: conditional, or hypothetical where it is known not to be so ("if they had …",
    /// "had they …"); null for other clauses.
    /// </summary>
    Factuality? Condition(int clause)
    {
        int subject = -1, had = -1, opener = -1;
        var isMarked = false;
        for (var child = tree.FirstChild(clause); child >= 0 && child < clause; child = tree.NextSibling(child))
        {
            switch (document.Deprels[child])
            {
                case Deprel.Nsubj or Deprel.NsubjPass:
                    subject = child;
                    break;
                case Deprel.Aux or Deprel.AuxPass or Deprel.Cop:
                    if (subject < 0 && opener < 0)
                        opener = child;
                    if (document.Form(child).Equals("had", StringComparison.OrdinalIgnoreCase))
                        had = child;
                    break;
                case Deprel.Mark or Deprel.Advmod or Deprel.Case:
                    isMarked |= Marker(child) is { Yes.Status: FactualityStatus.Conditional };
                    break;
            }
        }
        var isInverted = !isMarked && opener >= 0 && subject > opener && IsOpenedBy(clause, opener);
        if (!isMarked && !isInverted)
            return null;
        return had >= 0 && document.Xpos(clause) == "VBN"
            ? new Factuality(-1.5, FactualityStatus.Hypothetical) : new Factuality(-0.5, FactualityStatus.Conditional);
    }

    /// <summary>"Should either side breach it, …", "were they to join, …", "had they known, …", and no question.</summary>
    bool IsInvertedCondition(int clause)
    {
        for (var child = tree.FirstChild(clause); child >= 0 && child < clause; child = tree.NextSibling(child))
        {
            if (document.Deprels[child] is Deprel.Nsubj or Deprel.NsubjPass)
                return false;
            if (document.Deprels[child] is Deprel.Aux or Deprel.AuxPass or Deprel.Cop)
                return IsOpenedBy(clause, child);
        }
        return false;
    }

    bool IsOpenedBy(int clause, int opener)
    {
        var form = document.Form(opener);
        if (!form.Equals("should", StringComparison.OrdinalIgnoreCase) && !form.Equals("had", StringComparison.OrdinalIgnoreCase)
            && !form.Equals("were", StringComparison.OrdinalIgnoreCase))
            return false;
        var first = tree.Span(clause).First;
        return first == opener && !EndsAsQuestion(clause)
            && (first == document.Sentence(document.SentenceOf(clause)).First || document.Upos[first - 1] == Upos.Punct
                || document.Upos[first - 1] is Upos.Cconj);
    }

    /// <summary>"Will expel him if …": what hangs on a condition; null where it hangs on none. A past fact does not.</summary>
    Factuality? HangsOnCondition(int token, int modal)
    {
        if (document.Upos[token] is Upos.Noun or Upos.Propn || (modal < 0 && document.Xpos(token) is "VBD" or "VBN" or "VBG"))
            return null;
        if (ConditionUnder(token, token) is { } own)
            return own;
        if (IsBeforeIf(token))
            return new Factuality(0, FactualityStatus.Conditional);
        // "“If they come, we will go,” he said": the condition hangs on the cue, and so does what hangs on it.
        var head = tree.Head(token);
        return head >= 0 && document.Deprels[token] is Deprel.Ccomp or Deprel.Parataxis && voiceOf[head] != voiceOf[token]
            ? ConditionUnder(head, token) : null;
    }

    /// <summary>"Will be cut if balloons keep drifting": the words before the next verb or mark hold an "if", whatever hangs where.</summary>
    bool IsBeforeIf(int token)
    {
        var end = document.Sentence(document.SentenceOf(token)).End;
        for (var at = token + 1; at < end && document.Upos[at] is not (Upos.Verb or Upos.Aux or Upos.Punct or Upos.Pron); at++)
        {
            if (document.Lemma(at) is "if" or "unless" && document.Deprels[at] == Deprel.Mark && tree.Head(at) != token
                && document.Form(at - 1) is not ("even" or "as") && voiceOf[at] == voiceOf[token])
                return true;
        }
        return false;
    }

    Factuality? ConditionUnder(int head, int token)
    {
        for (var child = tree.FirstChild(head); child >= 0; child = tree.NextSibling(child))
        {
            if (child == token || voiceOf[child] != voiceOf[token])
                continue;
            if ((document.Deprels[child] == Deprel.Advcl || (document.Upos[child] == Upos.Verb && IsInvertedCondition(child)))
                && Condition(child) is { } condition)
                return condition;
            if (document.Deprels[child] == Deprel.Obl && document.Lemma(child) is "event" or "case"
                && Clause.Child(document, tree, child, Deprel.Case, "in") >= 0 && tree.Child(document, child, Deprel.Nmod) >= 0)
                return new Factuality(0, FactualityStatus.Conditional);
        }
        return null;
    }

    /// <summary>"Has yet to decide" has not decided.</summary>
    bool IsYetTo(int token) => token >= 2 && document.Form(token - 1).SequenceEqual("to") && document.Form(token - 2).SequenceEqual("yet");

    bool IsNoLonger(int token) => document.Form(token).Equals("longer", StringComparison.OrdinalIgnoreCase) && token > 0
        && document.Form(token - 1).Equals("no", StringComparison.OrdinalIgnoreCase);

    /// <summary>"Iraq said it would allow": what was "will" when it was said.</summary>
    bool IsBackshifted(int token, int modal)
    {
        if (Key(modal) is not ("would" or "'d") || voiceOf[token] < 0 || voices[voiceOf[token]].CueToken is var cue && cue < 0)
            return false;
        return document.Xpos(cue) is "VBD" or "VBN" && voices[voiceOf[token]].Kind is AttributionKind.Speech or AttributionKind.Writing;
    }

    /// <summary>"May not" and "must have" have readings of their own.</summary>
    Factuality OwnOfModal(string key, bool perfect, ref bool negated)
    {
        if (lexicon.Find(key, ModalityClass.Modal) is not { } word)
            return Factuality.Asserted;
        if (perfect)
        {
            if (key is "must" or "may" or "might")
                return key == "must" ? new Factuality(2, FactualityStatus.Probable) : word.Yes;
            if (key is "would" or "'d" or "could" or "should")
                return new Factuality(-1.5, FactualityStatus.Hypothetical);
        }
        if (!negated)
            return word.Yes;
        negated = false;
        return word.No;
    }

    /// <summary>"Did not attack or kill": a bare second verb shares what stands before the first.</summary>
    Factuality Inherited(int token)
    {
        var first = tree.Head(token);
        if (first < 0 || Clause.Child(document, tree, token, Deprel.Cc, "but") >= 0)
            return Factuality.Asserted;
        var negated = Clause.Child(document, tree, token, Deprel.Cc, "nor") >= 0;
        var own = Factuality.Asserted;
        for (var child = tree.FirstChild(first); child >= 0 && child < first; child = tree.NextSibling(child))
        {
            if (document.Deprels[child] == Deprel.Aux && lexicon.Find(Key(child), ModalityClass.Modal) is { } modal)
                own = modal.Yes;
            else if (document.Deprels[child] == Deprel.Advmod && document.Xpos(token) is "VB" or "VBG" or "VBN"
                && lexicon.Find(Key(child), ModalityClass.Adverb) is { Negator: true })
                negated = !negated;
        }
        return negated ? Within(Denied, own) : own;
    }

    Factuality OwnOfNoun(int token)
    {
        var own = Factuality.Asserted;
        for (var child = tree.FirstChild(token); child >= 0; child = tree.NextSibling(child))
        {
            if (document.Deprels[child] == Deprel.Det && document.Lemma(child) is "no" or "neither")
                own = Within(Denied, own);
            else if (document.Deprels[child] == Deprel.Amod && OfModifier(child) is { } modifier)
                own = Within(own, modifier);
        }
        return own;
    }

    /// <summary>"Alleged", "planned", "now-cancelled": what an adjective or a participle makes of its noun.</summary>
    Factuality? OfModifier(int token)
    {
        var lemma = document.Lemma(token);
        if (lexicon.Find(lemma, ModalityClass.Adjective) is { OnNouns: true } adjective)
            return adjective.Yes;
        if (document.Upos[token] == Upos.Verb)
        {
            return document.Xpos(token) == "VBN" && lexicon.Find(lemma, ModalityClass.Verb) is { OnNouns: true, Factive: false } verb
                && verb.Yes.Status == FactualityStatus.Denied ? verb.Yes : null;
        }
        var hyphen = lemma.LastIndexOf('-');
        return hyphen > 0 && lexicon.Find(lemma[(hyphen + 1)..], ModalityClass.Adjective) is { OnNouns: true } last ? last.Yes : null;
    }

    /// <summary>"No troops", "nobody", "none of them".</summary>
    bool IsNone(int noun)
    {
        if (document.Lemma(noun) is "few" or "little" && tree.Child(document, noun, Deprel.Det) < 0)
            return true;
        if (document.Lemma(noun) is "nobody" or "nothing" or "none" or "neither" or "no-one")
            return true;
        var determiner = tree.FirstChild(noun);
        return determiner >= 0 && document.Deprels[determiner] == Deprel.Det && document.Lemma(determiner) == "no";
    }

    /// <summary>A bare verb that heads its sentence asks for something.</summary>
    bool IsImperative(int token, bool dressed) => !dressed && document.Upos[token] == Upos.Verb
        && document.Xpos(token) == "VB" && document.Deprels[token] is Deprel.Root or Deprel.Ccomp or Deprel.Parataxis
        && tree.Child(document, token, Deprel.Mark) < 0;

    /// <summary>"Is going to attack", "is to attack".</summary>
    bool IsGoingTo(int token)
    {
        if (document.Deprels[token] != Deprel.Xcomp || document.Xpos(token) != "VB")
            return false;
        var head = tree.Head(token);
        return head >= 0 && document.Form(head).Equals("going", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The main clause of a question leaves open what it asks.</summary>
    bool IsAsked(int token)
    {
        if (document.Upos[token] != Upos.Verb)
            return false;
        var deprel = document.Deprels[token];
        if (IsInverted(token))
            return EndsAsQuestion(token);
        if (deprel is not (Deprel.Root or Deprel.Conj or Deprel.Parataxis or Deprel.Ccomp))
            return false;
        var (first, end) = document.Sentence(document.SentenceOf(token));
        var last = end - 1;
        while (last > token && document.Upos[last] == Upos.Punct && !IsQuestionMark(last))
            last--;
        if (!IsQuestionMark(last))
            return false;
        return deprel == Deprel.Root || (deprel == Deprel.Conj && tree.Head(token) is var head and >= 0
            && document.Deprels[head] == Deprel.Root) || last == tree.Span(token).End - 1
            || last == tree.Span(token).End;

        bool IsQuestionMark(int at) => document.Form(at).Contains('?');
    }

    /// <summary>"When does it end": a question word and an auxiliary before the subject.</summary>
    bool IsInverted(int token)
    {
        int question = -1, aux = -1;
        for (var child = tree.FirstChild(token); child >= 0 && child < token; child = tree.NextSibling(child))
        {
            if (question < 0 && document.Xpos(child) is "WRB" or "WP" or "WDT")
                question = child;
            else if (question >= 0 && document.Deprels[child] is Deprel.Aux or Deprel.AuxPass)
                aux = child;
            else if (document.Deprels[child] is Deprel.Nsubj or Deprel.NsubjPass)
                return aux >= 0;
        }
        return false;
    }

    bool EndsAsQuestion(int token)
    {
        var (_, end) = document.Sentence(document.SentenceOf(token));
        for (var at = end - 1; at > token && document.Upos[at] == Upos.Punct; at--)
        {
            if (document.Form(at).Contains('?'))
                return true;
        }
        return false;
    }

    /// <summary>The lemma by which the lexicon knows a word; short forms ("'ll", "wo") by the form.</summary>
    string Key(int token)
    {
        var lemma = document.Lemma(token);
        return lemma == "_" || lemma.Length == 0 ? document.Form(token).ToString() : lemma;
    }
}
