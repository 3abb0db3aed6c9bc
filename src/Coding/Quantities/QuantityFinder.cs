using Tocsin.Events;
using Tocsin.Language;

namespace Tocsin.Coding;

/// <summary>
/// A count, the tokens from its first qualifier to the end of what is counted, and the counted noun (or the number
/// itself where no noun stands with it).
/// </summary>
public readonly record struct QuantityMention(int First, int End, int Head, Quantity Quantity);

/// <summary>Finds how many of what: numbers with the noun phrase they count. Times, years and names are none.</summary>
/// <remarks>
/// A range ("20 to 30") has the middle as its value; a rough plural ("dozens") the least it can mean.
/// </remarks>
public sealed class QuantityFinder
{
    const int LongUnit = 6;

    static readonly string[][] Qualifiers =
    [
        ["about"], ["around"], ["some"], ["nearly"], ["almost"], ["roughly"], ["approximately"], ["circa"], ["over"],
        ["under"], ["above"], ["below"], ["estimated"], ["an", "estimated"], ["at", "least"], ["at", "most"],
        ["up", "to"], ["more", "than"], ["fewer", "than"], ["less", "than"], ["close", "to"], ["as", "many", "as"],
        ["no", "fewer", "than"], ["no", "more", "than"], ["just", "over"], ["just", "under"], ["well", "over"], ["~"],
    ];

    Document document = new();
    bool[] isTime = [];

    /// <summary>
    /// Replaces <paramref name="found"/> by the document's quantities in text order, none overlapping.
    /// </summary>
    /// <param name="times">The document's time expressions: their figures count nothing.</param>
    public void Find(Document document, IReadOnlyList<TimeMention> times, List<QuantityMention> found)
    {
        found.Clear();
        this.document = document;
        if (isTime.Length < document.TokenCount)
            isTime = new bool[document.TokenCount * 2];
        isTime.AsSpan(0, document.TokenCount).Clear();
        foreach (var time in times)
            isTime.AsSpan(time.First, time.End - time.First).Fill(true);
        for (var sentence = 0; sentence < document.SentenceCount; sentence++)
        {
            var (token, end) = document.Sentence(sentence);
            var first = token;
            while (token < end)
            {
                if (!isTime[token] && IsNumberLike(token) && Read(token, end) is { } number
                    && Complete(first, token, end, number) is { } mention)
                {
                    found.Add(Named(mention, found));
                    first = token = mention.End;
                }
                else
                {
                    token++;
                }
            }
        }
    }

    /// <summary>A number; "half a million", "tens of thousands", "two dozen" too.</summary>
    Number? Read(int token, int end)
    {
        if (IsWord(token, "half") && token + 2 < end && IsWord(token + 1, "a") && Numbers.Read(document, token + 1, end) is { Value: >= 100 } half)
            return half with { Value = half.Value / 2 };
        if ((IsWord(token, "tens") || IsWord(token, "hundreds")) && token + 2 < end && IsWord(token + 1, "of")
            && (IsWord(token + 2, "thousands") || IsWord(token + 2, "millions")))
            return new Number(token + 3, (IsWord(token, "tens") ? 20 : 200) * (IsWord(token + 2, "thousands") ? 1e3 : 1e6), true);
        return Numbers.Read(document, token, end);
    }

    bool IsNumberLike(int token)
    {
        var word = document.Form(token);
        if (IsWord(token, "half") || IsWord(token, "a"))
            return token + 1 < document.TokenCount && (IsWord(token, "half") ? IsWord(token + 1, "a")
                : IsWord(token + 1, "million") || IsWord(token + 1, "hundred") || IsWord(token + 1, "thousand") || IsWord(token + 1, "billion") || IsWord(token + 1, "dozen"));
        return document.Upos[token] is Upos.Num
            || (document.Upos[token] is Upos.Noun or Upos.Det && (Numbers.Plain(word) is not null
                || word.EndsWith("s", StringComparison.Ordinal) || word.Length <= 2));
    }

