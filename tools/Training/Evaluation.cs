using System.Globalization;
using Tocsin.Language;

namespace Tocsin.Training;

/// <summary>Measures a written model on gold tokens, as the public scorer does; for score cards.</summary>
static class Evaluation
{
    /// <summary>UPOS, XPOS, UAS and LAS (relation subtypes ignored), and words per CPU-second of tagging, parsing and finding names.</summary>
    public static IEnumerable<(string Name, string Figure)> Measure(IEngine engine, string treebankPath, string name)
    {
        var treebank = Treebank.Read(treebankPath, toTrain: false);
        var gold = new GoldColumns(treebank, Clusters.None);
        var document = gold.Document;
        var best = TimeSpan.MaxValue;
        for (var round = 0; round < 5; round++)
        {
            var started = Environment.CpuUsage.UserTime;
            engine.Annotate(document);
            var spent = Environment.CpuUsage.UserTime - started;
            best = spent < best ? spent : best;
        }
        int upos = 0, xpos = 0, uas = 0, las = 0, n = document.TokenCount;
        for (var token = 0; token < n; token++)
        {
            var (first, end) = document.Sentence(document.SentenceOf(token));
            var head = document.Heads[token] < 0 ? end - first : document.Heads[token] - first;
            var tag = gold.Tags[token].Split('|');
            upos += document.Upos[token].Code() == tag[0] ? 1 : 0;
            xpos += document.Xpos(token) == tag[1] ? 1 : 0;
            var attached = head == gold.Heads[token];
            uas += attached ? 1 : 0;
            las += attached && Relation(document.Deprels[token]) == Relation(gold.Deprels[token]) ? 1 : 0;
        }
        yield return ($"{name} UPOS", Share(upos, n));
        yield return ($"{name} XPOS", Share(xpos, n));
        yield return ($"{name} UAS", Share(uas, n));
        yield return ($"{name} LAS", Share(las, n));
        yield return ($"{name} words per CPU-second, tags, trees and names", (n / best.TotalSeconds).ToString("F0", CultureInfo.InvariantCulture));
    }

    static string Relation(Deprel deprel) => deprel.Code().Split(':')[0];

    static string Share(int right, int all) => ((double)right / all).ToString("F4", CultureInfo.InvariantCulture);
}
