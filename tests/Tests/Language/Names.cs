using Tocsin.Language;
using Xunit;

namespace Tocsin.Tests.Language;

public sealed class Names
{
    static readonly LanguageModel Model = LanguageModel.Load(Path.Combine(Requirements.Root, "models"));

    [Theory]
    [InlineData("Tanks of the Russian army rolled through Kyiv on Monday.", "Kyiv", EntityType.Loc)]
    [InlineData("President Vjosa Osmani said the talks had failed.", "Vjosa Osmani", EntityType.Per)]
    [InlineData("Hossein Amir-Abdollahian visited New Delhi on Monday and met the minister.", "Hossein Amir-Abdollahian", EntityType.Per)]
    [InlineData("NATO sent more soldiers to Kosovo after the attack.", "NATO", EntityType.Org)]
    [InlineData("The European Union condemned the violence.", "European Union", EntityType.Org)]
    public void Names_of_the_news_have_their_type(string text, string name, EntityType type) =>
        Assert.Contains((name, type), Found(text));

    [Fact]
    public void Somebody_named_in_full_is_a_person_by_the_last_name_too()
    {
        var found = Found("John Smith spoke to reporters in London. Later Smith left for Paris.");
        Assert.Contains(("John Smith", EntityType.Per), found);
        Assert.Contains(("Smith", EntityType.Per), found);
    }

    [Fact]
    public void An_acronym_that_was_a_name_once_is_one_wherever_it_stands()
    {
        const string Text = "NATO said on Monday that it would send soldiers. Officials spoke of a NATO plan, and of what NATO wanted.";
        Assert.Equal(3, Found(Text).Count(found => found == ("NATO", EntityType.Org)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\ud800 \udfff \u200b ...")]
    [InlineData("1 2 3 4 5")]
    public void Text_without_names_has_none(string text) => Assert.Empty(Found(text));

    [Fact]
    public void Names_lie_in_text_order_and_never_overlap()
    {
        var document = Tagged("Serbia, Kosovo, Albania, Angela Merkel, Emmanuel Macron, the United Nations and NATO met in New York.");
        Assert.NotEmpty(document.Entities);
        for (var i = 1; i < document.Entities.Count; i++)
            Assert.True(document.Entities[i - 1].End <= document.Entities[i].First);
    }

    [Fact]
    public void A_missing_model_is_named()
    {
        var failure = Assert.Throws<ModelException>(() => NameModel.Load("nowhere/english-names.model"));
        Assert.Contains("nowhere/english-names.model", failure.Message, StringComparison.Ordinal);
    }

    static List<(string, EntityType)> Found(string text)
    {
        var document = Tagged(text);
        return [.. document.Entities.Select(entity => (text[document.Starts[entity.First]..document.Ends[entity.End - 1]], entity.Type))];
    }

    static Document Tagged(string text)
    {
        var document = new Document();
        new Analyser(Model).Analyse(text, document);
        return document;
    }
}
