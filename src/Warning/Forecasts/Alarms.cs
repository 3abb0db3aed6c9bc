namespace Tocsin.Warning.Forecasts;

/// <summary>
/// Rings where a forecast crosses a threshold after twelve weeks below it; weeks without a forecast count as below.
/// </summary>
sealed class Alarms
{
    public const int WeeksPerYear = 52;

    const int WeeksBelow = 12;
    const int ThresholdsTried = 300;

    readonly DyadWeeks weeks;
    readonly int horizon;
    readonly int[] dyads;
    readonly Dictionary<(int Dyad, int Week), int> places = [];

    public Alarms(DyadWeeks weeks)
    {
        this.weeks = weeks;
        horizon = weeks.Question.Horizon;
        for (var place = 0; place < weeks.Rows.Count; place++)
            places.Add((weeks.Rows[place].Dyad, weeks.Rows[place].Week), place);
        dyads = [.. weeks.Rows.Select(row => row.Dyad).Distinct()];
    }

    public AlarmFigures Measure(double[] chances, double budget)
    {
        var threshold = Threshold(chances, budget);
        var rung = Ring(chances, threshold, weeks.FirstTestWeek, weeks.Weeks);
        var onsets = Onsets(chances, rung, weeks.FirstTestWeek, weeks.Weeks);
        var present = weeks.Test.Select(row => weeks.Rows[row].Dyad).Distinct().Order().ToArray();
        var (recalls, precisions, leads) = (new List<double>(), new List<double>(), new List<double>());
        foreach (var weights in Resampling.Draw(present, weeks.Dyads.Count))
        {
            Keep(recalls, Recall(onsets, weights));
            Keep(precisions, Precision(rung, weights));
            Keep(leads, MedianLead(onsets, weights));
        }
        var ones = new int[weeks.Dyads.Count];
        Array.Fill(ones, 1);
        return new AlarmFigures(
            threshold, rung.Count, rung.Count * (double)WeeksPerYear / weeks.Test.Count, onsets.Count,
            onsets.Count(one => one.Onset.Alarm is not null),
            Measures.Between(Recall(onsets, ones), recalls), Measures.Between(Precision(rung, ones), precisions),
            Measures.Between(MedianLead(onsets, ones), leads), Chance(rung, onsets),
            [.. onsets.Select(one => one.Onset).Where(onset => onset.Alarm is not null)],
            [.. onsets.Select(one => one.Onset).Where(onset => onset.Alarm is null)],
            [.. rung.Where(row => !weeks.Rows[row].Outcome).Select(row => new FalseAlarm(
                weeks.Dyads[weeks.Rows[row].Dyad].Name, weeks.MondayOf(weeks.Rows[row].Week), chances[row]))]);
    }

    /// <summary>
    /// Of the thresholds that keep the budget on the training rows the one that warns of most onsets there; of equal ones
    /// the highest. A low threshold can keep the budget too: a forecast that is always above never crosses.
    /// </summary>
    double Threshold(double[] chances, double budget)
    {
        var known = weeks.Training.Select(row => chances[row]).OrderDescending().ToArray();
        var lastWeek = weeks.Training.Max(row => weeks.Rows[row].Week);
        var (threshold, most) = (1.0, -1);
        // Alarms stand among the highest forecasts: the steps are fine there and widen below.
        foreach (var next in Enumerable.Range(1, ThresholdsTried)
            .Select(i => known[(int)((known.Length - 1) * Math.Pow(i / (double)ThresholdsTried, 3))]).Distinct())
        {
            var rung = Ring(chances, next, 0, lastWeek);
            if (rung.Count * (double)WeeksPerYear > budget * known.Length)
                continue;
            var warned = Onsets(chances, rung, 0, lastWeek).Count(one => one.Onset.Alarm is not null);
            if (warned > most)
                (threshold, most) = (next, warned);
        }
        return threshold;
    }

    // Rows stand by dyad, then week.
    List<int> Ring(double[] chances, double threshold, int firstWeek, int lastWeek)
    {
        var rung = new List<int>();
        var (dyad, lastAbove) = (-1, 0);
        for (var place = 0; place < chances.Length; place++)
        {
            var row = weeks.Rows[place];
            if (row.Dyad != dyad)
                (dyad, lastAbove) = (row.Dyad, -WeeksBelow - 1);
            if (chances[place] < threshold)
                continue;
            if (row.Week - lastAbove > WeeksBelow && row.Week >= firstWeek && row.Week <= lastWeek)
                rung.Add(place);
            lastAbove = row.Week;
        }
        return rung;
    }

