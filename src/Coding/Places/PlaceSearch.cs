using System.Collections.Frozen;
using Tocsin.Language;

namespace Tocsin.Coding;

/// <summary>One thread's work space for finding places: names first, then which place a name means.</summary>
sealed partial class PlaceSearch
{
    const int LongestName = 6;

    /// <summary>What a place's first name is worth beside one of its other names, in powers of ten of people.</summary>
    const double OwnName = 0.8;

    /// <summary>Least weight of a place that no tagger vouches for: after a preposition, and anywhere.</summary>
    const double LeastAfterPreposition = 4.2;

    const double LeastAnywhere = 7;

    /// <summary>Least weight of a place within a body's name.</summary>
    const double LeastOfSeat = 3.5;

    /// <summary>People of a city that is meant before a division of its name.</summary>
    const int GreatCity = 500_000;

    readonly List<(int End, NamedPlace Place)> named = [];
    readonly List<Candidate> candidates = [];
    readonly List<Finding> findings = [];
    int[] wordOf = [];
    bool[] closed = [];
    bool[] barred = [];
    int[] bodyEnd = [];
    bool[] isMistaken = [];
    bool[] isCountryActor = [];
    EntityType?[] typeOf = [];
    Gazetteer gazetteer = null!;
    Document document = null!;

    /// <summary>
    /// A place that a name may mean: <paramref name="Named"/>, or a number of the table. Candidates of one name lie
    /// side by side.
    /// </summary>
    readonly record struct Candidate(NamedPlace? Named, int Number, double Latitude, double Longitude, double Weight);

    /// <summary>
    /// A name in the text with its candidates and the one chosen. One within a body's name ("Paris Police Department")
    /// says where the story plays.
    /// </summary>
    record struct Finding(
        int First, int End, int FirstCandidate, int EndCandidate, ulong Key, int Chosen, bool Settled, bool IsSeat);

    public void Find(Gazetteer places, Document text, IReadOnlyList<ActorMention> actors, List<PlaceMention> found)
    {
        (gazetteer, document) = (places, text);
        candidates.Clear();
        findings.Clear();
        Mark(actors);
        for (var sentence = 0; sentence < text.SentenceCount; sentence++)
        {
            var (first, end) = text.Sentence(sentence);
            for (var token = first; token < end;)
            {
                var next = closed[token] ? 0 : !barred[token] ? TakeName(token, end, isSeat: false)
                    : bodyEnd[token] > 0 ? TakeName(token, bodyEnd[token], isSeat: true)
                    : IsAbbreviated(token) ? TakeName(token, token + 1, isSeat: true) : 0;
                token = next > token ? next : token + 1;
            }
        }
        Choose(actors);
        foreach (var finding in findings)
        {
            if (!finding.IsSeat || IsSeatOfInstitution(finding))
                found.Add(Mention(finding));
        }
        (gazetteer, document) = (null!, null!);
    }

