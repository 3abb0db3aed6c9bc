using System.Globalization;
using Tocsin.Coding;
using Tocsin.Language;
using Xunit;

namespace Tocsin.Tests.Coding;

public sealed class Quantities
{
    static string Read(Document document)
    {
        var found = new List<QuantityMention>();
        new QuantityFinder().Find(document, [], found);
        return string.Join("; ", found.Select(mention => mention.Quantity.Passage.Of(document.Text) + " = "
            + mention.Quantity.Value.ToString(CultureInfo.InvariantCulture) + " " + mention.Quantity.Unit
            + (mention.Quantity.Approximate ? " (about)" : "")));
    }

    [Theory]
    [InlineData("They built/VBD about 48 military/JJ bases", "about 48 military bases = 48 military bases (about)")]
    [InlineData("They sent/VBD 1,200 soldiers", "1,200 soldiers = 1200 soldiers")]
    [InlineData("They sent/VBD two/CD hundred/CD and fifty/CD tanks", "two hundred and fifty tanks = 250 tanks")]
    [InlineData("They sent/VBD at least twenty-five/CD tanks", "at least twenty-five tanks = 25 tanks (about)")]
    [InlineData("They sent/VBD 3.5 million/CD shells", "3.5 million shells = 3500000 shells")]
    [InlineData("They sent/VBD dozens of soldiers", "dozens of soldiers = 24 soldiers (about)")]
    [InlineData("They sent/VBD more than 20 to 30 soldiers", "more than 20 to 30 soldiers = 25 soldiers (about)")]
    [InlineData("They lost/VBD 12 percent", "12 percent = 12 percent")]
    [InlineData("They paid/VBD $ 5 million/CD", "$ 5 million = 5000000 USD")]
    [InlineData("They left/VBD for three/CD days", "")]
    [InlineData("They left/VBD in March 2014", "")]
    [InlineData("They began/VBD two/CD - day talks", "")]
    public void A_count_has_value_unit_and_roughness(string sentence, string expected) =>
        Assert.Equal(expected, Read(Trees.Flat(sentence)));

    [Fact]
    public void Behind_the_last_word_there_is_no_number_whatever_the_document_held_before()
    {
        var document = new Document();
        document.Reset("a text of some length, of which nothing must be left");
        document.BeginSentence();
        document.AddToken(0, 1);
        document.AddToken(40, 52);
        document.Reset("beat this");
        document.BeginSentence();
        document.AddToken(5, 9);
        Assert.Null(Numbers.Read(document, 1, 1));
    }

    [Fact]
    public void A_number_alone_counts_where_it_is_subject_or_object()
    {
        var document = Trees.Of("""
            At at ADP IN 3 case
            least least ADV RBS 3 advmod
            12 12 NUM CD 5 nsubj:pass
            were be AUX VBD 5 aux:pass
            killed kill VERB VBN 0 root
            """);
        var found = new List<QuantityMention>();
        new QuantityFinder().Find(document, [], found);
        var mention = Assert.Single(found);
        Assert.Equal(12, mention.Quantity.Value);
        Assert.True(mention.Quantity.Approximate);
        Assert.Equal("At least 12", mention.Quantity.Passage.Of(document.Text));
    }

    [Fact]
    public void No_words_make_it_throw()
    {
        var random = new Random(20260104);
        var finder = new QuantityFinder();
        var found = new List<QuantityMention>();
        string[] words = ["12", "a", "hundred/CD", "million/CD", "billion/CD", "trillion/CD", "and", "-", "dozens", "of",
            "soldiers", "%", "$", "one/CD", "twenty/CD", "1,000,000", "99999999999999999999", "to", "least", "at", "per"];
        for (var round = 0; round < 2000; round++)
        {
            var document = Trees.Flat(string.Join(' ', Enumerable.Range(0, 1 + random.Next(9))
                .Select(_ => words[random.Next(words.Length)])));
            finder.Find(document, [], found);
            foreach (var mention in found)
            {
                Assert.True(double.IsFinite(mention.Quantity.Value));
                Assert.InRange(mention.Head, mention.First, mention.End - 1);
            }
        }
    }
}
