using System.Globalization;
using Tocsin.Coding;
using Tocsin.Language;
using Xunit;

namespace Tocsin.Tests.Coding.Actors;

public sealed class ActorMentions
{
    static readonly Lazy<ActorIndex> Index = new(() => ActorIndex.Load(Repository.Path("data", "actors")));

    /// <summary>One row: tagged text, and the mentions expected as <c>words=code</c>, parted by "; ".</summary>
    [Theory]
    [InlineData("Russian/ADJ troops/NOUN entered/VERB Crimea/PROPN", "Russian troops=RUS:MIL")]
    [InlineData("Serbian/ADJ paramilitaries/NOUN fled/VERB", "Serbian paramilitaries=SRB:PAR")]
    [InlineData("the/DET Ukrainian/ADJ president/NOUN spoke/VERB", "Ukrainian president=UKR:GOV")]
    [InlineData("Kosovo/PROPN police/NOUN arrested/VERB two/NUM men/NOUN", "Kosovo police=XKX:COP; men=---")]
    [InlineData("Kosovo/PROPN Serbs/PROPN left/VERB", "Kosovo Serbs=XKX:ETH:SERB")]
    [InlineData("ethnic/ADJ Serbs/PROPN left/VERB", "Serbs=---")]
    [InlineData("ethnic/ADJ Serbs/PROPN in/ADP north/ADJ Kosovo/PROPN left/VERB", "Serbs=XKX:ETH:SERB; Kosovo=XKX")]
    [InlineData("Kosovo/PROPN Albanian/ADJ leaders/NOUN met/VERB", "Kosovo Albanian leaders=XKX:ETH:ALBANIAN")]
    [InlineData("the/DET president/NOUN of/ADP Serbia/PROPN said/VERB", "president of Serbia=SRB:GOV")]
    [InlineData("Serbia/PROPN 's/PART new/ADJ government/NOUN fell/VERB", "Serbia 's new government=SRB:GOV")]
    [InlineData("Russia/PROPN 's/PART invasion/NOUN began/VERB", "Russia=RUS")]
    [InlineData("Belgrade/PROPN rejected/VERB the/DET plan/NOUN", "Belgrade=SRB:GOV")]
    [InlineData("thousands/NOUN marched/VERB in/ADP Belgrade/PROPN", "")]
    [InlineData("police/NOUN in/ADP Belgrade/PROPN said/VERB", "police=SRB:COP")]
    [InlineData("the/DET Kremlin/PROPN denied/VERB it/PRON", "Kremlin=RUS:GOV")]
    [InlineData("pro/ADJ -/PUNCT Russian/ADJ separatists/NOUN in/ADP Ukraine/PROPN fired/VERB",
        "Russian=RUS; separatists=UKR:REB; Ukraine=UKR")]
    [InlineData("Russian/ADJ -/PUNCT backed/VERB militia/NOUN attacked/VERB", "Russian=RUS; militia=---")]
    [InlineData("U.S./PROPN Defense/PROPN Secretary/PROPN Marko/PROPN Testman/PROPN said/VERB",
        "U.S. Defense Secretary Marko Testman=USA:GOV")]
    [InlineData("masked/ADJ gunmen/NOUN fired/VERB", "gunmen=---")]
    [InlineData("he/PRON told/VERB us/PRON about/ADP turkey/NOUN", "")]
    [InlineData("a/DET farm/NOUN near/ADP Athens/PROPN ,/PUNCT Georgia/PROPN burned/VERB", "")]
    [InlineData("Georgia/PROPN accused/VERB Russia/PROPN", "Georgia=GEO; Russia=RUS")]
    [InlineData("former/ADJ Polish/ADJ president/NOUN visited/VERB", "Polish president=POL")]
    [InlineData("Russian/ADJ troop/NOUN movements/NOUN worried/VERB Kyiv/PROPN", "Russian troop=RUS:MIL; Kyiv=UKR:GOV")]
    [InlineData("the/DET French/ADJ and/CCONJ German/ADJ foreign/ADJ ministers/NOUN met/VERB",
        "French=FRA:GOV; German foreign ministers=DEU:GOV")]
    public void Actors_are_coded_by_country_and_sector(string tagged, string expected)
    {
        Assert.Equal(expected, Coded(TaggedText.Read(tagged), null));
    }

