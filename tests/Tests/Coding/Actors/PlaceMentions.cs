using Tocsin.Coding;
using Xunit;

namespace Tocsin.Tests.Coding.Actors;

public sealed class PlaceMentions
{
    static readonly Lazy<ActorIndex> Actors = new(() => ActorIndex.Load(Repository.Path("data", "actors")));

    static readonly Lazy<Gazetteer> Places = new(() => Gazetteer.Load(
        Repository.Path("data", "places"), Repository.Path("models"), Actors.Value.Countries));

    [Theory]
    [InlineData("shots/NOUN near/ADP Banjska/PROPN in/ADP Kosovo/PROPN",
        "Banjska=pack:banjska XK; Kosovo=country:XKX XK")]
    [InlineData("closed/VERB the/DET Jarinje/PROPN crossing/NOUN", "Jarinje crossing=pack:jarinje XK")]
    [InlineData("troops/NOUN in/ADP Simferopol/PROPN", "Simferopol=pack:simferopol UA")]
    [InlineData("shelling/NOUN of/ADP Robotyne/PROPN", "Robotyne=pack:robotyne UA")]
    [InlineData("a/DET fire/NOUN in/ADP Alexandria/PROPN ,/PUNCT Louisiana/PROPN",
        "Alexandria=geonames:4314550 US; Louisiana=region:US.LA US")]
    [InlineData("a/DET blast/NOUN in/ADP Alexandria/PROPN ,/PUNCT Egypt/PROPN",
        "Alexandria=geonames:361058 EG; Egypt=country:EGY EG")]
    [InlineData("marched/VERB in/ADP Paris/PROPN", "Paris=geonames:2988507 FR")]
    [InlineData("marched/VERB in/ADP Donetsk/PROPN region/NOUN", "Donetsk region=region:UA.05 UA")]
    [InlineData("war/NOUN in/ADP Georgia/PROPN and/CCONJ Ossetia/PROPN", "Georgia=country:GEO GE")]
    [InlineData("shops/NOUN in/ADP Atlanta/PROPN ,/PUNCT Georgia/PROPN",
        "Atlanta=geonames:4180439 US; Georgia=region:US.GA US")]
    [InlineData("talks/NOUN in/ADP Geneva/PROPN", "Geneva=geonames:2660646 CH")]
    [InlineData("a/DET Wall/PROPN Street/PROPN darling/NOUN", "")]
    [InlineData("they/PRON came/VERB of/ADP age/NOUN", "")]
    [InlineData("clashes/NOUN in/ADP Frankfurt/PROPN am/ADP Main/PROPN", "Frankfurt am Main=geonames:2925533 DE")]
    public void A_place_is_found_where_it_lies(string tagged, string expected)
    {
        var document = TaggedText.Read(tagged);
        var actors = new List<ActorMention>();
        Actors.Value.Find(document, null, actors);
        var found = new List<PlaceMention>();
        Places.Value.Find(document, actors, found);
        Assert.Equal(expected, string.Join("; ", found.Select(place =>
            $"{document.Text[document.Starts[place.First]..document.Ends[place.End - 1]]}={place.Id} {place.Country}"
        )));
    }

    [Fact]
    public void The_country_of_the_story_decides_between_namesakes()
    {
        var document = TaggedText.Read("Syria/PROPN said/VERB Tripoli/PROPN in/ADP Lebanon/PROPN is/AUX calm/ADJ");
        var actors = new List<ActorMention>();
        Actors.Value.Find(document, null, actors);
        var found = new List<PlaceMention>();
        Places.Value.Find(document, actors, found);
        Assert.Contains(found, place => place is { Name: "Tripoli", Country: "LB" });
    }

    [Fact]
    public void The_shipped_packs_are_sound()
    {
        Assert.Empty(Gazetteer.Check(Repository.Path("data", "places")));
        Assert.True(Places.Value.TableSize > 100_000);
    }

    [Fact]
    public void A_damaged_table_is_refused_by_name_and_reason()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var bytes = File.ReadAllBytes(Repository.Path("models", "places", "cities.gazetteer"));
            var path = Path.Combine(folder.FullName, "cities.gazetteer");
            Assert.Contains("missing", Refusal(path), StringComparison.Ordinal);
            File.WriteAllBytes(path, bytes.AsSpan(0, bytes.Length / 2));
            Assert.Contains("cut off", Refusal(path), StringComparison.Ordinal);
            bytes[bytes.Length / 2] ^= 4;
            File.WriteAllBytes(path, bytes);
            Assert.Contains("checksum", Refusal(path), StringComparison.Ordinal);
            bytes[0]++;
            File.WriteAllBytes(path, bytes);
            Assert.Contains("version", Refusal(path), StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void A_table_that_was_written_is_read_again()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var path = Path.Combine(folder.FullName, "t.gazetteer");
            PlaceTable.Write(path,
                [
                    new PlaceRow(7, "Kleinstadt", ["Mala Varoš"], "XK", 0, 42.5, 20.5, 900, PlaceKind.Village),
                    new PlaceRow(8, "Großstadt", [], "RS", -1, 44.5, 19.5, 90_000, PlaceKind.Town),
                ],
                [new RegionRow("XK.10097358", 42.9, 20.8)]);
            var table = PlaceTable.Load(path);
            Assert.Equal(2, table.Count);
            Assert.Equal("Großstadt", table.Name(0));
            Assert.Equal(1, table.Find(PlaceName.KeyOf("MALA VAROS"))[0]);
            Assert.Equal((42.5, 20.5), table.Point(1));
            Assert.Equal("XK.10097358", table.Regions[table.Region(1)].Code);
            Assert.Equal(0, table.Find(PlaceName.KeyOf("nowhere")).Length);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    static string Refusal(string path) => Assert.Throws<PlaceTableException>(() => PlaceTable.Load(path)).Message;
}
