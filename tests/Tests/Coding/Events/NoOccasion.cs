using Tocsin.Coding;
using Tocsin.Events;
using Tocsin.Language;
using Xunit;

namespace Tocsin.Tests.Coding;

/// <summary>What has the form of an event and is none, beside what looks like it and is one (rules of docs/annotation.md).</summary>
public sealed class NoOccasion
{
    static readonly CodingResources Resources = CodingResources.Load(Repository.Path("data"), Repository.Path("models"));
    static readonly LanguageModel Model = LanguageModel.Load(Repository.Path("models"), Engine.Accurate);

    static IReadOnlyList<CodedEvent> Code(string text)
    {
        var document = new Document();
        new Analyser(Model).Analyse(text, document);
        return new Coder(Resources).Code(new Story { Id = "s", Text = text }, document).Events;
    }

    static string Told(string text) =>
        string.Join(", ", Code(text).Select(coded => $"{coded.Type.Code()} {string.Join('+', coded.Actors.Select(actor => actor.Code))}>{string.Join('+', coded.Recipients.Select(actor => actor.Code))}"));

    [Theory]
    [InlineData("A court in Ghana sentenced two women to a year in prison for selling spoilt fish.")]
    [InlineData("Police in Peru arrested three men who had stolen a bicycle.")]
    public void Ordinary_crime_is_no_event(string text) => Assert.Equal("", Told(text));

    [Theory]
    [InlineData("Police in Peru arrested two journalists on Monday.", "COERCE PER:COP>PER:MED")]
    [InlineData("An Iranian court sentenced two French nationals to five years in prison.", "SANCTION IRN:JUD>FRA:CVL")]
    public void Arrests_and_verdicts_of_note_are_events(string text, string told) => Assert.Equal(told, Told(text));

    [Theory]
    [InlineData("The meeting began on Monday. Arrested dissidents in Belarus often suffer, and police there routinely beat prisoners.")]
    [InlineData("He told Reuters that the prisoners had left.")]
    [InlineData("The minister of Kenya wanted to help his country.")]
    [InlineData("Thousands of migrants travelled to Italy last summer.")]
    [InlineData("The Indian minister of finance briefed parliament in New Delhi.")]
    [InlineData("Beijing is pressing ahead with its plans.")]
    [InlineData("Germany extended its condolences to Chile.")]
    public void Habits_reports_wishes_journeys_and_sessions_are_no_events(string text) => Assert.Equal("", Told(text));

    [Fact]
    public void What_is_demanded_is_the_demands_content() =>
        Assert.Equal("REQUEST IDN:LEG>IDN:MIL", Told("Lawmakers in Indonesia demanded an investigation by the army."));

    [Fact]
    public void The_verb_tells_what_its_object_would_tell_again() =>
        Assert.Single(Code("Bolivia filed a lawsuit against Chile on Tuesday."));

    [Fact]
    public void An_air_strike_is_launched_and_a_strike_of_workers_too()
    {
        Assert.Equal(EventType.Assault, Assert.Single(Code("Israel launched an air strike on Syria on Monday.")).Type);
        Assert.Equal(EventType.Protest, Assert.Single(Code("Miners in Bolivia launched a strike on Monday.")).Type);
    }

    [Fact]
    public void A_visited_town_stands_for_its_country() =>
        Assert.Equal("CONSULT USA:GOV>CHN", Told("The American secretary of state visited Tianjin on Monday."));

    [Fact]
    public void A_text_about_one_country_tells_whose_its_offices_are() =>
        Assert.Equal(
            "SUPPORT KEN:GOV>GBR",
            Told("Kenya votes in Nairobi and Mombasa today. Kenya and Kenyans wait. The country was calm. The president praised Britain in Kisumu."));
}
