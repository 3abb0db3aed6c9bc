namespace Tocsin.Language;

/// <summary>Sets tags, heads, relations and names of a document's tokens. Belongs to one worker.</summary>
interface IEngine
{
    /// <summary>The document must hold tokens and sentences; what it held of the rest is replaced.</summary>
    void Annotate(Document document);
}
