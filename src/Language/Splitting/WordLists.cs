using System.Collections.Frozen;

namespace Tocsin.Language.Splitting;

/// <summary>Closed classes of English that decide where tokens and sentences end.</summary>
static class WordLists
{
    /// <summary>Titles that stand before a name and keep their full stop.</summary>
    static readonly FrozenSet<string> Titles = Set(
        "mr mrs ms messrs mme mlle dr prof rev fr hon pres gov sen rep reps sens govs gen lt col maj capt cpt cmdr cdr " +
        "adm brig sgt cpl pvt pfc supt insp amb st ste mt ft atty ald dep sec asst assoc sr. msgr br gens cols drs profs");

    /// <summary>Abbreviations inside a sentence, whatever follows.</summary>
    static readonly FrozenSet<string> Inner = Set("vs viz cf eg ie approx ca incl aka e.g i.e a.k.a c.f");

    /// <summary>Abbreviations that may also be the last word of a sentence.</summary>
    static readonly FrozenSet<string> Ends = Set(
        "inc corp ltd co bros llc plc jr sr esq ph.d phd etc univ dept est ave blvd rd bldg govt intl natl assn " +
        "calif conn mass mich minn okla ore penn tenn wash wis fla ariz ala ill ind kan nev tex ga va ky");

    /// <summary>Abbreviations only with their capital and before a number or comma: they are words too.</summary>
    static readonly FrozenSet<string> Dates = Set(
        "jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun");

    /// <summary>Abbreviations only before a number.</summary>
    static readonly FrozenSet<string> BeforeNumbers = Set("b c d no nos art arts fig figs sec vol vols p pp para paras ch chap tel ext");

    /// <summary>After a full stop or an abbreviation, these with a capital start a sentence.</summary>
    static readonly FrozenSet<string> Starters = Set(
        "the a an this that these those he she it they we i you his her its their our my your there here in on at by " +
        "for from with without after before since until during while when where as if although though because but and " +
        "or so yet nor however meanwhile moreover still then now later earlier also both some many most several all " +
        "no not what who why how one two three according despite under over asked speaking last next such");

    /// <summary>Words that go on with a clock time: 5 p.m. Monday, 5 p.m. GMT.</summary>
    static readonly FrozenSet<string> ClockFollowers = Set(
        "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august " +
        "september october november december jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thurs " +
        "fri sat sun gmt utc est edt cst cdt pst pdt cet cest eet eest msk bst et ct pt eastern central pacific moscow kyiv");

    /// <summary>Verbs after which a quoted question was the speech: "Why?" Osmani asked.</summary>
    static readonly FrozenSet<string> Speech = Set(
        "said says asked asks told wrote added tweeted shouted cried replied answered warned continued wondered " +
        "declared exclaimed insisted demanded chanted");

    /// <summary>Prefixes that stay with the word behind their hyphen.</summary>
    static readonly FrozenSet<string> Prefixes = Set(
        "anti non e re co pre pro mid post over multi ex sub counter semi mini neo socio intra cross arch micro un " +
        "ultra quasi pseudo trans infra mega hyper psycho geo euro crypto de dis mis bi tri under extra super pan inter");

    /// <summary>Units that are words of their own behind a number: 5pm, 3bn, 40km.</summary>
    static readonly FrozenSet<string> Units = Set(
        "am pm a.m p.m a.m. p.m. k m b bn mn mln tn trn mm cm km kg g mg lb lbs oz ft in mph kph kmh kw mw gw kwh mwh " +
        "hr hrs min mins sec secs ha sq pc pct x yr yrs hz khz mhz ghz kb mb gb tb usd eur gmt");

    /// <summary>Contractions without an apostrophe and fused words: where the second word starts.</summary>
    static readonly FrozenDictionary<string, int> Fused = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase)
    {
        ["cannot"] = 3,
        ["gonna"] = 3,
        ["gotta"] = 3,
        ["wanna"] = 3,
        ["lemme"] = 3,
        ["gimme"] = 3,
        ["dont"] = 2,
        ["didnt"] = 3,
        ["doesnt"] = 4,
        ["isnt"] = 2,
        ["wasnt"] = 3,
        ["arent"] = 3,
        ["werent"] = 4,
        ["couldnt"] = 5,
        ["wouldnt"] = 5,
        ["shouldnt"] = 6,
        ["havent"] = 4,
        ["hasnt"] = 3,
        ["hadnt"] = 3,
        ["aint"] = 2,
        ["wont"] = 2,
        ["cant"] = 2,
        ["ive"] = 1,
        ["im"] = 1,
        ["youre"] = 3,
        ["theyre"] = 4,
        ["thats"] = 4,
        ["theres"] = 5,
        ["whats"] = 4,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>Top-level domains that tell a bare host name from a missing space.</summary>
    static readonly FrozenSet<string> Domains = Set(
        "com org net edu gov mil int info biz eu uk us ru ua rs hr ba me mk al de fr it es at ch pl cz ca au in cn jp " +
        "io tv co ks xk ge am az tr gr ro bg hu si by kz doc docx pdf xls txt jpg png html htm php");

    public static bool IsTitle(ReadOnlySpan<char> word) => Contains(Titles, word);

    public static bool IsInner(ReadOnlySpan<char> word) => Contains(Inner, word);

    public static bool MayEnd(ReadOnlySpan<char> word) => Contains(Ends, word);

    public static bool IsDate(ReadOnlySpan<char> word) => Contains(Dates, word);

    public static bool IsBeforeNumber(ReadOnlySpan<char> word) => Contains(BeforeNumbers, word);

    public static bool IsStarter(ReadOnlySpan<char> word) => Contains(Starters, word);

    public static bool FollowsClock(ReadOnlySpan<char> word) => Contains(ClockFollowers, word);

    public static bool IsSpeech(ReadOnlySpan<char> word) => Contains(Speech, word);

    public static bool IsPrefix(ReadOnlySpan<char> word) => Contains(Prefixes, word);

    public static bool IsUnit(ReadOnlySpan<char> word) => Contains(Units, word);

    public static bool IsDomain(ReadOnlySpan<char> word) => Contains(Domains, word);

    /// <summary>Where the second word of a fused one starts, 0 where the word is one.</summary>
    public static int FusedAt(ReadOnlySpan<char> word) =>
        word.Length <= 8 && Fused.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var at) ? at : 0;

    static bool Contains(FrozenSet<string> set, ReadOnlySpan<char> word) =>
        word.Length <= 12 && set.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);

    static FrozenSet<string> Set(string words) =>
        words.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
