using System.Globalization;
using Tocsin.Language;

namespace Tocsin.Training;

/// <summary>Measures coreference of the product's analyser on gold words and sentences.</summary>
static class CoreferenceEvaluation
{
    public static CoreferenceScore Measure(string modelsFolder, string gold, string treebank)
    {
        var analyser = new Analyser(LanguageModel.Load(modelsFolder));
        var document = new Document();
        var score = new CoreferenceScore();
        foreach (var text in CoreferenceCorpus.Read(gold, treebank))
        {
            text.Fill(document);
            analyser.AnalyseTokens(document);
            score.Add(text.Mentions, document.Mentions);
        }
        return score;
    }

    public static IEnumerable<(string Name, string Figure)> Figures(CoreferenceScore score)
    {
        yield return ("mentions", score.Mentions.ToString());
        yield return ("MUC", score.Muc.ToString());
        yield return ("B-cubed", score.Cubed.ToString());
        yield return ("CEAF-e", score.Ceaf.ToString());
        yield return ("CoNLL F1", score.Conll.ToString("F4", CultureInfo.InvariantCulture));
    }
}
