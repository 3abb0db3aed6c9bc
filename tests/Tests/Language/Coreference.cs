using Tocsin.Language;
using Xunit;

namespace Tocsin.Tests.Language;

public sealed class Coreference
{
    static readonly LanguageModel Model = LanguageModel.Load(Path.Combine(Requirements.Root, "models"));

    [Fact]
    public void A_last_name_and_a_pronoun_go_to_the_full_name()
    {
        var document = Document(
            ["Ana Marek/PER", "met/root", "Ivo Dunn/PER:obj"],
            ["Marek/PER", "said/root", "she/she", "agreed"]);
        Assert.Equal(["Ana Marek", "Marek", "she"], Chain(document, 0));
    }

    [Fact]
    public void Initials_go_to_the_body_named_in_full()
    {
        var document = Document(["Northern Border Force/ORG", "left/root"], ["NBF/ORG", "returned/root"], ["It/it", "stayed/root"]);
        Assert.Equal(["Northern Border Force", "NBF", "It"], Chain(document, 0));
    }

    [Fact]
    public void A_title_tells_who_she_is()
    {
        var document = Document(["Mrs.", "Marek/PER", "met/root", "Mr.", "Dunn/PER:obj"], ["Dunn/PER", "left/root"], ["She/she", "stayed/root"]);
        Assert.Contains("She", Chain(document, document.Mentions[0].Chain));
        Assert.Equal("Marek", Chain(document, document.Mentions[0].Chain)[0]);
    }

    [Fact]
    public void The_object_of_a_verb_is_not_its_subject()
    {
        var document = Document(["Marek/PER", "met/root", "him/him:obj"]);
        Assert.Empty(document.Mentions);
    }

    [Fact]
    public void An_expletive_it_is_nobody()
    {
        var document = Document(["Serbia/LOC", "waited/root"], ["It/it:expl", "rained/root"]);
        Assert.Empty(document.Mentions);
    }

    [Fact]
    public void A_name_mentioned_once_makes_no_chain() => Assert.Empty(Document(["Marek/PER", "left/root"]).Mentions);

    [Theory]
    [InlineData("Angela Merkel met Vladimir Putin in Moscow. Merkel said she was satisfied.", "Angela Merkel", "she")]
    [InlineData("The European Union met on Monday. The EU said it would send more aid.", "The European Union", "The EU")]
    [InlineData("President Vjosa Osmani arrived on Monday. Osmani said her government would wait.", "President Vjosa Osmani", "her")]
    [InlineData("The army shelled the town. The army said it had no choice.", "The army", "it")]
    public void What_is_one_thing_is_one_chain(string text, string first, string last)
    {
        var document = Analysed(text);
        var chain = document.Mentions.First(mention => TextOf(document, mention) == first).Chain;
        Assert.Contains(last, Chain(document, chain));
    }

    [Fact]
    public void A_phrase_reaches_over_all_that_hangs_under_it()
    {
        var document = Analysed("The force that NATO has led since June stayed in the north. Its soldiers built a bridge.");
        Assert.Contains("The force that NATO has led since June", Phrases(document));
        Assert.Contains("Its", Phrases(document));
        Assert.Contains("Its soldiers", Phrases(document));
    }

    [Fact]
    public void Joined_names_are_a_phrase_and_so_is_each()
    {
        var phrases = Phrases(Analysed("Serbia and Kosovo signed."));
        Assert.Contains("Serbia and Kosovo", phrases);
        Assert.Contains("Serbia", phrases);
        Assert.Contains("Kosovo", phrases);
    }

    [Theory]
    [InlineData("Maria", Genders.Female)]
    [InlineData("Vladimir", Genders.Male)]
    [InlineData("Xyz", Genders.Human)]
    public void Given_names_tell_a_gender_where_they_are_known(string name, object gender) =>
        Assert.Equal((Genders)gender, GivenNames.Of(name));

