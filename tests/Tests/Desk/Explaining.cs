using Tocsin.Coding;
using Tocsin.Desk.Commands;
using Tocsin.Events;
using Tocsin.Language;
using Xunit;

namespace Tocsin.Tests.Desk;

/// <summary>What <c>tocsin explain</c> shows, and what <c>tocsin unknown-actors</c> ranks.</summary>
public sealed class Explaining
{
    static string Explained(string text)
    {
        var document = new Document();
        new Analyser(LanguageModel.Load(Repository.Path("models"))).Analyse(text, document);
        var coder = new Coder(CodingResources.Load(Repository.Path("data"), Repository.Path("models"))) { Trials = [] };
        using var to = new StringWriter();
        new Explanation(document, coder, coder.Code(new Story { Id = "e", Text = text }, document), to).Write();
        return to.ToString();
    }

    [Fact]
    public void A_reading_is_shown_with_tree_entry_roles_and_refusals()
    {
        var shown = Explained("Russian troops shelled Kharkiv. The fans attacked the problem.");
        Assert.Matches(@"shelled +VERB +VBD +root", shown);
        Assert.Matches(@"troops +NOUN +NNS +nsubj +RUS:MIL", shown);
        Assert.Matches(@"taken +triggers[-a-z]*\.txt:\d+ ASSAULT heavy-weapons", shown);
        Assert.Contains("actors from subj, recipients from obj", shown, StringComparison.Ordinal);
        Assert.Matches(@"refused triggers[-a-z]*\.txt:\d+ [-A-Z]+.*: ", shown);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\ud800 \u202e ((((((((((")]
    public void Any_text_can_be_explained(string text) => Assert.NotNull(Explained(text));

    [Fact]
    public void Unknown_names_are_ranked_by_events_then_stories()
    {
        var queue = new UnknownActorQueue();
        queue.Add("a", Read("Umma Front", "Serbia"), "The Umma Front attacked Serbia.");
        queue.Add("b", Read("UMMA FRONT", "Kosovo"), "Again.");
        queue.Add("b", Read("Novak", "Kosovo"), "Novak accused Kosovo.");
        queue.Add("b", Read("rebels", "Kosovo"), "The rebels left.");
        Assert.Equal(["Umma Front 2 2", "Novak 1 1"], queue.Ranked().Select(unknown => $"{unknown.Name} {unknown.Events} {unknown.Stories}"));
        Assert.Equal("The Umma Front attacked Serbia.", queue.Ranked().First().Sentence);
    }

    static CodedEvent Read(string actor, string recipient) => new()
    {
        Type = EventType.Assault,
        Actors = [new Actor(new Passage(4, 4 + actor.Length), actor, default, null)],
        Recipients = [new Actor(new Passage(40, 46), recipient, ActorCode.Parse("SRB"), recipient)],
        Trigger = new Passage(20, 28),
        Evidence = new Passage(0, 60),
        Factuality = Factuality.Asserted,
        OutletFactuality = Factuality.Asserted,
        Confidence = 0.9,
        Time = new EventTime(null, null, null, TimeRelation.Current),
    };
}
