using System.CommandLine;
using Tocsin.Warning.Forecasts;
using Tocsin.Warning.Histories;

namespace Tocsin.Desk.Commands;

/// <summary><c>tocsin backtest</c>: what could have been foreseen in a history of events, and at what price.</summary>
static class Backtest
{
    const string Refused = "refused.csv";

    public static Command Command()
    {
        var events = new Option<string>("--events") { Description = "The event set, plain or gzip.", Required = true };
        var format = new Option<string>("--format")
        {
            Description = "keds (WEIS or CAMEO, as the codes show), cameo, weis, icews, gdelt, ged or acled.",
            DefaultValueFactory = _ => "keds",
        };
        format.AcceptOnlyFromAmong([.. Enum.GetNames<HistoryFormat>().Select(name => name.ToLowerInvariant())]);
        var horizon = new Option<int>("--horizon") { Description = "Weeks ahead.", DefaultValueFactory = _ => 4 };
        var threshold = new Option<int>("--threshold") { Description = "Material-conflict events that make a conflict week.", DefaultValueFactory = _ => 5 };
        var train = new Option<double>("--train") { Description = "Share of the weeks to learn from.", DefaultValueFactory = _ => 0.6 };
        var folder = new Option<string>("--out") { Description = "Folder for predictions.csv, report.json and refused.csv.", Required = true };
        var page = new Option<bool>("--report") { Description = "Write report.html too." };
        var command = new Command("backtest", """
            Learn from the first part of a history of events to foresee weeks of material conflict between two actors, and
            measure it on the rest, beside chance, persistence and history alone.

            Example: tocsin backtest --events levant.csv.gz --format cameo --out levant --report
            """) { events, format, horizon, threshold, train, folder, page };
        command.SetAction((parsed, stop) => Run(
            parsed.GetValue(events)!, Enum.Parse<HistoryFormat>(parsed.GetValue(format)!, ignoreCase: true),
            new BacktestQuestion(parsed.GetValue(horizon), parsed.GetValue(threshold), parsed.GetValue(train)),
            parsed.GetValue(folder)!, parsed.GetValue(page), stop));
        return command;
    }

    static async Task<int> Run(
        string path, HistoryFormat format, BacktestQuestion question, string folder, bool page, CancellationToken stop)
    {
        if (!File.Exists(path))
            throw new MissingFilesException($"There is no file {path}.");
        if (question.Horizon < 1 || question.Threshold < 1 || question.Train is not (> 0 and < 1))
            throw new MissingFilesException("--horizon and --threshold are at least 1, and --train lies between 0 and 1.");
        using var written = new NewFiles(folder);
        try
        {
            var (history, taken, refused) = ReadHistory(path, format, written);
            var weeks = DyadWeeks.Of(history, question);
            var forecasts = BacktestForecasts.Of(history, weeks);
            PredictionFile.Write(written.Create("predictions.csv"), forecasts);
            var report = BacktestReport.Of(forecasts, new BacktestEvents(
                Path.GetFileName(path), history.System.ToString(), taken, refused, history.First, history.Last, weeks.Monday,
                weeks.Weeks, weeks.MondayOf(weeks.FirstTestWeek), weeks.Training.Count, weeks.Test.Count));
            await written.Create("report.json").WriteLineAsync(ReportJson.Write(report).AsMemory(), stop);
            if (page)
                BacktestPage.Write(written.Create("report.html"), report, forecasts);
            written.Keep(stale: Refused);
            await Console.Error.WriteLineAsync(
                $"tocsin: {taken} rows taken, {refused} refused; {weeks.Training.Count} forecasts to learn from, {weeks.Test.Count} to test; written to {folder}".AsMemory(), stop);
            return 0;
        }
        catch (HistoryException fault)
        {
            await Console.Error.WriteLineAsync($"tocsin: {fault.In(path)}".AsMemory(), stop);
            return 1;
        }
        catch (InvalidDataException fault)
        {
            await Console.Error.WriteLineAsync($"tocsin: {path}: {fault.Message}".AsMemory(), stop);
            return 1;
        }
    }

    static (EventHistory History, int Taken, int Refused) ReadHistory(string path, HistoryFormat format, NewFiles written)
    {
        using var file = HistoryFile.Open(path);
        var letters = new DeadLetters(written, Refused);
        var reader = new HistoryReader(file, letters.Add);
        var history = EventHistory.Of(reader.Read(), format.System());
        return (history, reader.Taken, reader.Refused);
    }
}
