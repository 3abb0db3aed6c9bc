using Tocsin.Language;

namespace Tocsin.Training.Neural;

/// <summary>Some sentences again, all in capitals or without any; which ones depends on their number alone.</summary>
static class Recased
{
    /// <param name="every">One sentence in so many.</param>
    public static Treebank Some(Treebank treebank, int every, bool upper) => new(
        treebank.Name,
        [
            .. treebank.Sentences.Where((_, number) => number % every == 7).Select(sentence => sentence with
            {
                Rows = [.. sentence.Rows.Select(row => new ConlluRow([row.Id, Cased(row.Form, upper), .. row.Fields[2..]]))],
            }),
        ]);

    public static NameCorpus Some(NameCorpus corpus, int every, bool upper) => corpus with
    {
        Documents =
        [
            [
                .. corpus.Documents.SelectMany(document => document).Where((_, number) => number % every == 7)
                    .Select(sentence => sentence with { Words = [.. sentence.Words.Select(word => Cased(word, upper))] }),
            ],
        ],
    };

    static string Cased(string word, bool upper) => upper ? word.ToUpperInvariant() : word.ToLowerInvariant();
}