    // An onset counts where a row of these weeks could have warned of it.
    List<(int Dyad, int Rows, Onset Onset)> Onsets(double[] chances, List<int> rung, int firstWeek, int lastWeek)
    {
        var rings = rung.ToHashSet();
        var onsets = new List<(int, int, Onset)>();
        foreach (var dyad in dyads)
        {
            var last = -DyadWeeks.QuietWeeks - 1;
            for (var week = 0; week < weeks.Weeks; week++)
            {
                if (weeks.Conflict(dyad)[week] < weeks.Question.Threshold)
                    continue;
                var isOnset = week - last > DyadWeeks.QuietWeeks;
                last = week;
                var before = isOnset ? RowsBefore(dyad, week, firstWeek, lastWeek) : [];
                if (before.Count == 0)
                    continue;
                var alarm = before.Where(rings.Contains).Select(row => (int?)weeks.Rows[row].Week).FirstOrDefault();
                onsets.Add((dyad, before.Count, new Onset(
                    weeks.Dyads[dyad].Name, weeks.MondayOf(week), alarm is { } at ? weeks.MondayOf(at) : null, week - alarm,
                    before.Max(row => chances[row]))));
            }
        }
        return onsets;
    }

    List<int> RowsBefore(int dyad, int week, int firstWeek, int lastWeek)
    {
        var rows = new List<int>();
        for (var before = Math.Max(firstWeek, week - horizon); before < week && before <= lastWeek; before++)
        {
            if (places.TryGetValue((dyad, before), out var place))
                rows.Add(place);
        }
        return rows;
    }

    static double? Recall(List<(int Dyad, int Rows, Onset Onset)> onsets, int[] weights)
    {
        var all = onsets.Sum(one => weights[one.Dyad]);
        return all == 0 ? null : onsets.Where(one => one.Onset.Alarm is not null).Sum(one => weights[one.Dyad]) / (double)all;
    }

    double? Precision(List<int> rung, int[] weights)
    {
        var all = rung.Sum(row => weights[weeks.Rows[row].Dyad]);
        return all == 0 ? null : rung.Where(row => weeks.Rows[row].Outcome).Sum(row => weights[weeks.Rows[row].Dyad]) / (double)all;
    }

    static double? MedianLead(List<(int Dyad, int Rows, Onset Onset)> onsets, int[] weights)
    {
        var leads = onsets.Where(one => one.Onset.LeadWeeks is not null)
            .SelectMany(one => Enumerable.Repeat((double)one.Onset.LeadWeeks!.Value, weights[one.Dyad])).Order().ToArray();
        return leads.Length == 0 ? null : (leads[(leads.Length - 1) / 2] + leads[leads.Length / 2]) / 2;
    }

    ChanceAlarms Chance(List<int> rung, List<(int Dyad, int Rows, Onset Onset)> onsets)
    {
        var rowsOf = weeks.Test.GroupBy(row => weeks.Rows[row].Dyad).ToDictionary(group => group.Key, group => group.Count());
        var rungOf = rung.GroupBy(row => weeks.Rows[row].Dyad).ToDictionary(group => group.Key, group => group.Count());
        var anywhere = rung.Count / (double)weeks.Test.Count;
        return new ChanceAlarms(
            Mean(one => anywhere, onsets),
            Mean(one => Math.Min(1, rungOf.GetValueOrDefault(one.Dyad) / (double)rowsOf[one.Dyad]), onsets),
            weeks.Test.Count(row => weeks.Rows[row].Outcome) / (double)weeks.Test.Count, (horizon + 1) / 2.0);

        static double Mean(Func<(int Dyad, int Rows, Onset), double> rate, List<(int Dyad, int Rows, Onset)> onsets) =>
            onsets.Count == 0 ? 0 : onsets.Average(one => 1 - Math.Pow(1 - rate(one), one.Rows));
    }

    static void Keep(List<double> values, double? value)
    {
        if (value is { } known)
            values.Add(known);
    }
}
