using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace Tocsin.Coding;

/// <summary>A place for the table; <paramref name="Region"/> is a number of the region list, −1 for none.</summary>
public sealed record PlaceRow(
    int Id, string Name, IReadOnlyCollection<string> Names, string Country, int Region, double Latitude,
    double Longitude, int Population, PlaceKind Kind);

/// <summary>A first-level division, the middle of its places; its code is country, dot, GeoNames' code.</summary>
public sealed record RegionRow(string Code, double Latitude, double Longitude);

/// <summary>The model file of places is missing, cut off or damaged; the message names path and reason.</summary>
public sealed class PlaceTableException(string message) : Exception(message);

/// <summary>
/// Populated places of the world in one block of bytes, read in one go and used where it lies. Places are ordered by
/// falling population, so that a lower number is the larger place.
/// </summary>
/// <remarks>
/// Little-endian: magic and version, place, key and region counts, bytes of names, checksum of what follows; then the
/// columns. A name's key is 48 bits of <see cref="PlaceName"/>: 16 choose the bucket, 32 are compared.
/// </remarks>
public sealed class PlaceTable
{
    const ulong Magic = 0x31304C5043534F54;
    const int HeaderBytes = 32;
    const int Buckets = 1 << 16;
    const int RegionCodeBytes = 12;

    readonly byte[] bytes;
    readonly int places;
    readonly int keys;
    readonly int nameBytes;
    readonly int[] offsets;

    PlaceTable(byte[] bytes, int places, int keys, int regions, int nameBytes)
    {
        (this.bytes, this.places, this.keys, this.nameBytes) = (bytes, places, keys, nameBytes);
        offsets = Offsets(places, keys, regions, nameBytes);
        Regions = ReadRegions(regions);
    }

    enum Column
    {
        Ids,
        Latitudes,
        Longitudes,
        Populations,
        NameStarts,
        BucketStarts,
        Rests,
        Owners,
        RegionLatitudes,
        RegionLongitudes,
        Countries,
        RegionOf,
        Kinds,
        RegionCodes,
        Names,
        End,
    }

    public int Count => places;

    public IReadOnlyList<RegionRow> Regions { get; }

    /// <summary>Reads a table.</summary>
    /// <exception cref="PlaceTableException">The file is missing, of another version, cut off or damaged.</exception>
    public static PlaceTable Load(string path)
    {
        if (!File.Exists(path))
            throw new PlaceTableException($"{path}: the table of places is missing.");
        var bytes = File.ReadAllBytes(path);
        if (bytes.Length < HeaderBytes || BinaryPrimitives.ReadUInt64LittleEndian(bytes) != Magic)
            throw new PlaceTableException($"{path}: this is no table of places of the version that is read here.");
        var counts = MemoryMarshal.Cast<byte, int>(bytes.AsSpan(8, 16));
        var (places, keys, regions, names) = (counts[0], counts[1], counts[2], counts[3]);
        if (places < 0 || keys < 0 || regions < 0 || names < 0
            || (places * 25L) + (keys * 8L) + names > bytes.Length
            || Offsets(places, keys, regions, names)[(int)Column.End] != bytes.Length)
            throw new PlaceTableException($"{path}: the file is cut off or too long.");
        if (Checksum(bytes) != BinaryPrimitives.ReadUInt64LittleEndian(bytes.AsSpan(24)))
            throw new PlaceTableException($"{path}: the file is damaged, its checksum does not agree.");
        return new PlaceTable(bytes, places, keys, regions, names);
    }

    /// <summary>Numbers of the places of a name, the largest first.</summary>
    internal ReadOnlySpan<int> Find(ulong key)
    {
        var bucket = (int)(key >> 48);
        var rest = unchecked((uint)(key >> 16));
        var starts = Ints(Column.BucketStarts, Buckets + 1);
        var rests = MemoryMarshal.Cast<byte, uint>(Bytes(Column.Rests, keys * 4));
        var (low, end) = (starts[bucket], starts[bucket + 1]);
        while (low < end && rests[low] < rest)
            low++;
        var high = low;
        while (high < end && rests[high] == rest)
            high++;
        return Ints(Column.Owners, keys)[low..high];
    }

    public int Id(int place) => Ints(Column.Ids, places)[place];

    public int Population(int place) => Ints(Column.Populations, places)[place];

    public PlaceKind Kind(int place) => (PlaceKind)Bytes(Column.Kinds, places)[place];

    /// <summary>Number of the place's region, −1 where none is given.</summary>
    public int Region(int place) => MemoryMarshal.Cast<byte, short>(Bytes(Column.RegionOf, places * 2))[place];

    public string Country(int place) =>
        Encoding.ASCII.GetString(Bytes(Column.Countries, places * 2).Slice(place * 2, 2));

    public bool IsIn(int place, string country)
    {
        var code = Bytes(Column.Countries, places * 2).Slice(place * 2, 2);
        return country.Length == 2 && code[0] == country[0] && code[1] == country[1];
    }

    public (double Latitude, double Longitude) Point(int place) =>
        (Floats(Column.Latitudes, places)[place], Floats(Column.Longitudes, places)[place]);

    public string Name(int place)
    {
        var starts = Ints(Column.NameStarts, places + 1);
        return Encoding.UTF8.GetString(Bytes(Column.Names, nameBytes)[starts[place]..starts[place + 1]]);
    }

