using System.Globalization;
using System.Runtime.InteropServices;

namespace Tocsin.Coding;

/// <summary>
/// Which of the places of a name is meant: a region named right after it, the countries and regions of the story, other
/// places nearby, and size; the same name means the same place all through the story.
/// </summary>
sealed partial class PlaceSearch
{
    const double NearKilometres = 150;

    /// <summary>What the other names of a story are worth for a place of the region they speak for.</summary>
    const double SupportWeight = 2;
    const double SupportSlope = 4;
    const double SupportMost = 5;

    readonly Dictionary<string, int> countries = new(StringComparer.Ordinal);
    readonly Dictionary<string, int> regions = new(StringComparer.Ordinal);
    readonly Dictionary<ulong, int> chosenBefore = [];
    readonly List<int> settled = [];
    readonly Dictionary<int, double> support = [];
    readonly Dictionary<ulong, int> regionsOfName = [];
    readonly List<int> regionsOfOne = [];

    void Choose(IReadOnlyList<ActorMention> actors)
    {
        countries.Clear();
        regions.Clear();
        chosenBefore.Clear();
        settled.Clear();
        foreach (var actor in actors)
        {
            if (actor.Code.Country is { } country && gazetteer.AlphaTwo.TryGetValue(country, out var two))
                CollectionsMarshal.GetValueRefOrAddDefault(countries, two, out _)++;
        }
        var all = CollectionsMarshal.AsSpan(findings);
        foreach (ref var finding in all)
        {
            var only = candidates[finding.FirstCandidate].Named;
            if (only is null)
                continue;
            if (only.Kind == PlaceKind.Country)
                CollectionsMarshal.GetValueRefOrAddDefault(countries, only.Country!, out _)++;
            else if (only.Region is { } region && finding.EndCandidate - finding.FirstCandidate == 1)
                CollectionsMarshal.GetValueRefOrAddDefault(regions, region, out _)++;
        }
        SettleByRegion(all);
        Support(all);
        for (var round = 0; round < 2; round++)
        {
            foreach (ref var finding in all)
            {
                if (!finding.Settled)
                    finding.Chosen = Best(finding);
            }
            settled.Clear();
            foreach (ref var finding in all)
            {
                if (finding.Chosen >= 0 && candidates[finding.Chosen].Named?.Kind != PlaceKind.Country)
                    settled.Add(finding.Chosen);
            }
        }
    }

    /// <summary>"Alexandria, Louisiana": what follows decides, for every later naming too.</summary>
    void SettleByRegion(Span<Finding> all)
    {
        for (var i = 0; i + 1 < all.Length; i++)
        {
            ref var finding = ref all[i];
            var next = all[i + 1];
            var gap = next.First - finding.End;
            if (gap is not (1 or 2) || document.Form(finding.End) is not ("," or "(" or "in")
                || candidates[next.FirstCandidate].Named is not { } within
                || within.Kind is not (PlaceKind.Region or PlaceKind.Country))
                continue;
            for (var choice = finding.FirstCandidate; choice < finding.EndCandidate; choice++)
            {
                if (!IsWithin(candidates[choice], within))
                    continue;
                (finding.Chosen, finding.Settled) = (choice, true);
                chosenBefore.TryAdd(finding.Key, choice);
                settled.Add(choice);
                if (RegionOf(candidates[choice]) is { } region)
                    CollectionsMarshal.GetValueRefOrAddDefault(regions, region, out _)++;
                break;
            }
        }
        foreach (ref var finding in all)
        {
            if (!finding.Settled && chosenBefore.TryGetValue(finding.Key, out var earlier))
                (finding.Chosen, finding.Settled) = (earlier, true);
        }
    }

    bool IsWithin(Candidate candidate, NamedPlace within)
    {
        if (candidate.Named is { } place)
            return place.Country == within.Country && place.Kind is not (PlaceKind.Country or PlaceKind.Region)
                && within.Kind == PlaceKind.Country;
        return within.Region is { } region
            ? gazetteer.Table.Region(candidate.Number) == gazetteer.RegionNumber(region)
            : gazetteer.Table.IsIn(candidate.Number, within.Country!);
    }

