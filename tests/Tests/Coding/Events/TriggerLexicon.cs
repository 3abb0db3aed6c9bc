using Tocsin.Coding;
using Tocsin.Events;
using Xunit;

namespace Tocsin.Tests.Coding;

public sealed class TriggerLexicon
{
    static readonly string[] WordLists = ["light-verbs", "sport", "accidents", "remembrance", "motives", "partitives"];

    [Fact]
    public void The_shipped_lexicon_is_sound_and_large()
    {
        Assert.Empty(Codebook.Check(Repository.Path("data", "codebook")));
        Assert.True(Codebook.Load(Repository.Path("data", "codebook")).Count >= 2000);
    }

    [Fact]
    public void Every_type_and_every_mode_has_a_trigger()
    {
        var faults = new List<DataFault>();
        var triggers = new TriggerFile(Repository.Path("data", "codebook"), faults).Read();
        var told = triggers.Where(trigger => !trigger.IsBlocker).Select(trigger => trigger.Meaning).ToList();
        Assert.Empty(faults);
        foreach (var type in EventTypes.All)
        {
            Assert.Contains(told, meaning => meaning.Type == type);
            foreach (var mode in EventMode.Of(type))
                Assert.True(told.Exists(meaning => meaning.Type == type && meaning.Mode == mode), $"{type} {mode} has no trigger.");
        }
    }

    [Theory]
    [InlineData("strike | v | STRIKE | | | 190 | subj>obj |", "STRIKE")]
    [InlineData("strike | x | ASSAULT | | | 190 | subj>obj |", "part of speech")]
    [InlineData("strike | v | ASSAULT | nuclear | | 190 | subj>obj |", "nuclear")]
    [InlineData("strike | v | ASSAULT | | weather | 190 | subj>obj |", "weather")]
    [InlineData("strike | v | ASSAULT | | | 19x | subj>obj |", "19x")]
    [InlineData("strike | v | ASSAULT | | | 190 | subj obj |", "frame")]
    [InlineData("strike | v | ASSAULT | | | 190 | subj>obj | on-monday", "on-monday")]
    [InlineData("strike | v | ASSAULT | | | 190 | subj>obj | obj=", "obj")]
    [InlineData("strike | v | ASSAULT | | | 190 | subj>obj | obj=@fruit", "@fruit")]
    [InlineData("strike | v | ASSAULT | | | 190 | subj>obj | in=park; in=garden", "twice")]
    [InlineData("strike | v | ASSAULT | | | 190 |", "columns")]
    [InlineData(" | v | ASSAULT | | | 190 | subj>obj |", "no word")]
    public void An_unsound_line_is_named_with_file_line_and_reason(string line, string reason)
    {
        var fault = Assert.Single(FaultsOf("# a comment\n" + line + "\n"));
        Assert.EndsWith("triggers.txt", fault.File, StringComparison.Ordinal);
        Assert.Equal(2, fault.Line);
        Assert.Contains(reason, fault.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_entries_that_contradict_are_a_fault()
    {
        var fault = Assert.Single(FaultsOf("""
            strike | v | ASSAULT | | | 190 | subj>obj | no-sport
            strike | v | PROTEST | strike | | 143 | subj>against | no-sport
            """));
        Assert.Equal(2, fault.Line);
        Assert.Contains("twice", fault.Reason, StringComparison.Ordinal);
    }

    static IReadOnlyList<DataFault> FaultsOf(string triggers)
    {
        var folder = Directory.CreateTempSubdirectory("tocsin-lexicon-");
        try
        {
            File.WriteAllText(Path.Combine(folder.FullName, "triggers.txt"), triggers);
            File.WriteAllText(Path.Combine(folder.FullName, "classes.txt"), "weapon | gun; rifle\n");
            foreach (var list in WordLists)
                File.WriteAllText(Path.Combine(folder.FullName, list + ".txt"), "word\n");
            return Codebook.Check(folder.FullName);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
