namespace Tocsin.Language;

/// <summary>Relations of Universal Dependencies 2 with the subtypes of the English treebanks.</summary>
public enum Deprel : byte
{
    Dep,
    Acl,
    AclRelcl,
    Advcl,
    AdvclRelcl,
    Advmod,
    Amod,
    Appos,
    Aux,
    AuxPass,
    Case,
    Cc,
    CcPreconj,
    Ccomp,
    Compound,
    CompoundPrt,
    Conj,
    Cop,
    Csubj,
    CsubjOuter,
    CsubjPass,
    Det,
    DetPredet,
    Discourse,
    Dislocated,
    Expl,
    Fixed,
    Flat,
    Goeswith,
    Iobj,
    List,
    Mark,
    Nmod,
    NmodDesc,
    NmodPoss,
    NmodUnmarked,
    Nsubj,
    NsubjOuter,
    NsubjPass,
    Nummod,
    Obj,
    Obl,
    OblAgent,
    OblUnmarked,
    Orphan,
    Parataxis,
    Punct,
    Reparandum,
    Root,
    Vocative,
    Xcomp,
}

/// <summary>Spelling of <see cref="Deprel"/> in CoNLL-U (<c>nsubj:pass</c>).</summary>
public static class DeprelNames
{
    static readonly string[] Names = [.. Enum.GetNames<Deprel>().Select(Spell)];

    public static string Code(this Deprel deprel) => Names[(int)deprel];

    /// <summary>Reads a relation; a subtype that is not known is read as its main relation.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out Deprel deprel)
    {
        while (true)
        {
            for (var i = 0; i < Names.Length; i++)
            {
                if (text.SequenceEqual(Names[i]))
                {
                    deprel = (Deprel)i;
                    return true;
                }
            }
            var colon = text.LastIndexOf(':');
            if (colon < 0)
            {
                deprel = Deprel.Dep;
                return false;
            }
            text = text[..colon];
        }
    }

    static string Spell(string name)
    {
        var at = 1;
        while (at < name.Length && !char.IsUpper(name[at]))
            at++;
        return at == name.Length
            ? name.ToLowerInvariant()
            : $"{name[..at].ToLowerInvariant()}:{name[at..].ToLowerInvariant()}";
    }
}
