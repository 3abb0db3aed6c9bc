namespace Tocsin.Language.Splitting;

/// <summary>What a piece of text does at a sentence border.</summary>
enum Role : byte
{
    Word,
    Opener,
    Closer,

    /// <summary>A straight quotation mark: opener or closer, which its surroundings decide.</summary>
    Quote,

    /// <summary>Comma, semicolon, colon: no sentence starts with it.</summary>
    Middle,
    Dash,
    Symbol,
}

/// <summary>How far a piece may end a sentence.</summary>
enum Ending : byte
{
    None,

    /// <summary>Full stop, question mark, exclamation mark.</summary>
    Stop,
    Ellipsis,

    /// <summary>A title ("Gen."): never.</summary>
    Title,

    /// <summary>"U.S.", "Inc.", an initial: before a word that often starts sentences.</summary>
    Abbreviation,

    /// <summary>"p.m.", "etc.": before any capital.</summary>
    Tail,
}

/// <summary>A token to be: UTF-16 offsets, half-open.</summary>
readonly record struct Piece(int Start, int End, Role Role, Ending Ending);
