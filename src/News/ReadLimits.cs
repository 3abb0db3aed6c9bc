namespace Tocsin.News;

/// <summary>How much one input may cost. What exceeds a limit is refused with the limit in the reason.</summary>
public sealed record ReadLimits
{
    public static ReadLimits Default { get; } = new();

    /// <summary>Bytes of a page, a text file or a line of JSON, after inflating.</summary>
    public int DocumentBytes { get; init; } = 32 * 1024 * 1024;

    /// <summary>UTF-16 units of a story's text: some 300,000 words, far beyond any news story.</summary>
    public int TextLength { get; init; } = 2_000_000;

    /// <summary>Inflated bytes for one packed byte, judged once <see cref="RatioFromBytes"/> have been inflated.</summary>
    public int InflationRatio { get; init; } = 200;

    /// <summary>Below this many inflated bytes any ratio passes: small pages of blanks pack well.</summary>
    public long RatioFromBytes { get; init; } = 4 * 1024 * 1024;

    /// <summary>Characters of the block of keys at the head of a text file.</summary>
    public int FrontMatterLength { get; init; } = 64 * 1024;
}
