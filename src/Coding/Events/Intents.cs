using Tocsin.Events;
using Tocsin.Language;

namespace Tocsin.Coding;

/// <summary>What a clause says of its subject's will.</summary>
enum Will : byte
{
    /// <summary>It tells what is or was.</summary>
    None,

    /// <summary>"will visit", "is ready to sign", "plans to impose".</summary>
    Intended,

    /// <summary>"will not negotiate".</summary>
    Refused,

    /// <summary>"must withdraw": somebody wants it of the subject.</summary>
    Demanded,
}

/// <summary>
/// Reads will and demand off the tree, and turns what is only intended into the event that stating it is: after the
/// manual, cooperation to come is an agreement, a retreat announced a concession, force announced a threat.
/// </summary>
static class Intents
{
    public static Will Of(Document document, Tree tree, int verb)
    {
        var at = verb;
        for (var steps = 0; steps < 3; steps++)
        {
            var own = OfAuxiliaries(document, tree, at);
            if (own != Will.None)
                return own;
            if (document.Deprels[at] is not (Deprel.Xcomp or Deprel.Acl) || document.Xpos(at) != "VB")
                return document.Deprels[at] == Deprel.Conj && tree.Head(at) >= 0 && document.Xpos(at) == "VB"
                    ? OfAuxiliaries(document, tree, tree.Head(at)) : Will.None;
            at = tree.Head(at);
            if (at < 0)
                return Will.None;
            if (IsWilling(document.Lemma(at)))
                return IsNegated(document, tree, at) ? Will.Refused : Will.Intended;
        }
        return Will.None;
    }

    /// <summary>The verb that reports the clause ("said it would …"), −1 for none.</summary>
    public static int ReportingVerb(Document document, Tree tree, int verb)
    {
        for (int at = verb, steps = 0; at >= 0 && steps < 5; at = tree.Head(at), steps++)
        {
            var head = tree.Head(at);
            if (head < 0)
                return -1;
            if (document.Deprels[at] is Deprel.Ccomp or Deprel.Parataxis)
                return IsReport(document.Lemma(head)) ? head : -1;
            if (document.Deprels[at] is not (Deprel.Xcomp or Deprel.Conj or Deprel.Acl or Deprel.Obj))
                return -1;
        }
        return -1;
    }

    /// <summary>What stating the intention is; null where it stays what it is, planned.</summary>
    /// <param name="isOwn">The one who would act says so: only then is announced force a threat.</param>
    public static EventMeaning? Intended(EventMeaning meaning, bool isOwn) => meaning.Type switch
    {
        EventType.Consult or EventType.Support or EventType.Cooperate or EventType.Aid =>
            new EventMeaning(EventType.Agree, null, meaning.Contexts, AgreeCameo(meaning)),
        EventType.Retreat when meaning.Mode is "withdraw" or "ceasefire" or "resign" or "access" =>
            new EventMeaning(EventType.Concede, null, meaning.Contexts, "080"),
        EventType.Retreat => new EventMeaning(EventType.Agree, null, meaning.Contexts, "035"),
        EventType.Sanction when isOwn => Threat(meaning, meaning.Mode == "expel" ? "expel" : "relations", "1313"),
        EventType.Coerce when isOwn => meaning.Mode switch
        {
            "arrest" => Threat(meaning, "arrest", "132"),
            "deport" => Threat(meaning, "expel", "136"),
            "seize" => Threat(meaning, "territory", "1382"),
            _ => Threat(meaning, "restrict", "132"),
        },
        EventType.Assault when isOwn => Threat(meaning, "violence", "138"),
        EventType.Protest when isOwn => Threat(meaning, "restrict", "133"),
        _ => null,
    };

    /// <summary>What stating that one will not is; null where it stays what it is.</summary>
    public static EventMeaning? Refused(EventMeaning meaning) => meaning.Type switch
    {
        EventType.Consult => Rejection(meaning, "meet", "125"),
        EventType.Agree => Rejection(meaning, null, "120"),
        EventType.Support or EventType.Cooperate or EventType.Aid => Rejection(meaning, "assist", "121"),
        EventType.Retreat or EventType.Concede => Rejection(meaning, "yield", "124"),
        _ => null,
    };

