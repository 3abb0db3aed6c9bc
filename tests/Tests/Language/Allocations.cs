using Tocsin.Language;
using Xunit;

namespace Tocsin.Tests.Language;

public sealed class Allocations
{
    const string Text = """
        PRISTINA, March 29 — President Vjosa Osmani told reporters on Monday that Serbia had refused to sign the agreement.

        "We will not sign," Aleksandar Vučić said in Belgrade. NATO sent 400 more soldiers to the north, where men without
        insignia had blocked roads. It was unclear who had sent them; officials feared that weapons had been smuggled in.
        """;

    [Theory]
    [InlineData(Engine.Fast)]
    [InlineData(Engine.Accurate)]
    public async Task A_text_like_one_seen_before_takes_no_memory(Engine engine)
    {
        var analyser = new Analyser(LanguageModel.Load(Path.Combine(Requirements.Root, "models"), engine));
        var document = new Document();
        // The framework's own code allocates here and there until it has been compiled for good.
        var spent = long.MaxValue;
        for (var attempt = 0; attempt < 60 && spent > 0; attempt++)
        {
            for (var round = 0; round < 40; round++)
                analyser.Analyse(Text, document);
            await Task.Delay(100, TestContext.Current.CancellationToken);
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var round = 0; round < 5; round++)
                analyser.Analyse(Text, document);
            spent = GC.GetAllocatedBytesForCurrentThread() - before;
        }
        Assert.Equal(0, spent);
        Assert.True(document.Entities.Count > 3);
    }
}
