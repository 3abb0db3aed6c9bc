using Tocsin.Coding;
using Xunit;

namespace Tocsin.Tests.Coding.Actors;

/// <summary>Dictionaries in the format of the PETRARCH family; these were written for the test.</summary>
public sealed class PetrarchImports : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("tocsin-import-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    static List<PetrarchEntry> Actors(string text, List<DataFault> faults) =>
        PetrarchDictionary.Actors("a.txt", new StringReader(text), code => code is "SRB" or "XKX" or "RUS", faults);

    [Fact]
    public void Names_synonyms_dates_and_comments_are_read()
    {
        var faults = new List<DataFault>();
        var entries = Actors("""
            <!-- a comment
            NOBODY [RUS] -->
            BLUE_RIVER_PARTY [SRBOPP <20120531] # until then
            +BLUE_RIVERS
                [SRBGOV >20120531]
            PRISTINA_CLUB [KSV]
            GREEN_CROSS [NGOGRC]
            """, faults);
        Assert.Empty(faults);
        Assert.Equal(
            ["SRB:OPP", "SRB:GOV", "XKX", "NGO:GRC"], entries.Select(entry => entry.Code));
        Assert.Equal(["Blue River Party", "Blue Rivers"], entries[0].Names);
        Assert.Equal((new DateOnly(2012, 5, 31), (DateOnly?)null), (entries[0].To, entries[0].From));
        Assert.Equal(new DateOnly(2012, 5, 31), entries[1].From);
    }

    [Theory]
    [InlineData("BREE [BRE]", "'BRE' is no country's code")]
    [InlineData("BREE [RUSX]", "no chain of three letters")]
    [InlineData("BREE [RUS <2012]", "no span of days")]
    [InlineData("BREE [NGO]", "a body needs a code of its own")]
    [InlineData("[RUS]", "a code without a name")]
    public void What_cannot_be_taken_over_is_named_with_its_line(string line, string reason)
    {
        var faults = new List<DataFault>();
        Assert.Empty(Actors("\n" + line, faults));
        var fault = Assert.Single(faults);
        Assert.Equal(("a.txt", 2), (fault.File, fault.Line));
        Assert.Contains(reason, fault.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Agents_have_sectors_plurals_and_sets_of_words()
    {
        var faults = new List<DataFault>();
        var entries = PetrarchDictionary.Agents("g.txt", new StringReader("""
            !PERSON! = MAN, WOMAN
            RIVER_WARDEN [~COP]
            FISHING_!PERSON! {FISHING_FOLK} [~LAB]
            BAND {} [~GGS]
            """), faults);
        Assert.Equal("g.txt:4", $"{Assert.Single(faults).File}:{faults[0].Line}");
        Assert.Equal(["COP", "LAB"], entries.Select(entry => entry.Code));
        Assert.Equal(["river warden"], entries[0].Names);
        Assert.Equal(["fishing man=", "fishing woman=", "fishing folk="], entries[1].Names);
    }

    [Fact]
    public void An_import_leaves_what_is_known_and_is_sound_and_can_be_repeated()
    {
        foreach (var file in Directory.GetFiles(Repository.Path("data", "actors")))
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        var actors = Path.Combine(Directory.CreateTempSubdirectory("tocsin-dictionary-").FullName, "actors.txt");
        File.WriteAllText(actors, "NATO [SRBMIL]\nRIVER_FRONT_OF_TESTING [SRBREB]\n+TESTING_RIVERMEN\nTESTING_RIVERMEN [RUSREB]\n");
        for (var round = 0; round < 2; round++)
        {
            var faults = new List<DataFault>();
            Assert.Equal((2, 0), ActorImport.Petrarch(folder, [actors], [], faults));
            Assert.Equal([1, 4], faults.Select(fault => fault.Line).Order());
            Assert.Empty(ActorIndex.Check(folder));
        }
    }
}
