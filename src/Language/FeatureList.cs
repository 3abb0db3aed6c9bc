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
        int at = 0, read = 0;
        var last = 0u;
        while (at < bytes.Length && read < count)
        {
            var difference = 0u;
            var shift = 0;
            byte next;
            do
            {
                next = bytes[at++];
                difference |= (next & 127u) << shift;
                shift += 7;
            }
            while (next >= 128 && at < bytes.Length);
            last += difference;
            orders[read++] = last;
        }
        return at == bytes.Length && read == count
            ? orders
            : throw new ModelException($"A table of the model should have {count} features and has {read}.");
    }
}

/// <summary>
/// Weights in eight bits, as a signed square root: weak weights, the many, are kept finely, strong ones roughly.
/// </summary>
static class WeightCode
{
    public static sbyte Of(double weight) =>
        (sbyte)Math.Clamp(Math.Round(Math.CopySign(Math.Sqrt(Math.Abs(weight)), weight)), -127, 127);

    public static short Value(sbyte code) => (short)(code * Math.Abs((int)code));
}
