using Tocsin.Events;

namespace Tocsin.Coding;

/// <summary>
/// Who speaks how much in a story: the words of each outermost voice and of each side, as shares of all words; what no voice
/// says is the outlet's own.
/// </summary>
/// <param name="Outlet">Share of the words that are the outlet's own, 0 to 1.</param>
/// <param name="Voices">The largest share first.</param>
/// <param name="Sides">The largest share first; a voice without a known side counts for none.</param>
public sealed record StoryBalance(double Outlet, IReadOnlyList<VoiceShare> Voices, IReadOnlyList<SideShare> Sides)
{
    /// <summary>Fewer words than these in all voices together say nothing about balance.</summary>
    public const int FewWords = 40;

    /// <summary>From this share of all that is said by known sides on, one side has the floor alone.</summary>
    public const double Alone = 0.8;

    public static StoryBalance Empty { get; } = new(1, [], []);

    /// <summary>True where one side says nearly everything that is said by anybody of a known side.</summary>
    public bool IsOneSided => Sides.Count > 0 && Sides.Sum(side => side.Words) >= FewWords
        && Sides[0].Words >= Alone * Sides.Sum(side => side.Words);
}

/// <summary>What one speaker says, over the whole story.</summary>
/// <param name="Name">The actor's name where it is known, else the words that name the speaker; null for nobody named.</param>
/// <param name="Side">The country or the body that the speaker belongs to: "SRB", "IGO:NATO"; null where that is open.</param>
/// <param name="Share">Of all words of the story, 0 to 1.</param>
public sealed record VoiceShare(string? Name, ActorCode Code, string? Side, int Words, double Share, IReadOnlyList<Passage> Passages);

/// <summary>What one side says, over all its voices.</summary>
public sealed record SideShare(string Side, int Words, double Share);
