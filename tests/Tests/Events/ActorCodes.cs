using Tocsin.Events;
using Xunit;

namespace Tocsin.Tests.Events;

public sealed class ActorCodes
{
    [Theory]
    [InlineData("RUS", "RUS", null)]
    [InlineData("RUS:MIL", "RUS", "MIL")]
    [InlineData("IGO:NATO", null, "NATO")]
    [InlineData("UAF:WAGNER", null, "WAGNER")]
    [InlineData("XKX:ETH:SERB", "XKX", "ETH:SERB")]
    public void A_sound_code_tells_country_and_sector(string text, string? country, string? sector)
    {
        Assert.True(ActorCode.TryParse(text, out var code));
        Assert.Equal(country, code.Country);
        Assert.Equal(sector, code.Sector);
        Assert.Equal(text, code.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("rus")]
    [InlineData("RUSS")]
    [InlineData("RUS:")]
    [InlineData("IGO")]
    [InlineData("RUS MIL")]
    public void An_unsound_code_is_refused(string? text) => Assert.False(ActorCode.TryParse(text, out _));

    [Fact]
    public void The_default_is_an_open_actor()
    {
        Assert.True(default(ActorCode).IsOpen);
        Assert.Null(default(ActorCode).Country);
        Assert.Equal("---", default(ActorCode).ToString());
    }

    [Fact]
    public void Every_event_type_is_read_as_it_is_written()
    {
        foreach (var type in EventTypes.All)
        {
            Assert.True(EventTypes.TryParse(type.Code(), out var read));
            Assert.Equal(type, read);
        }
    }
}
