using Tocsin.Warning.Histories;

namespace Tocsin.Warning.Forecasts;

/// <summary>What a dyad's own past tells: how much of what, who to whom, how long ago, how near to a conflict week.</summary>
sealed class DyadMemory
{
    const int Never = -1000;
    const int DaysKept = 28;
    // Series by week: material conflict as the outcome counts it, its square, conflict weeks, friendly events.
    const int Count = 0, Square = 1, Wars = 2, Friends = 3, ByWeek = 4;
    // Series by day: a burst on Sunday is nearer than one on Monday.
    const int Material = 0, Hostile = 1, Force = 2, ByDay = 3;
    static readonly double[] Days = [2.0 / 7, 6.0 / 7];
    static readonly int[] Peaks = [2, 4, 12, 26, 52];

    readonly DyadWeeks weeks;
    readonly DecayingCounts classes;
    readonly DecayingCounts conflict;
    readonly DecayingCounts daily;
    readonly int[] lastWar, lastConflict, lastEvent, highest, wars;
    readonly int[] days;
    readonly double[][] history;
    int week;

    public DyadMemory(DyadWeeks weeks)
    {
        this.weeks = weeks;
        var dyads = weeks.Dyads.Count;
        classes = new DecayingCounts(dyads * 2 * EventRoots.Classes, FeatureTable.HalfLives);
        conflict = new DecayingCounts(dyads * ByWeek, FeatureTable.HalfLives);
        daily = new DecayingCounts(dyads * ByDay, Days);
        (highest, wars, days) = (new int[dyads], new int[dyads], new int[dyads * DaysKept]);
        (lastWar, lastConflict, lastEvent) = (new int[dyads], new int[dyads], new int[dyads]);
        foreach (var last in new[] { lastWar, lastConflict, lastEvent })
            Array.Fill(last, Never);
        history = Baselines.HistoryColumns(weeks);
    }

    /// <summary>Faded events of one class, in both directions.</summary>
    public double Of(int dyad, EventClass kind, int halfLife) =>
        classes[Series(dyad, true, kind), halfLife] + classes[Series(dyad, false, kind), halfLife];

    /// <summary>Faded material conflict, a day and root counted once.</summary>
    public double Conflict(int dyad, int halfLife) => conflict[dyad * ByWeek + Count, halfLife];

    /// <summary>Faded weeks that reached the threshold.</summary>
    public double ConflictWeeks(int dyad, int halfLife) => conflict[dyad * ByWeek + Wars, halfLife];

    /// <summary>Faded events that are neither conflict nor a request.</summary>
    public double Friendly(int dyad, int halfLife) => conflict[dyad * ByWeek + Friends, halfLife];

    public double Sum(int dyad, int halfLife, Func<EventClass, bool> which)
    {
        var sum = 0.0;
        for (var kind = 0; kind < EventRoots.Classes; kind++)
        {
            if (which((EventClass)kind))
                sum += Of(dyad, (EventClass)kind, halfLife);
        }
        return sum;
    }

    static int Series(int dyad, bool forward, EventClass kind) =>
        (dyad * 2 + (forward ? 1 : 0)) * EventRoots.Classes + (int)kind;

    public void Advance(int now, IReadOnlyList<DyadEvent> events)
    {
        week = now;
        classes.Fade();
        conflict.Fade();
        daily.Fade();
        for (var dyad = 0; dyad < highest.Length; dyad++)
        {
            var kept = days.AsSpan(dyad * DaysKept, DaysKept);
            kept[7..].CopyTo(kept);
            kept[^7..].Clear();
            AddConflict(dyad, weeks.Conflict(dyad)[now]);
        }
        foreach (var one in events)
            Add(one);
    }

    void AddConflict(int dyad, int events)
    {
        if (events == 0)
            return;
        lastConflict[dyad] = week;
        highest[dyad] = Math.Max(highest[dyad], events);
        conflict.Add(dyad * ByWeek + Count, events);
        conflict.Add(dyad * ByWeek + Square, (double)events * events);
        if (events < weeks.Question.Threshold)
            return;
        lastWar[dyad] = week;
        wars[dyad]++;
        conflict.Add(dyad * ByWeek + Wars, 1);
    }

