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

    /// <summary>
    /// Replaces <paramref name="found"/> by the document's quantities in text order, none overlapping.
    /// </summary>
    public void Find(Document document, List<QuantityMention> found)
    {
        found.Clear();
        this.document = document;
        for (var sentence = 0; sentence < document.SentenceCount; sentence++)
        {
            var (token, end) = document.Sentence(sentence);
            var first = token;
            while (token < end)
            {
                if (IsNumberLike(token) && Numbers.Read(document, token, end) is { } number
                    && Complete(first, token, end, number) is { } mention)
                {
                    found.Add(mention);
                    first = token = mention.End;
                }
                else
                {
                    token++;
                }
            }
        }
    }

    bool IsNumberLike(int token)
    {
        var word = document.Form(token);
        return document.Upos[token] is Upos.Num
            || (document.Upos[token] is Upos.Noun or Upos.Det && (Numbers.Plain(word) is not null
                || word.EndsWith("s", StringComparison.Ordinal) || word.Length <= 2));
    }

    QuantityMention? Complete(int from, int token, int end, Number number)
    {
        var upTo = number.End;
        var value = number.Value;
        var approximate = number.Approximate;
        if (upTo + 1 < end && IsRangeMark(document.Form(upTo)) && Numbers.Read(document, upTo + 1, end) is { } other
            && other.Value > value && !number.Approximate)
        {
            var scaled = other.Value >= 1000 && value < 1000 && document.Upos[upTo + 1] == Upos.Num
                && other.End - upTo > 2
                ? value * (other.Value / (Numbers.Plain(document.Form(upTo + 1)) ?? other.Value)) : value;
            value = (scaled + other.Value) / 2;
            approximate = true;
            upTo = other.End;
        }
        var first = Qualified(from, token);
        approximate |= first < token;
        if (token > from && IsCurrency(document.Form(token - 1)) is { } currency)
        {
            first = Qualified(from, token - 1);
            approximate |= first < token - 1;
            return Mention(first, upTo, token, value, currency, approximate);
        }
        if (upTo < end && (document.Form(upTo).SequenceEqual("%") || IsWord(upTo, "percent")
            || (IsWord(upTo, "per") && upTo + 1 < end && IsWord(upTo + 1, "cent"))))
        {
            var last = IsWord(upTo, "per") ? upTo + 2 : upTo + 1;
            return Mention(first, last, upTo, value, "percent", approximate);
        }
        if (upTo < end && document.Form(upTo) is "-" or "–" or ":" or "/")
            return null; // "two-day talks", "3-0", "1:30"
        var head = Counted(token, upTo, end);
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
        var unit = new TokenRange(unitFirst, head + 1).In(document).Of(document.Text);
        return Mention(first, head + 1, head, value, unit, approximate);
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
                case Upos.Noun or Upos.Propn when of || document.Upos[token] == Upos.Num:
                    while (at + 1 < end && document.Upos[at + 1] is Upos.Noun or Upos.Propn
                        && document.Heads[at] == at + 1)
                        at++;
                    return document.Deprels[token] is Deprel.Nsubj or Deprel.NsubjPass or Deprel.Obj && !of ? -1 : at;
                default:
                    return -1;
            }
        }
        return -1;
    }

    /// <summary>"12 were killed", "killing 12": a number that stands for people or things itself.</summary>
    bool IsBareCount(int token, double value) =>
        document.Deprels[token] is Deprel.Nsubj or Deprel.NsubjPass or Deprel.Obj
            && !(value is >= 1900 and < 2100 && value == Math.Floor(value))
            && !document.Form(token).Equals("one", StringComparison.OrdinalIgnoreCase);

    bool IsTime(int token, int upTo, int head, double value)
    {
        var counted = document.Form(head);
        if (TimeWords.Unit(counted) is not null || TimeWords.Month(counted) > 0 || TimeWords.Weekday(counted) > 0)
            return true;
        if (IsWord(upTo, "a.m.") || IsWord(upTo, "p.m.") || IsWord(upTo, "o'clock"))
            return true;
        if (token > 0 && TimeWords.Month(document.Form(token - 1)) > 0)
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

    static string? IsCurrency(ReadOnlySpan<char> mark) => mark switch
    {
        "$" or "US$" => "dollars",
        "€" => "euros",
        "£" => "pounds",
        "¥" => "yen",
        _ => null,
    };

    static bool IsRangeMark(ReadOnlySpan<char> word) => word is "-" or "–" or "to" or "or";

    bool IsWord(int token, string word) =>
        token < document.TokenCount && document.Form(token).Equals(word, StringComparison.OrdinalIgnoreCase);
}
