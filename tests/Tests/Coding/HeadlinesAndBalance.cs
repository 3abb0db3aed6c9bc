using Tocsin.Coding;
using Tocsin.Events;
using Tocsin.Language;
using Xunit;

namespace Tocsin.Tests.Coding;

public sealed class HeadlinesAndBalance
{
    static readonly Lazy<CodingResources> Resources = new(() => CodingResources.Load(Repository.Path("data"), Repository.Path("models")));

    static StoryCoding Code(Document document) => new Coder(Resources.Value).Code(new Story { Id = "x", Text = document.Text }, document);

    const string Claim = """
        Residents resident NOUN NNS 2 nsubj
        said say VERB VBD 0 root
        Serbian serbian ADJ JJ 4 amod
        troops troops NOUN NNS 6 nsubj
        had have AUX VBD 6 aux
        shelled shell VERB VBN 2 ccomp
        a a DET DT 8 det
        village village NOUN NN 6 obj
        . . PUNCT . 2 punct
        """;

    const string Headline = """
        Serbian serbian ADJ JJ 2 amod
        troops troops NOUN NNS 3 nsubj
        shelled shell VERB VBD 0 root
        village village NOUN NN 3 obj
        """;

    [Fact]
    public void A_headline_that_states_what_the_text_only_lets_somebody_say_drifts()
    {
        var (story, title) = (Trees.Of(Claim), Trees.Of(Headline));
        var drift = Assert.Single(HeadlineReader.Compare(Code(title), title, Code(story), story));
        Assert.Equal(DriftKind.ClaimAsFact, drift.Kind);
        Assert.Equal("shelled", drift.Headline.Of(title.Text));
        Assert.Equal("shelled", drift.Text!.Value.Of(story.Text));
        Assert.Equal(story.Text, drift.Evidence!.Value.Of(story.Text));
        Assert.Equal(FactualityStatus.Unknown, drift.TextFactuality!.Value.Status);
    }

    [Fact]
    public void A_headline_that_says_no_more_than_its_text_does_not()
    {
        var (story, title) = (Trees.Of(Headline), Trees.Of(Headline));
        Assert.Empty(HeadlineReader.Compare(Code(title), title, Code(story), story));
    }

    [Fact]
    public void A_headline_may_tell_an_event_that_the_text_does_not()
    {
        var title = Trees.Of(Headline);
        var story = Trees.Of("""
            Farmers farmer NOUN NNS 2 nsubj
            slept sleep VERB VBD 0 root
            . . PUNCT . 2 punct
            """);
        var drift = Assert.Single(HeadlineReader.Compare(Code(title), title, Code(story), story));
        Assert.Equal((DriftKind.NotInText, null), (drift.Kind, drift.Text));
    }

    [Fact]
    public void Shares_of_voices_and_of_the_outlet_make_up_the_story()
    {
        var document = Trees.Of(Claim);
        var balance = Code(document).Balance;
        var voice = Assert.Single(balance.Voices);
        Assert.Equal(("Residents", 6), (voice.Name, voice.Words));
        Assert.Equal(1, balance.Outlet + voice.Share, 9);
        Assert.Equal("Serbian troops had shelled a village", Assert.Single(voice.Passages).Of(document.Text));
        Assert.False(balance.IsOneSided);
    }

    [Fact]
    public void One_side_alone_is_told_only_where_enough_is_said()
    {
        SideShare Side(string side, int words) => new(side, words, words / 100.0);
        Assert.True(new StoryBalance(0.2, [], [Side("SRB", 50)]).IsOneSided);
        Assert.False(new StoryBalance(0.8, [], [Side("SRB", StoryBalance.FewWords - 1)]).IsOneSided);
        Assert.False(new StoryBalance(0.2, [], [Side("SRB", 50), Side("XKX", 30)]).IsOneSided);
        Assert.False(StoryBalance.Empty.IsOneSided);
    }
}
