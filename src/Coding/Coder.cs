using Tocsin.Events;
using Tocsin.Language;

namespace Tocsin.Coding;

/// <summary>
/// Document in, coded events out: joins who, what, whom, when, where, how many, who says so and how sure. One belongs to
/// one worker; it never throws on any document.
/// </summary>
public sealed class Coder(CodingResources resources)
{
    /// <summary>Events that ended before it are history lessons.</summary>
    const int FirstYear = 1945;

    readonly Tree tree = new();
    readonly Homeland homeland = new(resources.Actors);
    readonly Identities identities = new();
    readonly EventFinder events = new(resources.Codebook, resources.Actors);
    readonly VoiceFinder voiceFinder = new(resources.Cues);
    readonly FactualityReader certainty = new(resources.Modality, resources.Codebook, resources.Certainty);
    readonly BalanceReader balance = new();
    readonly TimeFinder timeFinder = new();
    readonly QuantityFinder quantityFinder = new();
    readonly List<ActorMention> actors = [];
    readonly List<PlaceMention> places = [];
    readonly List<Place> named = [];
    readonly List<PlaceMention> located = [];
    readonly List<TimeMention> dated = [];
    readonly List<Voice> voices = [];
    readonly List<PredicateFactuality> predicates = [];
    readonly List<TimeMention> times = [];
    readonly List<QuantityMention> quantities = [];
    readonly List<EventDraft> drafts = [];

    /// <summary>Where every look at the trigger lexicon is written down, to explain a reading; null for nowhere.</summary>
    public List<TriggerTrial>? Trials
    {
        get => events.Trials;
        set => events.Trials = value;
    }

    /// <summary>The actors that the text last read names, in text order; overwritten by the next.</summary>
    public IReadOnlyList<ActorMention> Actors => actors;

    /// <summary>Reads an analysed story.</summary>
    public StoryCoding Code(Story story, Document document)
    {
        Clear();
        tree.Read(document);
        var published = story.PublishedAt;
        var day = published is { } at ? DateOnly.FromDateTime(at.DateTime) : (DateOnly?)null;
        resources.Actors.Find(document, day, actors);
        resources.Gazetteer.Find(document, actors, places);
        foreach (var place in places)
            named.Add(ToPlace(place, document));
        located.AddRange(places.Where(place => !place.IsSeat));
        places.RemoveAll(place => place.IsSeat || place.IsDoubtful);
        Identities.Join(document, tree, actors);
        identities.Spread(document, actors);
        homeland.Settle(document, tree, day, actors, places);
        identities.Spread(document, actors);
        timeFinder.Find(document, published, times);
        resources.Happenings.Join(document, times, dated);
        quantityFinder.Find(document, times, quantities);
        voiceFinder.Find(document, voices);
        certainty.Read(document, voices, predicates);
        events.Find(document, tree, actors, places, drafts);
        var attributions = voices.ConvertAll(voice => ToAttribution(voice, document));
        var coded = new List<CodedEvent>(drafts.Count);
        foreach (var draft in drafts)
        {
            if (voiceFinder.IsRepetition(draft.Token))
                continue;
            var read = ToEvent(WithoutSpeakers(draft, document), document, attributions, published);
            // What lies before the present order of states is history, whoever tells it.
            if (IsMereThought(read) || IsTermOfPaper(read, document) || (read.Time.Relation == TimeRelation.Historical && IsRemembered(document, draft.Token)))
                continue;
            // What is asked for is the demand's content and no event of its own.
            if (read.Time.To is not { Year: < FirstYear } && (read.Factuality.Status != FactualityStatus.Requested || read.Type == EventType.Request))
                coded.Add(read);
        }
        return new StoryCoding(
            coded, attributions,
            predicates.ConvertAll(predicate =>
                new Predicate(new TokenRange(predicate.Token, predicate.Token + 1).In(document), predicate.Innermost, predicate.Outlet,
                    predicate.Readers ?? predicate.Innermost.Value, Chain(predicate.Voice, predicate.Token))),
            times.ConvertAll(time => time.Expression), [.. named],
            Entities(document))
        {
            Quantities = quantities.ConvertAll(quantity => quantity.Quantity),
            Balance = balance.Read(document, voices, attributions),
        };
    }

