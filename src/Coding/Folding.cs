using System.Globalization;
using System.Text;

namespace Tocsin.Coding;

/// <summary>
/// The form under which names are compared: lower case, without diacritics and full stops, so that <c>Vucic</c> is
/// <c>Vučić</c> and <c>U.S.</c> is <c>US</c>. One character in gives at most one out.
/// </summary>
static class Folding
{
    const int TableSize = 0x600;

    static readonly char[] Table = MakeTable();

    /// <summary>Folds into <paramref name="target"/>, cut at its length; returns the number of characters.</summary>
    public static int Fold(ReadOnlySpan<char> text, Span<char> target)
    {
        var length = 0;
        foreach (var c in text)
        {
            var folded = c < TableSize ? Table[c] : FoldRare(c);
            if (folded == '\0')
                continue;
            if (length == target.Length)
                break;
            target[length++] = folded;
        }
        return length;
    }

    public static string Fold(string text)
    {
        Span<char> buffer = text.Length <= 256 ? stackalloc char[text.Length] : new char[text.Length];
        return new string(buffer[..Fold(text.AsSpan(), buffer)]);
    }

    static char FoldRare(char c) => c switch
    {
        '’' or '‘' => '\'',
        '–' or '—' or '‑' => '-',
        >= '\u1E00' and <= '\u1EFF' => Decompose(c),
        // Quotation marks, ellipses, signs of currency: none has a small form.
        >= '\u2000' and <= '\u20FF' => c,
        _ => char.ToLowerInvariant(c),
    };

    static char[] MakeTable()
    {
        var table = new char[TableSize];
        for (var c = '\u0001'; c < TableSize; c++)
            table[c] = Decompose(c);
        table['.'] = '\0';
        table['đ'] = table['Đ'] = table['ð'] = table['Ð'] = 'd';
        table['ł'] = table['Ł'] = 'l';
        table['ø'] = table['Ø'] = 'o';
        table['ı'] = table['İ'] = 'i';
        table['ß'] = 's';
        table['ʼ'] = table['ʻ'] = table['ʹ'] = '\'';
        table['ə'] = table['Ə'] = 'e';
        return table;
    }

    static char Decompose(char c)
    {
        if (c < 0x80)
            return char.ToLowerInvariant(c);
        var category = char.GetUnicodeCategory(c);
        if (category is UnicodeCategory.NonSpacingMark or UnicodeCategory.OtherNotAssigned)
            return '\0';
        return char.ToLowerInvariant(c.ToString().Normalize(NormalizationForm.FormD)[0]);
    }
}
