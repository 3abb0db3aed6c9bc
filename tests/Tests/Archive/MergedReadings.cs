using Tocsin.Archive;
using Tocsin.Events;
using Xunit;

namespace Tocsin.Tests.Archive;

public sealed class MergedReadings
{
    [Fact]
    public void Merging_never_upgrades_certainty()
    {
        var random = new Random(20220731);
        for (var round = 0; round < 200; round++)
        {
            var readings = Enumerable.Range(1, random.Next(1, 8))
                .Select(id => Kept.Reading(id, "s" + id, Kept.Event(factuality: random.Next(-3, 4)))).ToList();
            foreach (var record in Merging.Merge(readings))
            {
                Assert.Equal(record.Readings.Max(reading => reading.Event.OutletFactuality.Value), record.Best.Event.OutletFactuality.Value);
                Assert.Equal(record.Readings.Min(reading => reading.Event.Factuality.Value), record.MostCautious.Event.Factuality.Value);
                Assert.All(record.Readings, reading => Assert.Contains(reading, readings));
            }
        }
    }

    [Fact]
    public void Fears_and_claims_never_add_up_to_a_fact()
    {
        var feared = Kept.Event(factuality: 1) with
        {
            Factuality = new Factuality(0.5, FactualityStatus.Feared),
            OutletFactuality = Factuality.Unknown,
        };
        var claimed = feared with { Factuality = Factuality.Asserted };
        var record = Assert.Single(Merging.Merge([.. Enumerable.Range(1, 40).Select(id => Kept.Reading(id, "s" + id, id % 2 == 0 ? feared : claimed))]));

        Assert.Equal(Factuality.Unknown, record.Best.Event.OutletFactuality);
        Assert.Equal(FactualityStatus.Feared, record.MostCautious.Event.Factuality.Status);
        Assert.All(record.Readings, reading => Assert.NotEqual(FactualityStatus.Asserted, reading.Event.OutletFactuality.Status));
    }

    [Fact]
    public void A_storys_repetition_counts_once()
    {
        var record = Assert.Single(Merging.Merge(
            [Kept.Reading(1, "a", Kept.Event()), Kept.Reading(2, "a", Kept.Event()), Kept.Reading(3, "b", Kept.Event())]));

        Assert.Equal((3, 2), (record.Readings.Count, record.Origins));
    }

    [Fact]
    public void A_denial_joins_what_it_denies_and_the_record_is_disputed() => Assert.True(
        Assert.Single(Merging.Merge([Kept.Reading(1, "a", Kept.Event()), Kept.Reading(2, "b", Kept.Event(factuality: -3))])).Disputed);

    [Fact]
    public void Days_do_not_chain_into_one_happening()
    {
        var records = Merging.Merge([.. Enumerable.Range(1, 10).Select(day => Kept.Reading(day, "s" + day, Kept.Event(day: day)))]);

        Assert.Equal(5, records.Count);
        Assert.All(records, record => Assert.True(
            record.Readings.Max(reading => reading.EventDay.DayNumber) - record.Readings.Min(reading => reading.EventDay.DayNumber) <= 1));
    }

    [Fact]
    public void Two_places_are_not_joined_by_a_reading_without_one() => Assert.Equal(2, Merging.Merge(
        [Kept.Reading(1, "a", Kept.Event(place: "Zvečan")), Kept.Reading(2, "b", Kept.Event()),
            Kept.Reading(3, "c", Kept.Event(place: "Leposavić"))]).Count);

    [Fact]
    public void Open_actors_join_only_by_their_own_words() => Assert.Equal(2, Merging.Merge(
        [Kept.Reading(1, "a", Kept.Event("", words: "masked men")), Kept.Reading(2, "b", Kept.Event("", words: "Masked men")),
            Kept.Reading(3, "c", Kept.Event("", words: "gunmen"))]).Count);
}
