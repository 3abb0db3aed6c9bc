using Tocsin.Language;
using Xunit;

namespace Tocsin.Tests.Coding.Actors;

/// <summary>
/// Documents written by hand: words with a tag (<c>Serbian/ADJ troops/NOUN</c>), sentences parted by " || ". Heads are
/// left open: what is tested with these must not need a tree.
/// </summary>
static class TaggedText
{
    public static Document Read(string tagged)
    {
        var words = tagged.Replace("|| ", "").Split(' ').Select(word => word[..word.LastIndexOf('/')]);
        var document = new Document();
        document.Reset(string.Join(' ', words));
        var at = 0;
        foreach (var sentence in tagged.Split("|| "))
        {
            document.BeginSentence();
            foreach (var word in sentence.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                var slash = word.LastIndexOf('/');
                var token = document.AddToken(at, at + slash);
                Assert.True(UposNames.TryParse(word.AsSpan(slash + 1), out var upos));
                document.SetTags(token, upos, "_", "_");
                at += slash + 1;
            }
        }
        return document;
    }
}
