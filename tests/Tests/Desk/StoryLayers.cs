using CsCheck;
using Tocsin.Desk.Pages;
using Tocsin.Events;
using Xunit;

namespace Tocsin.Tests.Desk;

public sealed class StoryLayers
{
    [Fact]
    public void Stretches_tile_the_text_whatever_the_passages_are()
    {
        const string text = "One two three.\n\nFour five six seven.\nEight.";
        var passage = from start in Gen.Int[-3, text.Length + 3]
                      from length in Gen.Int[-2, 20]
                      select new Passage(start, start + length);
        Gen.Select(passage.List[0, 6], passage.List[0, 6], passage).Sample((contents, triggers, asked) =>
        {
            var attributions = contents.Select((content, i) => new Attribution(
                new Actor(content, $"voice {i % 3}", default, null), null, [content], AttributionKind.Speech)).ToList();
            var readings = triggers.Select((trigger, i) => Reading(i, trigger)).ToList();
            var marks = new StoryMarks(text, readings, attributions, asked);
            var shown = string.Concat(marks.Paragraphs().SelectMany(line => line).Select(one => one.Passage.Of(text)));
            Assert.Equal(text.Replace("\n", "", StringComparison.Ordinal), shown);
        });
    }

    [Fact]
    public void The_innermost_voice_colours_a_nested_quotation()
    {
        const string text = "Ana said that Ben said that it rained.";
        var inner = new Passage(28, 37);
        var marks = new StoryMarks(text, [],
        [
            new Attribution(new Actor(new Passage(0, 3), "Ana", default, null), null, [new Passage(14, 37)], AttributionKind.Speech),
            new Attribution(new Actor(new Passage(14, 17), "Ben", default, null), null, [inner], AttributionKind.Speech),
        ], null);
        var stretches = Assert.Single(marks.Paragraphs());
        Assert.Equal("Ben", stretches.Single(one => one.Passage == inner).Voice?.Name);
        Assert.Equal("Ana", stretches.First(one => one.Passage.Start == 17).Voice?.Name);
        Assert.Null(stretches[0].Voice);
    }

    [Fact]
    public void A_chain_of_voices_is_told_from_the_outlet_inwards()
    {
        var coded = Reading(1, new Passage(0, 3)).Event with
        {
            Voices =
            [
                new Attribution(new Actor(new Passage(0, 1), "Ana", default, "Ana Anić"), null, [], AttributionKind.Speech),
                new Attribution(null, null, [], AttributionKind.Thought),
            ],
            Factuality = new Factuality(0.4, FactualityStatus.Feared),
        };
        Assert.Equal("Gazette reports that Ana Anić says that an unnamed voice thinks that this is feared.", Wording.Chain("Gazette", coded));
        Assert.Equal("−2.6", Wording.Value(-2.6));
    }

    static Reading Reading(long id, Passage trigger) => new(
        id, "story",
        new CodedEvent
        {
            Type = EventType.Assault,
            Trigger = trigger,
            Evidence = trigger,
            Factuality = Factuality.Asserted,
            OutletFactuality = Factuality.Asserted,
            Time = new EventTime(null, null, null, TimeRelation.Current),
            Confidence = 1,
        },
        "", null, null, null, DateTimeOffset.UnixEpoch, false);
}
