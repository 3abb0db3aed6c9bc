using Tocsin.Events;
using Tocsin.Language;

namespace Tocsin.Coding;

/// <summary>When an event happens: the time expression nearest to its trigger in the tree, and the tense.</summary>
/// <remarks>
/// Sections W1 to W5 of <c>docs/annotation-times.md</c>: a time counts for the event and not for the report of it, and no
/// time is guessed from the fact that news is fresh.
/// </remarks>
public static class EventTimes
{
    const int Far = 64;
    const int HistoricalAfterDays = 31;

    /// <summary>What lies beyond belongs to another act.</summary>
    const int Apart = 40;

    /// <summary>
    /// The event's time; without days where the sentence gives it none. A time more than a month before publication is
    /// historical.
    /// </summary>
    /// <param name="times">The document's time expressions and named happenings in text order.</param>
    public static EventTime Of(
        Document document, int trigger, IReadOnlyList<TimeMention> times, DateTimeOffset? publishedAt)
    {
        DateOnly? today = publishedAt is { } published ? DateOnly.FromDateTime(published.DateTime) : null;
        var tense = Tenses.Of(document, trigger);
        var nearest = Nearest(document, trigger, times, tense, today);
        if (nearest < 0)
            return new EventTime(null, null, null, tense == Tense.Future ? TimeRelation.Future : TimeRelation.Current);
        var (passage, from, to) = Bounded(document, times, nearest, tense, today);
        if (tense != Tense.Future && from <= today && to > today)
            to = today;
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
        Document document, IReadOnlyList<TimeMention> times, int index, Tense tense, DateOnly? today)
    {
        var mention = times[index];
        var (passage, from, to) = (mention.Expression.Passage, mention.Expression.From, mention.Expression.To);
        if (index + 1 < times.Count && Joins(document, mention, times[index + 1]) && HasDays(times[index + 1])
            && times[index + 1].Expression.To >= from)
        {
            to = times[index + 1].Expression.To;
            passage = passage with { End = times[index + 1].Expression.Passage.End };
            return (passage, from, to);
        }
        if (index > 0 && Joins(document, times[index - 1], mention) && HasDays(times[index - 1])
            && times[index - 1].Expression.From <= to)
        {
            from = times[index - 1].Expression.From;
            passage = passage with { Start = times[index - 1].Expression.Passage.Start };
            return (passage, from, to);
        }
        return Before(document, mention.First) switch
        {
            // "Before dawn on Wednesday" is Wednesday still.
            "before" or "after" when mention.Expression.Type == TimeExpressionType.Time => (passage, from, to),
            "since" => (passage, from, today >= from ? today : null),
            "from" or "starting" or "beginning" => (passage, from, tense != Tense.Future && from <= today ? today : null),
            "until" or "till" or "by" => (passage, null, to),
            "before" => (passage, null, from > DateOnly.MinValue ? from.Value.AddDays(-1) : from),
            "after" => (passage, to < DateOnly.MaxValue ? to.Value.AddDays(1) : to, tense != Tense.Future && to < today ? today : null),
            _ => (passage, from, to),
        };
    }

    /// <summary>The preposition before an expression and its article.</summary>
    static string Before(Document document, int first)
    {
        var at = first - 1;
        if (at > 0 && document.Upos[at] == Upos.Det)
            at--;
        return at < 0 ? "" : document.Form(at).ToString().ToLowerInvariant();
    }

    /// <summary>
    /// "From Monday to Friday", "1998–1999", "between March and May", "Saturday and Sunday": one word or dash between two
    /// times.
    /// </summary>
    static bool Joins(Document document, TimeMention one, TimeMention next)
    {
        if (next.First != one.End + 1)
            return false;
        var between = document.Form(one.End);
        if (between is "–" or "-" or "—" or "to" or "until" or "till" or "through")
            return true;
        return between is "and" && (HasBetween(document, one.End)
            || (one.Expression.To is { } last && next.Expression.From is { } first && first.DayNumber - last.DayNumber is 0 or 1));
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
        mention.Expression.From is not null && mention.Expression.To is not null;

    /// <summary>
    /// Index of the sentence's expression with the shortest way through the tree; one that belongs to another act counts
    /// as far, as does one that the tense excludes. −1 for none.
    /// </summary>
    static int Nearest(Document document, int trigger, IReadOnlyList<TimeMention> times, Tense tense, DateOnly? today)
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
            if (!HasDays(times[low]) || times[low].Expression.Value == "PRESENT_REF"
                || (tense is Tense.Past or Tense.Pluperfect && times[low].Expression.From > today)
                || (tense == Tense.Future && times[low].Expression.To < today))
                continue;
            var cost = Cost(document, above[..height], Head(document, times[low]), times[low]);
            if (cost < least)
                (nearest, least) = (low, cost);
        }
        return least < Apart ? nearest : -1;
    }

    static int Cost(Document document, ReadOnlySpan<int> above, int time, TimeMention mention)
    {
        var cost = 0;
        var at = time;
        for (var climbed = 0; at >= 0 && climbed < Far; climbed++)
        {
            var met = above.IndexOf(at);
            if (met >= 0)
                return cost + Descent(document, above, met, mention);
            // The time of a clause below, or of a second act, is not this act's.
            if (at != time && IsAct(document, at))
                cost += document.Deprels[at] is Deprel.Conj or Deprel.Parataxis ? Apart : 20;
            else
                cost += 2;
            at = document.Heads[at];
        }
        return int.MaxValue;
    }

    static bool IsAct(Document document, int token) => document.Upos[token] == Upos.Verb;

    /// <summary>
    /// From the common head down to the trigger; what a report's own day says is not the day of what it tells.
    /// </summary>
    static int Descent(Document document, ReadOnlySpan<int> above, int met, TimeMention mention)
    {
        var cost = 0;
        for (var i = 0; i < met; i++)
        {
            cost += document.Deprels[above[i]] switch
            {
                Deprel.Ccomp or Deprel.Parataxis => Apart,
                Deprel.AclRelcl => 15,
                Deprel.Advcl => HasMark(document, above[i]) ? Apart : 3,
                Deprel.Conj => IsAct(document, above[i]) && IsOtherAct(document, above[i], mention) ? Apart : 1,
                Deprel.Acl or Deprel.Xcomp => 5,
                _ => 1,
            };
        }
        return cost;
    }

    /// <summary>"After a missile had fallen": the clause tells another act than the main one.</summary>
    static bool HasMark(Document document, int verb)
    {
        for (var at = verb - 1; at >= 0 && at > verb - 12; at--)
        {
            if (document.Heads[at] == verb && document.Deprels[at] is Deprel.Mark)
                return document.Lemma(at) is "after" or "before" or "because" or "since" or "although" or "while" or "until" or "if";
        }
        return false;
    }

    /// <summary>
    /// A second act that has a subject of its own, or stands before the time: "Police arrested ten and will charge them
    /// on Monday".
    /// </summary>
    static bool IsOtherAct(Document document, int verb, TimeMention mention)
    {
        if (mention.First > verb)
            return true;
        for (var at = verb - 1; at > mention.First && at > verb - 20; at--)
        {
            if (document.Heads[at] == verb && document.Deprels[at] is Deprel.Nsubj or Deprel.NsubjPass)
                return true;
        }
        return false;
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
