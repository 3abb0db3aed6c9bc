using Tocsin.Language;

namespace Tocsin.Training;

/// <summary>A sentence with the labels that each word may have, as bits; where a corpus is silent, several.</summary>
sealed record NameSentence(string[] Words, ushort[] Allowed)
{
    public const ushort Any = (1 << NameModel.Labels) - 1;

    public const ushort Outside = 1;

    /// <summary>Outside, or a name of a kind that the corpus does not mark.</summary>
    public static readonly ushort OutsideOrMisc =
        (ushort)(1 | (3 << NameModel.Begin(EntityType.Misc)));
}

/// <summary>Documents of sentences.</summary>
sealed record NameCorpus(string Name, string Licence, List<List<NameSentence>> Documents)
{
    /// <summary>The training treebank whose sentences these are, one by one; null for none.</summary>
    public string? Treebank { get; init; }

    public int Sentences => Documents.Sum(document => document.Count);
}
