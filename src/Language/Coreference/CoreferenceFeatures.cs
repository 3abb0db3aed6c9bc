using System.Numerics;

namespace Tocsin.Language;

/// <summary>What the ranker looks at: of a phrase that may be new, and of a phrase with an earlier one.</summary>
/// <remarks>A feature of a pair stands twice, with the class of the phrase and with those of both; for all pronouns of the third
/// person once more.</remarks>
ref struct CoreferenceFeatures(AntecedentSearch search, Span<uint> features)
{
    /// <summary>Most features of a pair or of a new phrase.</summary>
    public const int Most = 160;

    readonly AntecedentSearch search = search;
    readonly Span<uint> features = features;
    int count;
    uint own;
    uint both;
    bool third;

    /// <summary>Features of the answer that a phrase goes back to nothing.</summary>
    /// <param name="likest">The best likeness among its candidates.</param>
    public ReadOnlySpan<uint> OfNew(in Phrase phrase, Likeness likest, int candidates)
    {
        count = 0;
        own = phrase.Class;
        var (document, columns) = (search.Document, search.Columns);
        var (first, end) = document.Sentence(phrase.Sentence);
        Own(1, 0);
        Own(2, phrase.Kind == PhraseKind.Pronoun ? phrase.Fine : phrase.Word);
        Own(3, columns.Lower[phrase.First]);
        Own(4, Bucket(phrase.End - phrase.First));
        Own(5, (uint)likest);
        Own(6, (uint)phrase.Role);
        Own(7, phrase.First > first ? columns.Lower[phrase.First - 1] : 0);
        Own(8, phrase.End < end ? columns.Lower[phrase.End] : 0);
        Own(9, phrase.Coarse);
        Own(10, phrase.Fine);
        Own(11, phrase.Modified ? 1u : 0);
        Own(12, Bucket(phrase.Sentence));
        Own(13, phrase.Quoted ? 1u : 0);
        Own(14, ((uint)likest * 2) + (phrase.Modified ? 1u : 0));
        Own(15, phrase.Governor >= 0 ? columns.Lower[phrase.Governor] : 0);
        Own(16, phrase.Governor >= 0 ? columns.Coarse[phrase.Governor] : 0);
        Own(17, Bucket(candidates));
        Own(18, ((uint)likest * 16) + Bucket(phrase.Sentence));
        Own(19, ((uint)likest * 64) + (uint)phrase.Role);
        Own(20, FeatureHash.Of(20, (uint)likest, phrase.Word));
        Own(21, (uint)phrase.GrammaticalNumber);
        return features[..count];
    }

    /// <summary>Features of a phrase going back to an earlier one.</summary>
    /// <param name="rank">How many candidates are nearer.</param>
    public ReadOnlySpan<uint> OfPair(in Phrase phrase, Antecedent antecedent, int index, int rank)
    {
        count = 0;
        ref readonly var other = ref search.Phrases[antecedent.Phrase];
        ref readonly var chain = ref search.Of(antecedent.Phrase);
        var columns = search.Columns;
        own = phrase.Class;
        both = (own * 64) + other.Class;
        third = phrase.Person is Person.He or Person.She or Person.It or Person.They;
        var like = (uint)antecedent.Likeness;
        var sentences = Bucket(phrase.Sentence - other.Sentence);
        var subject = other.IsSubject ? 1u : 0;
        // Which name it is says nothing of who is meant by a pronoun.
        var nameless = phrase.Kind == PhraseKind.Pronoun && other.Kind == PhraseKind.Name;
        var (coarse, fine, word) = nameless ? (0, 0, 0)
            : (other.Coarse, other.Fine, other.Kind == PhraseKind.Pronoun ? other.Fine : other.Word);
        Pair(31, 0);
        Pair(32, sentences);
        Pair(33, Bucket(index - antecedent.Phrase));
        Pair(34, Bucket(rank));
        Pair(35, like);
        Pair(36, ((uint)phrase.Role * 64) + (uint)other.Role);
        Pair(37, ((uint)phrase.GrammaticalNumber * 4) + (uint)other.GrammaticalNumber);
        Pair(38, (Known(phrase.Genders) * 16) + (Known(other.Genders) * 4) + Known(chain.Genders));
        Pair(39, (like * 8) + (phrase.GrammaticalNumber == other.GrammaticalNumber ? 1u : 0) + (phrase.Modified ? 2u : 0) + (other.Modified ? 4u : 0));
        Pair(40, coarse);
        Pair(41, word);
        Pair(42, Bucket(chain.Count) * 2 + (chain.Named ? 1u : 0));
        Pair(43, (chain.Last == antecedent.Phrase ? 1u : 0) + (sentences * 2));
        Pair(44, (phrase.Quoted ? 1u : 0) + (other.Quoted ? 2u : 0));
        Pair(45, ((uint)chain.Person * 2) + subject);
        Pair(46, (sentences * 4) + subject + (phrase.IsSubject ? 2u : 0));
        Pair(47, phrase.Fine == other.Fine ? 1u : phrase.Coarse == other.Coarse ? 2u : 0);
        Pair(48, (phrase.Role == other.Role ? 1u : 0) + (sentences * 2));
        Pair(49, phrase.Governor >= 0 && other.Governor >= 0 && columns.Lower[phrase.Governor] == columns.Lower[other.Governor] ? 1u : 0);
        Pair(50, Bucket(other.End - other.First));
        Pair(51, (Bucket(rank) * 4) + (phrase.Sentence == other.Sentence ? 2u : 0) + subject);
        Pair(52, IsFirst(other) ? 1u + sentences : 0);
        var clause = other.Governor >= 0 && phrase.Governor == other.Governor ? 1u
            : IsAbove(other.Governor, phrase.Governor) ? 2u
            : IsAbove(phrase.Governor, other.Governor) ? 3u : 0;
        Pair(53, clause);
        Own(65, FeatureHash.Of(65, clause, (uint)phrase.Role, (uint)other.Role));
        Own(66, FeatureHash.Of(66, sentences, (uint)phrase.Role, (uint)other.Role));
        Pair(54, (like * 16) + sentences);
        var persons = Bucket(antecedent.Persons);
        var leads = antecedent.Leads ? 1u : 0;
        Pair(61, persons);
        Pair(62, (persons * 32) + (sentences * 4) + (leads * 2) + subject);
        Pair(63, (leads * 2) + (other.Governor < 0 || search.Document.Heads[other.Governor] < 0 ? 1u : 0));
        Pair(64, (Bucket(chain.Count) * 16) + persons);
        Own(55, FeatureHash.Of(55, phrase.Kind == PhraseKind.Pronoun ? phrase.Fine : phrase.Word, word));
        Own(56, FeatureHash.Of(56, phrase.Coarse, coarse));
        if (!nameless)
            Own(57, FeatureHash.Of(57, phrase.Governor >= 0 ? columns.Coarse[phrase.Governor] : 0, coarse));
        Own(58, FeatureHash.Of(58, phrase.Fine, fine));
        Own(59, FeatureHash.Of(59, like, phrase.Word));
        Own(60, fine);
        return features[..count];
    }

    void Own(uint template, uint value) => features[count++] = FeatureHash.Of(template, value, own);

    void Pair(uint template, uint value)
    {
        features[count++] = FeatureHash.Of(template, value, own);
        features[count++] = FeatureHash.Of(template + 100, value, both);
        if (third)
            features[count++] = FeatureHash.Of(template + 200, value);
    }

    readonly bool IsFirst(in Phrase phrase) => phrase.First == search.Document.Sentence(phrase.Sentence).First;

    /// <summary>True where a clause stands within another one, no deeper than a few steps.</summary>
    readonly bool IsAbove(int above, int clause)
    {
        if (above < 0)
            return false;
        for (var steps = 0; clause >= 0 && steps < 6; steps++, clause = search.Document.Heads[clause])
        {
            if (clause == above)
                return true;
        }
        return false;
    }

    /// <summary>A gender that is known, a person, a thing, or neither known.</summary>
    static uint Known(Genders genders) => genders switch
    {
        Genders.Male or Genders.Female => 1,
        Genders.Human => 2,
        Genders.Thing => 3,
        _ => 0,
    };

    /// <summary>0, 1, 2, 3, 4 to 5, 6 to 7, 8 to 11, and so on to 15.</summary>
    static uint Bucket(int number)
    {
        if (number < 4)
            return (uint)Math.Max(0, number);
        var log = BitOperations.Log2((uint)number);
        return Math.Min(15, (uint)((log * 2) + ((number >> (log - 1)) & 1)));
    }
}
