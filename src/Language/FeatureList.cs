using System.Runtime.CompilerServices;

namespace Tocsin.Language;

/// <summary>
/// Features of a table in the order of their slots, stored as differences of seven bits a byte: two bytes a feature
/// instead of four, and a table filled in memory order.
/// </summary>
static class FeatureList
{
    const uint Odd = 0x9e3779b1;

    /// <summary>A one-to-one scatter of features; a table's slot is its highest bits.</summary>
    public static uint Order(uint feature) => feature * Odd;

    /// <param name="features">Sorted by <see cref="Order"/>, none twice.</param>
    public static byte[] Write(IEnumerable<uint> features)
    {
        var bytes = new List<byte>();
        var last = 0u;
        foreach (var feature in features)
        {
            var order = Order(feature);
            var difference = order - last;
            last = order;
            while (difference >= 128)
            {
                bytes.Add((byte)(difference | 128));
                difference >>= 7;
            }
            bytes.Add((byte)difference);
        }
        return [.. bytes];
    }

    /// <summary>Reads the orders of <paramref name="count"/> features.</summary>
    /// <exception cref="ModelException">The bytes hold another number of features.</exception>
    public static uint[] ReadOrders(ReadOnlySpan<byte> bytes, int count)
    {
        var orders = new uint[count];
        var reader = new Reader(bytes);
        for (var i = 0; i < orders.Length; i++)
            orders[i] = reader.Next();
        reader.End(count);
        return orders;
    }

    /// <summary>Reads orders one by one, each no smaller than the last.</summary>
    public ref struct Reader(ReadOnlySpan<byte> bytes)
    {
        readonly ReadOnlySpan<byte> bytes = bytes;
        int at;
        uint last;

        /// <summary>The next feature's order; the last one again past the end, which <see cref="End"/> finds out.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public uint Next()
        {
            if ((uint)at < (uint)bytes.Length && bytes[at] is < 128 and var small)
            {
                at++;
                return last += small;
            }
            return NextLong();
        }

        /// <exception cref="ModelException">The bytes hold more or fewer features than were read.</exception>
        public readonly void End(int count)
        {
            if (at != bytes.Length)
                throw new ModelException($"A table of the model should have {count} features and has another number.");
        }

        uint NextLong()
        {
            var difference = 0u;
            for (var shift = 0; ; shift += 7)
            {
                if (at >= bytes.Length)
                {
                    at = bytes.Length + 1;
                    return last;
                }
                var next = bytes[at++];
                difference |= (next & 127u) << shift;
                if (next < 128)
                    return last += difference;
            }
        }
    }
}

/// <summary>
/// Weights in eight bits, as a signed square root: weak weights, the many, are kept finely, strong ones roughly.
/// </summary>
static class WeightCode
{
    public static sbyte Of(double weight) =>
        (sbyte)Math.Clamp(Math.Round(Math.CopySign(Math.Sqrt(Math.Abs(weight)), weight)), -127, 127);

    public static short Value(sbyte code) => (short)(code < 0 ? -(code * code) : code * code);
}
