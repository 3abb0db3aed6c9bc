using Tocsin.Events;
using Tocsin.Language;

namespace Tocsin.Coding;

/// <summary>When an event happens: the time expression nearest to its trigger in the tree, and the tense.</summary>
public static class EventTimes
{
    const int Far = 64;
    const int HistoricalAfterDays = 31;

    /// <summary>
    /// The event's time. Where the sentence names none, a past event lies no later than publication and a future one
    /// no earlier; a time more than a month before publication is historical.
    /// </summary>
    /// <param name="times">The document's time expressions in text order.</param>
    public static EventTime Of(
        Document document, int trigger, IReadOnlyList<TimeMention> times, DateTimeOffset? publishedAt)
    {
        DateOnly? today = publishedAt is { } published ? DateOnly.FromDateTime(published.DateTime) : null;
        var tense = Tenses.Of(document, trigger);
        var nearest = Nearest(document, trigger, times);
        if (nearest < 0)
        {
            return tense == Tense.Future ? new EventTime(null, today, null, TimeRelation.Future)
                : new EventTime(null, null, today, TimeRelation.Current);
        }
        var (passage, from, to) = Bounded(document, times, nearest, today);
        return new EventTime(passage, from, to, Relation(tense, from, to, today));
    }

    static TimeRelation Relation(Tense tense, DateOnly? from, DateOnly? to, DateOnly? today)
    {
        if (today is not { } now)
            return tense == Tense.Future ? TimeRelation.Future : TimeRelation.Current;
        if (from > now || (tense == Tense.Future && !(to < now)))
            return TimeRelation.Future;
        return to is { } last && last.DayNumber < now.DayNumber - HistoricalAfterDays
            ? TimeRelation.Historical : TimeRelation.Current;
    }

    /// <summary>The days that the expression and the word before it allow: "since", "until", "from … to".</summary>
    static (Passage Passage, DateOnly? From, DateOnly? To) Bounded(
        Document document, IReadOnlyList<TimeMention> times, int index, DateOnly? today)
    {
        var mention = times[index];
        var (passage, from, to) = (mention.Expression.Passage, mention.Expression.From, mention.Expression.To);
        if (index + 1 < times.Count && Joins(document, mention.End, times[index + 1]) && HasDays(times[index + 1])
            && times[index + 1].Expression.To >= from)
        {
            to = times[index + 1].Expression.To;
            passage = passage with { End = times[index + 1].Expression.Passage.End };
            return (passage, from, to);
        }
        if (index > 0 && Joins(document, times[index - 1].End, mention) && HasDays(times[index - 1])
            && times[index - 1].Expression.From <= to)
        {
            from = times[index - 1].Expression.From;
            passage = passage with { Start = times[index - 1].Expression.Passage.Start };
            return (passage, from, to);
        }
        if (mention.First == 0)
            return (passage, from, to);
        var before = document.Form(mention.First - 1);
        return before switch
        {
            _ when Is(before, "since") => (passage, from, today >= from ? today : null),
            _ when Is(before, "until") || Is(before, "till") || Is(before, "by") => (passage, null, to),
            _ when Is(before, "before") => (passage, null, from > DateOnly.MinValue ? from.Value.AddDays(-1) : from),
            _ when Is(before, "after") => (passage, to < DateOnly.MaxValue ? to.Value.AddDays(1) : to, null),
            _ => (passage, from, to),
        };

        static bool Is(ReadOnlySpan<char> form, string word) => form.Equals(word, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>
    /// "From Monday to Friday", "1998–1999", "between March and May": one word or dash between two times.
    /// </summary>
    static bool Joins(Document document, int end, TimeMention next)
    {
        if (next.First != end + 1)
            return false;
        var between = document.Form(end);
        if (between is "–" or "-" or "—" or "to" or "until" or "till" or "through")
            return true;
        return between is "and" && HasBetween(document, end);
    }

    static bool HasBetween(Document document, int token)
    {
        var first = document.Sentence(document.SentenceOf(token)).First;
        for (var at = token - 1; at >= Math.Max(first, token - 8); at--)
        {
            if (document.Form(at).Equals("between", StringComparison.OrdinalIgnoreCase))
                return true;
        }
        return false;
    }

    static bool HasDays(TimeMention mention) =>
        mention.Expression.Type is TimeExpressionType.Date or TimeExpressionType.Time
        && mention.Expression.From is not null && mention.Expression.To is not null;

    /// <summary>
    /// Index of the sentence's expression with the shortest way through the tree; one that belongs to another clause
    /// below, or to a clause beside, counts as far. −1 for none.
    /// </summary>
    static int Nearest(Document document, int trigger, IReadOnlyList<TimeMention> times)
    {
        var sentence = document.SentenceOf(trigger);
        var (first, end) = document.Sentence(sentence);
        var low = 0;
        var high = times.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = times[middle].First < first ? (middle + 1, high) : (low, middle);
        }
        Span<int> above = stackalloc int[Far];
        var height = 0;
        for (var at = trigger; at >= 0 && height < Far; at = document.Heads[at])
            above[height++] = at;
        var (nearest, least) = (-1, int.MaxValue);
        for (; low < times.Count && times[low].First < end; low++)
        {
            if (!HasDays(times[low]) && times[low].Expression.Value is not ("PRESENT_REF"))
                continue;
            var cost = Cost(document, above[..height], Head(document, times[low]));
            if (cost < least)
                (nearest, least) = (low, cost);
        }
        return least < 40 ? nearest : -1;
    }

    static int Cost(Document document, ReadOnlySpan<int> above, int time)
    {
        var cost = 0;
        var at = time;
        for (var climbed = 0; at >= 0 && climbed < Far; climbed++)
        {
            var met = above.IndexOf(at);
            if (met >= 0)
                return cost + Descent(document, above, met);
            cost += at != time && document.Upos[at] == Upos.Verb && document.Deprels[at] is not Deprel.Conj ? 20 : 2;
            at = document.Heads[at];
        }
        return int.MaxValue;
    }

    /// <summary>
    /// From the common head down to the trigger; what a report's own day says is not the day of what it tells.
    /// </summary>
    static int Descent(Document document, ReadOnlySpan<int> above, int met)
    {
        var cost = 0;
        for (var i = 0; i < met; i++)
        {
            cost += document.Deprels[above[i]] switch
            {
                Deprel.Ccomp => 40,
                Deprel.AclRelcl or Deprel.Parataxis => 15,
                Deprel.Advcl or Deprel.Acl or Deprel.Xcomp => 5,
                _ => 1,
            };
        }
        return cost;
    }

    /// <summary>The token of the expression whose head lies outside it.</summary>
    static int Head(Document document, TimeMention mention)
    {
        for (var token = mention.First; token < mention.End; token++)
        {
            var head = document.Heads[token];
            if (head < mention.First || head >= mention.End)
                return token;
        }
        return mention.First;
    }
}
