using System.Numerics;

namespace Tocsin.Language;

/// <summary>
/// Word clusters from k-means over word vectors, in a coarse and a fine division. Words are known by the hash of their
/// lower-cased form; 0 is the cluster of unknown words.
/// </summary>
sealed class Clusters
{
    public static readonly Clusters None = new([0, 0], [0, 0], [0, 0]);

    readonly uint[] keys;
    readonly ushort[] coarse;
    readonly ushort[] fine;

    Clusters(uint[] keys, ushort[] coarse, ushort[] fine)
    {
        this.keys = keys;
        this.coarse = coarse;
        this.fine = fine;
    }

    public static Clusters Load(ModelFile file) => file.Has("clusters.words")
        ? Build(file.Section<uint>("clusters.words"), file.Section<ushort>("clusters.coarse"), file.Section<ushort>("clusters.fine"))
        : None;

    /// <summary>The clusters of one file, which are those of another where both hold the same.</summary>
    public static Clusters Load(ModelFile file, ModelFile other, Clusters ofOther) =>
        file.Has("clusters.words") && other.Has("clusters.words")
        && file.Section<byte>("clusters.words").SequenceEqual(other.Section<byte>("clusters.words"))
        && file.Section<byte>("clusters.coarse").SequenceEqual(other.Section<byte>("clusters.coarse"))
        && file.Section<byte>("clusters.fine").SequenceEqual(other.Section<byte>("clusters.fine"))
            ? ofOther
            : Load(file);

    public static Clusters Build(ReadOnlySpan<uint> words, ReadOnlySpan<ushort> coarseOf, ReadOnlySpan<ushort> fineOf)
    {
        var capacity = (int)BitOperations.RoundUpToPowerOf2((uint)(words.Length * 2));
        var keys = new uint[capacity];
        var coarse = new ushort[capacity];
        var fine = new ushort[capacity];
        for (var i = 0; i < words.Length; i++)
        {
            var slot = (int)(words[i] & (uint)(capacity - 1));
            while (keys[slot] != 0 && keys[slot] != words[i])
                slot = (slot + 1) & (capacity - 1);
            if (keys[slot] != 0)
                continue;
            keys[slot] = words[i];
            coarse[slot] = coarseOf[i];
            fine[slot] = fineOf[i];
        }
        return new Clusters(keys, coarse, fine);
    }

    public (uint Coarse, uint Fine) Of(uint word)
    {
        var slot = (int)(word & (uint)(keys.Length - 1));
        while (keys[slot] != word)
        {
            if (keys[slot] == 0)
                return (0, 0);
            slot = (slot + 1) & (keys.Length - 1);
        }
        return (coarse[slot], fine[slot]);
    }
}
