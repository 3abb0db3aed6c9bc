using System.Globalization;
using System.Net;
using Tocsin.Warning.Forecasts;

namespace Tocsin.Desk;

/// <summary>report.html: the figures of a backtest as one page that stands by itself, without script.</summary>
static class BacktestPage
{
    const int LongestList = 60;
    const int CurvePoints = 150;

    public static void Write(TextWriter page, BacktestReport report, BacktestForecasts forecasts)
    {
        var (question, events) = (report.Question, report.Events);
        page.WriteLine("<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">");
        page.WriteLine($"<title>Backtest of {Text(events.File)}</title><style>{Style}</style></head><body><main>");
        page.WriteLine($"<h1>Backtest of {Text(events.File)}</h1>");
        page.WriteLine($"<p>Question: will this dyad see a week with at least {question.Threshold} material-conflict events within {question.Horizon} weeks? "
            + $"{Number(events.RowsTaken)} rows ({Text(events.CodeSystem)}), {Day(events.First)} to {Day(events.Last)}, {Number(events.RowsRefused)} refused. "
            + $"Learnt from {Number(events.TrainingRows)} forecasts before {Day(events.FirstTestWeek)}, measured on the {Number(events.TestRows)} from then on.</p>");
        page.WriteLine("<p class=\"legend\"><span class=\"key model\"></span>model <span class=\"key history\"></span>history only "
            + "<span class=\"key persistence\"></span>persistence <span class=\"key even\"></span>chance</p>");
        Subset(page, "After a quiet spell", "Hard rows: no conflict week in the last twelve weeks.", report.Hard, forecasts, row => row.IsHard);
        Subset(page, "All forecasts", "Most of these ask whether a conflict that is under way goes on.", report.All, forecasts, _ => true);
        AlarmTables(page, report.Alarms, question.Horizon);
        page.WriteLine("<h2>How the model was chosen</h2><p>By rolling origin inside the training weeks; the mean log loss there, lower is better.</p>");
        Table(page, ["Ridge", "Season and home", "Weight of trees", "Log loss", "Log loss, hard", ""], report.Model.Tried.Select(trial => new[]
        {
            Figure(trial.Ridge), trial.UsesOptional ? "yes" : "no", Figure(trial.TreeWeight), Long(trial.LogLoss), Long(trial.HardLogLoss),
            trial.IsChosen ? "chosen" : "",
        }));
        page.WriteLine($"<details><summary>{report.Model.Features.Count} features</summary><p>{Text(string.Join(" · ", report.Model.Features))}</p></details>");
        page.WriteLine("</main></body></html>");
    }

    static void Subset(TextWriter page, string title, string note, SubsetReport subset, BacktestForecasts forecasts, Func<DyadWeek, bool> belongs)
    {
        page.WriteLine($"<h2>{title}</h2><p>{note} {Number(subset.Rows)} forecasts of {subset.Dyads} dyads; {subset.Positives} came true, in {subset.PositiveDyads} dyads. "
            + "Brackets: 95 % interval, whole dyads resampled.</p>");
        var chance = subset.Chance;
        Table(page, ["", "AUC", "Average precision", "Brier skill", "Calibration error"],
        [
            Row("model", subset.Model), Row("history only", subset.History), Row("persistence", subset.Persistence),
            ["chance", Figure(chance.Auc), Figure(chance.AveragePrecision), Figure(chance.BrierSkill), ""],
            ["model − history", "", Interval(subset.AveragePrecisionGain), Interval(subset.BrierSkillGain), ""],
        ]);
        page.WriteLine("<div class=\"charts\">");
        var places = forecasts.Weeks.Test.Where(row => belongs(forecasts.Weeks.Rows[row])).ToArray();
        page.WriteLine(Figure("Precision and recall", Chart.Lines(title + ": precision and recall", "recall", "precision",
        [
            Curve("persistence", forecasts.Persistence), Curve("history", forecasts.History), Curve("model", forecasts.Model),
            new ChartLine("chance", "even", [(0, chance.AveragePrecision), (1, chance.AveragePrecision)]),
        ])));
        page.WriteLine(Figure("Reliability, forecasts of 2 % and more", Chart.Lines(title + ": reliability", "chance that was given", "share that came true",
        [
            new ChartLine("as said", "even", [(0, 0), (1, 1)]), Bins("persistence", subset.Persistence.Reliability),
            Bins("history", subset.History.Reliability), Bins("model", subset.Model.Reliability),
        ])));
        page.WriteLine("</div>");
        if (subset.LeaveOneDyadOut.Count > 0)
        {
            page.WriteLine("<details><summary>The gain without one dyad</summary>");
            Table(page, ["Without", "Came true", "Average precision, gain", "Brier skill, gain"], subset.LeaveOneDyadOut.Select(one =>
                new[] { Text(one.Dyad), Number(one.Positives), Figure(one.AveragePrecisionGain), Figure(one.BrierSkillGain) }));
            page.WriteLine("</details>");
        }

        ChartLine Curve(string name, double[] chances) => new(name, name, PrecisionRecall(
            [.. places.Select(row => (chances[row], forecasts.Weeks.Rows[row].Outcome))]));
    }

    static string[] Row(string name, ForecastFigures figures) =>
        [name, Interval(figures.Auc), Interval(figures.AveragePrecision), Interval(figures.BrierSkill), Interval(figures.Reliability.Error)];

    static ChartLine Bins(string name, Reliability reliability) =>
        new(name, name, [.. reliability.Bins.Select(bin => (bin.MeanChance, bin.Rate))], HasDots: true);

    static List<(double, double)> PrecisionRecall((double Chance, bool Outcome)[] rows)
    {
        var positives = rows.Count(row => row.Outcome);
        var points = new List<(double, double)>();
        var (seen, hits, shown) = (0, 0, -1);
        foreach (var tie in rows.GroupBy(row => row.Chance).OrderByDescending(tie => tie.Key))
        {
            (seen, hits) = (seen + tie.Count(), hits + tie.Count(row => row.Outcome));
            var step = positives == 0 ? 0 : hits * CurvePoints / positives;
            if (hits == 0 || step == shown)
                continue;
            shown = step;
            points.Add(((double)hits / positives, (double)hits / seen));
        }
        return points;
    }

    static void AlarmTables(TextWriter page, AlarmReport alarms, int horizon)
    {
        page.WriteLine($"<h2>Alarms at {Figure(alarms.Budget)} a dyad-year</h2><p>An alarm is a crossing of the threshold after twelve weeks below it; the threshold keeps the budget "
            + $"in the training weeks. An onset is a conflict week after twelve without one; it is warned of by an alarm in the {horizon} weeks before. "
            + $"{Figure(alarms.DyadYears)} dyad-years.</p>");
        Table(page, ["", "Threshold", "Alarms", "A dyad-year", "Onsets", "Recall", "Recall by chance", "… within dyads", "Precision", "by chance", "Median lead, weeks"],
            [Row("model", alarms.Model), Row("history only", alarms.History), Row("persistence", alarms.Persistence)]);
        (string Style, int[] Counts)[] leads = [("model", Leads(alarms.Model)), ("history", Leads(alarms.History)), ("persistence", Leads(alarms.Persistence))];
        page.WriteLine($"<div class=\"charts\">{Figure("Lead of the alarms that were right", Chart.Bars("Lead", "weeks from alarm to onset", "onsets",
            [.. Enumerable.Range(1, horizon).Select(week => week.ToString(CultureInfo.InvariantCulture))], leads))}</div>");
        page.WriteLine("<h3>Worst misses of the model</h3>");
        Table(page, ["Dyad", "Week of the onset", "Highest chance before"], alarms.Model.Misses.OrderBy(miss => miss.HighestChance).Take(LongestList)
            .Select(miss => new[] { Text(miss.Dyad), Day(miss.Week), Long(miss.HighestChance) }));
        page.WriteLine("<h3>Hits</h3>");
        Table(page, ["Dyad", "Alarm", "Onset", "Lead, weeks"], alarms.Model.Hits.Take(LongestList)
            .Select(hit => new[] { Text(hit.Dyad), Day(hit.Alarm!.Value), Day(hit.Week), Number(hit.LeadWeeks!.Value) }));
        page.WriteLine($"<details><summary>{alarms.Model.FalseAlarms.Count} false alarms</summary>");
        Table(page, ["Dyad", "Week", "Chance"], alarms.Model.FalseAlarms.Select(alarm => new[] { Text(alarm.Dyad), Day(alarm.Week), Long(alarm.Chance) }));
        page.WriteLine("</details>");

