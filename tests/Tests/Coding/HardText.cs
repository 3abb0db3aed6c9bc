using System.Globalization;
using System.Text;
using Tocsin.Coding;
using Tocsin.Events;
using Tocsin.Language;
using Xunit;

namespace Tocsin.Tests.Coding;

/// <summary>Whole texts that invite runaway quotations, impossible dates and wrong certainty, through the real engine.</summary>
public sealed class HardText
{
    static readonly Lazy<CodingResources> Resources = new(() => CodingResources.Load(Repository.Path("data"), Repository.Path("models")));
    static readonly Lazy<LanguageModel> Model = new(() => LanguageModel.Load(Repository.Path("models"), Engine.Fast));

    static (StoryCoding Coding, Document Document) Read(string text, string? published = "2023-03-29")
    {
        var document = new Document();
        new Analyser(Model.Value).Analyse(text, document);
        var story = new Story
        {
            Id = "x",
            Text = text,
            PublishedAt = published is null ? null : DateTimeOffset.Parse(published, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal),
        };
        return (new Coder(Resources.Value).Code(story, document), document);
    }

    static string[] Times(string text, string? published = "2023-03-29") =>
        [.. Read(text, published).Coding.Times.Select(time => time.Passage.Of(text).ToString() + " = " + time.Value)];

    [Fact]
    public void A_quotation_that_never_closes_does_not_swallow_the_article()
    {
        var text = "The minister said: \"We will not sign. " + string.Concat(Enumerable.Repeat("Farmers harvested wheat near the river. ", 60));
        foreach (var attribution in Read(text).Coding.Attributions)
            Assert.True(attribution.Content.Sum(part => part.End - part.Start) < text.Length / 2, "a voice holds half of the text");
    }

    [Fact]
    public void A_quotation_of_five_thousand_words_has_its_speaker_and_leaves_the_text_around_it_alone()
    {
        var text = "Rain fell. The president said: \"" + string.Concat(Enumerable.Repeat("We will defend every village of this valley. ", 625)).TrimEnd()
            + "\" Troops shelled a village near Bakhmut on Monday.";
        var coding = Read(text).Coding;
        var shelling = coding.Events.Last(coded => coded.Trigger.Of(text).ToString() == "shelled");
        Assert.Empty(shelling.Voices);
    }

    [Theory]
    [InlineData("«We won’t leave,» said the mayor. „Wir bleiben“, said another. “Stay,” he said. 'Go,' she said.")]
    [InlineData("\"He said 'they told me \"go\"' and left,\" she said. “„«nested»“” \"\" '' ``'' »«")]
    [InlineData("“““““““““““““““““““““““““““““““““““““““““““““““““““““““““““““““““““““““““““““““““““““““")]
    public void Marks_of_three_languages_within_each_other_make_nothing_throw(string text)
    {
        var (coding, _) = Read(text);
        Assert.All(coding.Attributions, attribution => Assert.All(attribution.Content, part => Assert.InRange(part.End, part.Start, text.Length)));
    }

    [Fact]
    public void A_page_of_dialogue_without_speakers_has_nobody_for_a_speaker()
    {
        var text = new StringBuilder();
        for (var i = 0; i < 60; i++)
            text.Append("\"Did they cross the river?\"\n\n\"They did not.\"\n\n");
        Assert.All(Read(text.ToString()).Coding.Attributions, attribution => Assert.Null(attribution.Source));
    }

    [Theory]
    [InlineData("The pass expires on 31 June.")]
    [InlineData("They met in the year 0.")]
    [InlineData("The file is numbered 99999.")]
    [InlineData("The stamp read 2023-13-45.")]
    [InlineData("The tower stands at 42.97333, 20.78083.")]
    public void What_no_calendar_holds_is_no_time(string text) => Assert.Empty(Times(text));

    [Fact]
    public void Without_a_publication_date_a_weekday_is_any_such_day_and_an_event_has_no_days()
    {
        const string Text = "Troops shelled the town on Monday.";
        Assert.Equal(["Monday = XXXX-WXX-1"], Times(Text, published: null));
        Assert.All(Read(Text, published: null).Coding.Events, coded => Assert.Equal((null, null), (coded.Time.From, coded.Time.To)));
    }

    [Theory]
    [InlineData("0001-01-01")]
    [InlineData("9999-12-31")]
    public void At_the_ends_of_the_calendar_nothing_throws(string published) => Read(
        "Troops shelled the town last week, a century ago, two decades later, next year, on the 29th, in the winter, at midnight on Friday and "
        + "in the third quarter; Easter, the weekend before last and the eve of 1 January came, a week from Friday and three years later.", published);

    [Fact]
    public void A_name_four_hundred_times_is_one_place_throughout()
    {
        var text = "Shells fell in Alexandria, Louisiana. " + string.Concat(Enumerable.Repeat("People in Alexandria fled. ", 400));
        var points = Read(text).Coding.Places.Where(place => place.Passage.Of(text).ToString() == "Alexandria").Select(place => place.Latitude).Distinct();
        Assert.Single(points);
    }
}
