using System.Globalization;
using System.Text;

namespace Tocsin.Training;

/// <summary>The figures of a model as a page beside it.</summary>
static class ScoreCard
{
    public static void Write(string path, string kind, IReadOnlyDictionary<string, string> card, long bytes)
    {
        var text = new StringBuilder()
            .Append(CultureInfo.InvariantCulture, $"# {kind}\n\nFile: {bytes / 1e6:F1} MB.\n\n| what | figure |\n|---|---|\n");
        foreach (var (name, figure) in card)
            text.Append(CultureInfo.InvariantCulture, $"| {name} | {figure} |\n");
        File.WriteAllText(path, text.ToString());
    }
}
