using Tocsin.Language;
using Xunit;

namespace Tocsin.Tests.Language;

public sealed class Coreference
{
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
        new CoreferenceResolver().Resolve(document);
        return document;
    }

    static Deprel DeprelOf(string code) => DeprelNames.TryParse(code, out var deprel)
        ? deprel
        : throw new ArgumentException($"No relation '{code}'.", nameof(code));

    static string[] Chain(Document document, int chain) =>
    [
        .. document.Mentions.Where(mention => mention.Chain == chain)
            .Select(mention => document.Text[document.Starts[mention.First]..document.Ends[mention.End - 1]]),
    ];
}
