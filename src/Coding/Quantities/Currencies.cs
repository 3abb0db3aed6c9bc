using System.Collections.Frozen;

namespace Tocsin.Coding;

/// <summary>Currencies by sign and noun, as ISO 4217 codes.</summary>
static class Currencies
{
    static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> Signs = Table(StringComparer.Ordinal,
        "USD $; US$", "EUR €", "GBP £", "JPY ¥", "AUD A$", "CAD C$", "HKD HK$", "NZD NZ$", "RUB ₽", "UAH ₴", "INR ₹", "TRY ₺", "ILS ₪");

    /// <summary>Nouns that name one currency; dinars, pesos, francs and crowns do with their country only.</summary>
    static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> Nouns = Table(StringComparer.OrdinalIgnoreCase,
        "USD dollars; dollar; US dollars; U.S. dollars", "EUR euros; euro", "JPY yen", "CNY yuan", "RUB roubles; rubles; rouble; Russian roubles; Russian rubles",
        "UAH hryvnias; hryvnia; hryvnya", "TRY lira; liras; Turkish lira", "ILS shekels", "PLN zlotys; zloty", "HUF forints", "DKK kroner; Danish kroner",
        "NOK Norwegian kroner", "SEK Swedish kronor", "THB baht", "ZAR rand", "NGN naira", "BOB bolivianos", "ALL leks; leke", "MKD denars", "GEL lari", "KRW won",
        "INR rupees; Indian rupees", "PKR Pakistani rupees", "AUD Australian dollars", "CAD Canadian dollars", "RSD Serbian dinars", "IQD Iraqi dinars",
        "CHF Swiss francs", "MXN Mexican pesos", "GBP pounds sterling", "DEM Deutschmarks; marks", "ETB birr", "KZT tenge", "AMD dram; drams", "BDT taka", "MMK kyat");

    /// <summary>The code of a sign, "USD" for "$"; null for another mark.</summary>
    public static string? OfSign(ReadOnlySpan<char> sign) => Signs.TryGetValue(sign, out var code) ? code : null;

    /// <summary>The code of a currency's name, "EUR" for "euros"; null for another noun.</summary>
    public static string? OfNoun(ReadOnlySpan<char> noun) => Nouns.TryGetValue(noun, out var code) ? code : null;

    public static bool IsCode(string unit) => unit.Length == 3 && unit.All(char.IsAsciiLetterUpper);

    /// <summary>Rows of a code, a space, and names parted by semicolons.</summary>
    static FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> Table(StringComparer comparer, params string[] rows) =>
        rows.SelectMany(row => row[4..].Split("; ").Select(name => (Name: name, Code: row[..3])))
            .ToFrozenDictionary(pair => pair.Name, pair => pair.Code, comparer).GetAlternateLookup<ReadOnlySpan<char>>();
}
