using Tocsin.Events;

namespace Tocsin.Warning;

/// <summary>One question to the records: did this happen between two days, and did anybody look?</summary>
sealed class Sighting(
    IReadOnlyList<EventPredicate> predicates, LookingRule looking, RoleBinding binding, Area area)
{
    // Types that can matter; empty where some predicate takes any.
    readonly EventType[] types = predicates.Any(predicate => predicate.Types.Count == 0)
        ? [] : [.. predicates.SelectMany(predicate => predicate.Types).Distinct()];

    // A denial answers what was said up to a fortnight before or after.
    const int DenialDays = 14;

    /// <summary>Reads the records that bear on it.</summary>
    public Finding In(RecordBook book, Coverage coverage, DateOnly from, DateOnly to)
    {
        var all = Gather(book, from, out var lastSeen);
        var denials = all.Where(item => item.Denials.Count > 0).ToList();
        var support = new List<Evidence>();
        var mentions = new List<Evidence>();
        var withdrawn = 0;
        foreach (var item in all)
        {
            if (item.Supports.Count == 0)
            {
                mentions.Add(item);
                continue;
            }
            support.Add(item with { Denials = DenialsOf(item, denials) });
            if (TakenBack(item))
                withdrawn++;
        }
        support.Sort(NewestFirst);
        mentions.Sort(NewestFirst);
        var looked = Look(book, coverage, from, to);
        var status = support.Count == 0
            ? book.IsWithdrawn(this, from, to) ? IndicatorStatus.Retracted
            : looked.Enough ? IndicatorStatus.LookedAndAbsent : IndicatorStatus.NotLooked
            : withdrawn == support.Count ? IndicatorStatus.Retracted
            : support.Any(item => item.Stands) ? IndicatorStatus.Seen : IndicatorStatus.Disputed;
        var standing = StandingOf(support, out var voices);
        return new Finding(status, support, mentions, lastSeen, looked, standing, voices);
    }

    /// <summary>How one reading bears on the question.</summary>
    public Bearing Of(FoldedReading folded)
    {
        var bearing = Bearing.None;
        for (var i = 0; i < predicates.Count; i++)
        {
            var one = Of(predicates[i], folded);
            if (one > bearing)
                bearing = one;
        }
        return bearing;
    }

    List<Evidence> Gather(RecordBook book, DateOnly from, out DateOnly? lastSeen)
    {
        lastSeen = null;
        var found = new List<Evidence>();
        foreach (var entry in book.Of(types))
        {
            // The latest come first: before the window only the last support matters.
            if (entry.Day < from && lastSeen is not null)
                break;
            List<Reading>? supports = null, denials = null, mentioned = null;
            foreach (var reading in entry.Readings)
            {
                var list = Of(reading) switch
                {
                    Bearing.Supports => supports ??= [],
                    Bearing.Denies => denials ??= [],
                    Bearing.Mentions => mentioned ??= [],
                    _ => null,
                };
                list?.Add(reading.Reading);
            }
            if (supports is not null)
                lastSeen ??= entry.Day;
            if (entry.Day >= from && (supports ?? denials ?? mentioned) is not null)
                found.Add(new Evidence(entry.Record, entry.Day, supports ?? [], denials ?? [], mentioned ?? []));
        }
        return found;
    }

    static List<Reading> DenialsOf(Evidence item, List<Evidence> denials)
    {
        var all = new List<Reading>(item.Denials);
        foreach (var other in denials)
        {
            if (other.Record != item.Record && Math.Abs(other.Day.DayNumber - item.Day.DayNumber) <= DenialDays)
                all.AddRange(other.Denials);
        }
        return all;
    }

    // Taken back: whoever said so has later said, in the same voice, that it was not so.
    static bool TakenBack(Evidence item)
    {
        foreach (var voice in item.Supports.GroupBy(VoiceOf))
        {
            var last = voice.Max(reading => reading.ArrivedAt);
            if (!item.Denials.Any(denial => VoiceOf(denial) == voice.Key && denial.ArrivedAt > last))
                return false;
        }
        return true;
    }

    static (string? Outlet, string Speaker) VoiceOf(Reading reading) => (reading.Outlet, SpeakerOf(reading));

    // The innermost voice: a code, the words for a voice without one, or the outlet itself.
    static string SpeakerOf(Reading reading)
    {
        if (reading.Event.Voices.Count == 0)
            return "";
        var source = reading.Event.Voices[^1].Source;
        return source is null ? "unnamed" : source.Code.IsOpen ? source.Name ?? source.Text : source.Code.ToString();
    }

    static Standing StandingOf(List<Evidence> support, out IReadOnlyList<string> voices)
    {
        voices = [];
        if (support.Count == 0)
            return Standing.None;
        var readings = support.SelectMany(item => item.Supports).ToList();
        if (readings.Any(reading => reading.Event.OutletFactuality.Value >= 1))
            return Standing.Reported;
        voices = [.. readings.Select(SpeakerOf).Where(voice => voice.Length > 0)
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        var sides = voices.Select(SideOf).Distinct(StringComparer.Ordinal).Count();
        return sides > 1 ? Standing.Claimed : Standing.OneSided;
    }

    // SRB:GOV and SRB:MIL are one side; bodies stand each for themselves.
    static string SideOf(string voice) =>
        ActorCode.TryParse(voice, out var code) && code.Country is { } country ? country : voice;

    Looked Look(RecordBook book, Coverage coverage, DateOnly from, DateOnly to)
    {
        var stories = new HashSet<string>(StringComparer.Ordinal);
        var readings = book.Readings;
        for (var i = FirstSince(readings, from); i < readings.Count && readings[i].StoryDay <= to; i++)
        {
            if (!stories.Contains(readings[i].Reading.StoryId) && IsAbout(readings[i]))
                stories.Add(readings[i].Reading.StoryId);
        }
        foreach (var story in looking.Topics.Count == 0 ? coverage.Watched : [])
        {
            if (from <= story.Day && story.Day <= to)
                stories.Add(story.StoryId);
        }
        return new Looked(from, to, stories.Count, looking.Stories, coverage.CodedStories(from, to),
            coverage.Outlets(from, to));
    }

    static int FirstSince(IReadOnlyList<FoldedReading> readings, DateOnly day)
    {
        var (low, high) = (0, readings.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (readings[middle].StoryDay < day)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }

    bool IsAbout(FoldedReading reading)
    {
        if (looking.Topics.Count == 0)
        {
            var coded = reading.Reading.Event;
            return reading.IsIn(area) || Takes(coded, Role.Challenger)
                || Takes(coded, Role.Target);
        }
        for (var i = 0; i < looking.Topics.Count; i++)
        {
            if (Fits(looking.Topics[i], reading))
                return true;
        }
        return false;
    }

    bool Takes(CodedEvent coded, Role role)
    {
        foreach (var player in binding.Actors(role))
        {
            if (coded.Actors.Any(actor => ActorTerm.Covers(player, actor.Code))
                || coded.Recipients.Any(actor => ActorTerm.Covers(player, actor.Code)))
                return true;
        }
        return false;
    }

    Bearing Of(EventPredicate predicate, FoldedReading folded)
    {
        var coded = folded.Reading.Event;
        if (coded.Time.Relation == TimeRelation.Historical || !Fits(predicate, folded))
            return Bearing.None;
        var value = coded.Factuality.Value;
        if (IsAhead(coded) && value > -1 && predicate.MaximumFactuality > 0)
        {
            return predicate.Announced
                && coded.Factuality.Status is (FactualityStatus.Asserted or FactualityStatus.Planned)
                ? Bearing.Supports : Bearing.Mentions;
        }
        if (predicate.MinimumFactuality <= value && value <= predicate.MaximumFactuality)
            return Bearing.Supports;
        // A predicate that asks for a denial is not denied by an assertion: that is just another event.
        return predicate.MaximumFactuality <= 0 ? Bearing.None
            : value <= -1 ? Bearing.Denies : Bearing.Mentions;
    }

    static bool IsAhead(CodedEvent coded) =>
        coded.Time.Relation == TimeRelation.Future || coded.Factuality.Status == FactualityStatus.Planned;

    // Everything but certainty.
    bool Fits(EventPredicate predicate, FoldedReading folded)
    {
        var coded = folded.Reading.Event;
        return !((predicate.Types.Count > 0 && !predicate.Types.Contains(coded.Type))
            || (predicate.Quads.Count > 0 && !predicate.Quads.Contains(coded.Quad))
            || (predicate.Modes.Count > 0 && (coded.Mode is null || !predicate.Modes.Contains(coded.Mode)))
            || (predicate.Contexts.Count > 0 && !coded.Contexts.Any(predicate.Contexts.Contains))
            || (predicate.InArea && !folded.IsIn(area))
            || (predicate.Voices.Count > 0 && !SpeaksFor(predicate, coded))
            || !InvolvesAsAsked(predicate, coded)
            || !predicate.HasWordIn(folded.Evidence));
    }

    bool InvolvesAsAsked(EventPredicate predicate, CodedEvent coded)
    {
        for (var i = 0; i < predicate.Without.Count; i++)
        {
            if (TakesPart(predicate.Without[i], coded))
                return false;
        }
        for (var i = 0; i < predicate.Parties.Count; i++)
        {
            if (!TakesPart(predicate.Parties[i], coded))
                return false;
        }
        if (predicate.Actors.Count == 0 && predicate.Recipients.Count == 0)
            return true;
        // A reciprocal event has all parties as actors: then an actor may be the other's recipient.
        var reciprocal = coded.Recipients.Count == 0 && coded.Actors.Count > 1;
        if (predicate.Actors.Count == 0)
            return IsAny(predicate.Recipients, reciprocal ? coded.Actors : coded.Recipients);
        if (predicate.Recipients.Count == 0)
            return IsAny(predicate.Actors, coded.Actors);
        if (!reciprocal)
            return IsAny(predicate.Actors, coded.Actors) && IsAny(predicate.Recipients, coded.Recipients);
        foreach (var actor in coded.Actors)
        {
            if (IsOne(predicate.Actors, actor.Code)
                && coded.Actors.Any(other => other != actor && IsOne(predicate.Recipients, other.Code)))
                return true;
        }
        return false;
    }

    bool SpeaksFor(EventPredicate predicate, CodedEvent coded) =>
        coded.Voices.Count > 0 && coded.Voices[^1].Source is { } source && IsOne(predicate.Voices, source.Code);

    bool TakesPart(ActorTerm term, CodedEvent coded)
    {
        // An event without any actor has one that the text leaves open.
        if (coded.Actors.Count == 0 && term.Matches(default, binding))
            return true;
        for (var i = 0; i < coded.Actors.Count; i++)
        {
            if (term.Matches(coded.Actors[i].Code, binding))
                return true;
        }
        for (var i = 0; i < coded.Recipients.Count; i++)
        {
            if (term.Matches(coded.Recipients[i].Code, binding))
                return true;
        }
        return false;
    }

    bool IsAny(IReadOnlyList<ActorTerm> terms, IReadOnlyList<Actor> actors)
    {
        if (actors.Count == 0)
            return IsOne(terms, default);
        for (var i = 0; i < actors.Count; i++)
        {
            if (IsOne(terms, actors[i].Code))
                return true;
        }
        return false;
    }

    bool IsOne(IReadOnlyList<ActorTerm> terms, ActorCode code)
    {
        for (var i = 0; i < terms.Count; i++)
        {
            if (terms[i].Matches(code, binding))
                return true;
        }
        return false;
    }

    static int NewestFirst(Evidence left, Evidence right)
    {
        var byDay = right.Day.CompareTo(left.Day);
        return byDay != 0 ? byDay : left.Lead.Id.CompareTo(right.Lead.Id);
    }
}
