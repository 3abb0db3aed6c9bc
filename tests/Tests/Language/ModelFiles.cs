using Tocsin.Language;
using Xunit;

namespace Tocsin.Tests.Language;

public sealed class ModelFiles : IDisposable
{
    readonly string path = Path.Combine(Path.GetTempPath(), $"tocsin-{Environment.ProcessId}-{nameof(ModelFiles)}.model");

    public ModelFiles() => ModelFile.Write(path, new ModelHeader(
        "test", "CC0", ["a corpus"], new Dictionary<string, string> { ["LAS"] = "0.8" },
        new Dictionary<string, string[]> { ["tags"] = ["NOUN|NN"] }),
        [("numbers", ModelFile.Bytes<int>([1, -2, 3])), ("words", ModelFile.Bytes(["a", "b"]))]);

    public void Dispose() => File.Delete(path);

    [Fact]
    public void A_file_is_read_as_it_was_written()
    {
        var file = ModelFile.Read(path, "test");

        Assert.Equal([1, -2, 3], file.Section<int>("numbers").ToArray());
        Assert.Equal(["a", "b"], file.Strings("words"));
        Assert.Equal("0.8", file.Header.ScoreCard["LAS"]);
    }

    [Fact]
    public void Every_flipped_bit_is_found()
    {
        var sound = File.ReadAllBytes(path);
        for (var at = 0; at < sound.Length; at++)
        {
            var flipped = (byte[])sound.Clone();
            flipped[at] ^= 1;
            File.WriteAllBytes(path, flipped);
            Assert.Contains(path, Assert.Throws<ModelException>(() => ModelFile.Read(path, "test")).Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Every_truncation_is_found()
    {
        var sound = File.ReadAllBytes(path);
        for (var length = 0; length < sound.Length; length++)
        {
            File.WriteAllBytes(path, sound[..length]);
            Assert.Throws<ModelException>(() => ModelFile.Read(path, "test"));
        }
    }

    [Fact]
    public void A_model_of_another_kind_is_refused_by_name() =>
        Assert.Contains("'test'", Assert.Throws<ModelException>(() => ModelFile.Read(path, "english-fast")).Message, StringComparison.Ordinal);

    [Fact]
    public void A_missing_model_names_its_path() => Assert.Contains(
        "english-accurate.model", Assert.Throws<ModelException>(() => LanguageModel.Load("/nowhere")).Message, StringComparison.Ordinal);
}
