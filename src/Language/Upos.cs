namespace Tocsin.Language;

/// <summary>Universal part-of-speech tags (Universal Dependencies 2), in the treebanks' alphabetical order.</summary>
public enum Upos : byte
{
    X,
    Adj,
    Adp,
    Adv,
    Aux,
    Cconj,
    Det,
    Intj,
    Noun,
    Num,
    Part,
    Pron,
    Propn,
    Punct,
    Sconj,
    Sym,
    Verb,
}

/// <summary>Spelling of <see cref="Upos"/> in CoNLL-U.</summary>
public static class UposNames
{
    static readonly string[] Names = [.. Enum.GetNames<Upos>().Select(name => name.ToUpperInvariant())];

    public static string Code(this Upos upos) => Names[(int)upos];

    public static bool TryParse(ReadOnlySpan<char> text, out Upos upos)
    {
        for (var i = 0; i < Names.Length; i++)
        {
            if (text.SequenceEqual(Names[i]))
            {
                upos = (Upos)i;
                return true;
            }
        }
        upos = Upos.X;
        return false;
    }
}
