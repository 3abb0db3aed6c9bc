using Tocsin.Coding;
using Tocsin.Language;
using Xunit;

namespace Tocsin.Tests.Coding;

/// <summary>Voices that the tree alone does not give, and what is none.</summary>
public sealed class WiderVoices
{
    static readonly VoiceLexicon Lexicon = VoiceLexicon.Load(Repository.Path("data", "codebook"));

    static List<Voice> Find(Document document)
    {
        var found = new List<Voice>();
        new VoiceFinder(Lexicon).Find(document, found);
        return found;
    }

    static string? Words(Document document, TokenRange? range) => range?.In(document).Of(document.Text).ToString();

    static string Content(Document document, Voice voice) =>
        string.Join(" … ", voice.Content.Select(range => Words(document, range)));

    [Fact]
    public void What_somebody_is_told_is_said_though_the_tree_hangs_it_on_the_listener()
    {
        var document = Trees.Of("""
            Danso Danso PROPN NNP 2 nsubj
            told tell VERB VBD 0 root
            listeners listener NOUN NNS 2 iobj
            that that SCONJ IN 6 mark
            generals general NOUN NNS 6 nsubj
            fled flee VERB VBD 3 acl:relcl
            . . PUNCT . 2 punct
            """);
        var voice = Assert.Single(Find(document));
        Assert.Equal(("Danso", "that generals fled"), (Words(document, voice.Source), Content(document, voice)));
    }

    [Fact]
    public void A_speaker_and_a_cue_behind_the_last_comma_say_the_sentence_before_them()
    {
        var document = Trees.Of("""
            Jets jet NOUN NNS 2 nsubj
            struck strike VERB VBD 0 root
            a a DET DT 4 det
            depot depot NOUN NN 2 obj
            outside outside ADP IN 6 case
            Damascus Damascus PROPN NNP 2 obl
            , , PUNCT , 9 punct
            television television NOUN NN 6 appos
            claimed claim VERB VBN 2 advcl
            . . PUNCT . 2 punct
            """);
        var voice = Assert.Single(Find(document));
        Assert.Equal(("television", "Jets struck a depot outside Damascus"), (Words(document, voice.Source), Content(document, voice)));
    }

    [Fact]
    public void Two_speakers_are_both_speakers_though_the_tree_counts_one_to_what_is_said()
    {
        var document = Trees.Of("""
            Bulldozers bulldozer NOUN NNS 2 nsubj
            demolished demolish VERB VBD 8 ccomp
            homes home NOUN NNS 2 obj
            , , PUNCT , 5 punct
            officials official NOUN NNS 3 conj
            and and CCONJ CC 7 cc
            witnesses witness NOUN NNS 8 nsubj
            said say VERB VBD 0 root
            . . PUNCT . 8 punct
            """);
        var voice = Assert.Single(Find(document));
        Assert.Equal(("officials and witnesses", "Bulldozers demolished homes"), (Words(document, voice.Source), Content(document, voice)));
    }

    [Fact]
    public void An_aside_between_two_commas_covers_the_rest_of_its_sentence()
    {
        var document = Trees.Of("""
            Norwegian Norwegian ADJ JJ 2 amod
            intelligence intelligence NOUN NN 7 nsubj
            , , PUNCT , 5 punct
            Aftenruten Aftenruten PROPN NNP 5 nsubj
            writes write VERB VBZ 2 appos
            , , PUNCT , 2 punct
            doubts doubt VERB VBZ 0 root
            this this PRON DT 7 obj
            . . PUNCT . 7 punct
            """);
        var voice = Find(document).First(one => Words(document, one.Cue) == "writes");
        Assert.Equal(("Aftenruten", "Norwegian intelligence … doubts this"), (Words(document, voice.Source), Content(document, voice)));
    }

