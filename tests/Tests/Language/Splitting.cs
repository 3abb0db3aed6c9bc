using System.Text;
using CsCheck;
using Tocsin.Language;
using Xunit;

namespace Tocsin.Tests.Language;

public sealed class Splitting
{
    /// <summary>Text, and the tokens expected: words divided by a space, sentences by a slash between spaces.</summary>
    public static TheoryData<string, string> News => new()
    {
        { "Troops moved. Nobody spoke.", "Troops moved . ⏎ Nobody spoke ." },
        { "PRISTINA, March 29 (Reuters) — Police closed the bridge.",
            "PRISTINA , March 29 ( Reuters ) — ⏎ Police closed the bridge ." },
        { "BELGRADE, Serbia (AP) - The army moved.", "BELGRADE , Serbia ( AP ) - ⏎ The army moved ." },
        { "KYIV — Russia massed tanks.", "KYIV — ⏎ Russia massed tanks ." },
        { "Serbia (in part) — as ever — refused.", "Serbia ( in part ) — as ever — refused ." },
        { "VLADIMIR Putin ally Sergei V. Orlov left.", "VLADIMIR Putin ally Sergei V. Orlov left ." },
        { "He left for the U.S. The talks went on.", "He left for the U.S. ⏎ The talks went on ." },
        { "The U.S. Embassy urged calm.", "The U.S. Embassy urged calm ." },
        { "Gen. Ivo Marek met Lt. Col. J.K. Dunn Jr. in St. Pölten.",
            "Gen. Ivo Marek met Lt. Col. J.K. Dunn Jr. in St. Pölten ." },
        { "They met at 5 p.m. Monday. They left at 6 p.m. Others stayed.",
            "They met at 5 p.m. Monday . ⏎ They left at 6 p.m. ⏎ Others stayed ." },
        { "It fell on Nov. 3. No. 10 said no.", "It fell on Nov. 3 . ⏎ No. 10 said no ." },
        { "Rifles, mines, etc. were found.", "Rifles , mines , etc. were found ." },
        { "He paused... Then he went on.", "He paused ... ⏎ Then he went on ." },
        { "He paused … and went on.", "He paused … and went on ." },
        { "“We are ready. We will not wait,” she said.", "“ We are ready . ⏎ We will not wait , ” she said ." },
        { "\"Why now?\" President Hoxha asked. \"Nobody knows.\" They left.",
            "\" Why now ? \" President Hoxha asked . ⏎ \" Nobody knows . \" ⏎ They left ." },
        { "\"Never!\" shouted the crowd.", "\" Never ! \" shouted the crowd ." },
        { "'It's over.' He left.", "' It 's over . ' ⏎ He left ." },
        { "They don't, can't and won’t go; they cannot. Gonna be hard.",
            "They do n't , ca n't and wo n’t go ; they can not . ⏎ Gon na be hard ." },
        { "Serbs' cars, Kosovo’s roads, we'll, they've, I'm, you're, he'd.",
            "Serbs ' cars , Kosovo ’s roads , we 'll , they 've , I 'm , you 're , he 'd ." },
        { "O'Brien of Côte d'Ivoire left the ’90s behind.", "O'Brien of Côte d'Ivoire left the ’90s behind ." },
        { "The anti-war, pro-EU, NATO-led, well-known ex-minister co-operated.",
            "The anti-war , pro-EU , NATO - led , well - known ex-minister co-operated ." },
        { "Call 383-38-123456 by 2023-03-18, in 2022-23 or 2022–23, on 9/11.",
            "Call 383-38-123456 by 2023-03-18 , in 2022 - 23 or 2022 – 23 , on 9/11 ." },
        { "It cost $3.5bn, €3m or US$1,200 at 17:30 or 5pm, up 5%.",
            "It cost $ 3.5 bn , € 3 m or US$ 1,200 at 17:30 or 5 pm , up 5 % ." },
        { "See https://news.example/a?b=1. Write to desk@news.example.org or rferl.org.",
            "See https://news.example/a?b=1 . ⏎ Write to desk@news.example.org or rferl.org ." },
        { "The border was closed.The army came. \"They fled.\"He said so.",
            "The border was closed . ⏎ The army came . ⏎ \" They fled . \" ⏎ He said so ." },
        { "Men fled.[4] Others stayed (and/or hid).", "Men fled . [ 4 ] ⏎ Others stayed ( and / or hid ) ." },
        { "AT&T and R&D in Zvečan/Zvecan.", "AT&T and R&D in Zvečan / Zvecan ." },
        { "Why?! No one knows -- yet!!!", "Why ?! ⏎ No one knows -- yet !!!" },
        { "Talks fail in Brussels\nBy Ana Marek\n\nTalks failed.", "Talks fail in Brussels ⏎ By Ana Marek ⏎ Talks failed ." },
        { "• Tanks\n• Guns\n- Men\n1. Bridge closed\n2. Road open",
            "• Tanks ⏎ • Guns ⏎ - Men ⏎ 1 . Bridge closed ⏎ 2 . Road open" },
        { "The army of the neighbouring country moved its tanks close\nto the border on Monday, and the ministry of defence of\nKosovo asked for help.",
            "The army of the neighbouring country moved its tanks close to the border on Monday , and the ministry of " +
            "defence of Kosovo asked for help ." },
        { "👍🏽 #Kosovo @desk 🇽🇰!", "👍🏽 #Kosovo @desk 🇽 🇰 !" },
        { "", "" },
        { " \n\t ", "" },
    };