    void Mark(IReadOnlyList<ActorMention> actors)
    {
        var count = document.TokenCount;
        if (wordOf.Length < count)
        {
            wordOf = new int[count * 2];
            closed = new bool[count * 2];
            barred = new bool[count * 2];
            bodyEnd = new int[count * 2];
            isMistaken = new bool[count * 2];
            isCountryActor = new bool[count * 2];
            typeOf = new EntityType?[count * 2];
        }
        typeOf.AsSpan(0, count).Clear();
        isCountryActor.AsSpan(0, count).Clear();
        barred.AsSpan(0, count).Clear();
        bodyEnd.AsSpan(0, count).Clear();
        isMistaken.AsSpan(0, count).Clear();
        for (var token = 0; token < count; token++)
        {
            var isName = document.Upos[token] is Upos.Propn or Upos.X || char.IsUpper(FirstLetter(token));
            wordOf[token] = gazetteer.Named.WordOf(document.Form(token));
            closed[token] = !isName;
        }
        foreach (var entity in document.Entities)
        {
            typeOf.AsSpan(entity.First, entity.End - entity.First).Fill(entity.Type);
            if (entity.Type is EntityType.Per or EntityType.Org)
                barred.AsSpan(entity.First, entity.End - entity.First).Fill(true);
            if (entity.Type == EntityType.Org)
                bodyEnd.AsSpan(entity.First, entity.End - entity.First).Fill(entity.End);
        }
        foreach (var entity in document.Entities)
        {
            if (entity.Type is EntityType.Loc || !(IsPackName(entity.First, entity.End) || IsOfStory(entity.First, entity.End, actors)))
                continue;
            barred.AsSpan(entity.First, entity.End - entity.First).Clear();
            bodyEnd.AsSpan(entity.First, entity.End - entity.First).Clear();
            isMistaken.AsSpan(entity.First, entity.End - entity.First).Fill(true);
        }
        foreach (var actor in actors)
        {
            if (actor.Kind is ActorKind.Country or ActorKind.Sector or ActorKind.Office)
                isCountryActor.AsSpan(actor.First, actor.End - actor.First).Fill(true);
            if (actor.Kind is ActorKind.Person or ActorKind.Body or ActorKind.Group)
            {
                for (var token = actor.First; token < actor.End; token++)
                    barred[token] |= typeOf[token] != EntityType.Loc && !(isMistaken[token] && actor.Code.Country is null);
            }
        }
    }

    /// <summary>Whether exactly these words are the name of a place of the packs.</summary>
    bool IsPackName(int first, int end)
    {
        named.Clear();
        gazetteer.Named.At(document, wordOf.AsSpan(), first, end, named);
        return named.Exists(match => match.End == end && match.Place.Kind is not (PlaceKind.Country or PlaceKind.Region));
    }

    /// <summary>Whether exactly these words name a place in a country that the story speaks of.</summary>
    bool IsOfStory(int first, int end, IReadOnlyList<ActorMention> actors)
    {
        if (end - first > 3 || document.Upos[first] != Upos.Propn || OrdinaryWords.Contains(document.Form(first)))
            return false;
        foreach (var place in gazetteer.Table.Find(KeyOf(first, end)))
        {
            foreach (var actor in actors)
            {
                if (actor.Code.Country is { } country && gazetteer.AlphaTwo.TryGetValue(country, out var two) && gazetteer.Table.IsIn(place, two))
                    return true;
            }
        }
        return false;
    }

    /// <summary>"In Lešak", "the mayor of Leposavić", "between Zvečan and Leposavić", "Klina, in the west".</summary>
    bool IsAskedFor(int first)
    {
        var sentence = document.Sentence(document.SentenceOf(first)).First;
        var at = first - 1;
        for (var steps = 0; at > sentence && steps < 6 && (document.Form(at) is "and" or "," or "or" || document.Upos[at] == Upos.Propn); steps++)
            at--;
        return at >= sentence && document.Upos[at] == Upos.Adp && document.Form(at) is not ("by" or "By" or "with" or "for" or "against" or "about" or "like"
            or "as" or "after" or "than" or "per" or "without") || (at >= sentence && document.Lemma(at) is "village" or "town" or "hamlet" or "near" or "leave" or "reach" or "enter");
    }

    char FirstLetter(int token)
    {
        var form = document.Form(token);
        return form.Length == 0 ? ' ' : form[0];
    }

    /// <summary>Takes the longest name that starts here and returns the token after it, or 0.</summary>
    int TakeName(int first, int end, bool isSeat)
    {
        var firstCandidate = candidates.Count;
        named.Clear();
        gazetteer.Named.At(document, wordOf.AsSpan(), first, end, named);
        var stop = 0;
        foreach (var (nameEnd, _) in named)
            stop = Math.Max(stop, !isSeat && barred.AsSpan(first, nameEnd - first).Contains(true) ? 0 : nameEnd);
        var worldStop = LongestInWorld(first, end, Math.Max(stop, first + 1), isSeat, out var key);
        if (worldStop == 0 && stop == 0)
            return 0;
        var last = Math.Max(stop, worldStop);
        foreach (var (nameEnd, place) in named)
        {
            if (nameEnd == last && IsReadingOf(place, first))
                candidates.Add(new Candidate(place, -1, place.Latitude ?? 0, place.Longitude ?? 0, WeightOf(place)));
        }
        if (worldStop == last)
            AddFromWorld(key, firstCandidate);
        if (candidates.Count == firstCandidate || !(isSeat ? MayBeSeat(first, last, end, firstCandidate) : IsPlaceName(first, last, firstCandidate)))
        {
            candidates.RemoveRange(firstCandidate, candidates.Count - firstCandidate);
            return 0;
        }
        if (key == 0)
            key = KeyOf(first, last);
        findings.Add(new Finding(first, last, firstCandidate, candidates.Count, key, -1, false, isSeat));
        return last;
    }

