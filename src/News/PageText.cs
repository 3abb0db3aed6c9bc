using System.Text;
using AngleSharp.Dom;

namespace Tocsin.News;

/// <summary>The text of an article's elements, one paragraph a block; captions, scripts, forms and notes beside it left out.</summary>
sealed class PageText
{
    readonly List<string> paragraphs = [];
    readonly StringBuilder line = new();

    /// <remarks>Recursive: the depth of the page was checked before.</remarks>
    public static string Of(INode root)
    {
        var text = new PageText();
        text.Walk(root);
        text.EndParagraph();
        return string.Join("\n\n", text.paragraphs);
    }

    void Walk(INode node)
    {
        foreach (var child in node.ChildNodes)
        {
            if (child is IText words)
                line.Append(words.Data);
            else if (child is IElement element && !IsLeftOut(element))
                WalkElement(element);
        }
    }

    void WalkElement(IElement element)
    {
        var isBlock = IsBlock(element.LocalName);
        if (isBlock)
            EndParagraph();
        Walk(element);
        if (isBlock)
            EndParagraph();
    }

    void EndParagraph()
    {
        var paragraph = CleanText.Line(line.ToString());
        line.Clear();
        if (paragraph.Length > 0)
            paragraphs.Add(paragraph);
    }

    static bool IsLeftOut(IElement element) => element.LocalName is
        "script" or "style" or "noscript" or "template" or "figcaption" or "figure" or "caption" or "form" or "button"
        or "select" or "textarea" or "iframe" or "object" or "svg" or "math" or "nav" or "footer" or "video" or "audio";

    static bool IsBlock(string name) => name is
        "p" or "div" or "section" or "article" or "main" or "header" or "aside" or "blockquote" or "pre" or "br" or "hr"
        or "h1" or "h2" or "h3" or "h4" or "h5" or "h6" or "ul" or "ol" or "li" or "dl" or "dt" or "dd" or "table"
        or "thead" or "tbody" or "tfoot" or "tr" or "td" or "th" or "address" or "center" or "details" or "summary";
}
