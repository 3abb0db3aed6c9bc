using Tocsin.Language;

namespace Tocsin.Benchmarks;

/// <summary>The text that is measured on: the digests of the sample case, each a document.</summary>
static class NewsText
{
    const int Megabyte = 1 << 20;

    public static string Root { get; } = FindRoot();

    public static string Models { get; } = Path.Combine(Root, "models");

    /// <summary>Stories, in the order of their files.</summary>
    public static string[] Stories { get; } =
    [
        .. Directory.EnumerateFiles(Path.Combine(Root, "data", "cases"), "*.txt", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal).Select(File.ReadAllText),
    ];

    /// <summary>A megabyte in one line.</summary>
    public static string Paragraph { get; } = MakeParagraph();

    public static int Words { get; } = Split().Sum(document => document.TokenCount);

    public static int ParagraphWords { get; } = Split(Paragraph).TokenCount;

    /// <summary>The stories as documents with tokens and sentences, nothing else.</summary>
    public static Document[] Split() => [.. Stories.Select(Split)];

    static Document Split(string text)
    {
        var document = new Document();
        document.Reset(text);
        new Splitter().Split(text, document);
        return document;
    }

    static string MakeParagraph()
    {
        var line = string.Join(' ', Stories).ReplaceLineEndings(" ");
        return string.Concat(Enumerable.Repeat(line + " ", (Megabyte / line.Length) + 1))[..Megabyte];
    }

    static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Tocsin.slnx")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException($"No Tocsin.slnx above {AppContext.BaseDirectory}.");
    }
}