    /// <summary>
    /// A name of a region and a country: Georgia is the country where the actors say so, Scotland is the region.
    /// </summary>
    bool IsReadingOf(NamedPlace place, int first)
    {
        if (place.Kind is not (PlaceKind.Region or PlaceKind.Country))
            return true;
        var other = place.Kind == PlaceKind.Region ? PlaceKind.Country : PlaceKind.Region;
        if (!named.Exists(match => match.Place.Kind == other))
            return true;
        var isCountry = document.Form(first) is "Georgia" && isCountryActor[first];
        return isCountry == (place.Kind == PlaceKind.Country);
    }

    static double WeightOf(NamedPlace place) => place.Kind switch
    {
        PlaceKind.Country => 8,
        PlaceKind.Region => 6.4,
        _ => 9,
    };

    /// <summary>End of the longest name of the table that starts at a token and reaches to a stop, or 0.</summary>
    int LongestInWorld(int first, int end, int least, bool isSeat, out ulong key)
    {
        key = 0;
        if (FirstLetter(first) is var letter && !char.IsUpper(letter))
            return 0;
        var name = new PlaceName();
        var best = 0;
        for (var token = first; token < end && token < first + LongestName; token++)
        {
            if ((barred[token] && !isSeat) || (closed[token] && !IsLink(token, first, end)))
                break;
            if (token > first && document.Starts[token] > document.Ends[token - 1])
                name.Part();
            name.Add(document.Form(token));
            if (token + 1 < least || closed[token] || !char.IsUpper(FirstLetter(token)))
                continue;
            if (gazetteer.Table.Find(name.Key) is { Length: > 0 })
                (best, key) = (token + 1, name.Key);
        }
        return best;
    }

    bool IsLink(int token, int first, int end) => token > first && token + 1 < end && !closed[token + 1]
        && document.Form(token) is "-" or "of" or "de" or "la" or "le" or "on" or "upon" or "the" or "sur" or "d'"
            or "do" or "del" or "da" or "am" or "an" or "der" or "und" or "and";

    /// <summary>
    /// A country's name is the country; a division's is the division, unless a great city is called so ("New York").
    /// </summary>
    void AddFromWorld(ulong key, int firstCandidate)
    {
        var least = 0;
        for (var choice = firstCandidate; choice < candidates.Count; choice++)
        {
            least = Math.Max(least, candidates[choice].Named!.Kind switch
            {
                PlaceKind.Country => int.MaxValue,
                PlaceKind.Region => GreatCity,
                _ => 0,
            });
        }
        foreach (var place in gazetteer.Table.Find(key))
        {
            if (gazetteer.Table.Population(place) < least)
                continue;
            var (latitude, longitude) = gazetteer.Table.Point(place);
            var weight = Math.Log10(gazetteer.Table.Population(place) + 10)
                + (PlaceName.KeyOf(gazetteer.Table.Name(place)) == key ? OwnName : 0)
                + (gazetteer.Table.Kind(place) == PlaceKind.Capital ? 0.7 : 0)
                - (gazetteer.Table.Kind(place) == PlaceKind.Suburb ? 0.5 : 0);
            candidates.Add(new Candidate(null, place, latitude, longitude, weight));
        }
    }

    ulong KeyOf(int first, int end)
    {
        var name = new PlaceName();
        for (var token = first; token < end; token++)
        {
            if (token > first && document.Starts[token] > document.Ends[token - 1])
                name.Part();
            name.Add(document.Form(token));
        }
        return name.Key;
    }

