namespace Tocsin.Warning;

/// <summary>What the intake log tells of one outlet on one day.</summary>
/// <param name="CodedStories">Stories in a language that is coded; only these count as looked at.</param>
public sealed record CoverageDay(DateOnly Day, string? Outlet, int Stories, int CodedStories);

/// <summary>A coded story that names a watched actor or place, whether or not an event was coded in it.</summary>
public sealed record WatchedStory(string StoryId, DateOnly Day);

/// <summary>What was read when, from whom: without it an absence means nothing.</summary>
public sealed class Coverage
{
    readonly Dictionary<DateOnly, List<CoverageDay>> byDay = [];

    /// <param name="days">Rows of the intake log as it stood on the day asked about.</param>
    /// <param name="watched">Stories found to name what is watched, beside those with coded events.</param>
    public Coverage(IReadOnlyList<CoverageDay> days, IReadOnlyList<WatchedStory>? watched = null)
    {
        Watched = watched ?? [];
        foreach (var day in days)
        {
            if (!byDay.TryGetValue(day.Day, out var rows))
                byDay[day.Day] = rows = [];
            rows.Add(day);
        }
    }

    /// <summary>Nothing was read.</summary>
    public static Coverage None { get; } = new([]);

    public IReadOnlyList<WatchedStory> Watched { get; }

    /// <summary>Stories read from the first to the last day, both included.</summary>
    public int Stories(DateOnly from, DateOnly to) => Sum(from, to, row => row.Stories);

    /// <summary>Of them the stories in a language that is coded.</summary>
    public int CodedStories(DateOnly from, DateOnly to) => Sum(from, to, row => row.CodedStories);

    /// <summary>How many outlets had a coded story.</summary>
    public int Outlets(DateOnly from, DateOnly to) => Between(from, to)
        .Where(row => row.CodedStories > 0).Select(row => row.Outlet).Distinct(StringComparer.Ordinal).Count();

    int Sum(DateOnly from, DateOnly to, Func<CoverageDay, int> count)
    {
        var sum = 0;
        foreach (var row in Between(from, to))
            sum += count(row);
        return sum;
    }

    IEnumerable<CoverageDay> Between(DateOnly from, DateOnly to) =>
        byDay.Where(day => from <= day.Key && day.Key <= to).SelectMany(day => day.Value);
}

/// <summary>How much was looked at for one sign, from the first to the last day, both included.</summary>
/// <param name="Stories">Coded stories that name what the sign is about.</param>
/// <param name="Needed">How many of them count as having looked.</param>
/// <param name="CodedStories">All coded stories of the days.</param>
/// <param name="Outlets">Outlets with a coded story in the days.</param>
public sealed record Looked(DateOnly From, DateOnly To, int Stories, int Needed, int CodedStories, int Outlets)
{
    public bool Enough => Stories >= Needed;
}