    /// <summary>"An agreement under which instructors will train sappers": the terms of a paper are no promises of their own.</summary>
    static bool IsTermOfPaper(CodedEvent coded, Document document) => coded.Type is EventType.Agree or EventType.Concede && coded.Voices.Count > 0
        && coded.Voices[^1] is { Kind: AttributionKind.Writing, Cue: { } cue } && cue.Of(document.Text).Equals("under", StringComparison.OrdinalIgnoreCase);

    /// <summary>A museum or an anniversary tells of it.</summary>
    bool IsRemembered(Document document, int token)
    {
        var (first, end) = document.Sentence(document.SentenceOf(token));
        for (var at = first; at < end; at++)
        {
            if (document.Upos[at] is Upos.Noun or Upos.Verb && resources.Codebook.Remembrance.Contains(document.Lemma(at)))
                return true;
        }
        return false;
    }

    /// <summary>
    /// Takes out those who only report the event: in "demolished homes, Palestinian officials said" nobody demolished officials,
    /// whatever the tree coordinates.
    /// </summary>
    EventDraft WithoutSpeakers(EventDraft draft, Document document)
    {
        foreach (var voice in voices)
        {
            if (voice.Source is not { } source || voice.CueToken < 0 || voice.Source.Value.Contains(draft.Token) || !voice.Says(draft.Token)
                || voice.Says(source.First) || !resources.Cues.IsPureReport(document.Lemma(voice.CueToken)))
                continue;
            var said = source.In(document);
            if (draft.Recipients.Any(actor => actor.Passage.Overlaps(said)))
                draft = draft with { Recipients = [.. draft.Recipients.Where(actor => !actor.Passage.Overlaps(said))] };
            if (draft.Actors.Count > 1 && draft.Actors.Any(actor => actor.Passage.Overlaps(said)))
                draft = draft with { Actors = [.. draft.Actors.Where(actor => !actor.Passage.Overlaps(said))] };
        }
        return draft;
    }

    /// <summary>Words and help that may, could or would come are none; force that is feared is worth knowing.</summary>
    static bool IsMereThought(CodedEvent coded) => coded.Type.Quad() != QuadClass.MaterialConflict
        && coded.Factuality.Status is FactualityStatus.Possible or FactualityStatus.Hypothetical or FactualityStatus.Conditional
            or FactualityStatus.Unlikely;

    void Clear()
    {
        actors.Clear();
        places.Clear();
        named.Clear();
        located.Clear();
        voices.Clear();
        predicates.Clear();
        times.Clear();
        quantities.Clear();
        drafts.Clear();
    }

    CodedEvent ToEvent(EventDraft draft, Document document, List<Attribution> attributions, DateTimeOffset? published)
    {
        var sentence = document.SentenceOf(draft.Token);
        var (start, end) = document.SentenceCharacters(sentence);
        var reading = certainty.Of(draft.Claim);
        var chain = Chain(reading.Voice, draft.Claim).ConvertAll(voice => attributions[voice]);
        // An intention stands as surely as it is told; "if" and "perhaps" around it still count.
        var isStated = draft.IsStatement && reading.Innermost.Status is FactualityStatus.Planned or FactualityStatus.Hypothetical
            or FactualityStatus.Conditional or FactualityStatus.Denied;
        return new CodedEvent
        {
            Type = draft.Meaning.Type,
            Mode = draft.Meaning.Mode,
            Contexts = draft.Meaning.Contexts,
            Cameo = draft.Meaning.Cameo,
            Actors = draft.Actors,
            Recipients = draft.Recipients,
            Trigger = new TokenRange(draft.Token, draft.End).In(document),
            Evidence = new Passage(start, end),
            Voices = chain,
            Factuality = isStated ? Factuality.Asserted : reading.Innermost,
            OutletFactuality = !isStated ? reading.Outlet : chain.Count == 0 ? Factuality.Asserted : Factuality.Unknown,
            Time = EventTimes.Of(document, draft.Claim, dated, published),
            Place = PlaceOf(draft, document),
            Quantities = QuantitiesOf(draft, document),
            Confidence = draft.Confidence,
        };
    }