    void Add(DyadEvent one)
    {
        var age = (6 - one.Day) / 7.0;
        lastEvent[one.Dyad] = week;
        classes.Add(Series(one.Dyad, one.Forward, one.Class), 1);
        if (one.Class.IsMaterial())
        {
            daily.Add(one.Dyad * ByDay + Material, 1, age);
            days[one.Dyad * DaysKept + DaysKept - 7 + one.Day]++;
        }
        if (one.Class.IsHostile())
            daily.Add(one.Dyad * ByDay + Hostile, 1, age);
        if (one.Class.IsFriendly() && one.Class != EventClass.Request)
            conflict.Add(one.Dyad * ByWeek + Friends, 1);
        if (one.Class == EventClass.Force)
            daily.Add(one.Dyad * ByDay + Force, 1, age);
    }

    public void Describe(DyadWeek row, int place, FeatureRow features)
    {
        for (var window = 0; window < history.Length; window++)
            features.Add("conflict in", Baselines.HistoryWindows[window], history[window][place]);
        for (var halfLife = 0; halfLife < FeatureTable.HalfLives.Length; halfLife++)
            DescribeFaded(row.Dyad, halfLife, FeatureTable.HalfLives[halfLife], features);
        var counts = weeks.Conflict(row.Dyad)[..(week + 1)];
        foreach (var window in Peaks)
            features.AddCount("highest week in", window, Highest(counts[^window..]));
        features.AddCount("highest week ever", highest[row.Dyad]);
        features.AddCount("conflict weeks ever", wars[row.Dyad]);
        features.AddCount("weeks since a conflict week", Math.Min(520, week - lastWar[row.Dyad]));
        features.AddCount("weeks since material conflict", Math.Min(104, week - lastConflict[row.Dyad]));
        features.AddCount("weeks since any event", Math.Min(52, week - lastEvent[row.Dyad]));
        features.Add("quiet for twelve weeks", row.IsHard ? 1 : 0);
        for (var i = 0; i < Days.Length; i++)
        {
            features.AddCount("material conflict by day", Days[i], daily[row.Dyad * ByDay + Material, i]);
            features.AddCount("hostile words by day", Days[i], daily[row.Dyad * ByDay + Hostile, i]);
            features.AddCount("force by day", Days[i], daily[row.Dyad * ByDay + Force, i]);
        }
        features.AddCount("highest seven days in", DaysKept / 7, HighestSevenDays(row.Dyad));
    }

    void DescribeFaded(int dyad, int halfLife, double at, FeatureRow features)
    {
        features.AddCount("conflict", at, Conflict(dyad, halfLife));
        features.AddCount("squared conflict", at, conflict[dyad * ByWeek + Square, halfLife]);
        features.AddCount("conflict weeks", at, ConflictWeeks(dyad, halfLife));
        double total = 0, intensity = 0;
        Span<double> materialBy = stackalloc double[2], hostileBy = stackalloc double[2];
        materialBy.Clear();
        hostileBy.Clear();
        for (var kind = (EventClass)0; (int)kind < EventRoots.Classes; kind++)
        {
            features.AddCount(kind.ToString(), at, Of(dyad, kind, halfLife));
            for (var side = 0; side < 2; side++)
            {
                var value = classes[Series(dyad, side == 1, kind), halfLife];
                total += value;
                intensity += value * EventRoots.Intensity(kind);
                materialBy[side] += kind.IsMaterial() ? value : 0;
                hostileBy[side] += kind.IsHostile() ? value : 0;
            }
        }
        features.AddCount("all events", at, total);
        features.Add("intensity", at, intensity / (total + 2));
        features.Add("share of hostile words", at, (hostileBy[0] + hostileBy[1]) / (total + 2));
        features.Add("share of material conflict", at, (materialBy[0] + materialBy[1]) / (total + 2));
        features.AddCount("material conflict by both", at, Math.Min(materialBy[0], materialBy[1]));
        features.AddCount("hostile words by both", at, Math.Min(hostileBy[0], hostileBy[1]));
        features.AddCount("conflict of any kind by both", at, Math.Min(materialBy[0] + hostileBy[0], materialBy[1] + hostileBy[1]));
    }

    static int Highest(ReadOnlySpan<int> counts)
    {
        var highest = 0;
        foreach (var count in counts)
            highest = Math.Max(highest, count);
        return highest;
    }

    // Conflict weeks run from Monday to Sunday; these seven days may begin on any day.
    int HighestSevenDays(int dyad)
    {
        var kept = days.AsSpan(dyad * DaysKept, DaysKept);
        var (sum, best) = (0, 0);
        for (var i = 0; i < DaysKept; i++)
        {
            sum += kept[i] - (i >= 7 ? kept[i - 7] : 0);
            best = Math.Max(best, sum);
        }
        return best;
    }
}
