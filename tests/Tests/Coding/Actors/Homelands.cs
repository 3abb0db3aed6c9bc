using Tocsin.Coding;
using Tocsin.Events;
using Tocsin.Language;
using Xunit;

namespace Tocsin.Tests.Coding.Actors;

/// <summary>Whose are those that a text names without a country? Read from real text, with the shipped models.</summary>
public sealed class Homelands
{
    static readonly Lazy<LanguageModel> Model = new(() => LanguageModel.Load(Repository.Path("models")));
    static readonly Lazy<CodingResources> Resources = new(() => CodingResources.Load(Repository.Path("data"), Repository.Path("models")));

    static Dictionary<string, string> Actors(string text)
    {
        var document = new Document();
        new Analyser(Model.Value).Analyse(text, document);
        var coder = new Coder(Resources.Value);
        coder.Code(new Story { Id = "h", Text = text }, document);
        return coder.Actors.ToDictionary(
            actor => document.Text[document.Starts[actor.First]..document.Ends[actor.End - 1]], actor => actor.Code.ToString());
    }

    [Theory]
    [InlineData("President Ana Testova threatened to impose a curfew in Chisinau.", "President Ana Testova", "MDA:GOV")]
    [InlineData("Opposition groups in Zimbabwe demanded that the government resign.", "government", "ZWE:GOV")]
    [InlineData("Soldiers seized power in Niger. The rebels rejected the talks.", "rebels", "NER:REB")]
    public void A_setting_of_one_country_says_whose_they_are(string text, string name, string code) =>
        Assert.Equal(code, Actors(text)[name]);

    [Theory]
    [InlineData("Israel shelled the rebels.", "rebels")]
    [InlineData("American officials met President Ana Testova.", "President Ana Testova")]
    [InlineData("In Serbia and Kosovo the police were on alert.", "police")]
    [InlineData("The police made no comment.", "police")]
    public void Two_countries_one_that_stands_against_them_or_none_leave_them_open(string text, string name) =>
        Assert.Equal("---", Actors(text)[name]);

    [Fact]
    public void What_the_phrase_itself_names_comes_first() =>
        Assert.Equal("SYR:ETH:DRUZE", Actors("Druze residents of the Syrian heights threatened a strike unless Israel withdrew.")["Druze residents"]);
}