    /// <summary>
    /// Whether the words are meant as a place: no part of a longer name, and for small places said so by the name
    /// tagger, by a preposition or by the region that follows.
    /// </summary>
    bool IsPlaceName(int first, int end, int firstCandidate)
    {
        var isTagged = true;
        for (var token = first; token < end; token++)
            isTagged &= typeOf[token] == EntityType.Loc;
        var best = candidates[firstCandidate];
        var isNamed = best.Named is not null;
        if (IsPartOfLongerName(first, end) || (!isNamed && end == first + 1 && OrdinaryWords.Contains(document.Form(first))))
            return false;
        if (isTagged)
            return true;
        if (document.Upos[end - 1] is not (Upos.Propn or Upos.X or Upos.Noun) && !isNamed)
            return false;
        if (isNamed)
            return document.Upos[first] == Upos.Propn || end - first > 1;
        // The tagger takes small places for persons and bodies: where a place is asked for, the whole name is one.
        if (isMistaken[first])
            return IsAskedFor(first);
        if (document.Upos[first] != Upos.Propn)
            return false;
        var (sentenceFirst, sentenceEnd) = document.Sentence(document.SentenceOf(first));
        if (end + 1 < sentenceEnd && document.Form(end) is "," && IsRegion(end + 1))
            return true;
        if (best.Weight >= LeastAnywhere)
            return true;
        return first > sentenceFirst && document.Form(first - 1) is "in" or "at" or "near" or "from" or "outside"
            or "of" or "to" or "around" or "between" or "toward" or "towards" or "into" or "through" or "for"
            or "village" or "town" or "city" && best.Weight >= LeastAfterPreposition;
    }

    /// <summary>"W.Va.", which the name tagger may take for a person's initials.</summary>
    bool IsAbbreviated(int token) => document.Form(token) is [.., '.'] form && form[..^1].Contains('.') && IsRegion(token);

    /// <summary>A place at the head of a body's name, or after "of" and "in" within it.</summary>
    bool MayBeSeat(int first, int end, int bodyEnd, int firstCandidate)
    {
        if (IsAbbreviated(first))
            return true;
        var opens = first == 0 || this.bodyEnd[first - 1] != bodyEnd || document.Form(first - 1) is "of" or "in" or "at";
        var best = candidates[firstCandidate];
        return opens && document.Upos[first] == Upos.Propn
            && (best.Named is not null || (best.Weight >= LeastOfSeat && !OrdinaryWords.Contains(document.Form(first))));
    }

    /// <summary>An office, school or service of the place: it lies there, as a newspaper or a club named so need not.</summary>
    bool IsSeatOfInstitution(in Finding finding)
    {
        if (bodyEnd[finding.First] == 0)
            return true;
        for (var token = finding.First; token < bodyEnd[finding.First]; token++)
        {
            if ((token >= finding.End || token < finding.First) && Institutions.Contains(document.Form(token)))
                return true;
        }
        for (var token = finding.First - 1; token >= 0 && bodyEnd[token] == bodyEnd[finding.First]; token--)
        {
            if (Institutions.Contains(document.Form(token)))
                return true;
        }
        return false;
    }

