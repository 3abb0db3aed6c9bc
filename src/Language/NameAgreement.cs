using System.Collections.Frozen;

namespace Tocsin.Language;

/// <summary>
/// Makes a document's names agree: the same words have one type, and once somebody was named in full, the last name
/// alone is that person too.
/// </summary>
sealed class NameAgreement
{
    const uint Template = 402;

    /// <summary>Stand before a person's name and are none of it.</summary>
    static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Titles = new[]
    {
        "Mr", "Mr.", "Mrs", "Mrs.", "Ms", "Ms.", "Mx.", "Dr", "Dr.", "Drs.", "Doctor", "Prof", "Prof.", "Professor", "Sheikh", "Shaikh", "Ayatollah",
        "President", "Senator", "Sen.", "Rep.", "Congressman", "Congresswoman", "General", "Gen.", "Gen", "Colonel", "Col.", "Lt.", "Major", "Maj.", "Brigadier",
        "Captain", "Capt", "Sgt.", "Sergeant", "Judge", "Justice", "Governor", "Gov.", "Mayor", "Secretary", "Minister", "Chancellor", "Ambassador",
        "Commissioner", "Councillor", "Hon.", "Rev.", "Reverend", "Cardinal", "Archbishop", "Bishop", "Hurricane",
    }.ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Votes of the four types for each phrase.</summary>
    readonly Dictionary<uint, int[]> votes = [];
    readonly Dictionary<uint, int> shortForms = [];
    readonly Stack<int[]> spare = new();
    readonly List<Entity> merged = [];

    public void Apply(Document document, WordColumns columns)
    {
        var entities = document.Entities;
        if (entities.Count == 0)
            return;
        JoinAtHyphens(document);
        LeaveTitles(document);
        Forget();
        foreach (var entity in entities)
            Vote(PhraseOf(columns, entity.First, entity.End), entity.Type);
        foreach (var entity in entities)
        {
            // The last word of a person's full name, unless it is as often something else.
            if (entity.Type == EntityType.Per && entity.End - entity.First is 2 or 3)
                shortForms[PhraseOf(columns, entity.End - 1, entity.End)] = entity.First;
        }
        for (var i = 0; i < entities.Count; i++)
            entities[i] = entities[i] with { Type = TypeOf(columns, entities[i]) };
        AddShortForms(document, columns);
    }

    /// <summary>
    /// "Amir-Abdollahian", cut into words at its hyphen, is one name; two people side by side ("Clinton-Trump") are two.
    /// </summary>
    static void JoinAtHyphens(Document document)
    {
        var entities = document.Entities;
        for (var i = 0; i < entities.Count; i++)
        {
            var (first, end, type) = entities[i];
            while (type == EntityType.Per && end + 1 < document.TokenCount && document.Form(end) is "-"
                && document.Starts[end] == document.Ends[end - 1] && document.Starts[end + 1] == document.Ends[end]
                && char.IsUpper(document.Form(end + 1)[0]) && document.SentenceOf(end + 1) == document.SentenceOf(first))
            {
                var next = i + 1 < entities.Count && entities[i + 1].First == end + 1 ? entities[i + 1].End : end + 2;
                if (next > end + 2 || (i + 1 < entities.Count && entities[i + 1].First == end + 1 && end - first == 1))
                    break;
                if (i + 1 < entities.Count && entities[i + 1].First == end + 1)
                    entities.RemoveAt(i + 1);
                end = next;
            }
            entities[i] = entities[i] with { End = end };
        }
    }

    /// <summary>"Dr Cooper", "Sheikh Ahmed Yassin": the title is not part of the name.</summary>
    static void LeaveTitles(Document document)
    {
        var entities = document.Entities;
        for (var i = 0; i < entities.Count; i++)
        {
            var (first, end, type) = entities[i];
            while (type == EntityType.Per && end - first > 1 && Titles.Contains(document.Form(first)))
                first++;
            entities[i] = entities[i] with { First = first };
        }
    }

    EntityType TypeOf(WordColumns columns, Entity entity)
    {
        var phrase = PhraseOf(columns, entity.First, entity.End);
        if (entity.End - entity.First == 1 && shortForms.TryGetValue(phrase, out var full) && full < entity.First
            && entity.Type != EntityType.Loc)
        {
            return EntityType.Per;
        }
        var count = votes[phrase];
        var best = (int)entity.Type;
        for (var type = 0; type < count.Length; type++)
        {
            if (count[type] > count[best])
                best = type;
        }
        return (EntityType)best;
    }

    /// <summary>Adds the later short forms, and names settled elsewhere in the document, that the tagger passed over.</summary>
    void AddShortForms(Document document, WordColumns columns)
    {
        merged.Clear();
        var next = 0;
        for (var token = 0; token < document.TokenCount; token++)
        {
            if (next < document.Entities.Count && document.Entities[next].First == token)
            {
                var entity = document.Entities[next++];
                merged.Add(entity);
                token = entity.End - 1;
                continue;
            }
            var form = document.Form(token);
            if (form.Length < 3 || !char.IsUpper(form[0]))
                continue;
            var phrase = PhraseOf(columns, token, token + 1);
            if (char.IsLower(form[^1]) && shortForms.TryGetValue(phrase, out var full) && full < token)
                merged.Add(new Entity(token, token + 1, EntityType.Per));
            else if (votes.TryGetValue(phrase, out var count) && IsSettled(document, token, count))
                merged.Add(new Entity(token, token + 1, Most(count)));
        }
        document.Entities.Clear();
        document.Entities.AddRange(merged);
    }

    /// <summary>"ISIL" once and any other proper noun twice: what was a name there is one here ("counter-ISIL").</summary>
    static bool IsSettled(Document document, int token, int[] count)
    {
        var named = count[0] + count[1] + count[2] + count[3];
        return named > 1 ? document.Upos[token] == Upos.Propn || IsAcronym(document.Form(token))
            : named == 1 && IsAcronym(document.Form(token));
    }

    static bool IsAcronym(ReadOnlySpan<char> form)
    {
        foreach (var c in form)
        {
            if (!char.IsUpper(c))
                return false;
        }
        return true;
    }

    static EntityType Most(int[] count)
    {
        var best = 0;
        for (var type = 1; type < count.Length; type++)
        {
            if (count[type] > count[best])
                best = type;
        }
        return (EntityType)best;
    }

    void Vote(uint phrase, EntityType type)
    {
        if (!votes.TryGetValue(phrase, out var count))
            votes[phrase] = count = spare.Count > 0 ? spare.Pop() : new int[4];
        count[(int)type]++;
    }

    void Forget()
    {
        foreach (var count in votes.Values)
        {
            Array.Clear(count);
            spare.Push(count);
        }
        votes.Clear();
        shortForms.Clear();
    }

    static uint PhraseOf(WordColumns columns, int first, int end)
    {
        var phrase = 0u;
        for (var i = first; i < end; i++)
            phrase = FeatureHash.Of(Template, phrase, columns.Lower[i]);
        return phrase;
    }
}
