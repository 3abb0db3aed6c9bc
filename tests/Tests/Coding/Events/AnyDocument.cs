using System.Text;
using Tocsin.Coding;
using Tocsin.Events;
using Tocsin.Language;
using Xunit;

namespace Tocsin.Tests.Coding;

/// <summary>Coding never throws, whatever the tagger and the parser made of a text, and the same text gives the same.</summary>
public sealed class AnyDocument
{
    static readonly CodingResources Resources = CodingResources.Load(Repository.Path("data"), Repository.Path("models"));

    static readonly string[] Words =
    [
        "Serbia", "Russian", "troops", "attacked", "will", "not", "sign", "the", "agreement", "with", "Kosovo", "it", "said",
        "must", "withdraw", "from", "thousands", "of", "protesters", "killed", "by", "talks", "imposed", "sanctions", "on",
        "agreed", "to", "release", "hostages", "unless", "NATO", "its", "and", "who", "\"", ",", ".", "President", "Vučić",
    ];

    static readonly string[] Lemmas =
    [
        "attack", "say", "sign", "withdraw", "talk", "kill", "it", "who", "thousand", "not", "will", "must", "unless", "ready",
        "agree", "refuse", "sanction", "release", "they", "plan",
    ];

    static readonly string[] Tags = ["NN", "NNS", "NNP", "VB", "VBD", "VBG", "VBN", "JJ", "IN", "PRP", "MD", "TO"];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Any_tree_is_coded_alike_twice_within_its_text(int seed)
    {
        var random = new Random(seed);
        var document = new Document();
        var coder = new Coder(Resources);
        for (var round = 0; round < 150; round++)
        {
            Fill(document, random);
            var story = new Story { Id = "any", Text = document.Text, PublishedAt = new DateTimeOffset(2023, 3, 29, 8, 0, 0, TimeSpan.Zero) };
            var first = coder.Code(story, document);
            foreach (var coded in first.Events)
                CheckEvent(coded, document.Text);
            Assert.Equal(Print(first), Print(new Coder(Resources).Code(story, document)));
        }
    }

    static void CheckEvent(CodedEvent coded, string text)
    {
        var whole = new Passage(0, text.Length);
        Assert.True(coded.Mode is null || EventMode.Exists(coded.Type, coded.Mode), $"{coded.Type} {coded.Mode}");
        Assert.All(coded.Contexts, context => Assert.True(EventContext.All.Contains(context), context));
        Assert.True(whole.Contains(coded.Evidence) && coded.Evidence.Contains(coded.Trigger));
        Assert.InRange(coded.Factuality.Value, -3, 3);
        Assert.InRange(coded.OutletFactuality.Value, -3, 3);
        Assert.InRange(coded.Confidence, 0, 1);
        Assert.NotEmpty(coded.Actors.Concat(coded.Recipients));
        foreach (var actor in coded.Actors.Concat(coded.Recipients))
            Assert.Equal(actor.Text, actor.Passage.Of(text));
    }

    static string Print(StoryCoding coding)
    {
        var print = new StringBuilder();
        foreach (var coded in coding.Events)
        {
            print.Append(coded.Type).Append(coded.Mode).Append(coded.Trigger).Append(coded.Factuality).Append(coded.Time).Append(coded.Place);
            foreach (var actor in coded.Actors.Concat(coded.Recipients))
                print.Append(actor);
        }
        return print.ToString();
    }

    static void Fill(Document document, Random random)
    {
        var sentences = Enumerable.Range(0, random.Next(1, 4))
            .Select(_ => Enumerable.Range(0, random.Next(1, 25)).Select(_ => Words[random.Next(Words.Length)]).ToArray()).ToArray();
        document.Reset(string.Join(' ', sentences.SelectMany(words => words)));
        var at = 0;
        foreach (var words in sentences)
        {
            document.BeginSentence();
            var first = document.TokenCount;
            foreach (var word in words)
            {
                document.AddToken(at, at + word.Length);
                at += word.Length + 1;
            }
            for (var token = first; token < document.TokenCount; token++)
            {
                document.SetTags(token, (Upos)random.Next(Enum.GetValues<Upos>().Length), Tags[random.Next(Tags.Length)], "_");
                document.SetLemma(token, random.Next(2) == 0 ? document.Form(token).ToString() : Lemmas[random.Next(Lemmas.Length)]);
                // Any head, circles and several roots included: that is the parser's business, not the coder's.
                document.SetHead(token, random.Next(first - 1, document.TokenCount) is var head && head < first ? -1 : head,
                    (Deprel)random.Next(Enum.GetValues<Deprel>().Length));
            }
        }
    }
}