    QuantityMention? Complete(int from, int token, int end, Number number)
    {
        var upTo = number.End;
        var value = number.Value;
        var approximate = number.Approximate;
        var between = token > from && IsWord(token - 1, "between") && upTo < end && IsWord(upTo, "and");
        if (upTo + 1 < end && (between || IsRangeMark(document.Form(upTo))) && Numbers.Read(document, upTo + 1, end) is { } other
            && other.Value > value && !number.Approximate && !(IsWord(upTo, "or") && other.Value > 3 * value))
        {
            var scaled = other.Value >= 1000 && value < 1000 && document.Upos[upTo + 1] == Upos.Num
                && other.End - upTo > 2
                ? value * (other.Value / (Numbers.Plain(document.Form(upTo + 1)) ?? other.Value)) : value;
            value = (scaled + other.Value) / 2;
            approximate = true;
            upTo = other.End;
        }
        var first = between ? token - 1 : Qualified(from, token);
        approximate |= first < token;
        if (upTo < end && Casualties.Contains(document.Lemma(upTo)) && document.Upos[upTo] is Upos.Adj or Upos.Verb or Upos.Noun
            && !(upTo + 1 < end && document.Upos[upTo + 1] is Upos.Noun && document.Heads[upTo] == upTo + 1))
            return Mention(first, upTo, token, value, "", approximate); // "80 dead", "60 wounded"
        if (token > from && IsCurrency(document.Form(token - 1)) is { } currency)
        {
            if (upTo < end && Abbreviated(document.Form(upTo)) is { } scale)
                (value, upTo) = (value * scale, upTo + 1);
            first = Qualified(from, token - 1);
            approximate |= first < token - 1;
            return Mention(first, upTo, token, value, currency, approximate);
        }
        if (upTo < end && (document.Form(upTo).SequenceEqual("%") || IsWord(upTo, "percent")
            || (IsWord(upTo, "per") && upTo + 1 < end && IsWord(upTo + 1, "cent"))))
        {
            return Mention(first, IsWord(upTo, "per") ? upTo + 2 : upTo + 1, upTo, value, "percent", approximate);
        }
        if (upTo < end && document.Form(upTo) is "-" or "–" or ":" or "/")
            return null; // "two-day talks", "3-0", "1:30"
        if (upTo + 1 < end && IsWord(upTo, "to") && Numbers.Read(document, upTo + 1, end) is { } less && less.Value <= value
            && Counted(upTo + 1, less.End, end) is var common and >= 0 && !IsTime(token, upTo, common, value))
            return Mention(first, upTo, token, value, new TokenRange(less.End, common + 1).In(document).Of(document.Text), approximate);
        var head = Counted(token, upTo, end);
        if (head >= 0 && document.Upos[upTo] is Upos.Verb && upTo < head && document.Deprels[upTo] is not Deprel.Amod)
            head = -1; // "12 taken prisoner"
        if (head < 0)
            return IsBareCount(token, value)
                ? Mention(first, upTo, token, value, "", approximate) : null;
        if (IsTime(token, upTo, head, value))
            return null;
        var unitFirst = upTo;
        while (unitFirst < head && (IsWord(unitFirst, "of") || document.Upos[unitFirst] is Upos.Det or Upos.Punct))
            unitFirst++;
        if (head - unitFirst > LongUnit)
            unitFirst = head;
        var last = WithComplement(head, end);
        while (unitFirst < head && (document.Upos[unitFirst] is Upos.Det or Upos.Pron or Upos.Part || document.Lemma(unitFirst) is "more" or "other" or "further" or "additional" or "new"
            || document.Deprels[unitFirst] == Deprel.NmodPoss))
            unitFirst++;
        var unit = new TokenRange(unitFirst, last + 1).In(document).Of(document.Text);
        return Mention(first, last + 1, head, value, Currencies.OfNoun(unit) ?? unit, approximate);
    }

