namespace Tocsin.Events;

/// <summary>Where an event lies in time, seen from its story.</summary>
public enum TimeRelation : byte
{
    Current,
    Historical,
    Future,
}

/// <summary>Spelling of <see cref="TimeRelation"/> in data.</summary>
public static class TimeRelations
{
    public static string Code(this TimeRelation relation) => relation switch
    {
        TimeRelation.Current => "current",
        TimeRelation.Historical => "historical",
        TimeRelation.Future => "future",
        _ => throw new ArgumentOutOfRangeException(nameof(relation), relation, "Unknown relation."),
    };
}

/// <summary>
/// When it happened: the words that say so, if any, and the first and last day, both inclusive. A missing
/// <paramref name="From"/> means that there is no earliest day, a missing <paramref name="To"/> no latest.
/// </summary>
public sealed record EventTime(Passage? Passage, DateOnly? From, DateOnly? To, TimeRelation Relation);

/// <summary>A time expression in the text after TimeML's TIMEX3: <paramref name="Value"/> is its normalised form.</summary>
public sealed record TimeExpression(Passage Passage, TimeExpressionType Type, string Value, DateOnly? From, DateOnly? To);

/// <summary>TIMEX3 types.</summary>
public enum TimeExpressionType : byte
{
    Date,
    Time,
    Duration,
    Set,
}
