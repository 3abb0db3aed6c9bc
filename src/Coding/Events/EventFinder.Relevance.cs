using Tocsin.Events;
using Tocsin.Language;

namespace Tocsin.Coding;

/// <summary>What has the form of an event and is none: ordinary crime, habits, journeys of private people.</summary>
/// <remarks>Rules E2, E3 and E7 of <c>docs/annotation.md</c>.</remarks>
sealed partial class EventFinder
{
    bool[] hasMotive = [];
    bool[] isOldWar = [];

    /// <summary>Why the event that <see cref="actors"/> and <see cref="recipients"/> would make is none; null where it is one.</summary>
    string? Irrelevance(Trigger trigger, int token, bool isNoun)
    {
        var meaning = trigger.Meaning;
        if (isOldWar[document.SentenceOf(token)] && IsOfOldWar(token))
            return "it tells of the world wars";
        if (actors.Count < 2 && recipients.Count == 0
            && (meaning.Type == EventType.Support || (meaning.Type == EventType.Agree && IsVague(trigger.Conditions))))
            return "one party, and nobody to whom it promises, gives or says it";
        if (meaning is { Type: EventType.Consult, Mode: "visit" } && actors.Count == 0)
            return "nobody is named who travels";
        if (meaning is { Type: EventType.Consult, Mode: "visit" } && !actors.TrueForAll(actor => IsTraveller(actor, token)))
            return "a journey, and no visit by anybody in office";
        if (meaning.Type != EventType.Protest && !IsForce(meaning.Type) && actors.Count > 0 && actors.TrueForAll(IsRule))
            return "a law, a rule or a plan says so: no occasion";
        if (IsOrdinaryCrime(meaning, token))
            return "police, courts or private people and ordinary crime: no motive is named (motives.txt)";
        return !isNoun && IsHabit(meaning.Type, token) ? "a habit or a rule, and no occasion" : null;
    }

    static bool IsVague(TriggerConditions conditions) =>
        conditions.Objects.Count + conditions.Complements.Count + conditions.Phrases.Count + conditions.Modifiers.Count == 0;

    /// <summary>"travelled to England during the First World War": the war hangs on the deed.</summary>
    bool IsOfOldWar(int token)
    {
        for (var child = tree.FirstChild(token); child >= 0; child = tree.NextSibling(child))
        {
            if (document.Deprels[child] is Deprel.Obl or Deprel.OblUnmarked or Deprel.Nmod && document.Form(child) is "War" or "I" or "II" or "One" or "Two"
                && (document.Form(child) is "War" || tree.Child(document, child, Deprel.Compound) >= 0 || document.Form(child - 1) is "War"))
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>Somebody political; who merely flies, travels or lands somewhere must hold an office.</summary>
    bool IsTraveller(Actor actor, int token) => IsPolitical(actor)
        && (actor.Code.IsBody || SectorOf(actor) is "GOV" or "LEG" or "JUD" or "OPP" or "PTY" or "SPY" or "REL" or "MIL" or "REB"
            || document.Lemma(token) is "visit" or "tour" or "delegation" or "trip");

    /// <summary>"the Act", "the law", "the plan": what no person or body is.</summary>
    bool IsRule(Actor actor)
    {
        if (!actor.Code.IsOpen || SectorOf(actor) is not null)
            return false;
        var text = actor.Passage.Of(document.Text).AsSpan();
        var last = text[(text.LastIndexOf(' ') + 1)..];
        return last is "Act" or "act" or "law" or "Law" or "laws" or "bill" or "Bill" or "rule" or "rules" or "regulation" or "regulations"
            or "Constitution" or "constitution" or "policy" or "Policy" or "plan" or "Plan" or "programme" or "program" or "Program"
            or "project" or "Project" or "system" or "agreement" or "Agreement" or "treaty" or "Treaty" or "Charter" or "charter" or "code" or "Code";
    }

    /// <summary>Deeds of force among private people, and of police and courts upon them, without a word of politics around.</summary>
    bool IsOrdinaryCrime(EventMeaning meaning, int token)
    {
        var sentence = document.SentenceOf(token);
        if (hasMotive[sentence] || (sentence > 0 && hasMotive[sentence - 1]))
            return false;
        var isJustice = meaning is { Type: EventType.Coerce, Mode: not ("curfew" or "martial-law" or "censor" or "withhold") }
            or { Type: EventType.Sanction, Mode: "convict" } or { Type: EventType.Accuse, Mode: "allege" or "investigate" }
            or { Type: EventType.Threaten, Mode: "arrest" } or { Type: EventType.Retreat, Mode: "release" } or { Type: EventType.Concede };
        var isForce = meaning is { Type: EventType.Assault, Mode: null or "beat" or "sexual" or "primitive" or "firearms" or "abduct" or "destroy" or "targeted" };
        if (!isJustice && !isForce)
            return false;
        return actors.TrueForAll(actor => IsPrivate(actor, recipients) || (isJustice && SectorOf(actor) is "COP" or "JUD"))
            && recipients.TrueForAll(recipient => IsPrivate(recipient, actors));
    }

    /// <summary>A private person, firm or school, or nobody known; not of another country than the other side.</summary>
    bool IsPrivate(Actor actor, List<Actor> others)
    {
        if (actor.Code.Country is { } country
            && others.Exists(other => other.Code.Country is { } theirs && theirs != country))
        {
            return false;
        }
        return SectorOf(actor) is { } sector ? sector is "CVL" or "BUS" or "EDU" or "HLH" or "MNC" : actor.Code.IsOpen;
    }

    string? SectorOf(Actor actor) => actor.Code.IsOpen ? roles.OpenSector(actor)
        : actor.Code.IsBody ? actor.Code.Head.ToString() : actor.Code.Sector;

    /// <summary>"Arland jails its critics": the simple present of a deed, where it is no headline and no list.</summary>
    bool IsHabit(EventType type, int token)
    {
        for (var child = tree.FirstChild(token); child >= 0; child = tree.NextSibling(child))
        {
            if (document.Deprels[child] == Deprel.Advmod && document.Lemma(child) is "often" or "always" or "usually" or "frequently" or "routinely"
                or "regularly" or "traditionally" or "historically" or "typically" or "generally" or "sometimes")
                return true;
        }
        if (!IsForce(type) && type is not (EventType.Aid or EventType.Cooperate))
            return false;
        if (document.Xpos(token) is not ("VBZ" or "VBP"))
            return false;
        var sentence = document.SentenceOf(token);
        var (_, end) = document.Sentence(sentence);
        return sentence > 0 && document.Upos[end - 1] == Upos.Punct && document.Form(end - 1) is "." or "?" or "”" or "\"";
    }
}
