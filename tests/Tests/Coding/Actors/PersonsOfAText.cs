using Tocsin.Coding;
using Tocsin.Events;
using Tocsin.Language;
using Xunit;

namespace Tocsin.Tests.Coding;

/// <summary>A person whom no file knows has the office that the text gives him, in all of the text.</summary>
public sealed class PersonsOfAText
{
    static readonly CodingResources Resources = CodingResources.Load(Repository.Path("data"), Repository.Path("models"));
    static readonly LanguageModel Model = LanguageModel.Load(Repository.Path("models"), Engine.Accurate);

    static CodedEvent Code(string text)
    {
        var document = new Document();
        new Analyser(Model).Analyse(text, document);
        return new Coder(Resources).Code(new Story { Id = "s", Text = text }, document).Events.Last(coded => coded.Type == EventType.Accuse);
    }

    [Theory]
    [InlineData("Asha Otim, the Kenyan interior minister, criticised Britain on Monday.", "KEN:GOV")]
    [InlineData("The Kenyan interior minister, Asha Otim, arrived in Nairobi. Otim criticised Britain on Tuesday.", "KEN:GOV")]
    [InlineData("Kenyan opposition leader Asha Otim arrived in London. Otim criticised Britain on Tuesday.", "KEN:OPP")]
    public void What_one_sentence_says_of_a_person_holds_in_the_next(string text, string code) =>
        Assert.Equal(code, Assert.Single(Code(text).Actors).Code.ToString());

    [Fact]
    public void An_opposition_delegation_is_the_opposition() =>
        Assert.Equal("UGA:OPP", Assert.Single(Code("The Ugandan opposition delegation criticised Kenya on Monday.").Actors).Code.ToString());

    [Fact]
    public void We_is_who_speaks_before_the_colon() =>
        Assert.Equal("MDA:GOV", Assert.Single(Code("Foreign Ministry of Moldova: We condemn the attack by Russia.").Actors).Code.ToString());
}
