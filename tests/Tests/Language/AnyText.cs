using System.Diagnostics;
using System.Globalization;
using System.Text;
using Tocsin.Language;
using Xunit;

namespace Tocsin.Tests.Language;

/// <summary>
/// Whatever the text is, its analysis is sound. A few seconds each in the suite; <c>TOCSIN_FUZZ_SECONDS=600</c> makes it
/// a hunt, and what it finds becomes a case of its own.
/// </summary>
public sealed class AnyText
{
    static readonly string[] Fragments =
    [
        "President Osmani said ", "the troops", " were sent to ", "Mitrovica", ". ", "\n", "\n\n", "\r\n", "\t", " ", "  ", "\u00a0", "\u200b",
        "\u2028", "“", "”", "\"", "'", "’s", "can't", "gonna", "U.S.", "Mr. ", "...", "…", " — ", "--", "- ", "• ", "* ", "(", ")", "[[", "]]",
        "PRISTINA, March 29 (Reuters) — ", "https://a.example/b?c=d&e=f#g", "@who", "#what", "12:30", "€5.3m", "1,000,000", "3.14", "½",
        "\ud83d\ude00", "\ud83d", "\ude00", "\ud83c\uddfd\ud83c\uddf0", "\u0000", "\u0007", "\u001b[31m", "\ufeff", "\ufffd", "\u0301\u0302\u0303\u0304",
        "שלום", "مرحبا", "\u202e", "\u202c", "Приштина", "北京", "ħ", "İ", "ß", "ﬀ", "a", "A", "I", "x", "ABC", ".", ",", ";", ":", "!", "?", "&", "%",
        "/", "\\", "|", "~", "^", "<b>", "{", "}", "=", "+", "_", "`",
    ];

    static readonly LanguageModel[] Models = [.. Enum.GetValues<Engine>().Select(engine => LanguageModel.Load(Path.Combine(Requirements.Root, "models"), engine))];

    static TimeSpan Duration => TimeSpan.FromSeconds(
        double.TryParse(Environment.GetEnvironmentVariable("TOCSIN_FUZZ_SECONDS"), CultureInfo.InvariantCulture, out var seconds) ? seconds : 3);

    [Fact]
    public void Random_text_has_a_sound_analysis()
    {
        var seed = Environment.TickCount;
        var analysers = Models.Select(model => new Analyser(model)).ToArray();
        var document = new Document();
        var watch = Stopwatch.StartNew();
        for (var round = 0; round == 0 || watch.Elapsed < Duration; round++)
        {
            var text = Draw(new Random(seed + round));
            foreach (var analyser in analysers)
            {
                try
                {
                    analyser.Analyse(text, document);
                    Check(document, text);
                }
                catch (Exception failure)
                {
                    Assert.Fail($"seed {seed + round}, text {Escaped(text)}: {failure}");
                }
            }
        }
    }

    [Theory]
    [InlineData("\ud800", 1)]
    [InlineData("\udc00\ud800", 40)]
    [InlineData("\u0000", 70_000)]
    [InlineData("z\u0351\u036b\u0343", 30_000)]
    [InlineData("\u202eabc ", 2_000)]
    [InlineData("👩‍👩‍👧‍👦", 3_000)]
    [InlineData("a", 1_000_000)]
    [InlineData("the man who saw ", 500)]
    [InlineData("( ", 3_000)]
    [InlineData("“", 3_000)]
    [InlineData("Mr. ", 2_000)]
    [InlineData("\n", 100_000)]
    [InlineData("Kosovo ", 1_500)]
    public void Repeated_to_excess_a_text_has_a_sound_analysis(string part, int times)
    {
        var text = string.Concat(Enumerable.Repeat(part, times));
        foreach (var model in Models)
        {
            var document = new Document();
            new Analyser(model).Analyse(text, document);
            Check(document, text);
        }
    }

