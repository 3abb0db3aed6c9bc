namespace Tocsin.Language;

/// <summary>
/// Gathers the mentions of one person, body or place: names written alike, last names, initials of a body, and pronouns
/// of the third person, which go to the nearest fitting name, subjects first. What is not clear is left alone.
/// </summary>
/// <remarks>Needs tags, trees and entities. Belongs to one worker.</remarks>
public sealed class CoreferenceResolver
{
    /// <summary>A pronoun looks back over so many sentences before its own.</summary>
    const int SentencesBack = 2;

    readonly List<Mention> mentions = [];
    readonly List<Chain> chains = [];
    readonly Dictionary<int, int> byName = [];
    readonly Dictionary<int, int> byLastName = [];
    readonly Dictionary<int, int> byInitials = [];
    readonly List<int> numbers = [];

    /// <summary>What is known of the one who is spoken of.</summary>
    struct Chain
    {
        public EntityType Type;
        public Person Gender;
        public int Count;
    }

    /// <summary>Fills the document's mentions: chains of two mentions and more, in text order.</summary>
    public void Resolve(Document document)
    {
        mentions.Clear();
        chains.Clear();
        byName.Clear();
        byLastName.Clear();
        byInitials.Clear();
        document.Mentions.Clear();
        var next = 0;
        for (var token = 0; token < document.TokenCount; token++)
        {
            if (next < document.Entities.Count && document.Entities[next].First == token)
            {
                var entity = document.Entities[next++];
                if (entity.Type != EntityType.Misc)
                    Add(entity.First, entity.End, ChainOf(document, entity));
                token = entity.End - 1;
                continue;
            }
            if (document.Upos[token] == Upos.Pron && Pronouns.Of(document.Form(token)) is var person and not Person.None)
                Follow(document, token, person);
        }
        Publish(document.Mentions);
    }

    void Add(int first, int end, int chain)
    {
        mentions.Add(new Mention(first, end, chain));
        chains[chain] = chains[chain] with { Count = chains[chain].Count + 1 };
    }

    int ChainOf(Document document, Entity entity)
    {
        var name = NameOf(document, entity.First, entity.End, entity.Type);
        var last = NameOf(document, entity.End - 1, entity.End, entity.Type);
        var isShort = entity.End - entity.First == 1;
        if (!byName.TryGetValue(name, out var chain)
            && !(isShort && entity.Type == EntityType.Per && byLastName.TryGetValue(last, out chain))
            && !(isShort && entity.Type == EntityType.Org && byInitials.TryGetValue(name, out chain)))
        {
            chain = chains.Count;
            chains.Add(new Chain { Type = entity.Type });
        }
        byName[name] = chain;
        if (entity.Type == EntityType.Per)
            byLastName[last] = chain;
        else if (entity.Type == EntityType.Org && !isShort)
            byInitials[InitialsOf(document, entity)] = chain;
        if (chains[chain].Gender == Person.None && entity.Type == EntityType.Per)
        {
            var title = entity.First > 0 ? Pronouns.OfTitle(document.Form(entity.First - 1)) : Person.None;
            if (title == Person.None)
                title = Pronouns.OfTitle(document.Form(entity.First));
            chains[chain] = chains[chain] with { Gender = title };
        }
        return chain;
    }

    /// <summary>Gives a pronoun to the nearest name that fits.</summary>
    void Follow(Document document, int pronoun, Person person)
    {
        if (document.Deprels[pronoun] == Deprel.Expl)
            return;
        var sentence = document.SentenceOf(pronoun);
        for (var back = 0; back <= SentencesBack && back <= sentence; back++)
        {
            var chosen = Choose(document, pronoun, person, sentence - back);
            if (chosen < 0)
                continue;
            var chain = chosen;
            if (person is Person.He or Person.She)
                chains[chain] = chains[chain] with { Gender = person };
            Add(pronoun, pronoun + 1, chain);
            return;
        }
    }