        int[] Leads(AlarmFigures figures) => [.. Enumerable.Range(1, horizon).Select(week => figures.Hits.Count(hit => hit.LeadWeeks == week))];

        static string[] Row(string name, AlarmFigures figures) =>
        [
            name, Long(figures.Threshold), Number(figures.Alarms), Figure(figures.AlarmsPerDyadYear), Number(figures.Onsets), Interval(figures.Recall),
            Figure(figures.Chance.Recall), Figure(figures.Chance.RecallWithinDyads), Interval(figures.Precision), Figure(figures.Chance.Precision),
            Interval(figures.MedianLeadWeeks),
        ];
    }

    static void Table(TextWriter page, string[] heads, IEnumerable<string[]> rows)
    {
        page.WriteLine("<div class=\"wide\"><table><thead><tr>" + string.Concat(heads.Select(head => $"<th scope=\"col\">{head}</th>")) + "</tr></thead><tbody>");
        foreach (var row in rows)
            page.WriteLine("<tr><th scope=\"row\">" + row[0] + "</th>" + string.Concat(row.Skip(1).Select(cell => $"<td>{cell}</td>")) + "</tr>");
        page.WriteLine("</tbody></table></div>");
    }

    static string Figure(string caption, string chart) => $"<figure>{chart}<figcaption>{caption}</figcaption></figure>";

    static string Text(string text) => WebUtility.HtmlEncode(text);

    static string Number(int value) => value.ToString("N0", CultureInfo.InvariantCulture);

    static string Figure(double? value) => value?.ToString("0.###", CultureInfo.InvariantCulture) ?? "–";

    static string Long(double value) => value.ToString("0.0####", CultureInfo.InvariantCulture);

    static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    static string Interval(Estimate estimate) =>
        Figure(estimate.Value) + (estimate.Low is null ? "" : $" <small>[{Figure(estimate.Low)}, {Figure(estimate.High)}]</small>");

    const string Style = """
        :root{color-scheme:light dark;--ink:#1b1f24;--paper:#fff;--soft:#5b6470;--rule:#d6dbe1;--model:#b3261e;--history:#1f5fa8;--persistence:#3c7a3f;--even:#8a929c}
        @media(prefers-color-scheme:dark){:root{--ink:#e6e9ed;--paper:#14171b;--soft:#a3acb7;--rule:#343b44;--model:#ff8a80;--history:#82b7ff;--persistence:#8fd694;--even:#7b848f}}
        body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.5 system-ui,sans-serif}main{max-width:62rem;margin:0 auto;padding:1.5rem}
        h1{font-size:1.6rem}h2{font-size:1.25rem;margin-top:2.2rem;border-top:1px solid var(--rule);padding-top:1rem}h3{font-size:1rem}
        table{border-collapse:collapse;font-variant-numeric:tabular-nums;font-size:.9rem}th,td{padding:.25rem .7rem .25rem 0;text-align:left;border-bottom:1px solid var(--rule);vertical-align:top}
        td small{color:var(--soft);white-space:nowrap}.wide{overflow-x:auto}.charts{display:grid;grid-template-columns:repeat(auto-fit,minmax(20rem,1fr));gap:1rem;margin:1rem 0}
        figure{margin:0;max-width:30rem}figcaption,.legend,.tick,.label{color:var(--soft);fill:var(--soft);font-size:.85rem}svg{width:100%;height:auto}.tick,.label{font-size:11px}
        .grid{stroke:var(--rule)}.axis{stroke:var(--soft)}.line{fill:none;stroke-width:2}.line.even{stroke-dasharray:4 4;stroke-width:1.5}
        .model{--c:var(--model)}.history{--c:var(--history)}.persistence{--c:var(--persistence)}.even{--c:var(--even)}
        .line{stroke:var(--c)}.dot,.bar{fill:var(--c)}.key{display:inline-block;width:.8rem;height:.8rem;background:var(--c);margin:0 .3rem 0 .8rem}
        """;
}
