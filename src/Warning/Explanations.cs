using System.Globalization;

namespace Tocsin.Warning;

/// <summary>Says in one plain sentence what a status rests on.</summary>
static class Explanations
{
    public static string Of(Finding finding) => finding.Status switch
    {
        IndicatorStatus.Seen => Seen(finding),
        IndicatorStatus.Disputed => $"Said by {Stories(finding.Origins)}, last for {Day(finding.LastSeen)}, " +
            "and denied by another voice each time.",
        IndicatorStatus.Retracted when finding.Evidence.Count > 0 =>
            "Those who said so have taken it back.",
        IndicatorStatus.Retracted => "The reading that it rested on has been replaced.",
        IndicatorStatus.LookedAndAbsent => $"Not found in {Stories(finding.Looked.Stories)} that could have told, " +
            $"{Day(finding.Looked.From)} to {Day(finding.Looked.To)}.{Tail(finding)}",
        IndicatorStatus.NotLooked => $"Unknown: {Stories(finding.Looked.Stories)} of {finding.Looked.Needed} needed " +
            $"could have told, {Day(finding.Looked.From)} to {Day(finding.Looked.To)}.{Tail(finding)}",
        _ => throw new ArgumentOutOfRangeException(nameof(finding), finding.Status, "Unknown status."),
    };

    static string Seen(Finding finding)
    {
        var basis = finding.Standing switch
        {
            Standing.Reported => "in the outlet's own voice",
            Standing.Claimed => $"claimed by several sides ({string.Join(", ", finding.Voices)}), by no outlet itself",
            Standing.OneSided when finding.Voices.Count > 0 =>
                $"claimed by one side only ({string.Join(", ", finding.Voices)})",
            _ => "claimed, by no outlet itself",
        };
        var disputed = finding.Evidence.Count(item => !item.Stands);
        var doubt = disputed == 0 ? "" : string.Create(
            CultureInfo.InvariantCulture, $" {disputed} of {finding.Evidence.Count} happenings are disputed.");
        return $"Last seen {Day(finding.LastSeen)} in {Stories(finding.Origins)}, {basis}.{doubt}";
    }

    static string Tail(Finding finding)
    {
        var last = finding.LastSeen is { } day ? $" Last seen {Day(day)}." : "";
        var mentions = finding.Mentions.Count == 0 ? "" : string.Create(CultureInfo.InvariantCulture,
            $" Feared, planned, supposed or denied {finding.Mentions.Count} {(finding.Mentions.Count == 1 ? "time" : "times")}.");
        return last + mentions;
    }

    static string Stories(int count) => count == 1
        ? "1 story" : string.Create(CultureInfo.InvariantCulture, $"{count} stories");

    static string Day(DateOnly? day) =>
        day?.ToString("d MMM yyyy", CultureInfo.InvariantCulture) ?? "an unknown day";
}
