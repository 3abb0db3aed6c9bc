using Tocsin.Language;

namespace Tocsin.Training;

/// <summary>A sentence with its features, computed once, and the labels each word may have.</summary>
sealed class NameExample
{
    /// <param name="tagger">The engine's, whose tags the name tagger goes by.</param>
    public NameExample(NameSentence sentence, Tagger tagger, WordColumns columns, KnownNames known)
    {
        var document = new Document();
        NameTraining.Fill(document, [sentence]);
        columns.Read(document);
        tagger.Tag(document, columns);
        var length = document.TokenCount;
        var marks = new byte[length];
        known.Mark(document, columns, 0, length, marks);
        var style = NameFeatures.StyleOf(document, 0, length);
        Allowed = sentence.Allowed;
        Features = new uint[length * NameFeatures.Count];
        for (var i = 0; i < length; i++)
            NameFeatures.Fill(
                columns, document.Upos, marks, style, i, 0, length, Features.AsSpan(i * NameFeatures.Count, NameFeatures.Count));
    }

    public ushort[] Allowed { get; }

    public uint[] Features { get; }

    public ReadOnlySpan<uint> Of(int token) => Features.AsSpan(token * NameFeatures.Count, NameFeatures.Count);
}
