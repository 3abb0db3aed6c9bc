using Tocsin.Coding;
using Tocsin.Events;
using Tocsin.Language;
using Tocsin.News;

namespace Tocsin.Desk;

/// <summary>Analyses and codes one story after another. One belongs to one worker.</summary>
sealed class TextReading(LanguageModel model, CodingResources resources)
{
    static readonly StoryCoding Nothing = new([], [], [], [], [], []);

    /// <summary>In characters; what is longer is no headline.</summary>
    const int LongestTitle = 500;

    readonly Document headline = new();
    readonly Analyser analyser = new(model);
    readonly Coder coder = new(resources);

    /// <summary>The analysis of the text last read; overwritten by the next.</summary>
    public Document Document { get; } = new();

    /// <summary>
    /// Reads a story. One in a language that is not coded is split into sentences and tokens by the same engine but
    /// yields no reading: it never counts as looked at.
    /// </summary>
    public CodedText Read(Story story)
    {
        var isEnglish = EnglishText.Is(story.Text)
            && (story.Language is null || story.Language.StartsWith("en", StringComparison.OrdinalIgnoreCase));
        analyser.Analyse(story.Text, Document);
        return isEnglish
            ? new CodedText("en", true, WithHeadline(story, coder.Code(story, Document)))
            : new CodedText(Declared(story.Language), false, Nothing);
    }

    /// <summary>No event is coded from a headline; it is read to see whether it says more than the text.</summary>
    StoryCoding WithHeadline(Story story, StoryCoding coding)
    {
        if (string.IsNullOrWhiteSpace(story.Title) || story.Title.Length > LongestTitle)
            return coding;
        analyser.Analyse(story.Title, headline);
        return coding with { Drifts = HeadlineReader.Compare(coder.Code(story, headline), headline, coding, Document) };
    }

    /// <summary>What the input says, unless it says English of a text that is not: then undetermined (ISO 639-2).</summary>
    static string Declared(string? language) =>
        language is null || language.StartsWith("en", StringComparison.OrdinalIgnoreCase) ? "und" : language;

    /// <summary>Reads a story for the archive.</summary>
    public CodedStory ReadForArchive(Story story)
    {
        var coded = Read(story);
        return new CodedStory(story, coded.Coding.Events, Document.SentenceCount, Document.TokenCount)
        {
            Coded = coded.IsCoded,
            Attributions = coded.Coding.Attributions,
        };
    }
}

/// <summary>What was read in one text.</summary>
readonly record struct CodedText(string Language, bool IsCoded, StoryCoding Coding);