    [Theory]
    [MemberData(nameof(News))]
    public void News_is_cut_into_words_and_sentences(string text, string expected) =>
        Assert.Equal(expected, Written(Split(text)));

    [Fact]
    public void Tokens_tile_all_but_white_space_whatever_the_text() =>
        Gen.OneOf(Unicode, Newsy).Sample(AssertTiles, iter: 3000, print: text => string.Join(' ', text.Select(c => $"{(int)c:x4}")));

    [Theory]
    [InlineData("a")]
    [InlineData(".")]
    [InlineData("-")]
    [InlineData("\"")]
    [InlineData("a.")]
    [InlineData("A.b-")]
    [InlineData("n't's")]
    [InlineData("1,")]
    [InlineData("\ud800")]
    [InlineData("😀")]
    [InlineData("a\u0301")]
    [InlineData("http://")]
    [InlineData("a@")]
    public void A_long_stretch_without_space_is_cut_everywhere_alike(string unit)
    {
        // Every stretch costs the same work, so that the whole is linear: what is held for twice the text is twice.
        var one = Split(string.Concat(Enumerable.Repeat(unit, 100_000 / unit.Length)));
        var two = Split(string.Concat(Enumerable.Repeat(unit, 200_000 / unit.Length)));
        AssertTiles(one.Text);
        Assert.InRange(two.TokenCount, one.TokenCount * 2 - 1000, one.TokenCount * 2 + 1000);
        for (var token = 0; token < one.TokenCount; token++)
            Assert.InRange(one.Ends[token] - one.Starts[token], 1, Splitter.LongestStretch);
    }

    [Fact]
    public void A_thousand_words_without_an_end_are_cut_into_bounded_sentences()
    {
        var document = Split(string.Join(' ', Enumerable.Repeat("word", 1000)));
        Assert.Equal(3, document.SentenceCount);
        Assert.Equal((0, Splitter.LongestSentence), document.Sentence(0));
    }

    [Fact]
    public void Splitting_again_allocates_in_proportion_to_nothing()
    {
        var text = string.Concat(Enumerable.Repeat("Mr. Hoxha didn't say why; the U.S. did. ", 500));
        var document = new Document();
        var splitter = new Splitter();
        document.Reset(text);
        splitter.Split(text, document);
        document.Reset(text);
        var before = GC.GetAllocatedBytesForCurrentThread();
        splitter.Split(text, document);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 200);
    }

    static readonly Gen<string> Unicode = Gen.Int[0, 0xFFFF].Select(code => (char)code).Array[0, 60].Select(c => new string(c));

    static readonly string[] Bits =
    [
        "Mr.", "U.S.", "p.m.", "No.", "said", "The", " ", " ", " ", "\n", "\n\n", "\r\n", ".", "...", "…", "?", "!", ",", "\"",
        "“", "”", "'", "’", "n't", "’s", "-", "—", "(", ")", "[", "]", "3", "2023", "$", "bn", "/", "://", "@", ".com", "\ud83d",
        "\udc4d", "👍", "\u200d", "é", "e\u0301", "中", "(Reuters) —", "#", "&", "\u00a0", "\u2029", "*", ":)",
    ];

    static readonly Gen<string> Newsy =
        Gen.Int[0, Bits.Length - 1].Select(i => Bits[i]).Array[0, 40].Select(bits => string.Concat(bits));

    static Document Split(string text)
    {
        var document = new Document();
        document.Reset(text);
        new Splitter().Split(text, document);
        return document;
    }

    static string Written(Document document)
    {
        var written = new StringBuilder();
        for (var token = 0; token < document.TokenCount; token++)
        {
            if (token > 0)
                written.Append(document.SentenceOf(token) == document.SentenceOf(token - 1) ? " " : " ⏎ ");
            written.Append(document.Form(token));
        }
        return written.ToString();
    }

    static void AssertTiles(string text)
    {
        var document = Split(text);
        var at = 0;
        for (var token = 0; token < document.TokenCount; token++)
        {
            while (at < document.Starts[token])
                Assert.True(char.IsWhiteSpace(text[at++]));
            Assert.Equal(at, document.Starts[token]);
            Assert.True(document.Ends[token] > at);
            Assert.False(document.Form(token).ContainsAny(" \n\t"));
            at = document.Ends[token];
        }
        Assert.True(string.IsNullOrWhiteSpace(text[at..]));
        for (var sentence = 0; sentence < document.SentenceCount; sentence++)
        {
            var (first, end) = document.Sentence(sentence);
            Assert.InRange(end - first, 1, Splitter.LongestSentence);
        }
    }
}
