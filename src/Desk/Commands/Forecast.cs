using System.CommandLine;
using System.Globalization;
using Tocsin.Warning.Books;

namespace Tocsin.Desk.Commands;

/// <summary><c>tocsin forecast</c>: the book of forecasts that people and models are held to.</summary>
static class Forecast
{
    public static Command Command() => new("forecast", "Issue, list, resolve and score forecasts; what was issued cannot be changed.")
    {
        Add(), List(), Resolve(), Score(),
    };

    static Option<string?> On() => new("--on") { Description = "The day, as yyyy-MM-dd (default: today, UTC)." };

    static Option<ProbabilityScale> Scale() => new("--scale")
    {
        Description = "Whose words of probability: icd203 or phia.",
        DefaultValueFactory = _ => ProbabilityScale.Icd203,
    };

    static Command Add()
    {
        var archive = ArchivePath.Option();
        var (on, scale) = (On(), Scale());
        var question = new Option<string>("--question") { Description = "What may come true.", Required = true };
        var chance = new Option<string>("--chance") { Description = "0.3, 30%, or a word of the scale, which counts as the middle of its range.", Required = true };
        var due = new Option<string>("--due") { Description = "Last day on which it can come true, as yyyy-MM-dd.", Required = true };
        var confidence = new Option<Confidence>("--confidence") { Description = "low, moderate or high.", Required = true };
        var author = new Option<string>("--author") { Description = "Who says so, a person or a model.", Required = true };
        var evidence = new Option<string[]>("--evidence") { Description = "What it rests on; may be given several times." };
        var command = new Command("add", """
            Freeze a forecast.

            Example: tocsin forecast add --question "Force in north Kosovo" --chance unlikely --due 2023-12-31 --confidence low --author "A. Analyst"
            """) { question, chance, due, confidence, author, evidence, on, scale, archive };
        command.SetAction(parsed => Append(parsed.GetValue(archive)!, book => new BookEntry(new BookedForecast(
            book.Next, Day(parsed.GetValue(on)), parsed.GetValue(question)!, Chance(parsed.GetValue(chance)!, parsed.GetValue(scale)),
            Day(parsed.GetValue(due)), parsed.GetValue(confidence), parsed.GetValue(author)!, parsed.GetValue(evidence) ?? []), null)));
        return command;
    }

    static Command Resolve()
    {
        var archive = ArchivePath.Option();
        var on = On();
        var number = new Argument<int>("number") { Description = "The forecast's number." };
        var outcome = new Option<bool>("--came-true") { Description = "true or false.", Required = true };
        var note = new Option<string?>("--note") { Description = "Why, and by what source." };
        var command = new Command("resolve", "Say what became of a forecast, once.") { number, outcome, note, on, archive };
        command.SetAction(parsed => Append(parsed.GetValue(archive)!, _ => new BookEntry(null, new Resolution(
            parsed.GetValue(number), Day(parsed.GetValue(on)), parsed.GetValue(outcome), parsed.GetValue(note) ?? ""))));
        return command;
    }

    static Command List()
    {
        var archive = ArchivePath.Option();
        var scale = Scale();
        var command = new Command("list", "List all forecasts with their words and what became of them.") { scale, archive };
        command.SetAction(parsed =>
        {
            var book = ForecastFile.Beside(parsed.GetValue(archive)!).Read();
            foreach (var one in book.Forecasts)
            {
                var state = book.ResolutionOf(one.Number) is { } resolution ? resolution.CameTrue ? "came true" : "did not" : "open";
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"{one.Number}\t{one.Issued:yyyy-MM-dd}\t{one.Chance:0.##}\t{ProbabilityWords.Write(one.Chance, parsed.GetValue(scale))}\t{one.Confidence}\tby {one.Due:yyyy-MM-dd}\t{one.Author}\t{state}\t{one.Question}"));
            }
        });
        return command;
    }

    static Command Score()
    {
        var archive = ArchivePath.Option();
        var command = new Command("score", "Score each author's resolved forecasts: Brier, log score, reliability, resolution, uncertainty.") { archive };
        command.SetAction(parsed =>
        {
            Console.WriteLine("author\tresolved\tbase rate\tBrier\tlog score\treliability\tresolution\tuncertainty");
            foreach (var one in ForecastFile.Beside(parsed.GetValue(archive)!).Read().Scores())
            {
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"{one.Author}\t{one.Resolved}\t{one.BaseRate:0.###}\t{one.Brier:0.####}\t{one.LogScore:0.####}\t{one.Reliability:0.####}\t{one.Resolution:0.####}\t{one.Uncertainty:0.####}"));
            }
        });
        return command;
    }

    static int Append(string archive, Func<ForecastBook, BookEntry> make)
    {
        Console.WriteLine(ForecastFile.Beside(archive).Append(make));
        return 0;
    }

    static DateOnly Day(string? text)
    {
        if (text is null)
            return DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw new IOException($"'{text}' is no day; write it as yyyy-MM-dd");
    }

    static double Chance(string text, ProbabilityScale scale)
    {
        if (ProbabilityWords.Read(text, scale) is { } range)
            return (range.Low + range.High) / 2;
        var isPercent = text.EndsWith('%');
        return double.TryParse(text.TrimEnd('%'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
            ? isPercent ? value / 100 : value
            : throw new IOException($"'{text}' is no chance: write 0.3, 30%, or a word of the scale");
    }
}
