using Tocsin.Language;
using Xunit;

namespace Tocsin.Tests.Language;

public sealed class NumberTables
{
    [Fact]
    public void What_is_known_is_found_and_nothing_else()
    {
        var keys = Enumerable.Range(1, 500).Select(number => FeatureHash.Of(9, (uint)number)).Distinct().ToArray();
        var choices = keys.Select((_, index) => (ushort)(index % 51)).ToArray();

        var table = NumberTable.Build(keys, choices);

        for (var i = 0; i < keys.Length; i++)
            Assert.Equal(choices[i], table.Of(keys[i]));
        for (var number = 1u; number < 500; number++)
            Assert.Equal(-1, table.Of(FeatureHash.Of(10, number)));
    }

    [Fact]
    public void Nothing_is_known_in_an_empty_table() =>
        Assert.Equal(-1, NumberTable.Empty.Of(FeatureHash.Of(9, 1)));
}