    [Fact]
    public void A_dash_and_a_name_behind_a_quotation_sign_it()
    {
        var document = Trees.Of("""
            “ “ PUNCT `` 4 punct
            We we PRON PRP 4 nsubj
            are be AUX VBP 4 cop
            afraid afraid ADJ JJ 0 root
            here here ADV RB 4 advmod
            . . PUNCT . 4 punct
            ” ” PUNCT '' 4 punct
            — — PUNCT : 9 punct
            Ana Ana PROPN NNP 4 parataxis
            Anić Anić PROPN NNP 9 flat
            """);
        var voice = Assert.Single(Find(document));
        Assert.Equal("Ana Anić", Words(document, voice.Source));
    }

    [Fact]
    public void A_town_before_a_colon_speaks_for_nobody_but_a_person_does()
    {
        const string Lines = """
            {0} {0} PROPN NNP 4 parataxis
            : : PUNCT : 1 punct
            Troops troops NOUN NNS 4 nsubj
            left leave VERB VBD 0 root
            yesterday yesterday NOUN NN 4 obl:unmarked
            . . PUNCT . 4 punct
            """;
        var town = Trees.Of(Lines.Replace("{0}", "Beijing", StringComparison.Ordinal));
        town.Entities.Add(new Entity(0, 1, EntityType.Loc));
        Assert.Empty(Find(town));
        var person = Trees.Of(Lines.Replace("{0}", "Osmani", StringComparison.Ordinal));
        person.Entities.Add(new Entity(0, 1, EntityType.Per));
        Assert.Equal("Osmani", Words(person, Assert.Single(Find(person)).Source));
    }

    const string Quotation = """
        Kurti Kurti PROPN NNP 2 nsubj
        said say VERB VBD 0 root
        : : PUNCT : 7 punct
        “ “ PUNCT `` 7 punct
        They they PRON PRP 7 nsubj
        will will AUX MD 7 aux
        attack attack VERB VB 2 ccomp
        us we PRON PRP 7 obj
        at at ADP IN 10 case
        night night NOUN NN 7 obl
        . . PUNCT . 7 punct
        ” ” PUNCT '' 7 punct
        """;

    [Fact]
    public void A_pull_quote_is_one_statement_and_no_new_one()
    {
        var document = Trees.Of(Quotation + """


            ~
            “ “ PUNCT `` 4 punct
            They they PRON PRP 4 nsubj
            will will AUX MD 4 aux
            attack attack VERB VB 0 root
            us we PRON PRP 4 obj
            at at ADP IN 7 case
            night night NOUN NN 4 obl
            ” ” PUNCT '' 4 punct
            """);
        var finder = new VoiceFinder(Lexicon);
        var found = new List<Voice>();
        finder.Find(document, found);
        Assert.Equal("Kurti", Words(document, Assert.Single(found).Source));
        Assert.False(finder.IsRepetition(document.Token("said")));
        Assert.True(finder.IsRepetition(document.TokenCount - 2));
    }

    [Fact]
    public void What_one_thinks_aloud_in_ones_own_quotation_is_no_second_voice()
    {
        var document = Trees.Of("""
            Kurti Kurti PROPN NNP 2 nsubj
            said say VERB VBD 0 root
            : : PUNCT : 6 punct
            “ “ PUNCT `` 6 punct
            I I PRON PRP 6 nsubj
            think think VERB VBP 2 ccomp
            they they PRON PRP 8 nsubj
            left leave VERB VBD 6 ccomp
            . . PUNCT . 6 punct
            ” ” PUNCT '' 6 punct
            """);
        Assert.Equal("Kurti", Words(document, Assert.Single(Find(document)).Source));
    }

    [Fact]
    public void The_author_who_saw_it_is_the_outlet_itself() => Assert.Empty(Find(Trees.Of("""
        I I PRON PRP 2 nsubj
        saw see VERB VBD 0 root
        that that SCONJ IN 5 mark
        soldiers soldier NOUN NNS 5 nsubj
        left leave VERB VBD 2 ccomp
        """)));
}
