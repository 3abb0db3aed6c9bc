using Tocsin.Language;

namespace Tocsin.Coding;

/// <summary>Questions about a clause that the tree answers.</summary>
static class Clause
{
    const int Far = 12;

    /// <summary>
    /// Whoever does what the verb says: its own subject, or that of the clause it depends on ("went on to say",
    /// "left, saying …", "said and wrote"). −1 where nobody is named.
    /// </summary>
    public static int Subject(Document document, Tree tree, int verb)
    {
        var deprels = document.Deprels;
        for (var climbed = 0; climbed < Far && verb >= 0; climbed++)
        {
            for (var child = tree.FirstChild(verb); child >= 0; child = tree.NextSibling(child))
            {
                if (deprels[child] is Deprel.Nsubj or Deprel.NsubjPass or Deprel.NsubjOuter)
                    return child;
                // "it is prepared to impose": taken for an empty "it", yet only somebody is prepared.
                if (deprels[child] == Deprel.Expl && document.Lemma(verb) is "prepared" or "prepare" or "ready" or "willing" or "determined" or "committed")
                    return child;
                if (deprels[child] is Deprel.Expl or Deprel.Csubj or Deprel.CsubjPass)
                    return -1;
            }
            var head = tree.Head(verb);
            if (head < 0)
                return -1;
            switch (deprels[verb])
            {
                case Deprel.Xcomp:
                    var controller = tree.Child(document, head, Deprel.Iobj);
                    if (controller < 0)
                        controller = tree.Child(document, head, Deprel.Obj);
                    if (controller >= 0)
                        return controller;
                    break;
                case Deprel.Acl:
                    return document.Xpos(verb) == "VBG" ? head : -1;
                case Deprel.AclRelcl:
                    return head;
                case Deprel.Advcl when IsObjectControlled(document, tree, verb):
                    var controlled = tree.Child(document, head, Deprel.Obj);
                    if (controlled >= 0)
                        return controlled;
                    break;
                case Deprel.Conj or Deprel.Advcl or Deprel.Parataxis:
                    break;
                default:
                    return -1;
            }
            verb = head;
        }
        return -1;
    }

    /// <summary>"thanked Romania for delivering", "accused Russia of shelling": the object does it.</summary>
    static bool IsObjectControlled(Document document, Tree tree, int verb)
    {
        if (document.Xpos(verb) is not ("VBG" or "VBN"))
            return false;
        for (var child = tree.FirstChild(verb); child >= 0 && child < verb; child = tree.NextSibling(child))
        {
            if (document.Deprels[child] is Deprel.Mark or Deprel.Case && document.Lemma(child) is "for" or "of" or "from" or "into" or "as" or "with")
                return true;
        }
        return false;
    }

    public static bool IsPassive(Document document, Tree tree, int verb)
    {
        for (var child = tree.FirstChild(verb); child >= 0; child = tree.NextSibling(child))
        {
            if (document.Deprels[child] is Deprel.NsubjPass or Deprel.CsubjPass
                || (document.Deprels[child] == Deprel.AuxPass && document.Lemma(child) is not "have"))
            {
                return true;
            }
        }
        return document.Deprels[verb] == Deprel.Acl && document.Xpos(verb) == "VBN";
    }

    /// <summary>
    /// The head of the smallest clause that holds the token: a token that is no argument or part of a noun phrase.
    /// </summary>
    public static int Of(Document document, Tree tree, int token)
    {
        for (var climbed = 0; climbed < 100; climbed++)
        {
            var head = tree.Head(token);
            if (head < 0)
                return token;
            switch (document.Deprels[token])
            {
                case Deprel.Root or Deprel.Ccomp or Deprel.Xcomp or Deprel.Advcl or Deprel.Acl or Deprel.AclRelcl
                    or Deprel.AdvclRelcl or Deprel.Parataxis or Deprel.Csubj or Deprel.CsubjPass or Deprel.CsubjOuter:
                    return token;
                case Deprel.Conj when document.Upos[token] is Upos.Verb or Upos.Aux:
                    return token;
            }
            token = head;
        }
        return token;
    }

    /// <summary>The dependent with the relation whose lemma it is, −1 for none.</summary>
    public static int Child(Document document, Tree tree, int token, Deprel deprel, string lemma)
    {
        for (var child = tree.FirstChild(token); child >= 0; child = tree.NextSibling(child))
        {
            if (document.Deprels[child] == deprel && document.Lemma(child) == lemma)
                return child;
        }
        return -1;
    }

    /// <summary>Whether a preposition of place leads to it: "in Corv", "near the border of Corvia".</summary>
    public static bool IsLocative(Document document, Tree tree, PlaceMention place)
    {
        for (var token = place.First; token < place.End; token++)
        {
            for (var child = tree.FirstChild(token); child >= 0; child = tree.NextSibling(child))
            {
                if (document.Deprels[child] == Deprel.Case
                    && document.Lemma(child) is "in" or "at" or "near" or "on" or "around" or "outside" or "inside" or "across"
                        or "from" or "to" or "over" or "into" or "of")
                {
                    return true;
                }
            }
        }
        return false;
    }
}