    [Fact]
    public void A_worker_says_the_same_of_a_text_whatever_it_read_before()
    {
        const string Text = "Serbia's president, Aleksandar Vučić, told reporters in Belgrade that NATO troops had refused to leave.";
        foreach (var model in Models)
        {
            var (used, fresh) = (new Analyser(model), new Analyser(model));
            var (one, two) = (new Document(), new Document());
            var random = new Random(5);
            for (var round = 0; round < 40; round++)
                used.Analyse(Draw(random), one);
            used.Analyse(Text, one);
            fresh.Analyse(Text, two);
            Assert.Equal(two.Heads.ToArray(), one.Heads.ToArray());
            Assert.Equal(two.Deprels.ToArray(), one.Deprels.ToArray());
            Assert.Equal(two.Upos.ToArray(), one.Upos.ToArray());
            Assert.Equal(two.Entities, one.Entities);
            Assert.Equal(two.Mentions, one.Mentions);
        }
    }

    static string Draw(Random random)
    {
        var text = new StringBuilder();
        for (var parts = random.Next(1, 60); parts > 0; parts--)
        {
            if (random.Next(8) == 0)
                text.Append((char)random.Next(0x10000));
            else if (random.Next(40) == 0)
                text.Append(Fragments[random.Next(Fragments.Length)][0], random.Next(1, 900));
            else
                text.Append(Fragments[random.Next(Fragments.Length)]);
        }
        return text.ToString();
    }

    static void Check(Document document, string text)
    {
        Assert.Same(text, document.Text);
        var covered = new bool[text.Length];
        var end = 0;
        for (var token = 0; token < document.TokenCount; token++)
        {
            var (from, to) = (document.Starts[token], document.Ends[token]);
            Assert.True(from < to && to <= text.Length && from >= (token == 0 ? 0 : document.Starts[token - 1]), $"token {token} lies at {from}–{to}");
            Assert.True(from >= end || token > 0 && from >= document.Starts[token - 1], $"token {token} lies before its neighbour's end");
            end = Math.Max(end, to);
            covered.AsSpan(from, to - from).Fill(true);
            Assert.NotNull(document.Lemma(token));
        }
        for (var at = 0; at < text.Length; at++)
            Assert.True(covered[at] || Blank(text[at]), $"character {at} (U+{(int)text[at]:X4}) belongs to no token");
        var next = 0;
        for (var sentence = 0; sentence < document.SentenceCount; sentence++)
        {
            var (first, last) = document.Sentence(sentence);
            Assert.Equal(next, first);
            Assert.True(last > first);
            CheckTree(document, first, last);
            next = last;
        }
        Assert.Equal(document.TokenCount, next);
        var after = 0;
        foreach (var entity in document.Entities)
        {
            Assert.True(entity.First >= after && entity.End > entity.First && entity.End <= document.TokenCount);
            Assert.Equal(document.SentenceOf(entity.First), document.SentenceOf(entity.End - 1));
            after = entity.End;
        }
        foreach (var mention in document.Mentions)
            Assert.True(mention.First >= 0 && mention.End > mention.First && mention.End <= document.TokenCount);
        foreach (var chain in document.Mentions.GroupBy(mention => mention.Chain))
            Assert.True(chain.Count() > 1);
    }

    static void CheckTree(Document document, int first, int last)
    {
        var roots = 0;
        for (var token = first; token < last; token++)
        {
            roots += document.Heads[token] < 0 ? 1 : 0;
            Assert.Equal(document.Heads[token] < 0, document.Deprels[token] == Deprel.Root);
            var steps = 0;
            for (var at = token; at >= 0; at = document.Heads[at])
            {
                Assert.True(at >= first && at < last, $"token {token} hangs from another sentence");
                Assert.True(++steps <= last - first, $"token {token} hangs on a circle");
            }
        }
        Assert.Equal(1, roots);
    }

    /// <summary>White space, and what no reader sees: controls, marks of direction, the zero-width space.</summary>
    static bool Blank(char c) => char.IsWhiteSpace(c) || char.IsControl(c)
        || CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.OtherNotAssigned;

    static string Escaped(string text) => string.Concat(text.Select(c => c is >= ' ' and < (char)127 ? c.ToString() : $"\\u{(int)c:x4}"));
}
