using Tocsin.Coding;
using Tocsin.Events;
using Tocsin.Language;
using Xunit;

namespace Tocsin.Tests.Coding;

/// <summary>
/// Who is named must not change what is coded: in sentences about two sides of every region the names are exchanged, and
/// the coding must be the coding exchanged.
/// </summary>
public sealed class Neutrality
{
    /// <summary>Share of sentences that may differ: a parser that has met one name more often than the other may err on one side.</summary>
    const double Allowed = 0.01;

    sealed record Side(string Name, string Adjective, string Code);

    static readonly (Side One, Side Other)[] Pairs =
    [
        (new("Serbia", "Serbian", "SRB"), new("Kosovo", "Kosovar", "XKX")),
        (new("Russia", "Russian", "RUS"), new("Ukraine", "Ukrainian", "UKR")),
        (new("Israel", "Israeli", "ISR"), new("Lebanon", "Lebanese", "LBN")),
        (new("India", "Indian", "IND"), new("Pakistan", "Pakistani", "PAK")),
        (new("Armenia", "Armenian", "ARM"), new("Azerbaijan", "Azerbaijani", "AZE")),
        (new("Ethiopia", "Ethiopian", "ETH"), new("Eritrea", "Eritrean", "ERI")),
        (new("China", "Chinese", "CHN"), new("Vietnam", "Vietnamese", "VNM")),
        (new("Iran", "Iranian", "IRN"), new("Iraq", "Iraqi", "IRQ")),
        (new("Greece", "Greek", "GRC"), new("Turkey", "Turkish", "TUR")),
        (new("Venezuela", "Venezuelan", "VEN"), new("Colombia", "Colombian", "COL")),
        (new("Thailand", "Thai", "THA"), new("Cambodia", "Cambodian", "KHM")),
        (new("Morocco", "Moroccan", "MAR"), new("Algeria", "Algerian", "DZA")),
        (new("Rwanda", "Rwandan", "RWA"), new("Burundi", "Burundian", "BDI")),
        (new("Syria", "Syrian", "SYR"), new("Jordan", "Jordanian", "JOR")),
        (new("Japan", "Japanese", "JPN"), new("Russia", "Russian", "RUS")),
        (new("Sudan", "Sudanese", "SDN"), new("Chad", "Chadian", "TCD")),
        (new("Poland", "Polish", "POL"), new("Belarus", "Belarusian", "BLR")),
        (new("Egypt", "Egyptian", "EGY"), new("Libya", "Libyan", "LBY")),
    ];

    /// <summary>{0} and {1} are the sides' names, {2} and {3} their adjectives.</summary>
    static readonly string[] Templates =
    [
        "{2} troops shelled a village in {1} on Monday.",
        "{0} accused {1} of shelling a border village.",
        "{0} withdrew its ambassador from {1}.",
        "{0} and {1} signed an agreement on border trade.",
        "The {2} foreign minister met his {3} counterpart in Geneva.",
        "{0} rejected a {3} proposal for talks.",
        "{0} imposed sanctions on {1} after the attack.",
        "{0} sent food and medicine to {1}.",
        "{0} threatened to attack {1} if the talks fail.",
        "{2} police arrested three {3} journalists near the border.",
        "The {2} government demanded that {1} release the prisoners.",
        "{0} will send humanitarian aid to {1} next week, officials said.",
        "{0} massed tanks on its border with {1}.",
        "{0} expelled two {3} diplomats on Friday.",
        "The {2} president praised {1} for its restraint.",
        "{3} soldiers were killed by {2} artillery, the defence ministry said.",
        "{0} refused to sign the agreement with {1}.",
        "{0} released twelve {3} prisoners.",
        "Thousands of protesters marched in {0} against {1}.",
        "{0}'s shelling of {1} continued for a third day.",
        "{0} did not attack {1}, a spokesman said.",
        "The {2} army denied that it had bombed {1}.",
        "{0} closed its border with {1}.",
        "{0} apologised to {1} for the incident.",
        "It is feared that {0} supplied weapons to rebels in {1}.",
        "{0} warned {1} on Tuesday against a new offensive.",
        "{2}-backed militias seized a police station in {1}.",
        "{0} agreed to return seized property to {1}.",
        "The {2} parliament condemned {1}.",
        "{0} held joint exercises with {1} at sea.",
    ];

    [Fact]
    public void The_sides_exchanged_are_coded_as_the_coding_exchanged()
    {
        var analyser = new Analyser(LanguageModel.Load(Repository.Path("models")));
        var coder = new Coder(CodingResources.Load(Repository.Path("data"), Repository.Path("models")));
        var document = new Document();
        var differing = new List<string>();
        var count = 0;
        foreach (var (one, other) in Pairs)
        {
            foreach (var template in Templates)
            {
                var (text, swapped) = (Fill(template, one, other), Fill(template, other, one));
                var wanted = Codes(text).Select(coded => Exchange(coded, one.Code, other.Code));
                var got = Codes(swapped);
                count += 2;
                if (!wanted.SequenceEqual(got))
                    differing.Add($"{swapped}\n   {string.Join(" · ", got)}\n   {string.Join(" · ", wanted)}");
            }
        }
        Assert.True(count >= 1000);
        Assert.True(
            differing.Count * 2 <= count * Allowed,
            $"{differing.Count * 2} of {count} sentences are coded otherwise for the other side:\n{string.Join('\n', differing)}");

        List<string> Codes(string text)
        {
            analyser.Analyse(text, document);
            return [.. coder.Code(new Story { Id = "n", Text = text }, document).Events.Select(coded =>
                $"{coded.Type} {coded.Mode} {Parties(coded.Actors)} > {Parties(coded.Recipients)} {coded.Factuality.Status} {coded.Voices.Count}")];
        }
    }

    static string Fill(string template, Side one, Side other) =>
        string.Format(System.Globalization.CultureInfo.InvariantCulture, template, one.Name, other.Name, one.Adjective, other.Adjective);

    static string Parties(IReadOnlyList<Actor> actors) => string.Join('+', actors.Select(actor => actor.Code));

    static string Exchange(string coded, string one, string other) =>
        coded.Replace(one, "\u0001", StringComparison.Ordinal).Replace(other, one, StringComparison.Ordinal).Replace("\u0001", other, StringComparison.Ordinal);
}
