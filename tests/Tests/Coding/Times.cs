using System.Globalization;
using Tocsin.Coding;
using Tocsin.Events;
using Tocsin.Language;
using Xunit;

namespace Tocsin.Tests.Coding;

public sealed class Times
{
    /// <summary>A Wednesday.</summary>
    static readonly DateTimeOffset Published = new(2023, 3, 29, 23, 30, 0, TimeSpan.FromHours(2));

    static string Read(Document document, DateTimeOffset? published)
    {
        var found = new List<TimeMention>();
        new TimeFinder().Find(document, published, found);
        return string.Join("; ", found.Select(mention =>
            $"{mention.Expression.Passage.Of(document.Text)} = {mention.Expression.Type.ToString().ToUpperInvariant()} {mention.Expression.Value}"));
    }

    [Theory]
    // Dates by name and number.
    [InlineData("They met/VBD on March 18 , 2023 .", "March 18, 2023 = DATE 2023-03-18")]
    [InlineData("They met/VBD on 18 March 2014 .", "18 March 2014 = DATE 2014-03-18")]
    [InlineData("They met/VBD on the 18th of March .", "the 18th of March = DATE 2023-03-18")]
    [InlineData("They met/VBD on 2014-03-18 .", "2014-03-18 = DATE 2014-03-18")]
    [InlineData("They met/VBD on 18.03.2014 .", "18.03.2014 = DATE 2014-03-18")]
    [InlineData("They met/VBD on 03/04/2014 .", "03/04/2014 = DATE 2014-04-03")]
    [InlineData("They met/VBD on Friday , March 18 , 2022 .", "Friday, March 18, 2022 = DATE 2022-03-18")]
    [InlineData("They met/VBD in March 2014 .", "March 2014 = DATE 2014-03")]
    [InlineData("They met/VBD in November .", "November = DATE 2022-11")]
    [InlineData("They will/MD meet/VB in November .", "November = DATE 2023-11")]
    [InlineData("They will/MD meet/VB in February .", "February = DATE 2024-02")]
    [InlineData("They met/VBD in 2014 .", "2014 = DATE 2014")]
    [InlineData("They met/VBD in the 1990s .", "the 1990s = DATE 199")]
    [InlineData("They met/VBD in the 20th century .", "the 20th century = DATE 19")]
    [InlineData("They met/VBD in late March .", "late March = DATE 2023-03")]
    [InlineData("They met/VBD in the winter of 2013 .", "the winter of 2013 = DATE 2013-WI")]
    [InlineData("They met/VBD from March 18 to April 2 .", "March 18 = DATE 2023-03-18; April 2 = DATE 2023-04-02")]
    // Relative to publication.
    [InlineData("They met/VBD yesterday .", "yesterday = DATE 2023-03-28")]
    [InlineData("They met/VBD on Tuesday .", "Tuesday = DATE 2023-03-28")]
    [InlineData("They met/VBD on Thursday .", "Thursday = DATE 2023-03-23")]
    [InlineData("They will/MD meet/VB on Tuesday .", "Tuesday = DATE 2023-04-04")]
    [InlineData("They met/VBD last Wednesday .", "last Wednesday = DATE 2023-03-22")]
    [InlineData("They met/VBD last week .", "last week = DATE 2023-W12")]
    [InlineData("They met/VBD last year .", "last year = DATE 2022")]
    [InlineData("They met/VBD earlier this month .", "earlier this month = DATE 2023-03")]
    [InlineData("They met/VBD next month .", "next month = DATE 2023-04")]
    [InlineData("They met/VBD two days ago .", "two days ago = DATE 2023-03-27")]
    [InlineData("They met/VBD three weeks ago .", "three weeks ago = DATE 2023-W10")]
    [InlineData("They met/VBD a year ago .", "a year ago = DATE 2022")]
    [InlineData("They met/VBD the day before yesterday .", "the day before yesterday = DATE 2023-03-27")]
    [InlineData("They meet/VBP now/RB .", "now = DATE PRESENT_REF")]
    // From the day named last.
    [InlineData("They met/VBD on March 18 and two days later .", "March 18 = DATE 2023-03-18; two days later = DATE 2023-03-20")]
    [InlineData("They met/VBD on March 18 and the following day .", "March 18 = DATE 2023-03-18; the following day = DATE 2023-03-19")]
    // Parts of the day and hours.
    [InlineData("They met/VBD on Tuesday morning .", "Tuesday morning = TIME 2023-03-28TMO")]
    [InlineData("They met/VBD last night .", "last night = TIME 2023-03-28TNI")]
    [InlineData("They met/VBD at 8 p.m. Tuesday .", "8 p.m. Tuesday = TIME 2023-03-28T20:00")]
    [InlineData("They met/VBD at 14:30 .", "14:30 = TIME 2023-03-29T14:30")]
    // Durations and sets.
    [InlineData("They met/VBD for three days .", "three days = DURATION P3D")]
    [InlineData("They met/VBD for several months .", "several months = DURATION PXM")]
    [InlineData("They met/VBD within 48 hours .", "48 hours = DURATION PT48H")]
    [InlineData("A two-day visit ended/VBD .", "two-day = DURATION P2D")]
    [InlineData("They met/VBD over the past three months .", "the past three months = DURATION P3M")]
    [InlineData("They meet/VBP every week .", "every week = SET P1W")]
    [InlineData("They meet/VBP every Monday .", "every Monday = SET XXXX-WXX-1")]
    [InlineData("They meet/VBP twice a year .", "twice a year = SET P1Y")]
    // No times.
    [InlineData("They sent/VBD 2014 soldiers .", "")]
    [InlineData("They may/MD meet/VB .", "")]
    [InlineData("They met/VBD on June 31 .", "")]
    [InlineData("They met/VBD on 2023-13-45 .", "")]
    public void A_time_expression_has_the_value_of_TIMEX3(string sentence, string expected) =>
        Assert.Equal(expected, Read(Trees.Flat(sentence), Published));

