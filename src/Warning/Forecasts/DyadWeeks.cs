using Tocsin.Warning.Histories;

namespace Tocsin.Warning.Forecasts;

/// <summary>
/// The rows of a backtest, by the public definitions (<c>docs/backtest.md</c>): weeks from Monday to Sunday, events of one
/// dyad, root and day counted once, only dyads that were active in the year before.
/// </summary>
public sealed class DyadWeeks
{
    /// <summary>Weeks that activity looks back, and the first week with a forecast.</summary>
    public const int ActivityWeeks = 52;

    /// <summary>Events of any kind in those weeks that make a dyad active.</summary>
    public const int ActivityEvents = 13;

    /// <summary>Weeks without a conflict week that make a row hard.</summary>
    public const int QuietWeeks = 12;

    readonly int[][] conflict;

    DyadWeeks(BacktestQuestion question, DateOnly monday, int weeks, UndirectedDyad[] dyads, int[][] conflict, DyadWeek[] rows)
    {
        Question = question;
        Monday = monday;
        Weeks = weeks;
        Dyads = dyads;
        this.conflict = conflict;
        Rows = rows;
        FirstTestWeek = ActivityWeeks + (int)(question.Train * (weeks - ActivityWeeks - question.Horizon));
        Training = [.. Enumerable.Range(0, rows.Length).Where(row => rows[row].Week + question.Horizon < FirstTestWeek)];
        Test = [.. Enumerable.Range(0, rows.Length).Where(row => rows[row].Week >= FirstTestWeek)];
    }

    public BacktestQuestion Question { get; }

    /// <summary>First day of week 0.</summary>
    public DateOnly Monday { get; }

    /// <summary>Whole weeks up to the last event.</summary>
    public int Weeks { get; }

    /// <summary>All pairs with an event in the whole weeks, in ordinal order of their names.</summary>
    public IReadOnlyList<UndirectedDyad> Dyads { get; }

    /// <summary>By dyad, then week.</summary>
    public IReadOnlyList<DyadWeek> Rows { get; }

    public int FirstTestWeek { get; }

    /// <summary>Rows whose outcomes end before the first test week; whatever is fitted uses these only.</summary>
    public IReadOnlyList<int> Training { get; }

    /// <summary>Rows from the first test week on. Between the two lie rows whose outcome reaches into the test weeks.</summary>
    public IReadOnlyList<int> Test { get; }

    public DateOnly MondayOf(int week) => Monday.AddDays(7 * week);

    /// <summary>The week that a day number lies in; null outside the whole weeks.</summary>
    public int? WeekOf(int day) => WeekOf(day, Monday, Weeks);

    static int? WeekOf(int day, DateOnly monday, int weeks) =>
        day >= monday.DayNumber && (day - monday.DayNumber) / 7 < weeks ? (day - monday.DayNumber) / 7 : null;

    /// <summary>Material-conflict events of a dyad, week by week.</summary>
    public ReadOnlySpan<int> Conflict(int dyad) => conflict[dyad];

    /// <exception cref="HistoryException">The history is too short for the question.</exception>
    public static DyadWeeks Of(EventHistory history, BacktestQuestion question)
    {
        var first = history.First;
        var monday = first.AddDays((8 - (int)first.DayOfWeek) % 7);
        var weeks = (history.Last.DayNumber - monday.DayNumber + 1) / 7;
        if (weeks - ActivityWeeks - question.Horizon < 2)
        {
            throw new HistoryException(0, $"{Math.Max(0, weeks)} whole weeks are too few: "
                + $"{ActivityWeeks} go before the first forecast and {question.Horizon} after the last");
        }
        var (dyads, events) = Count(history, monday, weeks);
        var conflict = new int[dyads.Length][];
        var (every, nothing) = (new int[weeks], new int[weeks]);
        var rows = new List<DyadWeek>();
        for (var dyad = 0; dyad < dyads.Length; dyad++)
        {
            Array.Clear(every);
            conflict[dyad] = events[dyad].Any(one => one.IsConflict) ? new int[weeks] : nothing;
            foreach (var (week, isConflict) in events[dyad])
            {
                every[week]++;
                if (isConflict)
                    conflict[dyad][week]++;
            }
            AddRows(rows, dyad, every, conflict[dyad], question);
        }
        var made = new DyadWeeks(question, monday, weeks, dyads, conflict, [.. rows]);
        if (made.Training.Count == 0)
            throw new HistoryException(0, "the training part is empty: no dyad is active before the first test week");
        if (made.Test.Count == 0)
            throw new HistoryException(0, "the test part is empty: no dyad is active after the first test week");
        return made;
    }

    // Every dyad of the history has its place, however small: a choice by size would know the future.
    static (UndirectedDyad[] Dyads, List<(int Week, bool IsConflict)>[] Events) Count(EventHistory history, DateOnly monday, int weeks)
    {
        var counted = new Dictionary<(int, int), List<(int, bool)>>();
        var today = new HashSet<(int, int, int)>();
        var lastDay = 0;
        foreach (var (day, actor, recipient, root) in history.Events)
        {
            if (day != lastDay)
                today.Clear();
            lastDay = day;
            var pair = actor < recipient ? (actor, recipient) : (recipient, actor);
            if (WeekOf(day, monday, weeks) is not { } week || !today.Add((pair.Item1, pair.Item2, root)))
                continue;
            if (!counted.TryGetValue(pair, out var events))
                counted.Add(pair, events = []);
            events.Add((week, EventRoots.IsMaterialConflict(history.System, root)));
        }
        var dyads = counted.Keys.Select(pair => new UndirectedDyad(
                pair.Item1, pair.Item2, history.Actors[pair.Item1] + "-" + history.Actors[pair.Item2]))
            .OrderBy(dyad => dyad.Name, StringComparer.Ordinal).ToArray();
        return (dyads, [.. dyads.Select(dyad => counted[(dyad.First, dyad.Second)])]);
    }

    static void AddRows(List<DyadWeek> rows, int dyad, int[] every, int[] conflict, BacktestQuestion question)
    {
        var active = every.Take(ActivityWeeks).Sum();
        for (var week = ActivityWeeks; week < every.Length - question.Horizon; week++)
        {
            active += every[week] - every[week - ActivityWeeks];
            if (active < ActivityEvents)
                continue;
            var quiet = !HasConflictWeek(conflict, week - QuietWeeks + 1, week, question.Threshold);
            var outcome = HasConflictWeek(conflict, week + 1, week + question.Horizon, question.Threshold);
            rows.Add(new DyadWeek(week, dyad, quiet, outcome));
        }
    }

    static bool HasConflictWeek(int[] conflict, int from, int to, int threshold) =>
        conflict.AsSpan(from, to - from + 1).IndexOfAnyInRange(threshold, int.MaxValue) >= 0;
}