    static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Institutions = new[]
    {
        "Police", "Council", "Department", "County", "Court", "Courthouse", "School", "Schools", "University", "College", "Hospital", "Sheriff", "Board",
        "Commission", "Legislature", "Senate", "House", "Assembly", "Fire", "Library", "Museum", "Airport", "Authority", "Service", "Services", "Office",
        "Bureau", "Division", "District", "Center", "Centre", "City", "State", "Academy", "Institute", "Chamber", "Association", "Foundation", "Church",
        "Cathedral", "Diocese", "Community", "Public", "Supreme", "Attorney", "Parliament", "Ministry", "Government", "Agency", "Jail", "Prison", "Medical",
        "Clinic", "Health", "Regional", "Municipal", "Township", "Borough", "Constabulary", "Infirmary", "Guard", "Administration", "Authorities",
    }.ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Words that towns are called by and that news writes with a capital for other reasons.</summary>
    static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> OrdinaryWords = new[]
    {
        "North", "South", "East", "West", "Northern", "Southern", "Eastern", "Western", "Central", "Northeast", "Northwest", "Southeast", "Southwest",
        "Upper", "Lower", "Center", "Centre", "Central", "Middle", "Midlands", "Street", "Hall", "City", "Town", "Village", "County", "Hill", "Hills",
        "Ridge", "Trail", "Lane", "Court", "Earth", "Mound", "Union", "Meadow", "Meadows", "Area", "Lake", "Creek", "Valley", "Park", "River", "Bridge",
        "Hospital", "Church", "School", "Temple", "Chapel", "Abbey", "Castle", "Tower", "Palace", "House", "Bank", "Bay", "Beach", "Port", "Point", "Cape",
        "Island", "Islands", "Mountain", "Forest", "Wood", "Woods", "Field", "Fields", "Garden", "Gardens", "Square", "Station", "Mill", "Mills", "Mine",
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December", "Monday", "Tuesday",
        "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "Spring", "Summer", "Autumn", "Winter", "Royal", "Prince", "Princess", "King", "Queen",
        "Imperial", "Republic", "Liberty", "Independence", "Freedom", "Justice", "Peace", "Hope", "Faith", "Unity", "Progress", "Enterprise", "Industry",
        "Commerce", "Energy", "Media", "Police", "Army", "General", "Major", "Captain", "President", "Minister", "Senator", "Mayor", "Bishop", "Best",
        "Delta", "Bell", "Grill", "Hurricane", "Storm", "Eagle", "Star", "Sun", "Moon", "Universal", "National", "Federal", "Global",
        "Man", "Boys", "Of", "The", "And", "Well", "Wells", "Many", "Most", "Same", "Sale", "Battle", "Crossing", "Council",
        "Christian", "Islam", "Orthodox", "Jewish", "Catholic", "Muslim", "Young", "Old", "New", "Great", "Big", "Little", "Long", "White", "Black", "Green",
        "Brown", "Red", "Blue", "Gray", "Grey", "Gold", "Silver", "Diamond", "Rice", "Apple", "Ford", "Price", "Miss", "Mr", "Mrs", "Dr",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    bool IsRegion(int token)
    {
        if (wordOf[token] < 0)
            return false;
        named.Clear();
        gazetteer.Named.At(document, wordOf.AsSpan(), token, Math.Min(token + 4, document.TokenCount), named);
        return named.Exists(match => match.Place.Kind is PlaceKind.Region or PlaceKind.Country);
    }

    /// <summary>The last word of many names, which says what is named.</summary>
    bool IsKind(int token) => document.Form(token) is "County" or "Parish" or "Street" or "Avenue" or "Road" or "Park"
        or "Boulevard" or "River" or "Lake" or "Island" or "Islands" or "Airport" or "Valley" or "Beach" or "Bay"
        or "Bridge" or "Square" or "Township" or "Mountains" or "Hills" or "Drive" or "Lane" or "Creek" or "Way";

    bool IsPartOfLongerName(int first, int end)
    {
        var (sentenceFirst, sentenceEnd) = document.Sentence(document.SentenceOf(first));
        if (end < sentenceEnd && document.Upos[end] == Upos.Propn && char.IsUpper(FirstLetter(end))
            && document.Deprels[end] is Deprel.Flat or Deprel.Goeswith && document.Heads[end] >= first
            && document.Heads[end] < end)
            return true;
        if (end < sentenceEnd && typeOf[end] == EntityType.Loc && typeOf[end - 1] == EntityType.Loc
            && IsKind(end))
            return true;
        // "Wall Street" is not the town of Street.
        if (end == first + 1 && first > sentenceFirst && document.Upos[first - 1] == Upos.Propn && IsKind(first))
            return true;
        return first > sentenceFirst && document.Upos[first - 1] == Upos.Propn && char.IsUpper(FirstLetter(first - 1))
            && typeOf[first - 1] is EntityType.Per or EntityType.Org && typeOf[first] == typeOf[first - 1];
    }
}
