namespace Tocsin.Training;

/// <summary>
/// What English spelling and a list of words know of lemmas beyond the treebanks: "provoking" is "provoke" because there
/// is no word "provok", "timed" is "time" because "tim" would double its consonant, and "fled" is irregular.
/// </summary>
sealed class LemmaSpelling
{
    /// <summary>Base, past and participle where the treebanks may not show them; facts of any grammar.</summary>
    const string Irregular = """
        arise arose arisen; awake awoke awoken; bear bore borne; beat beat beaten; befall befell befallen; beget begot begotten;
        behold beheld beheld; bend bent bent; backslide backslid backslid; beset beset beset; bet bet bet; bid bid bid; bind bound bound; bite bit bitten;
        bleed bled bled; blow blew blown; breed bred bred; broadcast broadcast broadcast; burst burst burst; cast cast cast;
        catch caught caught; cling clung clung; creep crept crept; deal dealt dealt; dig dug dug; dwell dwelt dwelt;
        fall fell fallen; feed fed fed; fight fought fought; flee fled fled; fling flung flung; fly flew flown;
        forbid forbade forbidden; forecast forecast forecast; forego forewent foregone; foresee foresaw foreseen;
        forget forgot forgotten; forgive forgave forgiven; forsake forsook forsaken; freeze froze frozen; grind ground ground;
        grow grew grown; hang hung hung; hide hid hidden; hurt hurt hurt; kneel knelt knelt; lay laid laid; lie lay lain; lead led led;
        leap leapt leapt; lean leant leant; lend lent lent; light lit lit; mislead misled misled; mistake mistook mistaken;
        misunderstand misunderstood misunderstood; mow mowed mown; offset offset offset; outdo outdid outdone; overcome overcame overcome;
        overhear overheard overheard; override overrode overridden; overrun overran overrun; oversee oversaw overseen;
        overshoot overshot overshot; overtake overtook overtaken; overthrow overthrew overthrown; partake partook partaken; plead pled pled; prove proved proven;
        quit quit quit; rebuild rebuilt rebuilt; redo redid redone; rethink rethought rethought; retake retook retaken; repay repaid repaid; rid rid rid; ride rode ridden; ring rang rung; rise rose risen;
        saw sawed sawn; seek sought sought; sew sewed sewn; shake shook shaken; shear sheared shorn; shed shed shed; shine shone shone;
        shoot shot shot; shrink shrank shrunk; shut shut shut; sing sang sung; sink sank sunk; slay slew slain; sling slung slung;
        slit slit slit; sow sowed sown; speed sped sped; spill spilt spilt; spin spun spun; spit spat spat; split split split; spread spread spread; smite smote smitten; spring sprang sprung;
        steal stole stolen; stick stuck stuck; sting stung stung; stink stank stunk; stride strode stridden; strike struck struck;
        string strung strung; strive strove striven; swear swore sworn; sweep swept swept; swell swelled swollen; swim swam swum;
        swing swung swung; tear tore torn; thrust thrust thrust; tread trod trodden; undergo underwent undergone;
        undertake undertook undertaken; undo undid undone; uphold upheld upheld; upset upset upset; wake woke woken; weave wove woven;
        weep wept wept; wind wound wound; withdraw withdrew withdrawn; withhold withheld withheld; withstand withstood withstood;
        wring wrung wrung
        """;

    readonly Dictionary<string, int> rank;

    /// <param name="words">Lower-cased words, the most frequent first.</param>
    public LemmaSpelling(IEnumerable<string> words) =>
        rank = words.Distinct(StringComparer.Ordinal).Select((word, at) => (word, at)).ToDictionary(pair => pair.word, pair => pair.at);

    /// <summary>Irregular forms: form, Penn tag, lemma.</summary>
    public static IEnumerable<(string Form, string Xpos, string Lemma)> IrregularForms()
    {
        foreach (var verb in Irregular.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var forms = verb.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            foreach (var form in forms[1..].Distinct())
            {
                // Taggers mistake one for the other; the lemma need not suffer. "Lay" is the past of "lie" and no participle.
                yield return (form, "VBD", forms[0]);
                if (form != "lay" && form != "saw")
                    yield return (form, "VBN", forms[0]);
            }
        }
    }

