using Tocsin.Coding;
using Tocsin.Events;
using Tocsin.Language;
using Xunit;

namespace Tocsin.Tests.Coding;

public sealed class Voices
{
    const string Denial = """
        Vučić Vučić PROPN NNP 2 nsubj
        denied deny VERB VBD 0 root
        shelling shell VERB VBG 2 ccomp
        the the DET DT 5 det
        town town NOUN NN 3 obj
        . . PUNCT . 2 punct
        """;

    static readonly VoiceLexicon Lexicon = VoiceLexicon.Load(Repository.Path("data", "codebook"));

    static List<Voice> Find(Document document)
    {
        var found = new List<Voice>();
        new VoiceFinder(Lexicon).Find(document, found);
        return found;
    }

    static string? Words(Document document, TokenRange? range) => range?.In(document).Of(document.Text);

    static string Content(Document document, Voice voice) =>
        string.Join(" … ", voice.Content.Select(range => Words(document, range)));

    [Fact]
    public void The_cues_are_many_and_sound() => Assert.True(Lexicon.Count >= 150);

    [Fact]
    public void A_plain_report_is_no_event_but_an_accusation_is()
    {
        Assert.True(Lexicon.IsPureReport("say"));
        Assert.False(Lexicon.IsPureReport("accuse"));
        Assert.False(Lexicon.IsPureReport("attack"));
    }

    [Fact]
    public void A_denied_act_is_the_content_of_whoever_denies_it()
    {
        var document = Trees.Of(Denial);
        var voice = Assert.Single(Find(document));
        Assert.Equal("Vučić", Words(document, voice.Source));
        Assert.Equal("denied", Words(document, voice.Cue));
        Assert.Equal("shelling the town", Content(document, voice));
    }

    [Fact]
    public void A_voice_in_a_voice_knows_its_parent()
    {
        var document = Trees.Of("""
            Osmani Osmani PROPN NNP 2 nsubj
            said say VERB VBD 0 root
            many many ADJ JJ 4 amod
            people people NOUN NNS 5 nsubj
            believed believe VERB VBD 2 ccomp
            that that SCONJ IN 8 mark
            war war NOUN NN 8 nsubj
            came come VERB VBD 5 ccomp
            . . PUNCT . 2 punct
            """);
        var voices = Find(document);
        Assert.Equal(2, voices.Count);
        Assert.Equal(-1, voices[0].Parent);
        Assert.Equal(0, voices[1].Parent);
        Assert.Equal("many people", Words(document, voices[1].Source));
        Assert.Equal(AttributionKind.Thought, voices[1].Kind);
        Assert.Equal("that war came", Content(document, voices[1]));
    }

    [Fact]
    public void A_feared_attack_has_a_cue_and_no_source()
    {
        var document = Trees.Of("""
            It it PRON PRP 3 expl
            is be AUX VBZ 3 aux:pass
            feared fear VERB VBN 0 root
            that that SCONJ IN 6 mark
            troops troops NOUN NNS 6 nsubj
            attacked attack VERB VBD 3 ccomp
            . . PUNCT . 3 punct
            """);
        var voice = Assert.Single(Find(document));
        Assert.Null(voice.Source);
        Assert.Equal("is feared", Words(document, voice.Cue));
        Assert.Equal("that troops attacked", Content(document, voice));
    }

    [Fact]
    public void According_to_names_the_voice_of_the_whole_clause()
    {
        var document = Trees.Of("""
            Troops troops NOUN NNS 2 nsubj
            withdrew withdraw VERB VBD 0 root
            , , PUNCT , 7 punct
            according accord VERB VBG 7 case
            to to ADP IN 4 fixed
            the the DET DT 7 det
            ministry ministry NOUN NN 2 obl
            . . PUNCT . 2 punct
            """);
        var voice = Assert.Single(Find(document));
        Assert.Equal("the ministry", Words(document, voice.Source));
        Assert.Equal("according to", Words(document, voice.Cue));
        Assert.Equal("Troops withdrew", Content(document, voice));
    }

