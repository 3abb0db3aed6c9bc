using Tocsin.Coding;
using Tocsin.Events;
using Tocsin.Language;
using Xunit;

namespace Tocsin.Tests.Coding;

/// <summary>Conditions, questions, wishes for others, and the learnt judge.</summary>
public sealed class WiderCertainty
{
    static readonly VoiceLexicon Cues = VoiceLexicon.Load(Repository.Path("data", "codebook"));
    static readonly ModalityLexicon Lexicon = ModalityLexicon.Load(Repository.Path("data", "codebook"));

    static FactualityStatus Of(string lines, string form)
    {
        var document = Trees.Of(lines);
        var voices = new List<Voice>();
        new VoiceFinder(Cues).Find(document, voices);
        var reader = new FactualityReader(Lexicon);
        reader.Read(document, voices, []);
        return reader.Of(document.Token(form)).Innermost.Status;
    }

    [Theory]
    [InlineData("expel", FactualityStatus.Conditional)]
    [InlineData("comes", FactualityStatus.Conditional)]
    public void Both_halves_of_an_open_condition_are_conditional(string form, FactualityStatus status) => Assert.Equal(status, Of("""
        Malaysia Malaysia PROPN NNP 3 nsubj
        will will AUX MD 3 aux
        expel expel VERB VB 0 root
        him he PRON PRP 3 obj
        if if SCONJ IN 8 mark
        no no DET DT 7 det
        apology apology NOUN NN 8 nsubj
        comes come VERB VBZ 3 advcl
        """, form));

    [Theory]
    [InlineData("closed")]
    [InlineData("survived")]
    public void What_is_known_not_to_have_been_is_hypothetical(string form) => Assert.Equal(FactualityStatus.Hypothetical, Of("""
        Had have AUX VBD 3 aux
        they they PRON PRP 3 nsubj
        closed close VERB VBN 10 advcl
        the the DET DT 5 det
        bridge bridge NOUN NN 3 obj
        , , PUNCT , 3 punct
        drivers driver NOUN NNS 10 nsubj
        would would AUX MD 10 aux
        have have AUX VB 10 aux
        survived survive VERB VBN 0 root
        . . PUNCT . 10 punct
        """, form));

    [Fact]
    public void What_is_asked_is_unknown() => Assert.Equal(FactualityStatus.Unknown, Of("""
        Parliament parliament NOUN NN 2 nsubj
        asked ask VERB VBD 0 root
        whether whether SCONJ IN 5 mark
        boats boat NOUN NNS 5 nsubj
        sank sink VERB VBD 2 ccomp
        """, "sank"));

    [Theory]
    [InlineData("", FactualityStatus.Planned)]
    [InlineData("them they PRON PRP 2 obj", FactualityStatus.Requested)]
    public void One_plans_what_one_wants_to_do_and_asks_what_one_wants_of_others(string other, FactualityStatus status)
    {
        var to = other.Length > 0 ? 5 : 4;
        Assert.Equal(status, Of($"""
            Troops troops NOUN NNS 2 nsubj
            want want VERB VBP 0 root
            {(other.Length > 0 ? other + "\n" : "")}to to PART TO {to} mark
            leave leave VERB VB 2 xcomp
            """, "leave"));
    }

    [Fact]
    public void What_would_come_when_it_was_said_was_planned() => Assert.Equal(FactualityStatus.Planned, Of("""
        Iraq Iraq PROPN NNP 2 nsubj
        said say VERB VBD 0 root
        it it PRON PRP 5 nsubj
        would would AUX MD 5 aux
        withdraw withdraw VERB VB 2 ccomp
        """, "withdraw"));

    [Fact]
    public void What_one_has_yet_to_do_is_not_done() => Assert.Equal(FactualityStatus.Denied, Of("""
        Judges judge NOUN NNS 2 nsubj
        have have VERB VBP 0 root
        yet yet ADV RB 5 advmod
        to to PART TO 5 mark
        decide decide VERB VB 2 xcomp
        """, "decide"));

    [Fact]
    public void A_quotation_to_somebody_is_no_request() => Assert.Equal(FactualityStatus.Asserted, Of("""
        He he PRON PRP 2 nsubj
        told tell VERB VBD 0 root
        radio radio NOUN NN 2 iobj
        that that SCONJ IN 6 mark
        troops troops NOUN NNS 6 nsubj
        left leave VERB VBD 2 ccomp
        """, "left"));

    [Fact]
    public void The_learnt_judge_of_certainty_is_whole_or_refused()
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            Assert.Throws<ModelException>(() => FactualityModel.Load(path));
            Assert.Throws<ModelException>(() => FactualityModel.Build(new sbyte[10], [1f]));
            var bytes = File.ReadAllBytes(Repository.Path("models", "english", FactualityModel.Kind + ".model"));
            bytes[bytes.Length / 2] ^= 4;
            File.WriteAllBytes(path, bytes);
            Assert.Contains("damaged", Assert.Throws<ModelException>(() => FactualityModel.Load(path)).Message, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void The_learnt_judge_puts_a_fact_above_a_denial_and_stays_on_the_scale()
    {
        var model = FactualityModel.Load(Repository.Path("models", "english", FactualityModel.Kind + ".model"));
        var document = Trees.Of("""
            Troops troops NOUN NNS 2 nsubj
            attacked attack VERB VBD 0 root
            . . PUNCT . 2 punct

            They they PRON PRP 4 nsubj
            did do AUX VBD 4 aux
            not not PART RB 4 advmod
            kill kill VERB VB 0 root
            . . PUNCT . 4 punct
            """);
        var found = new List<PredicateFactuality>();
        new FactualityReader(Lexicon, learnt: model).Read(document, [], found);
        Assert.Equal(2, found.Count);
        Assert.True(found[0].Readers > 1.5 && found[1].Readers < -1.5, $"{found[0].Readers} and {found[1].Readers}");
        Assert.All(found, one => Assert.InRange(one.Readers!.Value, -3, 3));
    }
}
