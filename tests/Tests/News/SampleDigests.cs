using Tocsin.News;
using Xunit;

namespace Tocsin.Tests.News;

public sealed class SampleDigests
{
    [Fact]
    public async Task Every_digest_of_the_sample_case_is_read_as_reconstructed_with_its_sources()
    {
        var reader = new StoryReader(TimeProvider.System, ReadLimits.Default);
        var count = 0;
        await foreach (var item in reader.Read(
            [Repository.Path("data", "cases", "north-kosovo", "digests")], TestContext.Current.CancellationToken))
        {
            Assert.True(item is ReadStory, $"{item.Path}: {(item as RefusedItem)?.Reason}");
            var read = (ReadStory)item;
            Assert.True(read.Story.Reconstructed);
            Assert.NotEmpty(read.Story.References);
            Assert.Equal(read.Story.PublishedAt, read.ArrivedAt);
            count++;
        }
        Assert.True(count >= 30, $"{count} digests");
    }
}
