using Tocsin.Coding;
using Tocsin.Events;
using Tocsin.Language;
using Xunit;

namespace Tocsin.Tests.Coding;

public sealed class Certainty
{
    static readonly VoiceLexicon Cues = VoiceLexicon.Load(Repository.Path("data", "codebook"));
    static readonly ModalityLexicon Lexicon = ModalityLexicon.Load(Repository.Path("data", "codebook"));

    static PredicateFactuality Of(Document document, string form)
    {
        var voices = new List<Voice>();
        new VoiceFinder(Cues).Find(document, voices);
        var reader = new FactualityReader(Lexicon);
        reader.Read(document, voices, []);
        return reader.Of(document.Token(form));
    }

    [Fact]
    public void The_words_of_certainty_are_many_and_sound() => Assert.True(Lexicon.Count >= 150);

    [Fact]
    public void A_plain_past_is_asserted()
    {
        var attack = Of(Trees.Of("""
            Troops troops NOUN NNS 2 nsubj
            attacked attack VERB VBD 0 root
            """), "attacked");
        Assert.Equal(Factuality.Asserted, attack.Innermost);
        Assert.Equal(Factuality.Asserted, attack.Outlet);
        Assert.Equal(-1, attack.Voice);
    }

    [Fact]
    public void Negation_reaches_a_second_verb_but_not_one_after_but()
    {
        var document = Trees.Of("""
            Troops troops NOUN NNS 4 nsubj
            did do AUX VBD 4 aux
            not not PART RB 4 advmod
            attack attack VERB VB 0 root
            or or CCONJ CC 6 cc
            kill kill VERB VB 4 conj
            but but CCONJ CC 8 cc
            fled flee VERB VBD 4 conj
            """);
        Assert.Equal(new Factuality(-3, FactualityStatus.Denied), Of(document, "attack").Innermost);
        Assert.Equal(FactualityStatus.Denied, Of(document, "kill").Innermost.Status);
        Assert.Equal(FactualityStatus.Asserted, Of(document, "fled").Innermost.Status);
    }

    [Theory]
    [InlineData("may may", FactualityStatus.Possible)]
    [InlineData("will will", FactualityStatus.Planned)]
    [InlineData("must must", FactualityStatus.Requested)]
    [InlineData("would would", FactualityStatus.Hypothetical)]
    public void An_auxiliary_says_how_its_verb_stands(string modal, FactualityStatus status)
    {
        var attack = Of(Trees.Of($"""
            Troops troops NOUN NNS 3 nsubj
            {modal} AUX MD 3 aux
            attack attack VERB VB 0 root
            """), "attack");
        Assert.Equal(status, attack.Innermost.Status);
        Assert.InRange(attack.Innermost.Value, -1, 1);
    }

    [Theory]
    [InlineData("managed manage", FactualityStatus.Asserted, 1)]
    [InlineData("failed fail", FactualityStatus.Denied, -1)]
    [InlineData("refused refuse", FactualityStatus.Denied, -1)]
    [InlineData("planned plan", FactualityStatus.Planned, 0)]
    [InlineData("wanted want", FactualityStatus.Planned, 0)]
    [InlineData("threatened threaten", FactualityStatus.Planned, 0)]
    public void A_governing_verb_says_how_its_infinitive_stands(string verb, FactualityStatus status, int sign)
    {
        var withdraw = Of(Trees.Of($"""
            Troops troops NOUN NNS 2 nsubj
            {verb} VERB VBD 0 root
            to to PART TO 4 mark
            withdraw withdraw VERB VB 2 xcomp
            """), "withdraw");
        Assert.Equal(status, withdraw.Innermost.Status);
        Assert.Equal(status, withdraw.Outlet.Status);
        if (sign != 0)
            Assert.Equal(sign, Math.Sign(withdraw.Innermost.Value));
    }

    [Fact]
    public void Not_managing_is_not_doing()
    {
        var flee = Of(Trees.Of("""
            Troops troops NOUN NNS 4 nsubj
            did do AUX VBD 4 aux
            n't not PART RB 4 advmod
            manage manage VERB VB 0 root
            to to PART TO 6 mark
            flee flee VERB VB 4 xcomp
            """), "flee");
        Assert.Equal(FactualityStatus.Denied, flee.Innermost.Status);
    }

    [Fact]
    public void What_somebody_claims_is_open_for_the_outlet()
    {
        var attack = Of(Trees.Of("""
            Serbia Serbia PROPN NNP 2 nsubj
            said say VERB VBD 0 root
            troops troops NOUN NNS 4 nsubj
            attacked attack VERB VBD 2 ccomp
            """), "attacked");
        Assert.Equal(Factuality.Asserted, attack.Innermost);
        Assert.Equal(Factuality.Unknown, attack.Outlet);
        Assert.Equal(0, attack.Voice);
    }

    [Fact]
    public void What_somebody_denies_is_denied_by_them_and_open_for_the_outlet()
    {
        var shelling = Of(Trees.Of("""
            Serbia Serbia PROPN NNP 2 nsubj
            denied deny VERB VBD 0 root
            shelling shell VERB VBG 2 ccomp
            towns town NOUN NNS 3 obj
            """), "shelling");
        Assert.Equal(FactualityStatus.Denied, shelling.Innermost.Status);
        Assert.True(shelling.Innermost.Value < -2);
        Assert.Equal(Factuality.Unknown, shelling.Outlet);
    }

