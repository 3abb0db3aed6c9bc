using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace Tocsin.Language;

/// <summary>What a model file says of itself.</summary>
/// <param name="Kind">What reads it: "english-fast", "english-names", …</param>
/// <param name="Corpora">What it was trained on, with licences.</param>
/// <param name="ScoreCard">Figures measured when it was written.</param>
public sealed record ModelHeader(
    string Kind, string Licence, IReadOnlyList<string> Corpora, IReadOnlyDictionary<string, string> ScoreCard,
    IReadOnlyDictionary<string, string[]> Labels);

/// <summary>
/// A model file: magic, version, header as JSON, named sections of numbers, and a checksum over everything before it.
/// Little-endian throughout.
/// </summary>
public sealed class ModelFile
{
    const ulong Magic = 0x4c45444f4d534354; // "TCSMODEL"
    const int Version = 1;

    readonly byte[] bytes;
    readonly Dictionary<string, (int Offset, int Length)> sections;

    ModelFile(byte[] bytes, ModelHeader header, Dictionary<string, (int Offset, int Length)> sections)
    {
        this.bytes = bytes;
        Header = header;
        this.sections = sections;
    }

    public ModelHeader Header { get; }

    /// <summary>Reads and checks a file.</summary>
    /// <exception cref="ModelException">Missing, truncated, changed, of another version or another kind.</exception>
    public static ModelFile Read(string path, string kind)
    {
        if (!BitConverter.IsLittleEndian)
            throw new ModelException("Model files are little-endian, and this machine is not.");
        byte[] bytes;
        try
        {
            bytes = File.ReadAllBytes(path);
        }
        catch (IOException failure)
        {
            throw new ModelException($"The model {path} cannot be read: {failure.Message}", failure);
        }
        var span = bytes.AsSpan();
        if (bytes.Length < 28 || BinaryPrimitives.ReadUInt64LittleEndian(span) != Magic)
            throw new ModelException($"{path} is no model file.");
        var version = BinaryPrimitives.ReadInt32LittleEndian(span[8..]);
        if (version != Version)
            throw new ModelException($"The model {path} has format version {version}; this program reads {Version}.");
        if (BinaryPrimitives.ReadUInt64LittleEndian(span[^8..]) != Checksum(span[..^8]))
            throw new ModelException($"The model {path} is damaged: its checksum does not agree (truncated or changed).");
        try
        {
            var headerLength = BinaryPrimitives.ReadInt32LittleEndian(span[12..]);
            var stored = JsonSerializer.Deserialize(span.Slice(16, headerLength), ModelJson.Default.StoredHeader)!;
            var sections = new Dictionary<string, (int, int)>(StringComparer.Ordinal);
            var offset = Aligned(16 + headerLength);
            foreach (var (name, length) in stored.Sections)
            {
                sections[name] = (offset, length);
                offset = Aligned(offset + length);
            }
            if (stored.Header.Kind != kind)
                throw new ModelException($"{path} is a model of kind '{stored.Header.Kind}', not '{kind}'.");
            return new ModelFile(bytes, stored.Header, sections);
        }
        catch (Exception failure) when (failure is JsonException or ArgumentException or NullReferenceException)
        {
            throw new ModelException($"The model {path} has an unsound header: {failure.Message}", failure);
        }
    }

    /// <summary>A section as numbers; a view, no copy.</summary>
    public ReadOnlySpan<T> Section<T>(string name)
        where T : unmanaged
    {
        if (!sections.TryGetValue(name, out var section))
            throw new ModelException($"The model '{Header.Kind}' lacks the section '{name}': it was written by another version.");
        var (offset, length) = section;
        return MemoryMarshal.Cast<byte, T>(bytes.AsSpan(offset, length));
    }

    public bool Has(string name) => sections.ContainsKey(name);

    /// <summary>A section of strings, each ended by a line feed.</summary>
    public string[] Strings(string name)
    {
        var text = Encoding.UTF8.GetString(Section<byte>(name));
        return text.Length == 0 ? [] : text[..^1].Split('\n');
    }

    /// <summary>Writes a model file.</summary>
    public static void Write(string path, ModelHeader header, IReadOnlyList<(string Name, byte[] Bytes)> sections)
    {
        var stored = new StoredHeader(header, sections.ToDictionary(section => section.Name, section => section.Bytes.Length));
        var json = JsonSerializer.SerializeToUtf8Bytes(stored, ModelJson.Default.StoredHeader);
        using var stream = new MemoryStream();
        stream.Write(BitConverter.GetBytes(Magic));
        stream.Write(BitConverter.GetBytes(Version));
        stream.Write(BitConverter.GetBytes(json.Length));
        stream.Write(json);
        foreach (var (_, content) in sections)
        {
            while (stream.Length != Aligned((int)stream.Length))
                stream.WriteByte(0);
            stream.Write(content);
        }
        while (stream.Length != Aligned((int)stream.Length))
            stream.WriteByte(0);
        stream.Write(BitConverter.GetBytes(Checksum(stream.ToArray())));
        File.WriteAllBytes(path, stream.ToArray());
    }

    public static byte[] Bytes<T>(ReadOnlySpan<T> numbers)
        where T : unmanaged => MemoryMarshal.AsBytes(numbers).ToArray();

    public static byte[] Bytes(IEnumerable<string> strings) =>
        Encoding.UTF8.GetBytes(string.Concat(strings.Select(text => text + "\n")));

    static int Aligned(int offset) => (offset + 7) & ~7;

    /// <summary>Four interleaved multiply-and-rotate lanes: not secret, but no flipped bit or cut passes.</summary>
    static ulong Checksum(ReadOnlySpan<byte> content)
    {
        const ulong Prime = 0x9e3779b97f4a7c15;
        ulong a = 1, b = 2, c = 3, d = (ulong)content.Length;
        var words = MemoryMarshal.Cast<byte, ulong>(content);
        var i = 0;
        for (; i + 4 <= words.Length; i += 4)
        {
            a = ulong.RotateLeft((a ^ words[i]) * Prime, 29);
            b = ulong.RotateLeft((b ^ words[i + 1]) * Prime, 29);
            c = ulong.RotateLeft((c ^ words[i + 2]) * Prime, 29);
            d = ulong.RotateLeft((d ^ words[i + 3]) * Prime, 29);
        }
        for (; i < words.Length; i++)
            a = ulong.RotateLeft((a ^ words[i]) * Prime, 29);
        foreach (var rest in content[(words.Length * 8)..])
            a = ulong.RotateLeft((a ^ rest) * Prime, 29);
        return ((a * Prime) ^ b) * Prime ^ (c * Prime) ^ ulong.RotateLeft(d, 17);
    }
}

/// <summary>The header as it is stored: sections by name with their length in bytes, in order.</summary>
sealed record StoredHeader(ModelHeader Header, Dictionary<string, int> Sections);

[System.Text.Json.Serialization.JsonSerializable(typeof(StoredHeader))]
sealed partial class ModelJson : System.Text.Json.Serialization.JsonSerializerContext;
