using Tocsin.Warning;
using Xunit;

namespace Tocsin.Tests.Warning;

public sealed class PackDocumentation
{
    [Fact]
    public void Every_key_of_every_pack_is_documented()
    {
        var text = File.ReadAllText(Repository.Path("docs", "packs.md"));
        string[][] kinds =
        [
            SignReader.FileKeys, SignReader.Keys, PlaybookReader.FileKeys, PlaybookReader.StepKeys,
            ProblemReader.FileKeys, ProblemReader.IndicatorKeys, ProblemReader.HypothesisKeys, ProblemReader.LeadKeys,
            ProblemReader.DyadKeys, ProblemReader.AreaKeys, ProblemReader.BoxKeys, AgreementReader.FileKeys,
            AgreementReader.AcceptanceKeys, AgreementReader.ClauseKeys, AgreementReader.StatementKeys,
            PredicateReader.Keys, PredicateReader.LookingKeys, PackParts.ReferenceKeys, PackParts.PlayerKeys,
        ];
        Assert.Equal([], kinds.SelectMany(keys => keys).Distinct().Where(key =>
            !text.Contains($"`{key}`", StringComparison.Ordinal)
            && !text.Contains($"{{{key},", StringComparison.Ordinal)
            && !text.Contains($" {key},", StringComparison.Ordinal)
            && !text.Contains($", {key}}}", StringComparison.Ordinal)));
    }

    [Fact]
    public void Three_playbooks_do_leave_every_ratio_wide_open()
    {
        var packs = Packs.Load(Repository.Path("data")).Packs;
        Assert.Equal(3, packs.Playbooks.Count);
        Assert.All(packs.Ratios.Values, ratio => Assert.True(ratio.IfSeen.High / ratio.IfSeen.Low > 10, ratio.ToString()));
    }
}
