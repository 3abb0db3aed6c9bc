using System.Globalization;
using Tocsin.Language;

namespace Tocsin.Training;

/// <summary>Numerators and denominators of precision and recall, summed over texts.</summary>
record struct Ratio(double Right, double Said, double Found, double Gold)
{
    public readonly double Precision => Said == 0 ? 0 : Right / Said;

    public readonly double Recall => Gold == 0 ? 0 : Found / Gold;

    public readonly double F1 => Precision + Recall == 0 ? 0 : 2 * Precision * Recall / (Precision + Recall);

    public override readonly string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"P {Precision:F4}  R {Recall:F4}  F1 {F1:F4}");
}

/// <summary>
/// MUC (Vilain and others 1995), B³ (Bagga and Baldwin 1998), CEAF-e with φ4 (Luo 2005) and their mean, over exact spans,
/// with twinless mentions treated as Pradhan and others 2014 lay down.
/// </summary>
sealed class CoreferenceScore
{
    Ratio mentions;
    Ratio muc;
    Ratio cubed;
    Ratio ceaf;

    public Ratio Mentions => mentions;

    public Ratio Muc => muc;

    public Ratio Cubed => cubed;

    public Ratio Ceaf => ceaf;

    public double Conll => (muc.F1 + cubed.F1 + ceaf.F1) / 3;

    /// <summary>Adds a text; chains of one mention count only where they are given.</summary>
    public void Add(IEnumerable<Mention> gold, IEnumerable<Mention> said)
    {
        var key = Chains(gold);
        var answer = Chains(said);
        var keyOf = ChainOf(key);
        var answerOf = ChainOf(answer);
        var shared = keyOf.Keys.Count(answerOf.ContainsKey);
        mentions = Sum(mentions, new Ratio(shared, answerOf.Count, shared, keyOf.Count));
        var (found, wanted) = Links(key, answerOf);
        var (right, linked) = Links(answer, keyOf);
        muc = Sum(muc, new Ratio(right, linked, found, wanted));
        cubed = Sum(cubed, new Ratio(Cube(answer, key, keyOf), answerOf.Count, Cube(key, answer, answerOf), keyOf.Count));
        var aligned = Aligned(key, answer, answerOf);
        ceaf = Sum(ceaf, new Ratio(aligned, answer.Count, aligned, key.Count));
    }

    static List<HashSet<(int, int)>> Chains(IEnumerable<Mention> mentions) =>
        [.. mentions.GroupBy(mention => mention.Chain).Select(chain => chain.Select(mention => (mention.First, mention.End)).ToHashSet())];

    static Dictionary<(int, int), int> ChainOf(List<HashSet<(int, int)>> chains)
    {
        var chainOf = new Dictionary<(int, int), int>();
        for (var i = 0; i < chains.Count; i++)
        {
            // Were a span in two chains, the first would have it.
            foreach (var mention in chains[i])
                chainOf.TryAdd(mention, i);
        }
        return chainOf;
    }

    /// <summary>Links of chains that the other side keeps, and all their links.</summary>
    static (int Kept, int All) Links(List<HashSet<(int, int)>> chains, Dictionary<(int, int), int> otherOf)
    {
        int kept = 0, all = 0;
        foreach (var chain in chains)
        {
            var alone = chain.Count(mention => !otherOf.ContainsKey(mention));
            var parts = chain.Where(otherOf.ContainsKey).Select(mention => otherOf[mention]).Distinct().Count();
            kept += chain.Count - parts - alone;
            all += chain.Count - 1;
        }
        return (kept, all);
    }

    /// <summary>For every mention, the share of its chain that its chain on the other side holds too.</summary>
    static double Cube(List<HashSet<(int, int)>> chains, List<HashSet<(int, int)>> others, Dictionary<(int, int), int> otherOf) =>
        chains.Sum(chain => chain.Where(otherOf.ContainsKey)
            .Sum(mention => (double)chain.Count(others[otherOf[mention]].Contains) / chain.Count));

    /// <summary>φ4 is twice the shared mentions over the mentions of both.</summary>
    static double Aligned(List<HashSet<(int, int)>> key, List<HashSet<(int, int)>> answer, Dictionary<(int, int), int> answerOf)
    {
        if (key.Count == 0 || answer.Count == 0)
            return 0;
        var worth = new double[key.Count, answer.Count];
        for (var row = 0; row < key.Count; row++)
        {
            foreach (var column in key[row].Where(answerOf.ContainsKey).Select(mention => answerOf[mention]).Distinct())
                worth[row, column] = 2.0 * key[row].Count(answer[column].Contains) / (key[row].Count + answer[column].Count);
        }
        return Assignment.Best(worth);
    }

    static Ratio Sum(Ratio a, Ratio b) => new(a.Right + b.Right, a.Said + b.Said, a.Found + b.Found, a.Gold + b.Gold);
}
