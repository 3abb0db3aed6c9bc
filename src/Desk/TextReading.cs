using Tocsin.Coding;
using Tocsin.Events;
using Tocsin.Language;

namespace Tocsin.Desk;

/// <summary>Analyses and codes one story after another. One belongs to one worker.</summary>
sealed class TextReading(LanguageModel model, CodingResources resources)
{
    static readonly StoryCoding Nothing = new([], [], [], [], [], []);

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
        var language = story.Language ?? "en";
        analyser.Analyse(story.Text, Document);
        return language.StartsWith("en", StringComparison.OrdinalIgnoreCase)
            ? new CodedText(language, true, coder.Code(story, Document))
            : new CodedText(language, false, Nothing);
    }

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
