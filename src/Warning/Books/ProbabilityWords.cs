namespace Tocsin.Warning.Books;

/// <summary>Which standard a word of probability belongs to.</summary>
public enum ProbabilityScale
{
    /// <summary>The United States intelligence community's directive 203.</summary>
    Icd203,
    /// <summary>The yardstick of the British Professional Head of Intelligence Assessment.</summary>
    Phia,
}

/// <summary>Words for chances. Ranges of a scale are in 0..1, both ends included; PHIA leaves gaps between its words.</summary>
public static class ProbabilityWords
{
    readonly record struct Term(ProbabilityScale Scale, double Low, double High, string[] Words);

    // The first word is the one that is written.
    static readonly Term[] Terms =
    [
        new(ProbabilityScale.Icd203, 0.01, 0.05, ["almost no chance", "remote"]),
        new(ProbabilityScale.Icd203, 0.05, 0.20, ["very unlikely", "highly improbable"]),
        new(ProbabilityScale.Icd203, 0.20, 0.45, ["unlikely", "improbable"]),
        new(ProbabilityScale.Icd203, 0.45, 0.55, ["roughly even chance", "roughly even odds"]),
        new(ProbabilityScale.Icd203, 0.55, 0.80, ["likely", "probable"]),
        new(ProbabilityScale.Icd203, 0.80, 0.95, ["very likely", "highly probable"]),
        new(ProbabilityScale.Icd203, 0.95, 0.99, ["almost certain", "nearly certain"]),
        new(ProbabilityScale.Phia, 0, 0.05, ["remote chance"]),
        new(ProbabilityScale.Phia, 0.10, 0.20, ["highly unlikely"]),
        new(ProbabilityScale.Phia, 0.25, 0.35, ["unlikely"]),
        new(ProbabilityScale.Phia, 0.40, 0.50, ["realistic possibility"]),
        new(ProbabilityScale.Phia, 0.55, 0.75, ["likely", "probable"]),
        new(ProbabilityScale.Phia, 0.80, 0.90, ["highly likely"]),
        new(ProbabilityScale.Phia, 0.95, 1, ["almost certain"]),
    ];

    /// <summary>The word for a chance: that of its range, on a border the milder one, in a gap that of the nearest range.</summary>
    public static string Write(double chance, ProbabilityScale scale) => Terms.Where(term => term.Scale == scale)
        .OrderBy(term => Math.Max(0, Math.Max(term.Low - chance, chance - term.High)))
        .ThenBy(term => Math.Abs((term.Low + term.High) / 2 - 0.5)).First().Words[0];

    /// <summary>The range that a word stands for; null: no word of the scale.</summary>
    public static (double Low, double High)? Read(string word, ProbabilityScale scale)
    {
        foreach (var term in Terms.Where(term => term.Scale == scale))
        {
            if (term.Words.Contains(word.Trim(), StringComparer.OrdinalIgnoreCase))
                return (term.Low, term.High);
        }
        return null;
    }
}
