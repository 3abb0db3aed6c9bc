using System.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace Tocsin.Warning;

/// <summary>One pack file: its tree, if it is YAML of the plain kind that packs use, and its faults.</summary>
sealed class PackFile(string folder, string path)
{
    const int LargestFile = 4 << 20;

    const int DeepestNesting = 24;

    readonly List<PackFault> faults = [];

    /// <summary>Path below the data folder.</summary>
    public string Name { get; } = Path.GetRelativePath(folder, path).Replace('\\', '/');

    public IReadOnlyList<PackFault> Faults => faults;

    public void Fault(int line, string reason) => faults.Add(new PackFault(Name, line, reason));

    public void Fault(YamlNode node, string reason) => Fault(LineOf(node), reason);

    public static int LineOf(YamlNode node) => (int)node.Start.Line;

    /// <summary>The mapping at the top, or null with a fault.</summary>
    public YamlMappingNode? Open()
    {
        try
        {
            var text = ReadText();
            return text is null || !IsPlain(text) ? null : Parse(text);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            Fault(0, $"cannot be read: {failure.Message}");
        }
        catch (YamlException failure)
        {
            Fault((int)failure.Start.Line, $"is not YAML: {OneLine(failure.InnerException?.Message ?? failure.Message)}");
        }
        catch (Exception failure) when (failure is InvalidOperationException or ArgumentException or FormatException
            or OverflowException)
        {
            Fault(0, $"is not YAML: {OneLine(failure.Message)}");
        }
        return null;
    }

    string? ReadText()
    {
        if (new FileInfo(path).Length > LargestFile)
        {
            Fault(0, $"is larger than {LargestFile >> 20} MiB");
            return null;
        }
        try
        {
            var text = new UTF8Encoding(false, true).GetString(File.ReadAllBytes(path)).TrimStart('\uFEFF');
            if (!string.IsNullOrWhiteSpace(text))
                return text;
            Fault(0, "is empty");
        }
        catch (DecoderFallbackException)
        {
            Fault(0, "is not UTF-8 text");
        }
        return null;
    }

    // Looks at the events first: building the tree recurses, and a deep nest would overflow the stack.
    bool IsPlain(string text)
    {
        var parser = new Parser(new StringReader(text));
        var depth = 0;
        var documents = 0;
        while (parser.MoveNext())
        {
            var current = parser.Current!;
            var line = (int)current.Start.Line;
            depth += current.NestingIncrease;
            if (current is DocumentStart && ++documents > 1)
            {
                Fault(line, "holds more than one YAML document");
                return false;
            }
            if (depth > DeepestNesting)
            {
                Fault(line, $"is nested more than {DeepestNesting} deep");
                return false;
            }
            if (current is AnchorAlias or NodeEvent { Anchor.IsEmpty: false })
            {
                Fault(line, "uses an anchor or alias: packs spell everything out");
                return false;
            }
        }
        return true;
    }

    YamlMappingNode? Parse(string text)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(text));
        if (stream.Documents.Count == 1 && stream.Documents[0].RootNode is YamlMappingNode map)
            return map;
        Fault(stream.Documents.Count == 0 ? 0 : LineOf(stream.Documents[0].RootNode), stream.Documents.Count == 0
            ? "is empty" : "is not a pack: the top must be 'key: value' lines");
        return null;
    }

    static string OneLine(string text) => text.ReplaceLineEndings(" ");
}
