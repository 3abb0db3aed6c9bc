using Tocsin.Coding;
using Xunit;

namespace Tocsin.Tests.Coding;

/// <summary>Lines of cues and modality that are refused, each with its line and reason.</summary>
public sealed class LexiconFaults : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("tocsin-lexicon-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("say | -1 | speech | that", "\"-1\" is no class.")]
    [InlineData("say | verb,noun | speech | that", "\"verb,noun\" is no class.")]
    [InlineData("say |  | speech | that", "\"\" is no class.")]
    [InlineData("say | verb | +1 | that", "\"+1\" is no kind of voice.")]
    [InlineData("say | verb | speech | 3", "\"3\" is no mark.")]
    public void A_number_or_a_list_is_no_name_of_a_cue(string line, string reason)
    {
        File.WriteAllText(Path.Combine(folder, "cues.txt"), "# cues\n" + line + "\n");

        var fault = Assert.Single(VoiceLexicon.Check(folder));

        Assert.Equal((2, reason), (fault.Line, fault.Reason));
        Assert.Throws<DataFaultException>(() => VoiceLexicon.Load(folder));
    }

    [Theory]
    [InlineData("may | -2 | 0.4 possible | - |")]
    [InlineData("may | modal | 0.4 3 | - |")]
    [InlineData("may | modal | 4 possible | - |")]
    public void A_number_is_no_class_or_status_of_certainty(string line)
    {
        File.WriteAllText(Path.Combine(folder, "modality.txt"), line + "\n");

        Assert.Equal(1, Assert.Single(ModalityLexicon.Check(folder)).Line);
    }
}
