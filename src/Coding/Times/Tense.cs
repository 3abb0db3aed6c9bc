using Tocsin.Language;

namespace Tocsin.Coding;

enum Tense : byte
{
    None,
    Past,
    Pluperfect,
    Present,
    Future,
}

/// <summary>Reads the tense of the clause around a token.</summary>
static class Tenses
{
    const int Far = 30;

    public static Tense Of(Document document, int token)
    {
        for (var climbed = 0; climbed < Far && token >= 0 && token < document.TokenCount; climbed++)
        {
            var tense = document.Upos[token] is Upos.Verb or Upos.Aux ? OfVerb(document, token)
                : OfAuxiliaries(document, token, document.Xpos(token));
            if (tense != Tense.None)
                return tense;
            token = document.Heads[token];
        }
        return Tense.None;
    }

    static Tense OfVerb(Document document, int verb)
    {
        var tag = document.Xpos(verb);
        var tense = OfAuxiliaries(document, verb, tag);
        if (tense != Tense.None)
            return tense;
        return tag switch
        {
            "VBD" => Tense.Past,
            "VBZ" or "VBP" => Tense.Present,
            "VBN" => document.Deprels[verb] is Deprel.Acl or Deprel.Amod or Deprel.AclRelcl ? Tense.Past : Tense.None,
            "VB" => document.Deprels[verb] is Deprel.Xcomp or Deprel.Acl or Deprel.Advcl or Deprel.Csubj
                && Looks(document, verb) ? Tense.Future : Tense.None,
            _ => Tense.None,
        };
    }

    /// <summary>
    /// "Plans to meet" and "a decision to meet" look ahead; "managed to meet" and "began to meet" do not.
    /// </summary>
    static bool Looks(Document document, int verb)
    {
        var head = document.Heads[verb];
        // "Troops are to leave".
        if (head >= 0 && document.Lemma(head) == "be" && document.Xpos(head) is "VBZ" or "VBP")
            return true;
        return head >= 0 && document.Lemma(head) is not ("begin" or "start" or "continue" or "manage" or "fail" or "use"
            or "happen" or "help" or "force" or "be" or "have" or "seem" or "appear" or "say" or "report" or "believe");
    }

    /// <summary>"Should have gone" looks back.</summary>
    static bool HasPerfect(Document document, int verb)
    {
        for (var at = verb - 1; at >= 0 && at >= verb - 4; at--)
        {
            if (document.Heads[at] == verb && document.Lemma(at) == "have" && document.Upos[at] == Upos.Aux)
                return true;
        }
        return false;
    }

    /// <summary>The auxiliaries before the verb that hang on it.</summary>
    static Tense OfAuxiliaries(Document document, int verb, string tag)
    {
        var first = document.Sentence(document.SentenceOf(verb)).First;
        var tense = Tense.None;
        for (var at = verb - 1; at >= Math.Max(first, verb - Far); at--)
        {
            if (document.Heads[at] != verb
                || document.Deprels[at] is not (Deprel.Aux or Deprel.AuxPass or Deprel.Cop))
                continue;
            switch (document.Xpos(at))
            {
                case "MD":
                    return document.Lemma(at) is "will" or "shall" or "'ll" or "wo" or "would"
                        || (document.Lemma(at) is "must" or "should" or "may" or "can" && !HasPerfect(document, verb)) ? Tense.Future : tense;
                case "VBD":
                    tense = document.Lemma(at) == "have" && tag is "VBN" or "VBD" ? Tense.Pluperfect : Tense.Past;
                    break;
                case "VBZ" or "VBP" when tense == Tense.None:
                    tense = document.Lemma(at) == "have" ? Tense.Past : Tense.Present;
                    break;
            }
        }
        return tense;
    }
}
