namespace Tocsin.Language;

/// <summary>The tags of a model, and the morphological features of words by form and tag. Read-only.</summary>
sealed class TagSet
{
    /// <summary>Template of features by form and tag, apart from those of the perceptrons.</summary>
    public const uint Template = 201;

    readonly NumberTable featsOf;
    readonly string[] feats;

    TagSet((Upos Upos, string Xpos)[] tags, NumberTable featsOf, string[] feats)
    {
        Tags = tags;
        this.featsOf = featsOf;
        this.feats = feats;
    }

    /// <summary>Joint tags: UPOS and Penn tag.</summary>
    public (Upos Upos, string Xpos)[] Tags { get; }

    /// <exception cref="ModelException">A tag is unknown, or a section is missing.</exception>
    public static TagSet Load(ModelFile file) => new(
        [.. file.Header.Labels["tags"].Select(Parse)], NumberTable.Load(file, "feats"), file.Header.Labels["feats"]);

    public static (Upos Upos, string Xpos) Parse(string tag)
    {
        var bar = tag.IndexOf('|', StringComparison.Ordinal);
        return UposNames.TryParse(tag.AsSpan(0, bar), out var upos)
            ? (upos, string.Intern(tag[(bar + 1)..]))
            : throw new ModelException($"The model has an unknown tag '{tag}'.");
    }

    /// <summary>Gives a token its tags.</summary>
    /// <param name="lower">Hash of the lower-cased form.</param>
    /// <param name="tag">Number of the joint tag, from 1.</param>
    public void Set(Document document, int token, uint lower, ushort tag)
    {
        var (upos, xpos) = Tags[tag - 1];
        document.SetTags(token, upos, xpos, FeatsOf(lower, tag));
    }

    string FeatsOf(uint lower, ushort tag)
    {
        var found = featsOf.Of(FeatureHash.Of(Template, lower, tag));
        if (found < 0)
            found = featsOf.Of(FeatureHash.Of(Template + 1, tag));
        return found < 0 ? "_" : feats[found];
    }
}
