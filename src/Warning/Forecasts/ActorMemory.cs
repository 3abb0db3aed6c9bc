using Tocsin.Warning.Histories;

namespace Tocsin.Warning.Forecasts;

/// <summary>What the two actors do with everybody else and at home, and what goes on among all actors.</summary>
sealed class ActorMemory
{
    const int Material = 0, Hostile = 1, Every = 2, Wars = 3, AtHome = 4, SeriesPerActor = 5;
    const int EveryoneSeries = 4;

    readonly DyadWeeks weeks;
    readonly DecayingCounts actors;
    readonly DecayingCounts everyone;
    int week;

    public ActorMemory(DyadWeeks weeks, int actorCount)
    {
        this.weeks = weeks;
        actors = new DecayingCounts(actorCount * SeriesPerActor, FeatureTable.HalfLives);
        everyone = new DecayingCounts(EveryoneSeries, FeatureTable.HalfLives);
    }

    public void Advance(int now, IReadOnlyList<DyadEvent> events, IReadOnlyList<DomesticEvent> domestic)
    {
        week = now;
        actors.Fade();
        everyone.Fade();
        foreach (var one in events)
        {
            Add(one.Dyad, Every);
            if (one.Class.IsMaterial())
                Add(one.Dyad, Material);
            if (one.Class.IsHostile())
                Add(one.Dyad, Hostile);
        }
        for (var dyad = 0; dyad < weeks.Dyads.Count; dyad++)
        {
            if (weeks.Conflict(dyad)[now] >= weeks.Question.Threshold)
                Add(dyad, Wars);
        }
        foreach (var one in domestic.Where(one => one.Class.IsMaterial() || one.Class.IsHostile()))
            actors.Add(one.Actor * SeriesPerActor + AtHome, 1);
    }

    void Add(int dyad, int series)
    {
        actors.Add(weeks.Dyads[dyad].First * SeriesPerActor + series, 1);
        actors.Add(weeks.Dyads[dyad].Second * SeriesPerActor + series, 1);
        everyone.Add(series, 1);
    }

    public void Describe(DyadWeek row, DyadMemory own, FeatureRow features)
    {
        for (var halfLife = 0; halfLife < FeatureTable.HalfLives.Length; halfLife++)
            Describe(row.Dyad, halfLife, FeatureTable.HalfLives[halfLife], own, features);
        var season = 2 * Math.PI * weeks.MondayOf(week).DayOfYear / 365.25;
        features.Add(FeatureTable.Optional + "season, sine", Math.Sin(season));
        features.Add(FeatureTable.Optional + "season, cosine", Math.Cos(season));
    }

    void Describe(int dyad, int halfLife, double at, DyadMemory own, FeatureRow features)
    {
        ReadOnlySpan<double> mine =
        [
            own.Sum(dyad, halfLife, kind => kind.IsMaterial()), own.Sum(dyad, halfLife, kind => kind.IsHostile()),
            own.Sum(dyad, halfLife, _ => true), own.ConflictWeeks(dyad, halfLife),
        ];
        ReadOnlySpan<string> names = ["material conflict", "hostile words", "all events", "conflict weeks"];
        var (first, second) = (weeks.Dyads[dyad].First * SeriesPerActor, weeks.Dyads[dyad].Second * SeriesPerActor);
        for (var series = 0; series < mine.Length; series++)
        {
            var (one, other) = (actors[first + series, halfLife] - mine[series], actors[second + series, halfLife] - mine[series]);
            features.AddCount(names[series] + " of either with others", at, Math.Max(one, other));
            features.AddCount(names[series] + " of both with others", at, Math.Min(one, other));
            features.AddCount(names[series] + " of everyone else", at, everyone[series, halfLife] - mine[series]);
        }
        var busy = Math.Min(actors[first + Every, halfLife], actors[second + Every, halfLife]);
        features.Add("share of the actors' events", at, mine[Every] / (busy + 2));
        features.AddCount(FeatureTable.Optional + "conflict at home of either", at,
            Math.Max(actors[first + AtHome, halfLife], actors[second + AtHome, halfLife]));
        features.AddCount(FeatureTable.Optional + "conflict at home of both", at,
            Math.Min(actors[first + AtHome, halfLife], actors[second + AtHome, halfLife]));
    }
}