    static readonly HashSet<string> Casualties = new(StringComparer.Ordinal)
    {
        "dead", "wounded", "injured", "missing", "hurt", "homeless", "displaced", "unhurt", "alive",
    };

    /// <summary>"Tonnes of food", "soldiers, judges and officials": what is counted goes on.</summary>
    int WithComplement(int head, int end)
    {
        var last = head;
        if (document.Lemma(head) is "km" or "kilometre" or "kilometer" or "mile" or "metre" or "meter")
            return head;
        if (head + 2 < end && IsWord(head + 1, "of"))
        {
            for (var at = head + 2; at < Math.Min(end, head + 2 + LongUnit); at++)
            {
                if (document.Upos[at] is Upos.Noun or Upos.Propn && !(at + 1 < end && document.Upos[at + 1] is Upos.Noun or Upos.Propn && document.Heads[at] == at + 1))
                    return document.Heads[at] == head && document.Deprels[at] == Deprel.Nmod ? at : last;
                if (document.Upos[at] is not (Upos.Adj or Upos.Noun or Upos.Propn) || isTime[at])
                    return last;
            }
            return last;
        }
        for (var at = head + 1; at < end; at++)
        {
            if (document.Heads[at] == head && document.Deprels[at] == Deprel.Conj && document.Upos[at] is Upos.Noun
                && !HasNumber(at) && at - last <= 3)
                last = at;
            else if (document.Upos[at] is not (Upos.Punct or Upos.Cconj or Upos.Adj or Upos.Noun) || at - last > 2)
                break;
        }
        // "Soldiers and then": a list ends with its last noun, joined by "and".
        return last > head && IsJoined(head, last) ? last : head;
    }

    bool HasNumber(int noun)
    {
        for (var at = Math.Max(0, noun - 3); at < noun; at++)
        {
            if (document.Upos[at] is Upos.Num or Upos.Det && document.Heads[at] == noun)
                return true;
        }
        return false;
    }

    bool IsJoined(int first, int last)
    {
        for (var at = first + 1; at < last; at++)
        {
            if (IsWord(at, "and"))
                return true;
        }
        return false;
    }

    static readonly string[] PersonEndings =
    [
        "er", "or", "ist", "ian", "man", "men", "people", "person", "persons", "troop", "officer", "child", "children", "woman", "women", "police", "guard",
        "migrant", "refugee", "student", "resident", "citizen", "marine", "civilian", "national", "employee", "hostage", "captive", "rebel", "militant", "suspect",
        "ant", "ent", "ee", "ic", "ish",
    ];

