using Tocsin.News;
using Xunit;

namespace Tocsin.Tests.News;

public sealed class EnglishTexts
{
    [Theory]
    [InlineData("The minister said on Monday that the talks with the neighbouring state would go on after the elections, and that the troops at the border were there for an exercise which had been announced before.")]
    [InlineData("Near Mosul, three strikes engaged two tactical units and destroyed a fighting position. Near Sinjar, one strike destroyed two vehicles. Near Bayji, six strikes engaged four tactical units, destroyed a tunnel entrance and two supply routes, and suppressed a mortar position.")]
    [InlineData("Serbia rejects Kosovo plates deal")]
    [InlineData("")]
    public void English_is_told_by_its_function_words_and_short_texts_are_let_pass(string text) =>
        Assert.True(EnglishText.Is(text));

    [Theory]
    [InlineData("Der Minister sagte am Montag, dass die Gespräche mit dem Nachbarstaat nach den Wahlen weitergehen und dass die Truppen an der Grenze dort nur für eine Übung stehen, die vorher in den Medien angekündigt war.")]
    [InlineData("Ministar je u ponedeljak rekao da će se razgovori sa susednom državom nastaviti posle izbora i da su trupe na granici tamo zbog vežbe koja je ranije najavljena u medijima i na sednici vlade u Beogradu.")]
    [InlineData("Le ministre a déclaré lundi que les pourparlers avec le pays voisin continueraient après les élections et que les troupes à la frontière étaient là pour un exercice annoncé depuis longtemps dans la presse.")]
    [InlineData("Министр сказал")]
    public void Other_languages_are_not_taken_for_English(string text) => Assert.False(EnglishText.Is(text));
}
