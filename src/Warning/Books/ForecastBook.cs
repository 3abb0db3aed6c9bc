using Tocsin.Warning.Forecasts;

namespace Tocsin.Warning.Books;

/// <summary>How well a judgement is founded; says nothing of how likely it is.</summary>
public enum Confidence
{
    Low,
    Moderate,
    High,
}

/// <summary>A forecast, frozen when it is issued.</summary>
/// <param name="Number">From 1, in order of issue.</param>
/// <param name="Chance">Between 0 and 1, ends left out: nothing that can be asked is certain.</param>
/// <param name="Due">Last day on which the question can come true.</param>
/// <param name="Author">A person or a model.</param>
/// <param name="Evidence">What it rests on, as references.</param>
public sealed record BookedForecast(
    int Number, DateOnly Issued, string Question, double Chance, DateOnly Due, Confidence Confidence, string Author,
    IReadOnlyList<string> Evidence);

/// <summary>What became of a forecast.</summary>
/// <param name="On">Day on which it was settled.</param>
public sealed record Resolution(int Number, DateOnly On, bool CameTrue, string Note);

/// <summary>A line of the book: one of the two.</summary>
public sealed record BookEntry(BookedForecast? Forecast, Resolution? Resolution);

/// <summary>How good resolved forecasts were; all are better when lower, <paramref name="Resolution"/> when higher.</summary>
/// <param name="Brier">Mean squared error: reliability − resolution + uncertainty, up to the width of the bins.</param>
/// <param name="LogScore">Mean of −ln of the chance given to what happened.</param>
/// <param name="Reliability">Squared distance of given chance and rate, in ten bins.</param>
/// <param name="Resolution">Squared distance of the bins' rates from the base rate.</param>
/// <param name="Uncertainty">Variance of the outcomes; nobody's merit or fault.</param>
public sealed record BookScore(
    string Author, int Resolved, double BaseRate, double Brier, double LogScore, double Reliability, double Resolution, double Uncertainty);

/// <summary>The forecasts of people and models, append-only: nothing that was issued can be changed, only resolved once.</summary>
public sealed class ForecastBook
{
    const int Bins = 10;

    readonly List<BookedForecast> forecasts = [];
    readonly Dictionary<int, Resolution> resolutions = [];

    public IReadOnlyList<BookedForecast> Forecasts => forecasts;

    public Resolution? ResolutionOf(int number) => resolutions.GetValueOrDefault(number);

    /// <summary>The number that the next forecast has.</summary>
    public int Next => forecasts.Count + 1;

    /// <summary>Takes an entry, as it is read from the book or about to be written into it.</summary>
    /// <returns>Why it cannot be taken; null: it was.</returns>
    public string? Add(BookEntry entry) => entry switch
    {
        { Forecast: { } forecast, Resolution: null } => Issue(forecast),
        { Forecast: null, Resolution: { } resolution } => Resolve(resolution),
        _ => "an entry is a forecast or a resolution",
    };

    string? Issue(BookedForecast forecast)
    {
        if (forecast.Number != Next)
            return $"forecast {forecast.Number} stands where {Next} should";
        if (forecast.Chance is not (> 0 and < 1))
            return "a chance lies between 0 and 1 and is neither";
        if (string.IsNullOrWhiteSpace(forecast.Question) || string.IsNullOrWhiteSpace(forecast.Author))
            return "a forecast has a question and an author";
        if (forecast.Due < forecast.Issued)
            return "a forecast is due on the day of its issue or later";
        forecasts.Add(forecast);
        return null;
    }

    string? Resolve(Resolution resolution)
    {
        var forecast = forecasts.Find(one => one.Number == resolution.Number);
        if (forecast is null)
            return $"there is no forecast {resolution.Number}";
        if (resolution.On < forecast.Issued)
            return "a forecast cannot be resolved before it was issued";
        if (!resolution.CameTrue && resolution.On <= forecast.Due)
            return $"it can still come true until {forecast.Due:yyyy-MM-dd}";
        return resolutions.TryAdd(resolution.Number, resolution) ? null : $"forecast {resolution.Number} is resolved already";
    }

    /// <summary>Scores of every author with resolved forecasts, by name.</summary>
    public IReadOnlyList<BookScore> Scores() => [.. forecasts.Where(one => resolutions.ContainsKey(one.Number))
        .GroupBy(one => one.Author, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal)
        .Select(group => Score(group.Key, [.. group.Select(one => (one.Chance, resolutions[one.Number].CameTrue))]))];

    internal static BookScore Score(string author, (double Chance, bool CameTrue)[] resolved)
    {
        var rate = resolved.Average(one => one.CameTrue ? 1.0 : 0);
        var bins = resolved.GroupBy(one => Math.Min(Bins - 1, (int)(one.Chance * Bins)))
            .Select(bin => (Share: bin.Count() / (double)resolved.Length, Chance: bin.Average(one => one.Chance), Rate: bin.Average(one => one.CameTrue ? 1.0 : 0)))
            .ToArray();
        return new BookScore(
            author, resolved.Length, rate, resolved.Average(one => Measures.Brier(one.Chance, one.CameTrue)),
            resolved.Average(one => Measures.LogLoss(one.Chance, one.CameTrue)),
            bins.Sum(bin => bin.Share * Math.Pow(bin.Chance - bin.Rate, 2)), bins.Sum(bin => bin.Share * Math.Pow(bin.Rate - rate, 2)),
            rate * (1 - rate));
    }
}