    bool IsOfPersons(QuantityMention mention)
    {
        var lemma = document.Lemma(mention.Head);
        return document.Upos[mention.Head] == Upos.Propn || PersonEndings.Any(ending => lemma.EndsWith(ending, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>"$700m", "€1.2bn".</summary>
    static double? Abbreviated(ReadOnlySpan<char> word) => word switch
    {
        "m" or "M" or "mn" or "mln" => 1e6,
        "bn" or "b" or "B" => 1e9,
        "tn" => 1e12,
        "k" or "K" => 1e3,
        _ => null,
    };

    /// <summary>
    /// A number without a noun counts what was counted last, in this sentence or the one before; people, where they are
    /// killed or held.
    /// </summary>
    QuantityMention Named(QuantityMention mention, List<QuantityMention> found)
    {
        if (mention.Quantity.Unit.Length > 0)
            return mention;
        var sentence = document.SentenceOf(mention.Head);
        var ofPersons = mention.End < document.TokenCount && Casualties.Contains(document.Lemma(mention.End))
            || (document.Heads[mention.Head] is >= 0 and var verb && document.Lemma(verb) is "kill" or "wound" or "injure" or "arrest" or "detain" or "hold" or "die");
        for (var i = found.Count - 1; i >= 0 && document.SentenceOf(found[i].Head) >= sentence - 1; i--)
        {
            var unit = found[i].Quantity.Unit;
            if (unit.Length > 0 && unit != "percent" && !Currencies.IsCode(unit) && unit is not ("km" or "miles" or "metres" or "tonnes")
                && (!ofPersons || IsOfPersons(found[i])))
                return mention with { Quantity = mention.Quantity with { Unit = unit } };
        }
        return mention;
    }

    QuantityMention Mention(int first, int end, int head, double value, string unit, bool approximate) =>
        new(first, end, head, new Quantity(new TokenRange(first, end).In(document), value, unit, approximate));

    /// <summary>
    /// The noun counted: the number's head to its right, or what follows "of" ("hundreds of soldiers").
    /// </summary>
    int Counted(int token, int upTo, int end)
    {
        for (var part = token; part < upTo; part++)
        {
            var head = document.Heads[part];
            if (document.Deprels[part] is Deprel.Nummod or Deprel.Compound or Deprel.Det or Deprel.Amod && head >= upTo
                && head < end && document.Upos[head] is Upos.Noun or Upos.Propn or Upos.Sym)
                return head;
        }
        if (upTo >= end)
            return -1;
        var of = IsWord(upTo, "of");
        for (var at = of ? upTo + 1 : upTo; at < Math.Min(end, upTo + LongUnit); at++)
        {
            switch (document.Upos[at])
            {
                case Upos.Adj or Upos.Det or Upos.Num:
                    continue;
                case Upos.Pron when of && document.Deprels[at] == Deprel.NmodPoss:
                    continue;
                case Upos.Noun or Upos.Propn when of || document.Upos[token] == Upos.Num:
                    while (at + 1 < end && document.Upos[at + 1] is Upos.Noun or Upos.Propn
                        && document.Heads[at] == at + 1)
                        at++;
                    return document.Deprels[token] is Deprel.Nsubj or Deprel.NsubjPass or Deprel.Obj && !of ? -1 : isTime[at] ? -1 : at;
                default:
                    return -1;
            }
        }
        return -1;
    }

    /// <summary>"12 were killed", "killing 12": a number that stands for people or things itself.</summary>
    bool IsBareCount(int token, double value) =>
        (document.Deprels[token] is Deprel.Nsubj or Deprel.NsubjPass or Deprel.Obj
            || (document.Deprels[token] is Deprel.Obl && token > 0 && IsWord(token - 1, "than")))
            && !(value is >= 1900 and < 2100 && value == Math.Floor(value) && char.IsAsciiDigit(document.Form(token)[0]) && document.Form(token).Length == 4)
            && !document.Form(token).Equals("one", StringComparison.OrdinalIgnoreCase);

    bool IsTime(int token, int upTo, int head, double value)
    {
        var counted = document.Form(head);
        if (TimeWords.Unit(counted) is not null || TimeWords.Month(counted) > 0 || TimeWords.Weekday(counted) > 0)
            return true;
        if (IsWord(upTo, "a.m.") || IsWord(upTo, "p.m.") || IsWord(upTo, "o'clock"))
            return true;
        return value is >= 1900 and < 2100 && upTo == token + 1 && document.Form(token).Length == 4
            && document.Xpos(head) is not ("NNS" or "NNPS");
    }

    /// <summary>Where the words before a number that make it a rough one begin.</summary>
    int Qualified(int from, int token)
    {
        var first = token;
        foreach (var words in Qualifiers)
        {
            var start = token - words.Length;
            if (start < from || start >= first)
                continue;
            var matches = true;
            for (var i = 0; i < words.Length && matches; i++)
                matches = IsWord(start + i, words[i]);
            if (matches)
                first = start;
        }
        return first;
    }

    static string? IsCurrency(ReadOnlySpan<char> mark) => Currencies.OfSign(mark);

    static bool IsRangeMark(ReadOnlySpan<char> word) => word is "-" or "–" or "to" or "or";

    bool IsWord(int token, string word) =>
        token < document.TokenCount && document.Form(token).Equals(word, StringComparison.OrdinalIgnoreCase);
}