    [Theory]
    [InlineData("the/DET Serbian/ADJ president/NOUN spoke/VERB", "2010-05-01", "Boris Tadić")]
    [InlineData("the/DET Serbian/ADJ president/NOUN spoke/VERB", "2015-05-01", "Tomislav Nikolić")]
    [InlineData("the/DET president/NOUN of/ADP Ukraine/PROPN spoke/VERB", "2018-05-01", "Petro Poroshenko")]
    [InlineData("Russia/PROPN 's/PART foreign/ADJ minister/NOUN spoke/VERB", "2020-05-01", "Sergey Lavrov")]
    public void The_day_decides_who_holds_an_office(string tagged, string day, string holder)
    {
        var found = new List<ActorMention>();
        Index.Value.Find(TaggedText.Read(tagged), DateOnly.Parse(day, CultureInfo.InvariantCulture), found);
        Assert.Equal(holder, Assert.Single(found).Name);
        Assert.Equal(ActorKind.Office, found[0].Kind);
    }

    [Theory]
    [InlineData("Vucic/PROPN said/VERB", "2018-01-01", "Vucic=SRB:GOV")]
    [InlineData("Vučić/PROPN said/VERB", "2018-01-01", "Vučić=SRB:GOV")]
    [InlineData("Volodymyr/PROPN Zelenskiy/PROPN said/VERB", "2022-01-01", "Volodymyr Zelenskiy=UKR:GOV")]
    [InlineData("Zelenskyy/PROPN said/VERB", "2022-01-01", "Zelenskyy=UKR:GOV")]
    [InlineData("Serbian/ADJ President/NOUN Aleksandar/PROPN Vučić/PROPN met/VERB", "2018-01-01",
        "Serbian President Aleksandar Vučić=SRB:GOV")]
    [InlineData("Petro/PROPN Poroshenko/PROPN said/VERB", "2023-01-01", "Petro Poroshenko=UKR")]
    [InlineData("Poroshenko/PROPN said/VERB", "2023-01-01", "")]
    [InlineData("Marko/PROPN Vučić/PROPN sang/VERB", "2018-01-01", "")]
    public void A_known_person_is_coded_by_the_office_of_the_day(string tagged, string day, string expected) =>
        Assert.Equal(expected,
            Coded(TaggedText.Read(tagged), DateOnly.Parse(day, CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData("NATO/PROPN troops/NOUN left/VERB", "NATO troops=IGO:NATO")]
    [InlineData("the/DET Wagner/PROPN Group/PROPN fought/VERB", "Wagner Group=UAF:WAGNER")]
    [InlineData("a/DET KFOR/PROPN spokesman/NOUN said/VERB", "KFOR spokesman=IGO:KFOR")]
    [InlineData("the/DET secretary/NOUN general/ADJ of/ADP NATO/PROPN spoke/VERB",
        "secretary general of NATO=IGO:NATO")]
    [InlineData("Iraqi/ADJ Kurds/PROPN fought/VERB", "Iraqi Kurds=IRQ:ETH:KURD")]
    public void Bodies_and_groups_keep_their_own_code(string tagged, string expected) =>
        Assert.Equal(expected, Coded(TaggedText.Read(tagged), null));

    [Fact]
    public void Mentions_are_in_order_and_do_not_overlap()
    {
        var document = TaggedText.Read(
            "Serbia/PROPN 's/PART army/NOUN and/CCONJ the/DET Kosovo/PROPN police/NOUN met/VERB");
        var found = new List<ActorMention>();
        Index.Value.Find(document, null, found);
        Assert.True(found.Count >= 2);
        for (var i = 1; i < found.Count; i++)
            Assert.True(found[i - 1].End <= found[i].First);
        Assert.All(found, mention => Assert.InRange(mention.Head, mention.First, mention.End - 1));
    }

    [Fact]
    public void A_name_told_with_its_title_is_known_by_its_family_name_later()
    {
        var document = TaggedText.Read(
            "Russian/ADJ spokeswoman/NOUN Marija/PROPN Testova/PROPN spoke/VERB ./PUNCT || " +
            "Testova/PROPN denied/VERB it/PRON");
        Assert.Equal("Russian spokeswoman Marija Testova=RUS:GOV; Testova=RUS:GOV", Coded(document, null));
    }

    [Fact]
    public void The_second_naming_of_the_same_force_keeps_its_country()
    {
        var document = TaggedText.Read(
            "The/DET Serbian/ADJ army/NOUN moved/VERB ./PUNCT || The/DET army/NOUN denied/VERB it/PRON");
        Assert.Equal("Serbian army=SRB:MIL; army=SRB:MIL", Coded(document, null));
    }

    [Fact]
    public void The_shipped_files_are_sound_and_know_every_state()
    {
        Assert.Empty(ActorIndex.Check(Repository.Path("data", "actors")));
        Assert.True(Index.Value.Countries.Count >= 201);
        Assert.True(Index.Value.Countries.Count(country => country.Alpha2 is not null) >= 197);
        var codes = Index.Value.Countries.Select(country => country.Code).ToHashSet();
        Assert.Equal(Index.Value.Countries.Count, codes.Count);
    }

    /// <summary>One row: a line of a file, and words of the fault that it must give.</summary>
    [Theory]
    [InlineData("countries.txt", "XX | XX | Xland | | | | ", "no country's code")]
    [InlineData("countries.txt", "ABC | AB | Abland | | | | 91 0", "no latitude")]
    [InlineData("countries.txt", "RUS | RU", "columns")]
    [InlineData("sectors.txt", "FOO | noun | foos", "no sector")]
    [InlineData("sectors.txt", "MIL | verb | armies", "no use")]
    [InlineData("bodies.txt", "IGO:A | Abody | 2020-01-01 | 2019-01-01 | here", "before the first day")]
    [InlineData("bodies.txt", "IGO:A | Abody | 2023-13-45 | | here", "is no date")]
    [InlineData("bodies.txt", "QQQ:GOV | Qbody | | | ", "no actor's code")]
    [InlineData("offices.txt", "A B | | president | RUS:GOV | B | 2020-06-31 | | here", "is no date")]
    [InlineData("offices.txt", "A B | | captain | RUS:GOV | B | 2020-06-30 | | here", "no office")]
    [InlineData("offices.txt",
        "A B | | president | RUS:GOV | | 2020-01-01 | 2021 | x\nC D | | president | RUS:GOV | | 2020-06-01 | | x",
        "both hold the office")]
    public void A_fault_names_file_line_and_reason(string file, string lines, string reason)
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var path = Path.Combine(folder.FullName, file);
            File.WriteAllText(Path.Combine(folder.FullName, "countries.txt"), "RUS | RU | Russia | | | | 60 100\n");
            File.WriteAllText(Path.Combine(folder.FullName, "sectors.txt"), "GOV | title [president] | president\n");
            File.AppendAllText(path, lines + "\n");
            var faults = ActorIndex.Check(folder.FullName);
            Assert.Contains(faults, fault => fault.File == path && fault.Line > 0
                && fault.Reason.Contains(reason, StringComparison.Ordinal));
            Assert.Throws<DataFaultException>(() => ActorIndex.Load(folder.FullName));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    static string Coded(Document document, DateOnly? day)
    {
        var found = new List<ActorMention>();
        Index.Value.Find(document, day, found);
        return string.Join("; ", found.Select(mention =>
            $"{document.Text[document.Starts[mention.First]..document.Ends[mention.End - 1]]}={mention.Code}"));
    }
}
