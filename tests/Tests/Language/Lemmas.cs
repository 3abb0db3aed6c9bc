using Tocsin.Language;
using Xunit;

namespace Tocsin.Tests.Language;

public sealed class Lemmas
{
    static readonly string ModelPath = Path.Combine(Root(), "models", "english", "english-lemmas.model");

    [Theory]
    [InlineData("soldiers", Upos.Noun, "NNS", "soldier")]
    [InlineData("Soldiers", Upos.Noun, "NNS", "soldier")]
    [InlineData("countries", Upos.Noun, "NNS", "country")]
    [InlineData("men", Upos.Noun, "NNS", "man")]
    [InlineData("left", Upos.Verb, "VBD", "leave")]
    [InlineData("earnings", Upos.Noun, "NNS", "earnings")]
    [InlineData("trafficking", Upos.Verb, "VBG", "traffic")]
    [InlineData("panicked", Upos.Verb, "VBD", "panic")]
    [InlineData("ticked", Upos.Verb, "VBD", "tick")]
    [InlineData("goin", Upos.Verb, "VBG", "go")]
    [InlineData("shelling", Upos.Verb, "VBG", "shell")]
    [InlineData("said", Upos.Verb, "VBD", "say")]
    [InlineData("was", Upos.Aux, "VBD", "be")]
    [InlineData("n't", Upos.Part, "RB", "not")]
    [InlineData("n’t", Upos.Part, "RB", "not")]
    [InlineData("ca", Upos.Aux, "MD", "can")]
    [InlineData("wo", Upos.Aux, "MD", "will")]
    [InlineData("worse", Upos.Adj, "JJR", "bad")]
    [InlineData("him", Upos.Pron, "PRP", "he")]
    [InlineData("The", Upos.Det, "DT", "the")]
    [InlineData("remilitarised", Upos.Verb, "VBD", "remilitarise")]
    [InlineData("Zvečan", Upos.Propn, "NNP", "Zvečan")]
    [InlineData("Sooooo", Upos.Adv, "RB", "so")]
    [InlineData("VERYYY", Upos.Adv, "RB", "very")]
    [InlineData("www", Upos.Noun, "NN", "www")]
    [InlineData("United", Upos.Verb, "NNP", "United")]
    [InlineData("UNITED", Upos.Verb, "NNP", "United")]
    [InlineData("", Upos.X, "FW", "")]
    public void Lemma_follows_form_and_tags(string form, Upos upos, string xpos, string expected) =>
        Assert.Equal(expected, Lemmatiser.Load(ModelPath).Lemma(form, upos, xpos, sentenceInitial: char.IsUpper(form.FirstOrDefault())));

    [Fact]
    public void A_word_seen_before_allocates_nothing()
    {
        var lemmatiser = Lemmatiser.Load(ModelPath);
        var first = lemmatiser.Lemma("soldiers", Upos.Noun, "NNS", sentenceInitial: false);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var second = lemmatiser.Lemma("soldiers", Upos.Noun, "NNS", sentenceInitial: false);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Same(first, second);
    }

    [Fact]
    public void A_form_without_end_is_its_own_lemma()
    {
        var form = new string('s', 100_000);
        Assert.Equal(form, Lemmatiser.Load(ModelPath).Lemma(form, Upos.Noun, "NNS", sentenceInitial: false));
    }

    static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Tocsin.slnx")))
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests run outside a checkout.");
        return folder;
    }
}