    /// <summary>Chain of the best candidate of a sentence before the pronoun, −1 where none fits.</summary>
    int Choose(Document document, int pronoun, Person person, int sentence)
    {
        var best = -1;
        var bestRank = 0;
        for (var i = mentions.Count - 1; i >= 0; i--)
        {
            var mention = mentions[i];
            var where = document.SentenceOf(mention.First);
            if (where < sentence)
                break;
            if (where > sentence || !Fits(chains[mention.Chain], person) || IsOwnSubject(document, mention, pronoun))
                continue;
            var head = HeadOf(document, mention.First, mention.End);
            var subject = document.Deprels[head] is Deprel.Nsubj or Deprel.NsubjPass or Deprel.NsubjOuter;
            // Countries and bodies are "it" only as subjects: what else an "it" may mean is rarely a name.
            if (person is Person.It or Person.They && !subject)
                continue;
            var rank = subject ? 3 : 1;
            if (chains[mention.Chain].Gender == person)
                rank++;
            if (rank >= bestRank && (rank > bestRank || where != document.SentenceOf(pronoun)))
                (best, bestRank) = (mention.Chain, rank);
        }
        return best;
    }

    static bool Fits(Chain chain, Person person) => person switch
    {
        Person.He or Person.She => chain.Type == EntityType.Per && (chain.Gender == Person.None || chain.Gender == person),
        Person.They => chain.Type == EntityType.Org,
        Person.It => chain.Type is EntityType.Org or EntityType.Loc,
        _ => throw new ArgumentOutOfRangeException(nameof(person), person, "Unknown person."),
    };

    /// <summary>"Kurti met him": the object of a verb is not its subject, unless it is reflexive.</summary>
    static bool IsOwnSubject(Document document, Mention mention, int pronoun)
    {
        if (document.Deprels[pronoun] is Deprel.NmodPoss or Deprel.Nsubj or Deprel.NsubjPass
            || Pronouns.IsReflexive(document.Form(pronoun)))
        {
            return false;
        }
        var head = HeadOf(document, mention.First, mention.End);
        return document.Heads[pronoun] >= 0 && document.Heads[head] == document.Heads[pronoun];
    }

    /// <summary>The token of a stretch that hangs outside it.</summary>
    static int HeadOf(Document document, int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (document.Heads[i] < first || document.Heads[i] >= end)
                return i;
        }
        return end - 1;
    }

    /// <summary>Chains of one mention are dropped, the others numbered anew in text order.</summary>
    void Publish(List<Mention> published)
    {
        numbers.Clear();
        for (var i = 0; i < chains.Count; i++)
            numbers.Add(-1);
        var count = 0;
        foreach (var mention in mentions)
        {
            if (chains[mention.Chain].Count < 2)
                continue;
            if (numbers[mention.Chain] < 0)
                numbers[mention.Chain] = count++;
            published.Add(mention with { Chain = numbers[mention.Chain] });
        }
    }

    static int NameOf(Document document, int first, int end, EntityType type)
    {
        var hash = FeatureHash.Of(500, (uint)type + 1);
        for (var i = first; i < end; i++)
            hash = FeatureHash.Of(501, hash, FeatureHash.OfText(document.Form(i)));
        return (int)hash;
    }

    /// <summary>The name of a body as its capitals: "European Union" as "EU" would be hashed.</summary>
    static int InitialsOf(Document document, Entity entity)
    {
        Span<char> initials = stackalloc char[Math.Min(16, entity.End - entity.First)];
        var length = 0;
        for (var i = entity.First; i < entity.End && length < initials.Length; i++)
        {
            if (char.IsUpper(document.Form(i)[0]))
                initials[length++] = document.Form(i)[0];
        }
        var hash = FeatureHash.Of(500, (uint)entity.Type + 1);
        return (int)FeatureHash.Of(501, hash, FeatureHash.OfText(initials[..length]));
    }
}
