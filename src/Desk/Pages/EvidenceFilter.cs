using System.Globalization;
using Tocsin.Archive;
using Tocsin.Events;

namespace Tocsin.Desk.Pages;

/// <summary>The filters of the evidence page as the address gives them; what cannot be read is told.</summary>
public sealed record EvidenceFilter
{
    public const int PageSize = 50;

    // Deep pages cost as much as all before them: narrowing the filters is the way there.
    const int LastPage = 2000;

    public IReadOnlyList<EventType> Types { get; init; } = [];

    public string? Actor { get; init; }

    public string? Recipient { get; init; }

    public string? Place { get; init; }

    public string? Text { get; init; }

    public DateOnly? Since { get; init; }

    public DateOnly? Until { get; init; }

    /// <summary>Lowest certainty in the innermost voice; null: any.</summary>
    public double? Certainty { get; init; }

    /// <summary>Counted from 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>What could not be read.</summary>
    public IReadOnlyList<string> Notices { get; init; } = [];

    public bool IsOpen => Types.Count == 0 && Actor is null && Recipient is null && Place is null && Text is null
        && Since is null && Until is null && Certainty is null;

    internal static EvidenceFilter Read(Visit visit)
    {
        var notices = new List<string>();
        var types = new List<EventType>();
        foreach (var asked in visit.Context.Request.Query["type"])
        {
            if (EventTypes.TryParse(asked, out var type))
                types.Add(type);
            else if (!string.IsNullOrWhiteSpace(asked))
                notices.Add($"“{Short(asked)}” is no event type.");
        }
        return new EvidenceFilter
        {
            Types = [.. types.Distinct()],
            Actor = visit.Asked("actor"),
            Recipient = visit.Asked("recipient"),
            Place = visit.Asked("place"),
            Text = visit.Asked("text"),
            Since = Day("since"),
            Until = Day("until"),
            Certainty = Number("certainty") is { } certainty ? Math.Clamp(certainty, -3, 3) : null,
            Page = (int)Math.Clamp(Number("page") ?? 1, 1, LastPage),
            Notices = notices,
        };

        DateOnly? Day(string name)
        {
            if (visit.Asked(name) is not { } asked)
                return null;
            if (Wording.TryDay(asked, out var day))
                return day;
            notices.Add($"“{Short(asked)}” is not a day in the form 2023-01-31.");
            return null;
        }

        double? Number(string name)
        {
            if (visit.Asked(name) is not { } asked)
                return null;
            if (double.TryParse(asked, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
                && double.IsFinite(number))
                return number;
            notices.Add($"“{Short(asked)}” is not a number.");
            return null;
        }
    }

    public EventQuery Query(DateTimeOffset asOf) => new()
    {
        Types = Types,
        Actor = Actor,
        Recipient = Recipient,
        Place = Place,
        Text = Text,
        Since = Since,
        Until = Until,
        MinimumFactuality = Certainty,
        AsOf = asOf,
    };

    static string Short(string text) => text.Length <= 40 ? text : text[..40] + "…";
}
