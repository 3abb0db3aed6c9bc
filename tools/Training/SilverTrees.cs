using System.Globalization;
using Tocsin.Language;

namespace Tocsin.Training;

/// <summary>
/// Trees that the accurate engine gives to the text of the corpora of names: the linear engine learns from them what no
/// treebank shows it (Petrov et al. 2010, "uptraining").
/// </summary>
static class SilverTrees
{
    const int Shortest = 4;
    const int Longest = 60;

    /// <param name="teacher">The accurate engine.</param>
    public static Treebank Make(string corpora, IEngine teacher)
    {
        var document = new Document();
        var trees = new List<ConlluSentence>();
        // The treebanks' own trees are learnt from already.
        foreach (var corpus in NameCorpora.ToTrain(corpora).Where(corpus => corpus.Treebank is null))
        {
            foreach (var sentences in corpus.Documents.Select(Whole).Where(sentences => sentences.Count > 0))
            {
                NameTraining.Fill(document, sentences);
                teacher.Annotate(document);
                for (var sentence = 0; sentence < document.SentenceCount; sentence++)
                    trees.Add(Tree(document, sentence));
            }
        }
        return new Treebank("silver", trees);
    }

    static List<NameSentence> Whole(List<NameSentence> sentences) =>
    [
        .. sentences.Where(sentence => sentence.Words.Length is >= Shortest and <= Longest && sentence.Words.All(word => word.Length > 0)),
    ];

    static ConlluSentence Tree(Document document, int sentence)
    {
        var (first, end) = document.Sentence(sentence);
        var rows = new List<ConlluRow>();
        for (var token = first; token < end; token++)
        {
            rows.Add(new ConlluRow(
            [
                Number(token - first + 1), document.Form(token).ToString(), "_", document.Upos[token].Code(), document.Xpos(token),
                document.Feats(token), Number(document.Heads[token] < 0 ? 0 : document.Heads[token] - first + 1),
                document.Deprels[token].Code(), "_", "_",
            ]));
        }
        return new ConlluSentence([], rows);
    }

    static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