    /// <summary>Known words that end as an inflected form does.</summary>
    public IEnumerable<string> Words(string ending) =>
        rank.Keys.Where(word => word.Length > ending.Length + 2 && word.EndsWith(ending, StringComparison.Ordinal) && word.All(char.IsAsciiLetterLower));

    /// <summary>The lemma of a regular form; null where what is said already is as good.</summary>
    /// <param name="said">The lemma that the endings give.</param>
    public string? Better(string form, string xpos, string said)
    {
        var candidates = Candidates(form, xpos).Where(rank.ContainsKey).ToList();
        if (IsUndecided(form, xpos) && candidates.Count > 1)
            return candidates.MinBy(candidate => rank[candidate]) is var likely && likely != said ? likely : null;
        if (candidates.Count == 0 || candidates.Contains(said) && !(candidates.Contains(said + "e") && WouldDouble(said) && xpos != "VBZ"))
            return null;
        if (candidates.Contains(said))
            return said + "e";
        return said.Length > 2 && rank.ContainsKey(said) && !IsStump(form, said) ? null : candidates.MinBy(candidate => rank[candidate]);
    }

    /// <summary>Spelling does not tell "shell" from "expel", nor "free" from what "fred" would be of: the frequent word it is.</summary>
    static bool IsUndecided(string form, string xpos) =>
        (xpos is "VBD" or "VBN" && (form.EndsWith("lled", StringComparison.Ordinal) || form.EndsWith("eed", StringComparison.Ordinal)))
        || (xpos == "VBG" && form.EndsWith("lling", StringComparison.Ordinal));

    /// <summary>What is left when only the ending is cut off, though that does not make a word here.</summary>
    static bool IsStump(string form, string said) => form.StartsWith(said, StringComparison.Ordinal) && WouldDouble(said);

    static IEnumerable<string> Candidates(string form, string xpos)
    {
        switch (xpos)
        {
            case "VBG" when form.EndsWith("ing", StringComparison.Ordinal):
                foreach (var candidate in Stems(form[..^3], form.EndsWith("ying", StringComparison.Ordinal) ? form[..^4] + "ie" : null))
                    yield return candidate;
                break;
            case "VBD" or "VBN" when form.EndsWith("ed", StringComparison.Ordinal):
                foreach (var candidate in Stems(form[..^2], form.EndsWith("ied", StringComparison.Ordinal) ? form[..^3] + "y" : null))
                    yield return candidate;
                break;
            case "VBZ" or "NNS" when form.EndsWith('s'):
                if (form.EndsWith("ies", StringComparison.Ordinal))
                    yield return form[..^3] + "y";
                else if (form.EndsWith("es", StringComparison.Ordinal) && "sxzho".Contains(form[^3], StringComparison.Ordinal))
                    yield return form[..^2];
                yield return form[..^1];
                break;
            default:
                break;
        }
    }

    static IEnumerable<string> Stems(string stem, string? other)
    {
        if (other is { Length: > 2 })
            yield return other;
        if (stem.Length > 3 && stem[^1] == stem[^2] && !"lsz".Contains(stem[^1], StringComparison.Ordinal))
        {
            yield return stem[..^1];
            yield break;
        }
        if (stem.Length > 3 && stem[^1] == stem[^2])
            yield return stem[..^1];
        yield return stem;
        yield return stem + "e";
    }

    /// <summary>One syllable of consonant, vowel, consonant: before an ending it doubles the last ("stopped").</summary>
    static bool WouldDouble(string stem) =>
        stem.Length is 3 or 4 && !Vowel(stem[^1]) && !"wxyh".Contains(stem[^1], StringComparison.Ordinal) && Vowel(stem[^2]) && !Vowel(stem[^3])
        && stem[..^2].All(c => !Vowel(c));

    static bool Vowel(char c) => "aeiouy".Contains(c, StringComparison.Ordinal);
}
