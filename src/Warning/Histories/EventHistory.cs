namespace Tocsin.Warning.Histories;

/// <summary>
/// The events of a set in canonical order: the same events give the same history in whatever order they stood, and
/// however often each stood.
/// </summary>
public sealed class EventHistory
{
    const int ActorBits = 18;
    const int RootBits = 5;
    const ulong ActorMask = (1 << ActorBits) - 1;

    // Day, first actor, second actor, root, from the highest bits down: sorted keys are in order of time.
    readonly ulong[] events;

    readonly ulong[] within;

    EventHistory(CodeSystem system, string[] actors, ulong[] events, ulong[] within)
    {
        this.within = within;
        System = system;
        Actors = actors;
        this.events = events;
    }

    public CodeSystem System { get; }

    /// <summary>Names of the actors, in ordinal order; events hold their places here.</summary>
    public IReadOnlyList<string> Actors { get; }

    /// <summary>Directed events with equal day, actors and root counted once.</summary>
    public int Count => events.Length;

    public DateOnly First => DateOnly.FromDayNumber(DayOf(events[0]));

    public DateOnly Last => DateOnly.FromDayNumber(DayOf(events[^1]));

    /// <summary>The events in order of time; days are day numbers of <see cref="DateOnly"/>.</summary>
    public IEnumerable<(int Day, int Actor, int Recipient, int Root)> Events =>
        events.Select(key => (DayOf(key), ActorOf(key), RecipientOf(key), RootOf(key)));

    /// <summary>Events of an actor with itself, in order of time: they make no dyad and tell of unrest at home.</summary>
    public IEnumerable<(int Day, int Actor, int Root)> Domestic => within.Select(key => (DayOf(key), ActorOf(key), RootOf(key)));

    static ulong Key(int day, int actor, int recipient, int root) =>
        ((((ulong)day << ActorBits | (uint)actor) << ActorBits | (uint)recipient) << RootBits) | (uint)root;

    static int DayOf(ulong key) => (int)(key >> (2 * ActorBits + RootBits));

    static int ActorOf(ulong key) => (int)(key >> (ActorBits + RootBits) & ActorMask);

    static int RecipientOf(ulong key) => (int)(key >> RootBits & ActorMask);

    static int RootOf(ulong key) => (int)(key & ((1 << RootBits) - 1));

    /// <summary>Gathers events; those of roots outside the system are left out.</summary>
    /// <param name="system">Null: WEIS if any event has root 21 or 22, else CAMEO.</param>
    /// <exception cref="HistoryException">No event is left, or there are too many actors.</exception>
    public static EventHistory Of(IEnumerable<HistoryEvent> read, CodeSystem? system)
    {
        var names = new Dictionary<string, int>(StringComparer.Ordinal);
        var found = new HashSet<ulong>();
        var within = new HashSet<ulong>();
        var isWeis = false;
        foreach (var one in read)
        {
            if (one.Root is < 1 or > 22)
                continue;
            isWeis |= one.Root > 20 && one.Actor != one.Recipient;
            (one.Actor == one.Recipient ? within : found).Add(Key(one.Day.DayNumber, Place(one.Actor), Place(one.Recipient), one.Root));
            if (names.Count >= 1 << ActorBits)
                throw new HistoryException(0, $"more than {(1 << ActorBits) - 1} actors: are their codes in the right columns?");
        }
        var chosen = system ?? (isWeis ? CodeSystem.Weis : CodeSystem.Cameo);
        var actors = names.Keys.Order(StringComparer.Ordinal).ToArray();
        var places = new int[actors.Length];
        for (var i = 0; i < actors.Length; i++)
            places[names[actors[i]]] = i;
        if (!found.Any(key => RootOf(key) <= EventRoots.Highest(chosen)))
            throw new HistoryException(0, "no event was left to count: every row was refused or of another code system");
        return new EventHistory(chosen, actors, Sorted(found), Sorted(within));

        ulong[] Sorted(HashSet<ulong> keys)
        {
            var sorted = keys.Where(key => RootOf(key) <= EventRoots.Highest(chosen))
                .Select(key => Key(DayOf(key), places[ActorOf(key)], places[RecipientOf(key)], RootOf(key))).ToArray();
            Array.Sort(sorted);
            return sorted;
        }

        int Place(string name)
        {
            if (!names.TryGetValue(name, out var place))
                names.Add(name, place = names.Count);
            return place;
        }
    }
}
