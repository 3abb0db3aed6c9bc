using Tocsin.Training;
using Xunit;

namespace Tocsin.Tests.Training;

public sealed class LemmaSpellings
{
    static readonly LemmaSpelling Spelling = new(["time", "plan", "provoke", "star", "stare", "carry", "pass", "hop", "hope", "die", "tim", "box", "shell", "expel", "free", "vie", "shel", "fre", "vy"]);

    [Theory]
    [InlineData("provoking", "VBG", "provok", "provoke")]
    [InlineData("timed", "VBD", "tim", "time")]
    [InlineData("planned", "VBN", "plann", "plan")]
    [InlineData("staring", "VBG", "star", "stare")]
    [InlineData("carried", "VBD", "carri", "carry")]
    [InlineData("dying", "VBG", "dy", "die")]
    [InlineData("boxes", "NNS", "boxe", "box")]
    [InlineData("shelled", "VBN", "shel", "shell")]
    [InlineData("shelling", "VBG", "shel", "shell")]
    [InlineData("expelled", "VBD", "expell", "expel")]
    [InlineData("freed", "VBN", "fre", "free")]
    [InlineData("vied", "VBD", "vy", "vie")]
    public void What_is_no_word_gives_way_to_one_that_is(string form, string xpos, string said, string lemma) =>
        Assert.Equal(lemma, Spelling.Better(form, xpos, said));

    [Theory]
    [InlineData("passing", "VBG", "pass")]
    [InlineData("hopped", "VBD", "hop")]
    [InlineData("blorbing", "VBG", "blorb")]
    public void A_word_stays_and_so_does_what_nobody_knows(string form, string xpos, string said) =>
        Assert.Null(Spelling.Better(form, xpos, said));

    [Fact]
    public void Irregular_forms_have_their_base()
    {
        Assert.Contains(("fled", "VBD", "flee"), LemmaSpelling.IrregularForms());
        Assert.Contains(("sung", "VBN", "sing"), LemmaSpelling.IrregularForms());
        Assert.Contains(("withdrew", "VBN", "withdraw"), LemmaSpelling.IrregularForms()); // as taggers have it
        Assert.All(LemmaSpelling.IrregularForms(), form => Assert.True(form.Form.Length > 2 && form.Lemma.Length > 2));
    }
}
