using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Tocsin.Events;

namespace Tocsin.News;

/// <summary>Identity from content: the same text under the same title of the same outlet and moment is the same story.</summary>
public static class StoryIdentity
{
    const int HexDigits = 32;

    /// <summary>The story with the id that its outlet, title, text and publication give it.</summary>
    public static Story Identified(this Story story) => story with { Id = Of(story) };

    /// <summary>128 bits of SHA-256 in hex; fields are prefixed by their lengths so that none can pose as another.</summary>
    public static string Of(Story story)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(hash, story.Outlet);
        Add(hash, story.Title);
        Add(hash, story.Text);
        Add(hash, story.PublishedAt?.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture));
        return Convert.ToHexStringLower(hash.GetHashAndReset())[..HexDigits];
    }

    static void Add(IncrementalHash hash, string? field)
    {
        var bytes = Encoding.UTF8.GetBytes(field ?? "");
        Span<byte> length = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(length, field is null ? -1 : bytes.Length);
        hash.AppendData(length);
        hash.AppendData(bytes);
    }
}