    [Theory]
    [InlineData("They met/VBD on Monday .", "Monday = DATE XXXX-WXX-1")]
    [InlineData("They met/VBD yesterday .", "yesterday = DATE XXXX-XX-XX")]
    [InlineData("They met/VBD last week .", "last week = DATE XXXX-WXX")]
    [InlineData("They met/VBD on March 18 .", "March 18 = DATE XXXX-03-18")]
    [InlineData("They met/VBD in March 2014 .", "March 2014 = DATE 2014-03")]
    public void Without_a_publication_date_nothing_is_guessed(string sentence, string expected) =>
        Assert.Equal(expected, Read(Trees.Flat(sentence), null));

    static EventTime TimeOf(string sentence, string trigger, DateTimeOffset? published)
    {
        var document = Trees.Flat(sentence);
        var found = new List<TimeMention>();
        new TimeFinder().Find(document, published, found);
        return EventTimes.Of(document, document.Token(trigger), found, published);
    }

    [Theory]
    [InlineData("They met/VBD on Tuesday .", "met", "2023-03-28", "2023-03-28", TimeRelation.Current)]
    [InlineData("They met/VBD in March 2014 .", "met", "2014-03-01", "2014-03-31", TimeRelation.Historical)]
    [InlineData("They will/MD meet/VB on Friday .", "meet", "2023-03-31", "2023-03-31", TimeRelation.Future)]
    [InlineData("They met/VBD .", "met", null, null, TimeRelation.Current)]
    [InlineData("They will/MD meet/VB .", "meet", null, null, TimeRelation.Future)]
    [InlineData("They met/VBD since March 18 .", "met", "2023-03-18", "2023-03-29", TimeRelation.Current)]
    [InlineData("They met/VBD from March 18 to March 20 .", "met", "2023-03-18", "2023-03-20", TimeRelation.Current)]
    public void An_event_lies_where_its_nearest_time_and_its_tense_say(
        string sentence, string trigger, string? from, string? to, TimeRelation relation)
    {
        var time = TimeOf(sentence, trigger, Published);
        Assert.Equal(from, time.From?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        Assert.Equal(to, time.To?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        Assert.Equal(relation, time.Relation);
    }

    [Fact]
    public void The_day_of_a_report_is_not_the_day_of_what_it_tells()
    {
        var document = Trees.Of("""
            He he PRON PRP 2 nsubj
            said say VERB VBD 0 root
            Tuesday Tuesday PROPN NNP 2 obl
            troops troops NOUN NNS 5 nsubj
            attacked attack VERB VBD 2 ccomp
            in in ADP IN 7 case
            2014 2014 NUM CD 5 obl
            and and CCONJ CC 9 cc
            left leave VERB VBD 2 ccomp
            """);
        var found = new List<TimeMention>();
        new TimeFinder().Find(document, Published, found);
        Assert.Equal("2014",
            EventTimes.Of(document, document.Token("attacked"), found, Published).Passage?.Of(document.Text));
        Assert.Null(EventTimes.Of(document, document.Token("left"), found, Published).Passage);
    }

    [Fact]
    public void No_words_and_no_tree_make_it_throw()
    {
        var random = new Random(20260103);
        var finder = new TimeFinder();
        var found = new List<TimeMention>();
        string[] words = ["March", "31", "0000", "9999", "99999", "the", "last", "century", "a", "year", "ago", "hundred",
            "million", "later", "every", "Monday", "2014-02-30", "12:99", "of", ",", "end", "-", "next", "decade", "1",
            "mid", "days", "half", "this", "recent", "soon", "20th", "p.m.", "winter", "few", "1/2/3", "billion",
            "Easter", "Christmas", "Q3", "FY23", "between", "and", "GMT", "noon", "midnight", "night", "from", "now", "24", "/", "7", "'99", "first",
            "quarter", "week", "turn", "eve", "before", "after", "February", "29", "0430", "hours", "to", "past", "five", "BC", "AD", "Independence", "Day",
            "times", "other", "weekend", "early", "the", "same", "that", "morning", "at", "on", "until", "00:00", "24:00", "+02:00", "fortnight", "\u0661"];
        foreach (var published in (DateTimeOffset?[])[null, Published, DateTimeOffset.MinValue,
            DateTimeOffset.MaxValue])
        {
            for (var round = 0; round < 4000; round++)
            {
                var document = Trees.Flat(string.Join(' ', Enumerable.Range(0, 1 + random.Next(9))
                    .Select(_ => words[random.Next(words.Length)])));
                finder.Find(document, published, found);
                foreach (var mention in found)
                    Assert.False(mention.Expression.From > mention.Expression.To, document.Text);
                for (var token = 0; token < document.TokenCount; token++)
                    Assert.NotNull(EventTimes.Of(document, token, found, published));
            }
        }
    }
}
