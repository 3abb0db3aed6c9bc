namespace Tocsin.Language;

/// <summary>Sets tags, heads, relations and names of a document's tokens. Belongs to one worker.</summary>
interface IEngine
{
    /// <summary>What it read of the words of the document it annotated last.</summary>
    WordColumns Columns { get; }

    /// <summary>The document must hold tokens and sentences; what it held of the rest is replaced.</summary>
    void Annotate(Document document);
}