    [Fact]
    public void Feared_to_be_backed_never_becomes_backed()
    {
        var backed = Of(Trees.Of("""
            Groups group NOUN NNS 3 nsubj:pass
            are be AUX VBP 3 aux:pass
            feared fear VERB VBN 0 root
            to to PART TO 6 mark
            be be AUX VB 6 aux:pass
            backed back VERB VBN 3 xcomp
            by by ADP IN 9 case
            the the DET DT 9 det
            state state NOUN NN 6 obl
            """), "backed");
        Assert.Equal(FactualityStatus.Feared, backed.Innermost.Status);
        Assert.True(backed.Innermost.Value < 1);
        Assert.Equal(Factuality.Unknown, backed.Outlet);
    }

    [Theory]
    [InlineData("if if", FactualityStatus.Conditional)]
    [InlineData("unless unless", FactualityStatus.Conditional)]
    [InlineData("because because", FactualityStatus.Asserted)]
    public void A_condition_is_no_fact_and_a_reason_is(string marker, FactualityStatus status)
    {
        var attack = Of(Trees.Of($"""
            People people NOUN NNS 2 nsubj
            left leave VERB VBD 0 root
            {marker} SCONJ IN 5 mark
            troops troops NOUN NNS 5 nsubj
            attacked attack VERB VBD 2 advcl
            """), "attacked");
        Assert.Equal(status, attack.Innermost.Status);
    }

    [Fact]
    public void A_known_fact_stays_one_for_the_outlet()
    {
        var attack = Of(Trees.Of("""
            Serbia Serbia PROPN NNP 2 nsubj
            acknowledged acknowledge VERB VBD 0 root
            that that SCONJ IN 5 mark
            troops troops NOUN NNS 5 nsubj
            attacked attack VERB VBD 2 ccomp
            """), "attacked");
        Assert.Equal(FactualityStatus.Asserted, attack.Outlet.Status);
        Assert.True(attack.Outlet.Value > 2);
    }

    [Fact]
    public void Without_firing_is_not_firing_and_a_question_leaves_open()
    {
        var document = Trees.Of("""
            Troops troops NOUN NNS 2 nsubj
            left leave VERB VBD 0 root
            without without SCONJ IN 4 mark
            firing fire VERB VBG 2 advcl
            . . PUNCT . 2 punct

            Did do AUX VBD 3 aux
            troops troops NOUN NNS 3 nsubj
            attack attack VERB VB 0 root
            ? ? PUNCT . 3 punct
            """);
        Assert.Equal(FactualityStatus.Denied, Of(document, "firing").Innermost.Status);
        Assert.Equal(FactualityStatus.Unknown, Of(document, "attack").Innermost.Status);
    }

    [Fact]
    public void Fears_of_an_attack_are_no_attack_and_a_condemned_attack_is_one()
    {
        var document = Trees.Of("""
            Fears fear NOUN NNS 5 nsubj
            of of ADP IN 4 case
            an a DET DT 4 det
            attack attack NOUN NN 1 nmod
            grew grow VERB VBD 0 root
            . . PUNCT . 5 punct

            Serbia Serbia PROPN NNP 2 nsubj
            condemned condemn VERB VBD 0 root
            the the DET DT 4 det
            shelling shelling NOUN NN 2 obj
            """);
        Assert.Equal(FactualityStatus.Feared, Of(document, "attack").Innermost.Status);
        var shelling = Of(document, "shelling");
        Assert.Equal(FactualityStatus.Asserted, shelling.Innermost.Status);
        Assert.True(shelling.Outlet.Value > 2);
    }

    [Fact]
    public void Every_judgement_lies_on_the_scale_whatever_the_tree()
    {
        var random = new Random(20260102);
        var finder = new VoiceFinder(Cues);
        var reader = new FactualityReader(Lexicon);
        var voices = new List<Voice>();
        var found = new List<PredicateFactuality>();
        string[] lemmas = ["say", "not", "may", "refuse", "war", "if", "fear", "know", "no", "attack", "to", "without"];
        for (var round = 0; round < 400; round++)
        {
            var document = new Document();
            var picks = Enumerable.Range(0, random.Next(60)).Select(_ => random.Next(lemmas.Length)).ToArray();
            document.Reset(string.Join(' ', picks.Select(pick => lemmas[pick])));
            var at = 0;
            for (var i = 0; i < picks.Length; i++)
            {
                if (i == 0 || random.Next(8) == 0)
                    document.BeginSentence();
                document.AddToken(at, at + lemmas[picks[i]].Length);
                document.SetTags(i, (Upos)random.Next(17), random.Next(2) == 0 ? "MD" : "VB", "_");
                document.SetLemma(i, lemmas[picks[i]]);
                at += lemmas[picks[i]].Length + 1;
            }
            for (var i = 0; i < picks.Length; i++)
                document.SetHead(i, random.Next(-2, picks.Length + 2), (Deprel)random.Next(51));
            finder.Find(document, voices);
            reader.Read(document, voices, found);
            Assert.All(found, judged => Assert.InRange(judged.Innermost.Value, -3, 3));
            Assert.All(found, judged => Assert.InRange(judged.Outlet.Value, -3, 3));
        }
    }
}
