namespace Tocsin.Warning.Forecasts;

/// <summary>Those who deal with both actors of a dyad: friends of one that fight the other, common enemies, go-betweens.</summary>
sealed class ThirdParties
{
    // The shortest half-life is left out: what others do needs longer to reach a dyad.
    const int FirstHalfLife = 1;

    readonly DyadWeeks weeks;
    // By actor: partners in ordinal order, so that sums are taken in one order whoever else the history knows.
    readonly List<(int Other, int Dyad)>[] partners;

    public ThirdParties(DyadWeeks weeks, int actorCount)
    {
        this.weeks = weeks;
        partners = new List<(int, int)>[actorCount];
        for (var actor = 0; actor < actorCount; actor++)
            partners[actor] = [];
        for (var dyad = 0; dyad < weeks.Dyads.Count; dyad++)
        {
            var (first, second, _) = weeks.Dyads[dyad];
            partners[first].Add((second, dyad));
            partners[second].Add((first, dyad));
        }
        foreach (var list in partners)
            list.Sort();
    }

    public void Describe(DyadWeek row, DyadMemory own, FeatureRow features)
    {
        var count = FeatureTable.HalfLives.Length;
        Span<double> sides = stackalloc double[count], enemies = stackalloc double[count], friends = stackalloc double[count];
        sides.Clear();
        enemies.Clear();
        friends.Clear();
        var (one, other) = (partners[weeks.Dyads[row.Dyad].First], partners[weeks.Dyads[row.Dyad].Second]);
        for (int i = 0, j = 0; i < one.Count && j < other.Count;)
        {
            if (one[i].Other != other[j].Other)
            {
                _ = one[i].Other < other[j].Other ? i++ : j++;
                continue;
            }
            var (first, second) = (one[i++].Dyad, other[j++].Dyad);
            for (var halfLife = FirstHalfLife; halfLife < count; halfLife++)
            {
                var (fightsFirst, fightsSecond) = (own.Conflict(first, halfLife), own.Conflict(second, halfLife));
                var (withFirst, withSecond) = (own.Friendly(first, halfLife), own.Friendly(second, halfLife));
                sides[halfLife] += Math.Sqrt(fightsFirst * withSecond) + Math.Sqrt(fightsSecond * withFirst);
                enemies[halfLife] += Math.Sqrt(fightsFirst * fightsSecond);
                friends[halfLife] += Math.Sqrt(withFirst * withSecond);
            }
        }
        for (var halfLife = FirstHalfLife; halfLife < count; halfLife++)
        {
            var at = FeatureTable.HalfLives[halfLife];
            features.AddCount("third parties that take sides", at, sides[halfLife]);
            features.AddCount("common enemies", at, enemies[halfLife]);
            features.AddCount("common friends", at, friends[halfLife]);
        }
    }
}