    /// <summary>The voices around an event, outermost first. An act of speech is not its own speaker's claim.</summary>
    List<int> Chain(int voice, int token)
    {
        var chain = new List<int>();
        for (var steps = 0; voice >= 0 && steps <= voices.Count; voice = voices[voice].Parent, steps++)
        {
            if (voices[voice].CueToken != token)
                chain.Insert(0, voice);
        }
        return chain;
    }

    Attribution ToAttribution(Voice voice, Document document)
    {
        Actor? source = null;
        if (voice.Source is { } range)
        {
            var named = voice.SourceAntecedent is { } antecedent ? Known(antecedent) : null;
            named ??= Known(range);
            var passage = range.In(document);
            source = new Actor(passage, passage.Of(document.Text), named?.Code ?? default, named?.Name);
        }
        return new Attribution(
            source, voice.Cue?.In(document), [.. voice.Content.Select(content => content.In(document))], voice.Kind)
        {
            Speaker = voice.SourceAntecedent?.In(document),
        };
    }

    /// <summary>The first actor mention inside a range of tokens.</summary>
    ActorMention? Known(TokenRange range)
    {
        foreach (var mention in actors)
        {
            if (mention.First < range.End && range.First < mention.End)
                return mention;
        }
        return null;
    }

    /// <summary>The place nearest to the trigger in its own sentence that is no party of the event.</summary>
    Place? PlaceOf(EventDraft draft, Document document)
    {
        PlaceMention? best = null;
        var bestDistance = int.MaxValue;
        var sentence = document.SentenceOf(draft.Token);
        var clause = Clause.Of(document, tree, draft.Token);
        foreach (var place in located)
        {
            if (place.First >= document.TokenCount || document.SentenceOf(place.First) != sentence || IsParty(place, draft, document))
                continue;
            // Inside the event's own clause first; towns before countries at the same distance.
            var distance = Math.Abs(place.First - draft.Token) + (tree.IsUnder(place.First, clause) ? 0 : 50)
                + (place.Kind == PlaceKind.Country ? 8 : 0) + (Clause.IsLocative(document, tree, place) ? 0 : 20);
            if (distance < bestDistance)
                (best, bestDistance) = (place, distance);
        }
        return best is { } found ? ToPlace(found, document) : null;
    }

    static bool IsParty(PlaceMention place, EventDraft draft, Document document)
    {
        var passage = new TokenRange(place.First, place.End).In(document);
        return draft.Actors.Any(actor => actor.Passage.Overlaps(passage))
            || draft.Recipients.Any(actor => actor.Passage.Overlaps(passage));
    }

    List<Quantity> QuantitiesOf(EventDraft draft, Document document)
    {
        var found = new List<Quantity>();
        var sentence = document.SentenceOf(draft.Token);
        var clause = Clause.Of(document, tree, draft.Token);
        foreach (var quantity in quantities)
        {
            if (quantity.Head < document.TokenCount && document.SentenceOf(quantity.Head) == sentence
                && Clause.Of(document, tree, quantity.Head) == clause)
            {
                found.Add(quantity.Quantity);
            }
        }
        return found;
    }

    List<NamedEntity> Entities(Document document)
    {
        var entities = new List<NamedEntity>(document.Entities.Count);
        foreach (var entity in document.Entities)
        {
            var known = Known(new TokenRange(entity.First, entity.End));
            entities.Add(new NamedEntity(
                new TokenRange(entity.First, entity.End).In(document), entity.Type, known?.Code ?? default, known?.Name));
        }
        return entities;
    }

    static Place ToPlace(PlaceMention place, Document document) => new(
        new TokenRange(place.First, place.End).In(document), place.Name, place.Country, place.Latitude, place.Longitude, place.Id);
}
