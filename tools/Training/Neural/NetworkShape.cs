namespace Tocsin.Training.Neural;

/// <summary>Sizes of the network; those of layers are multiples of 32.</summary>
sealed record NetworkShape
{
    /// <summary>Of the frozen word vectors.</summary>
    public int Frozen { get; init; } = 100;

    /// <summary>Of the learnt vectors of words, affixes and shapes, which are summed.</summary>
    public int Learnt { get; init; } = 96;

    /// <summary>Of one direction of a recurrent layer.</summary>
    public int Hidden { get; init; } = 128;

    public int Arc { get; init; } = 96;

    public int Label { get; init; } = 128;

    public int Tag { get; init; } = 128;

    public int Name { get; init; } = 64;

    public required int Rows { get; init; }

    public required int Tags { get; init; }

    public required int Deprels { get; init; }

    /// <summary>Corpora of names.</summary>
    public required int Corpora { get; init; }

    public static int Padded(int columns) => (columns + 31) / 32 * 32;
}
