using Tocsin.Events;
using Tocsin.Language;

namespace Tocsin.Coding;

/// <summary>Whom a pronoun stands for.</summary>
sealed partial class Roles
{
    /// <summary>How far a pronoun's antecedent may lie back, in mentions of a chain.</summary>
    const int Steps = 40;

    Actor? Pronoun(int pronoun)
    {
        if (document.Lemma(pronoun) is "we" or "I" or "our" or "my" or "us" or "me")
            return OfChain(pronoun) ?? BeforeColon(pronoun);
        if (document.Lemma(pronoun) is not ("he" or "she" or "it" or "they" or "its" or "his" or "her" or "their" or "him" or "them"))
            return null;
        return OfChain(pronoun) ?? OfSentence(pronoun) ?? OfSentenceBefore(pronoun);
    }

    /// <summary>"Foreign Ministry of Corvia: We demand …": who speaks is set before the sentence's first colon.</summary>
    Actor? BeforeColon(int pronoun)
    {
        var (first, _) = document.Sentence(document.SentenceOf(pronoun));
        for (var token = first; token < pronoun; token++)
        {
            if (document.Form(token) is not ":")
                continue;
            for (var before = first; before < token; before++)
            {
                if (MentionAt(before) is { } speaker)
                    return For(pronoun, speaker);
            }
            return null;
        }
        return null;
    }

    /// <summary>The nearest actor before it in its chain of coreference.</summary>
    Actor? OfChain(int pronoun)
    {
        var own = -1;
        for (var i = 0; i < document.Mentions.Count && own < 0; i++)
        {
            if (document.Mentions[i].First == pronoun && document.Mentions[i].End == pronoun + 1)
                own = i;
        }
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
                    return For(pronoun, antecedent);
            }
        }
        return null;
    }

    /// <summary>"Syria says it is willing": the subject of the clause above.</summary>
    Actor? OfSentence(int pronoun)
    {
        for (int at = pronoun, steps = 0; at >= 0 && steps < 16; at = tree.Head(at), steps++)
        {
            if (document.Upos[at] is not (Upos.Verb or Upos.Adj or Upos.Noun or Upos.Aux))
                continue;
            for (var child = tree.FirstChild(at); child >= 0; child = tree.NextSibling(child))
            {
                if (document.Deprels[child] is Deprel.Nsubj or Deprel.NsubjPass && child < pronoun
                    && MentionAt(Held(child)) is { } subject && Agrees(pronoun, subject))
                {
                    return For(pronoun, subject);
                }
            }
        }
        return null;
    }

    /// <summary>The subject of the sentence before, where it agrees.</summary>
    Actor? OfSentenceBefore(int pronoun)
    {
        var sentence = document.SentenceOf(pronoun);
        if (sentence == 0)
            return null;
        var (first, end) = document.Sentence(sentence - 1);
        for (var token = first; token < end; token++)
        {
            if (tree.Head(token) >= 0)
                continue;
            var subject = tree.Child(document, token, Deprel.Nsubj);
            if (subject < 0)
                subject = tree.Child(document, token, Deprel.NsubjPass);
            if (subject >= 0 && MentionAt(Held(subject)) is { } mention && Agrees(pronoun, mention))
                return For(pronoun, mention);
        }
        return null;
    }

    /// <summary>A person is he or she, a state or body it, several are they; a body may be they too.</summary>
    bool Agrees(int pronoun, ActorMention mention) => document.Lemma(pronoun) switch
    {
        "he" or "she" or "his" or "her" or "him" => mention.Kind is ActorKind.Person or ActorKind.Office,
        "it" or "its" => mention.Kind is not ActorKind.Person && document.Xpos(mention.Head) is not ("NNS" or "NNPS"),
        _ => mention.Kind is not (ActorKind.Person or ActorKind.Office) || document.Xpos(mention.Head) is "NNS" or "NNPS",
    };

    Actor For(int pronoun, ActorMention antecedent) =>
        ToActor(new TokenRange(pronoun, pronoun + 1), antecedent.Code, antecedent.Name);
}
