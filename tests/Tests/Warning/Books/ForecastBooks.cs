using Tocsin.Desk.Commands;
using Tocsin.Tests.News;
using Tocsin.Warning.Books;
using Xunit;

namespace Tocsin.Tests.Warning.Books;

public sealed class ForecastBooks
{
    static readonly DateOnly Day = new(2023, 3, 1);

    static BookEntry Forecast(int number, double chance = 0.3, string author = "A") =>
        new(new BookedForecast(number, Day, "War?", chance, Day.AddDays(30), Confidence.Low, author, ["one"]), null);

    static BookEntry Outcome(int number, bool cameTrue, int after = 31) =>
        new(null, new Resolution(number, Day.AddDays(after), cameTrue, ""));

    [Theory]
    [InlineData(0.03, "almost no chance", "remote chance")]
    [InlineData(0.2, "unlikely", "highly unlikely")]
    [InlineData(0.3, "unlikely", "unlikely")]
    [InlineData(0.5, "roughly even chance", "realistic possibility")]
    [InlineData(0.53, "roughly even chance", "likely")]
    [InlineData(0.78, "likely", "highly likely")]
    [InlineData(0.99, "almost certain", "almost certain")]
    public void A_chance_has_its_word_on_both_scales(double chance, string icd, string phia) => Assert.Equal(
        (icd, phia), (ProbabilityWords.Write(chance, ProbabilityScale.Icd203), ProbabilityWords.Write(chance, ProbabilityScale.Phia)));

    [Fact]
    public void A_word_stands_for_its_range()
    {
        Assert.Equal((0.55, 0.80), ProbabilityWords.Read("Probable", ProbabilityScale.Icd203));
        Assert.Equal((0.40, 0.50), ProbabilityWords.Read("realistic possibility", ProbabilityScale.Phia));
        Assert.Null(ProbabilityWords.Read("realistic possibility", ProbabilityScale.Icd203));
    }

    [Fact]
    public void What_was_issued_is_resolved_once_and_not_before_it_can_be_known()
    {
        var book = new ForecastBook();
        Assert.Null(book.Add(Forecast(1)));
        Assert.Contains("where 2 should", book.Add(Forecast(1)), StringComparison.Ordinal);
        Assert.Contains("between 0 and 1", book.Add(Forecast(2, chance: 1)), StringComparison.Ordinal);
        Assert.Contains("can still come true", book.Add(Outcome(1, false, after: 30)), StringComparison.Ordinal);
        Assert.Contains("before it was issued", book.Add(Outcome(1, true, after: -1)), StringComparison.Ordinal);
        Assert.Null(book.Add(Outcome(1, true, after: 3)));
        Assert.Contains("resolved already", book.Add(Outcome(1, false)), StringComparison.Ordinal);
        Assert.Contains("no forecast 9", book.Add(Outcome(9, false)), StringComparison.Ordinal);
    }

    [Fact]
    public void Scores_are_those_computed_by_hand()
    {
        var score = ForecastBook.Score("A", [(0.8, true), (0.8, false), (0.2, false), (0.2, false)]);
        Assert.Equal((0.04 + 0.64 + 0.04 + 0.04) / 4, score.Brier, 12);
        Assert.Equal(-(Math.Log(0.8) * 3 + Math.Log(0.2)) / 4, score.LogScore, 12);
        Assert.Equal((0.09 + 0.04) / 2, score.Reliability, 12);
        Assert.Equal(0.0625, score.Resolution, 12);
        Assert.Equal(score.Brier, score.Reliability - score.Resolution + score.Uncertainty, 12);
    }

    [Fact]
    public void The_file_only_grows_and_a_refused_entry_leaves_it_as_it_was()
    {
        using var folder = new TemporaryFolder();
        var file = ForecastFile.Beside(Path.Combine(folder.Path, "archive.db"));
        var path = Path.Combine(folder.Path, "forecasts.jsonl");
        file.Append(book => Forecast(book.Next));
        var before = File.ReadAllText(path);
        Assert.Throws<IOException>(() => file.Append(_ => Outcome(7, true)));
        Assert.Equal(before, File.ReadAllText(path));
        file.Append(_ => Outcome(1, true));
        Assert.StartsWith(before, File.ReadAllText(path), StringComparison.Ordinal);
        Assert.True(file.Read().ResolutionOf(1)!.CameTrue);
        Assert.Equal(["one"], file.Read().Forecasts[0].Evidence);
        File.AppendAllText(path, "{\n");
        Assert.Contains("forecasts.jsonl:3:", Assert.Throws<IOException>(file.Read).Message, StringComparison.Ordinal);
    }
}