    /// <summary>Writes a table; the same rows give the same bytes.</summary>
    public static void Write(string path, IReadOnlyList<PlaceRow> rows, IReadOnlyList<RegionRow> regions)
    {
        var ordered = rows.OrderByDescending(row => row.Population).ThenBy(row => row.Id).ToArray();
        var keyed = ordered
            .SelectMany((row, place) => row.Names.Append(row.Name).Select(name => (PlaceName.KeyOf(name) >> 16, place)))
            .Distinct().Order().ToArray();
        var names = ordered.Select(row => Encoding.UTF8.GetBytes(row.Name)).ToArray();
        var nameBytes = names.Sum(name => name.Length);
        var offsets = Offsets(ordered.Length, keyed.Length, regions.Count, nameBytes);
        var bytes = new byte[offsets[(int)Column.End]];
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, Magic);
        int[] counts = [ordered.Length, keyed.Length, regions.Count, nameBytes];
        MemoryMarshal.AsBytes(counts.AsSpan()).CopyTo(bytes.AsSpan(8));
        Span<T> At<T>(Column column, int length) where T : struct =>
            MemoryMarshal.Cast<byte, T>(bytes.AsSpan(offsets[(int)column]))[..length];
        var nameAt = 0;
        for (var i = 0; i < ordered.Length; i++)
        {
            var row = ordered[i];
            At<int>(Column.Ids, ordered.Length)[i] = row.Id;
            At<float>(Column.Latitudes, ordered.Length)[i] = (float)row.Latitude;
            At<float>(Column.Longitudes, ordered.Length)[i] = (float)row.Longitude;
            At<int>(Column.Populations, ordered.Length)[i] = row.Population;
            At<short>(Column.RegionOf, ordered.Length)[i] = (short)row.Region;
            At<byte>(Column.Kinds, ordered.Length)[i] = (byte)row.Kind;
            Encoding.ASCII.GetBytes(row.Country).CopyTo(At<byte>(Column.Countries, ordered.Length * 2)[(i * 2)..]);
            At<int>(Column.NameStarts, ordered.Length + 1)[i] = nameAt;
            names[i].CopyTo(At<byte>(Column.Names, nameBytes)[nameAt..]);
            nameAt += names[i].Length;
        }
        At<int>(Column.NameStarts, ordered.Length + 1)[ordered.Length] = nameAt;
        var starts = At<int>(Column.BucketStarts, Buckets + 1);
        for (var i = 0; i < keyed.Length; i++)
        {
            var (key, place) = keyed[i];
            starts[(int)(key >> 32) + 1]++;
            At<uint>(Column.Rests, keyed.Length)[i] = (uint)(key & uint.MaxValue);
            At<int>(Column.Owners, keyed.Length)[i] = place;
        }
        for (var bucket = 0; bucket < Buckets; bucket++)
            starts[bucket + 1] += starts[bucket];
        for (var i = 0; i < regions.Count; i++)
        {
            At<float>(Column.RegionLatitudes, regions.Count)[i] = (float)regions[i].Latitude;
            At<float>(Column.RegionLongitudes, regions.Count)[i] = (float)regions[i].Longitude;
            var codes = At<byte>(Column.RegionCodes, regions.Count * RegionCodeBytes);
            Encoding.ASCII.GetBytes(regions[i].Code.PadRight(RegionCodeBytes)).CopyTo(codes[(i * RegionCodeBytes)..]);
        }
        BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(24), Checksum(bytes));
        File.WriteAllBytes(path, bytes);
    }

    static int[] Offsets(int places, int keys, int regions, int nameBytes)
    {
        ReadOnlySpan<int> lengths =
        [
            places * 4, places * 4, places * 4, places * 4, (places + 1) * 4, (Buckets + 1) * 4, keys * 4, keys * 4,
            regions * 4, regions * 4, places * 2, places * 2, places, regions * RegionCodeBytes, nameBytes,
        ];
        var offsets = new int[lengths.Length + 1];
        offsets[0] = HeaderBytes;
        for (var i = 0; i < lengths.Length; i++)
            offsets[i + 1] = offsets[i] + lengths[i];
        return offsets;
    }

    /// <summary>FNV-1a over eight bytes at a time, the rest one by one.</summary>
    static ulong Checksum(ReadOnlySpan<byte> bytes)
    {
        var body = bytes[HeaderBytes..];
        var hash = 14695981039346656037UL;
        unchecked
        {
            foreach (var word in MemoryMarshal.Cast<byte, ulong>(body))
                hash = (hash ^ word) * 1099511628211;
            foreach (var one in body[(body.Length / 8 * 8)..])
                hash = (hash ^ one) * 1099511628211;
        }
        return hash;
    }

    RegionRow[] ReadRegions(int regions)
    {
        var rows = new RegionRow[regions];
        for (var i = 0; i < regions; i++)
        {
            var code = Bytes(Column.RegionCodes, regions * RegionCodeBytes).Slice(i * RegionCodeBytes, RegionCodeBytes);
            rows[i] = new RegionRow(
                Encoding.ASCII.GetString(code).TrimEnd(),
                Floats(Column.RegionLatitudes, regions)[i], Floats(Column.RegionLongitudes, regions)[i]);
        }
        return rows;
    }

    ReadOnlySpan<byte> Bytes(Column column, int length) => bytes.AsSpan(offsets[(int)column], length);

    ReadOnlySpan<int> Ints(Column column, int length) => MemoryMarshal.Cast<byte, int>(Bytes(column, length * 4));

    ReadOnlySpan<float> Floats(Column column, int length) => MemoryMarshal.Cast<byte, float>(Bytes(column, length * 4));
}
