using AngleSharp.Dom;

namespace Tocsin.News;

/// <summary>
/// Measures how deep a page nests: what walks its tree by recursion would end the process on a page of a hundred thousand
/// open tags. Tags are judged roughly and before any tree is built, since building such a one alone takes minutes; the
/// tree is then judged exactly.
/// </summary>
static class PageShape
{
    /// <summary>Levels of the tree. Browsers cut off at 512 as well; articles stay below 60.</summary>
    public const int DepthAllowed = 512;

    /// <summary>Levels by the rough count, which knows only the commonest of the tags that end others.</summary>
    const int RoughDepthAllowed = 4 * DepthAllowed;

    /// <summary>Open tags looked back over for one that the next tag ends.</summary>
    const int LookBack = 16;

    /// <summary>Open formatting tags are built anew in every paragraph that follows, so that many of them multiply.</summary>
    public const int FormattingAllowed = 256;

    static readonly int[] EndP = [Key("p")];
    static readonly int[] EndLi = [Key("p"), Key("li")];
    static readonly int[] EndTd = [Key("p"), Key("td"), Key("th")];
    static readonly int[] EndTr = [Key("p"), Key("td"), Key("th"), Key("tr")];
    static readonly int[] EndDt = [Key("p"), Key("dt"), Key("dd")];
    static readonly int[] EndOption = [Key("option")];
    static readonly int[] EndA = [Key("a")];

    static readonly HashSet<int> PassedOver =
        [Key("span"), Key("b"), Key("i"), Key("em"), Key("strong"), Key("font"), Key("a"), Key("u"), Key("small")];

    /// <summary>How many elements the tree has.</summary>
    /// <exception cref="RefusedException">Deeper than allowed.</exception>
    public static int Check(IDocument document)
    {
        var count = 0;
        var waiting = new Stack<(INode Node, int Depth)>([(document, 0)]);
        while (waiting.TryPop(out var next))
        {
            if (next.Depth > DepthAllowed)
                throw TooDeep();
            count += next.Node is IElement ? 1 : 0;
            foreach (var child in next.Node.ChildNodes)
                waiting.Push((child, next.Depth + 1));
        }
        return count;
    }

    /// <exception cref="RefusedException">Deeper than any page that is meant to be read.</exception>
    public static void Check(ReadOnlySpan<char> html)
    {
        var open = new List<int>();
        var counts = new Dictionary<int, int>();
        var formatting = 0;
        for (var at = 0; at < html.Length;)
        {
            var next = html[at..].IndexOf('<');
            if (next < 0)
                return;
            at += next + 1;
            if (html[at..].StartsWith("!--", StringComparison.Ordinal))
            {
                at = After(html, at + 3, "-->");
                continue;
            }
            var isEnd = at < html.Length && html[at] == '/';
            var start = isEnd ? at + 1 : at;
            if (start >= html.Length || !char.IsAsciiLetter(html[start]))
                continue;
            var end = start;
            while (end < html.Length && (char.IsAsciiLetterOrDigit(html[end]) || html[end] is '-' or ':'))
                end++;
            var name = html[start..end];
            var key = string.GetHashCode(name, StringComparison.OrdinalIgnoreCase);
            at = EndOfTag(html, end);
            if (isEnd)
            {
                if (IsFormatting(name) && formatting > 0)
                    formatting--;
                Close(key);
                continue;
            }
            if (IsVoid(name))
                continue;
            if (Raw(name) is { } raw)
            {
                at = After(html, at, raw);
                continue;
            }
            foreach (var ended in EndedBy(name))
                End(ended);
            formatting += IsFormatting(name) ? 1 : 0;
            open.Add(key);
            counts[key] = counts.GetValueOrDefault(key) + 1;
            if (open.Count > RoughDepthAllowed)
                throw TooDeep();
            if (formatting > FormattingAllowed)
                throw new RefusedException($"more than {FormattingAllowed} of its formatting tags are left open");
        }

        void End(int key)
        {
            for (var back = 1; back <= Math.Min(LookBack, open.Count); back++)
            {
                if (open[^back] == key)
                {
                    Close(key);
                    return;
                }
                if (!PassedOver.Contains(open[^back]))
                    return;
            }
        }

        void Close(int key)
        {
            if (counts.GetValueOrDefault(key) == 0)
                return;
            int closed;
            do
            {
                closed = open[^1];
                open.RemoveAt(open.Count - 1);
                counts[closed]--;
            }
            while (closed != key);
        }
    }

    static RefusedException TooDeep() => new($"its tags nest deeper than {DepthAllowed} levels");

    /// <summary>Behind the tag's closing bracket, those in quoted attributes passed over.</summary>
    static int EndOfTag(ReadOnlySpan<char> html, int at)
    {
        while (at < html.Length)
        {
            var next = html[at..].IndexOfAny('>', '"', '\'');
            if (next < 0)
                return html.Length;
            at += next;
            if (html[at] == '>')
                return at + 1;
            var isValue = html[..at].TrimEnd().EndsWith('=');
            var quote = isValue ? html[(at + 1)..].IndexOf(html[at]) : 0;
            if (quote < 0)
                return html.Length;
            at += quote + (isValue ? 2 : 1);
        }
        return at;
    }

    static int After(ReadOnlySpan<char> html, int at, string mark)
    {
        if (at >= html.Length)
            return html.Length;
        var found = html[at..].IndexOf(mark, StringComparison.OrdinalIgnoreCase);
        return found < 0 ? html.Length : at + found + (mark[0] == '<' ? 0 : mark.Length);
    }

    static bool Is(ReadOnlySpan<char> name, string other) => name.Equals(other, StringComparison.OrdinalIgnoreCase);

    static bool IsVoid(ReadOnlySpan<char> name) =>
        Is(name, "br") || Is(name, "img") || Is(name, "meta") || Is(name, "link") || Is(name, "input") || Is(name, "hr")
        || Is(name, "source") || Is(name, "col") || Is(name, "wbr") || Is(name, "area") || Is(name, "base")
        || Is(name, "embed") || Is(name, "param") || Is(name, "track");

    /// <summary>What ends the content of elements whose content is no markup.</summary>
    static string? Raw(ReadOnlySpan<char> name) =>
        Is(name, "script") ? "</script" : Is(name, "style") ? "</style" : Is(name, "textarea") ? "</textarea"
        : Is(name, "title") ? "</title" : null;

    /// <summary>Open elements that the tag ends, where no element but the commonest inline ones lies between.</summary>
    static int[] EndedBy(ReadOnlySpan<char> name) =>
        Is(name, "p") || Is(name, "div") || Is(name, "ul") || Is(name, "h2") || Is(name, "h3") || Is(name, "table") ? EndP
        : Is(name, "li") ? EndLi
        : Is(name, "td") || Is(name, "th") ? EndTd
        : Is(name, "tr") ? EndTr
        : Is(name, "dt") || Is(name, "dd") ? EndDt
        : Is(name, "option") ? EndOption
        : Is(name, "a") ? EndA
        : [];

    static int Key(string name) => string.GetHashCode(name, StringComparison.OrdinalIgnoreCase);

    static bool IsFormatting(ReadOnlySpan<char> name) =>
        Is(name, "b") || Is(name, "i") || Is(name, "u") || Is(name, "s") || Is(name, "em") || Is(name, "strong")
        || Is(name, "font") || Is(name, "big") || Is(name, "small") || Is(name, "tt") || Is(name, "code")
        || Is(name, "strike") || Is(name, "nobr");
}
