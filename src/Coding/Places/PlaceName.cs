namespace Tocsin.Coding;

/// <summary>
/// The key under which the world gazetteer keeps a name: a 64-bit hash of its folded words. Spaces and hyphens are the
/// same; case, diacritics and full stops do not count.
/// </summary>
struct PlaceName()
{
    ulong hash = 14695981039346656037;
    bool parted;
    bool begun;

    /// <summary>Adds characters; a word boundary is to be told by <see cref="Part"/>.</summary>
    public void Add(ReadOnlySpan<char> text)
    {
        Span<char> buffer = stackalloc char[64];
        var length = Folding.Fold(text, buffer);
        foreach (var c in buffer[..length])
        {
            if (c is ' ' or '-')
            {
                Part();
                continue;
            }
            if (parted && begun)
                Mix(' ');
            (parted, begun) = (false, true);
            Mix(c);
        }
    }

    public void Part() => parted = true;

    public readonly ulong Key
    {
        get
        {
            unchecked
            {
                var mixed = (hash ^ (hash >> 32)) * 0x9E3779B97F4A7C15;
                return mixed ^ (mixed >> 29);
            }
        }
    }

    public static ulong KeyOf(ReadOnlySpan<char> name)
    {
        var key = new PlaceName();
        key.Add(name);
        return key.Key;
    }

    void Mix(char c)
    {
        unchecked
        {
            hash = (hash ^ c) * 1099511628211;
        }
    }
}