    /// <summary>
    /// How far the names of the story, each told once, speak for a region: a name that lies in one region only counts
    /// one, a name of ten regions a tenth for each.
    /// </summary>
    void Support(ReadOnlySpan<Finding> all)
    {
        support.Clear();
        regionsOfName.Clear();
        foreach (var finding in all)
        {
            if (regionsOfName.ContainsKey(finding.Key))
                continue;
            RegionsOf(finding);
            regionsOfName.Add(finding.Key, regionsOfOne.Count);
            foreach (var region in regionsOfOne)
                CollectionsMarshal.GetValueRefOrAddDefault(support, region, out _) += 1.0 / regionsOfOne.Count;
        }
    }

    void RegionsOf(Finding finding)
    {
        regionsOfOne.Clear();
        for (var choice = finding.FirstCandidate; choice < finding.EndCandidate; choice++)
        {
            if (candidates[choice].Number is >= 0 and var number && gazetteer.Table.Region(number) is >= 0 and var region
                && !regionsOfOne.Contains(region))
                regionsOfOne.Add(region);
        }
    }

    string? RegionOf(Candidate candidate) =>
        candidate.Number >= 0 && gazetteer.Table.Region(candidate.Number) is >= 0 and var region
        ? gazetteer.Table.Regions[region].Code : null;

    int Best(Finding finding)
    {
        var (best, most) = (-1, double.MinValue);
        for (var choice = finding.FirstCandidate; choice < finding.EndCandidate; choice++)
        {
            var score = Score(candidates[choice], finding.Key);
            if (score > most)
                (best, most) = (choice, score);
        }
        return best;
    }

    double Score(Candidate candidate, ulong name)
    {
        var score = candidate.Weight;
        var country = candidate.Named is { } place ? place.Country : gazetteer.Table.Country(candidate.Number);
        if (candidate.Named?.Kind != PlaceKind.Country && country is not null
            && countries.TryGetValue(country, out var namings))
            score += 1 + Math.Min(1, namings * 0.25);
        if (RegionOf(candidate) is { } region && regions.TryGetValue(region, out var times))
            score += 2 + Math.Min(1, times * 0.25);
        if (candidate.Number >= 0 && gazetteer.Table.Region(candidate.Number) is >= 0 and var within
            && support.TryGetValue(within, out var voices) && voices - (1.0 / regionsOfName[name]) is > 0 and var others)
            score += Math.Min(SupportMost, SupportWeight * Math.Log(1 + (SupportSlope * others)));
        var near = 0;
        foreach (var other in settled)
        {
            if (candidates[other] is var there
                && (there.Latitude != candidate.Latitude || there.Longitude != candidate.Longitude)
                && Kilometres(candidate, there) < NearKilometres)
                near++;
        }
        return score + Math.Min(2.4, near * 0.8);
    }

    static double Kilometres(Candidate one, Candidate other)
    {
        var latitude = (one.Latitude - other.Latitude) * 111.2;
        var longitude = (one.Longitude - other.Longitude) * 111.2
            * Math.Cos((one.Latitude + other.Latitude) * Math.PI / 360);
        return Math.Sqrt((latitude * latitude) + (longitude * longitude));
    }

    PlaceMention Mention(Finding finding)
    {
        if (candidates[finding.Chosen] is { Named: { } place })
            return new PlaceMention(finding.First, finding.End, place.Name, place.Country, place.Latitude,
                place.Longitude, place.Id, place.Kind, finding.IsSeat, isMistaken[finding.First]);
        var number = candidates[finding.Chosen].Number;
        var id = gazetteer.Table.Id(number);
        var (latitude, longitude) = gazetteer.Table.Point(number);
        return new PlaceMention(finding.First, finding.End, gazetteer.Table.Name(number),
            gazetteer.Table.Country(number), Math.Round(latitude, 5), Math.Round(longitude, 5),
            id >= 0 ? string.Create(CultureInfo.InvariantCulture, $"geonames:{id}")
                : string.Create(CultureInfo.InvariantCulture, $"us-county:{-id:00000}"),
            gazetteer.Table.Kind(number), finding.IsSeat, isMistaken[finding.First]);
    }
}