    /// <summary>What announcing it unless somebody yields is; null where it stays what it is.</summary>
    public static EventMeaning? Ultimatum(EventMeaning meaning) =>
        Intended(meaning, isOwn: true) is { Type: EventType.Threaten } threat ? threat
        : meaning.Type is EventType.Retreat or EventType.Cooperate or EventType.Aid or EventType.Reject
            ? Threat(meaning, "relations", "139") : null;

    /// <summary>What demanding it of somebody is.</summary>
    public static EventMeaning Demanded(EventMeaning? meaning) => meaning?.Type switch
    {
        EventType.Consult or EventType.Agree => new EventMeaning(EventType.Request, "meet", meaning.Contexts, "106"),
        EventType.Aid or EventType.Cooperate or EventType.Support =>
            new EventMeaning(EventType.Request, "assist", meaning.Contexts, "101"),
        EventType.Retreat or EventType.Concede => new EventMeaning(EventType.Request, "yield", meaning.Contexts, "105"),
        _ => new EventMeaning(EventType.Request, "change", meaning?.Contexts ?? [], "104"),
    };

    static EventMeaning Threat(EventMeaning meaning, string mode, string cameo) =>
        new(EventType.Threaten, mode, meaning.Contexts, cameo);

    static EventMeaning Rejection(EventMeaning meaning, string? mode, string cameo) =>
        new(EventType.Reject, mode, meaning.Contexts, cameo);

    static string AgreeCameo(EventMeaning meaning) => meaning.Type switch
    {
        EventType.Consult => "036",
        EventType.Aid => "033",
        EventType.Cooperate => "031",
        _ => "032",
    };

    static Will OfAuxiliaries(Document document, Tree tree, int verb)
    {
        // "Peru is to host a summit".
        var isBare = document.Xpos(verb) == "VB" && Clause.Child(document, tree, verb, Deprel.Mark, "to") >= 0;
        var (will, must, not) = (false, false, false);
        for (var child = tree.FirstChild(verb); child >= 0; child = tree.NextSibling(child))
        {
            if (document.Deprels[child] is Deprel.Aux)
            {
                will |= document.Lemma(child) is "will" or "shall" or "would" or "'ll" or "wo";
                must |= document.Lemma(child) is "must" or "should" or "ought";
            }
            else if (isBare && document.Deprels[child] == Deprel.Cop && document.Lemma(child) == "be")
            {
                will = true;
            }
            else
            {
                not |= document.Deprels[child] == Deprel.Advmod && document.Lemma(child) is "not" or "n't" or "never";
            }
        }
        if (must)
            return Will.Demanded;
        return !will ? Will.None : not ? Will.Refused : Will.Intended;
    }

    static bool IsNegated(Document document, Tree tree, int token)
    {
        for (var child = tree.FirstChild(token); child >= 0; child = tree.NextSibling(child))
        {
            if (document.Lemma(child) is "not" or "n't" or "never")
                return true;
        }
        return false;
    }

    /// <summary>Words of will that an infinitive follows: "is ready to", "plans to".</summary>
    public static bool IsWilling(string lemma) => lemma is "ready" or "willing" or "prepared" or "prepare" or "plan" or "intend" or "set"
        or "determined" or "due" or "eager" or "keen" or "poised" or "intention" or "willingness" or "readiness" or "decide"
        or "decision" or "aim" or "schedule" or "scheduled" or "go" or "about" or "resolve" or "consider" or "want" or "seek";

    static bool IsReport(string lemma) => lemma is "say" or "announce" or "declare" or "tell" or "confirm" or "state" or "reiterate"
        or "stress" or "insist" or "add" or "warn" or "argue" or "vow" or "assert" or "repeat" or "remind" or "emphasize"
        or "maintain" or "signal" or "indicate" or "reaffirm" or "write" or "report" or "suggest" or "proclaim" or "underline"
        or "note" or "quote" or "claim" or "reply" or "respond" or "affirm" or "issue" or "pledge" or "decide";
}
