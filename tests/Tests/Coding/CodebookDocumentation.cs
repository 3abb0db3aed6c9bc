using System.Text.RegularExpressions;
using Tocsin.Events;
using Xunit;

namespace Tocsin.Tests.Coding;

public sealed class CodebookDocumentation
{
    static readonly string Text = File.ReadAllText(Repository.Path("docs", "codebook.md"));

    [Fact]
    public void Every_type_of_the_vocabulary_and_every_member_of_its_enums_is_documented()
    {
        var types = typeof(EventType).Assembly.GetExportedTypes();
        var members = types.Where(type => type.IsEnum).SelectMany(Enum.GetNames)
            .Select(name => Regex.Replace(name, "(?<=[a-z])(?=[A-Z])", "-"));
        Assert.Equal([], types.Select(type => type.Name).Concat(members).Where(IsMissing));
    }

    [Fact]
    public void Every_mode_context_and_sector_is_documented() =>
        Assert.Equal([], EventTypes.All.SelectMany(EventMode.Of).Concat(EventContext.All).Concat(ActorCode.Sectors)
            .Where(IsMissing));

    static bool IsMissing(string name) => !Text.Contains($"`{name}`", StringComparison.OrdinalIgnoreCase);
}