    const string Speech = """
        “ “ PUNCT `` 4 punct
        They they PRON PRP 4 nsubj
        have have AUX VBP 4 aux
        left leave VERB VBN 8 ccomp
        , , PUNCT , 4 punct
        ” ” PUNCT '' 4 punct
        Dačić Dačić PROPN NNP 8 nsubj
        said say VERB VBD 0 root
        . . PUNCT . 8 punct

        “ “ PUNCT `` 4 punct
        Nobody nobody PRON NN 4 nsubj
        was be AUX VBD 4 aux:pass
        hurt hurt VERB VBN 0 root
        . . PUNCT . 4 punct
        We we PRON PRP 7 nsubj
        stay stay VERB VBP 4 parataxis
        . . PUNCT . 4 punct
        ” ” PUNCT '' 4 punct
        """;

    [Fact]
    public void The_quotation_after_the_cue_belongs_to_the_same_voice()
    {
        var document = Trees.Of(Speech);
        var voice = Assert.Single(Find(document));
        Assert.Equal("Dačić", Words(document, voice.Source));
        Assert.Equal("“They have left,” … “Nobody was hurt. We stay.”", Content(document, voice));
    }

    [Fact]
    public void A_pronoun_stands_for_the_last_speaker()
    {
        var document = Trees.Of(Speech + """


            ~
            He he PRON PRP 2 nsubj
            added add VERB VBD 0 root
            that that SCONJ IN 5 mark
            soldiers soldier NOUN NNS 5 nsubj
            left leave VERB VBD 2 ccomp
            . . PUNCT . 2 punct
            """);
        var voices = Find(document);
        Assert.Equal(2, voices.Count);
        Assert.Equal("Dačić", Words(document, voices[1].SourceAntecedent));
    }

    [Fact]
    public void An_unclosed_quotation_ends_with_its_sentence()
    {
        var document = Trees.Of("""
            Kurti Kurti PROPN NNP 2 nsubj
            said say VERB VBD 0 root
            : : PUNCT : 6 punct
            “ “ PUNCT `` 6 punct
            We we PRON PRP 6 nsubj
            stay stay VERB VBP 2 ccomp
            here here ADV RB 6 advmod
            . . PUNCT . 2 punct

            Police police NOUN NN 2 nsubj
            came come VERB VBD 0 root
            . . PUNCT . 2 punct
            """);
        var voice = Assert.Single(Find(document));
        Assert.Equal("“We stay here.", Content(document, voice));
    }

    [Fact]
    public void Content_never_leaves_its_paragraph_and_lies_in_the_text_whatever_the_tree()
    {
        var random = new Random(20260101);
        var finder = new VoiceFinder(Lexicon);
        var found = new List<Voice>();
        string[] words = ["said", "“", "”", "\"", "Vučić", "war", ",", ".", ":", "he", "that", "according", "to"];
        string[] lemmas = ["say", "“", "”", "\"", "Vučić", "war", ",", ".", ":", "he", "that", "accord", "to"];
        for (var round = 0; round < 400; round++)
        {
            var document = new Document();
            var picks = Enumerable.Range(0, random.Next(40)).Select(_ => random.Next(words.Length)).ToArray();
            document.Reset(string.Join(random.Next(2) == 0 ? " " : "\n\n", picks.Select(pick => words[pick])));
            var gap = document.Text.Contains('\n', StringComparison.Ordinal) ? 2 : 1;
            var at = 0;
            for (var i = 0; i < picks.Length; i++)
            {
                if (i == 0 || random.Next(6) == 0)
                    document.BeginSentence();
                document.AddToken(at, at + words[picks[i]].Length);
                document.SetTags(i, (Upos)random.Next(17), "VBD", "_");
                document.SetLemma(i, lemmas[picks[i]]);
                at += words[picks[i]].Length + gap;
            }
            for (var i = 0; i < picks.Length; i++)
                document.SetHead(i, random.Next(-2, picks.Length + 2), (Deprel)random.Next(51));
            finder.Find(document, found);
            for (var i = 0; i < found.Count; i++)
            {
                Assert.NotEqual(i, found[i].Parent);
                Assert.All(found[i].Content, range => Assert.InRange(range.First, 0, range.End - 1));
                Assert.All(found[i].Content, range => Assert.InRange(range.End, 1, document.TokenCount));
            }
        }
    }
}
