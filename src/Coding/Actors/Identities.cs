using Tocsin.Events;
using Tocsin.Language;

namespace Tocsin.Coding;

/// <summary>
/// Gives a person whom no file knows the office that the text gives him: in an apposition ("Karim Amer, the agency's
/// director") or elsewhere in the text, by the chain of coreference. One belongs to one worker.
/// </summary>
sealed class Identities
{
    readonly Dictionary<int, ActorCode> codeOf = [];

    /// <summary>Appositions and titles beside a name; before countries are settled.</summary>
    public static void Join(Document document, Tree tree, List<ActorMention> mentions)
    {
        for (var i = 0; i < mentions.Count; i++)
        {
            if (!IsUnknown(mentions[i]))
                continue;
            var from = Math.Max(0, i - 2);
            for (var j = from; j < mentions.Count && j <= i + 2; j++)
            {
                if (j == i || !Tells(mentions[j]) || !IsApposition(document, tree, mentions[i].Head, mentions[j].Head))
                    continue;
                mentions[i] = mentions[i] with
                {
                    Code = mentions[j].Code,
                    OpenSector = mentions[j].OpenSector,
                    OpenOffice = mentions[j].OpenOffice,
                };
                break;
            }
        }
    }

    /// <summary>What a chain knows of a person in one place it knows in all: before countries are settled and after.</summary>
    public void Spread(Document document, List<ActorMention> mentions)
    {
        codeOf.Clear();
        Visit(document, mentions, (chain, at) =>
        {
            if (!mentions[at].Code.IsOpen && mentions[at].Kind is ActorKind.Person or ActorKind.Office)
                codeOf.TryAdd(chain, mentions[at].Code);
        });
        if (codeOf.Count == 0)
            return;
        Visit(document, mentions, (chain, at) =>
        {
            if (mentions[at] is { Kind: ActorKind.Person, Code.IsOpen: true } && codeOf.TryGetValue(chain, out var code))
                mentions[at] = mentions[at] with { Code = code };
        });
    }

    /// <summary>Each mention of a chain whose head is an actor's; both lists are in text order.</summary>
    static void Visit(Document document, List<ActorMention> mentions, Action<int, int> take)
    {
        var begin = 0;
        foreach (var mention in document.Mentions)
        {
            while (begin < mentions.Count && mentions[begin].First < mention.First)
                begin++;
            for (var at = begin; at < mentions.Count && mentions[at].First < mention.End; at++)
            {
                if (mentions[at].End <= mention.End && HeadsOutside(document, mentions[at].Head, mention))
                    take(mention.Chain, at);
            }
        }
    }

    static bool HeadsOutside(Document document, int token, Mention mention)
    {
        var head = document.Heads[token];
        return head < mention.First || head >= mention.End;
    }

    static bool IsUnknown(ActorMention mention) => mention is { Kind: ActorKind.Person, Code.IsOpen: true, OpenSector: null };

    static bool Tells(ActorMention mention) => mention.Kind is ActorKind.Office or ActorKind.Sector
        && (!mention.Code.IsOpen || mention.OpenSector is not null);

    static bool IsApposition(Document document, Tree tree, int name, int title) =>
        (tree.Head(title) == name && document.Deprels[title] is Deprel.Appos or Deprel.NmodDesc or Deprel.Compound)
        || (tree.Head(name) == title && document.Deprels[name] is Deprel.Appos or Deprel.Flat or Deprel.NmodDesc);
}