    [Fact]
    public void Mentions_lie_in_text_order_and_no_chain_has_only_one()
    {
        var document = Analysed(string.Concat(Enumerable.Repeat("Serbia and its army said they saw what NATO did to them in \"our\" north. ", 30)));
        Assert.NotEmpty(document.Mentions);
        Assert.All(document.Mentions.GroupBy(mention => mention.Chain), chain => Assert.True(chain.Count() > 1));
        for (var i = 1; i < document.Mentions.Count; i++)
            Assert.True(document.Mentions[i - 1].First <= document.Mentions[i].First);
    }

    [Fact]
    public void A_text_resolved_again_takes_no_memory()
    {
        var document = Analysed(string.Concat(Enumerable.Repeat("Ana Marek met Ivo Dunn and the president told her what he knew. ", 20)));
        var columns = new WordColumns(Model.NewEngine().Columns.Clusters);
        columns.Read(document);
        var resolver = new CoreferenceResolver(Model.Coreference, columns);
        resolver.Resolve(document);
        resolver.Resolve(document);
        var before = GC.GetAllocatedBytesForCurrentThread();
        resolver.Resolve(document);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    [Theory]
    [InlineData("")]
    [InlineData("\ud800 \udfff \u200b ...")]
    [InlineData("it it it he he she \" \" )")]
    public void Odd_text_does_no_harm(string text) => Analysed(text);

    static Document Analysed(string text)
    {
        var document = new Document();
        new Analyser(Model).Analyse(text, document);
        return document;
    }

    static string[] Phrases(Document document)
    {
        var columns = new WordColumns(Model.NewEngine().Columns.Clusters);
        columns.Read(document);
        var finder = new PhraseFinder();
        finder.Find(document, columns);
        return [.. finder.Phrases.ToArray().Select(phrase => TextOf(document, new Mention(phrase.First, phrase.End, 0)))];
    }

    static string TextOf(Document document, Mention mention) =>
        document.Text[document.Starts[mention.First]..document.Ends[mention.End - 1]];

    /// <summary>
    /// Sentences by hand: words, "/TYPE" for a name (the subject unless ":obj"), "/pronoun" for a pronoun, "/root".
    /// </summary>
    static Document Document(params string[][] sentences)
    {
        var document = new Document();
        document.Reset(string.Join(' ', sentences.SelectMany(words => words).Select(word => word.Split('/')[0])));
        var at = 0;
        foreach (var words in sentences)
        {
            document.BeginSentence();
            var before = words.TakeWhile(word => !word.EndsWith("/root", StringComparison.Ordinal)).Sum(word => word.Split('/')[0].Split(' ').Length);
            var root = document.TokenCount + before;
            foreach (var word in words)
            {
                var parts = word.Split('/');
                var mark = parts.Length > 1 ? parts[1].Split(':') : [""];
                var role = mark.Length > 1 ? DeprelOf(mark[1]) : Deprel.Nsubj;
                var first = document.TokenCount;
                foreach (var form in parts[0].Split(' '))
                {
                    var token = document.AddToken(at, at + form.Length);
                    at += form.Length + 1;
                    var pronoun = mark[0].Length > 0 && char.IsLower(mark[0][0]) && mark[0] != "root";
                    document.SetTags(token, pronoun ? Upos.Pron : Upos.Noun, "_", "_");
                    if (token != first)
                        document.SetHead(token, first, Deprel.Flat);
                    else if (token == root)
                        document.SetHead(token, -1, Deprel.Root);
                    else
                        document.SetHead(token, root, mark[0].Length > 0 ? role : Deprel.Dep);
                }
                if (Enum.TryParse<EntityType>(mark[0], ignoreCase: true, out var type) && char.IsUpper(mark[0][0]))
                    document.Entities.Add(new Entity(first, document.TokenCount, type));
            }
        }
        var columns = new WordColumns(Model.NewEngine().Columns.Clusters);
        columns.Read(document);
        new CoreferenceResolver(Model.Coreference, columns).Resolve(document);
        return document;
    }

    static Deprel DeprelOf(string code) => DeprelNames.TryParse(code, out var deprel)
        ? deprel
        : throw new ArgumentException($"No relation '{code}'.", nameof(code));

    static string[] Chain(Document document, int chain) =>
    [
        .. document.Mentions.Where(mention => mention.Chain == chain)
            .Select(mention => TextOf(document, mention)),
    ];
}
