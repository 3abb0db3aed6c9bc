using Tocsin.Language;
using Tocsin.Training;
using Xunit;

namespace Tocsin.Tests.Training;

public sealed class MarkedNameFiles : IDisposable
{
    const string Trees = """
        # sent_id = one
        1	Ann	Ann	PROPN	NNP	_	2	nsubj	_	_
        2	left	leave	VERB	VBD	_	0	root	_	_
        3	New	New	ADJ	NNP	_	4	amod	_	_
        4	York	York	PROPN	NNP	_	2	obj	_	_

        # sent_id = two
        1	She	she	PRON	PRP	_	2	nsubj	_	_
        2	slept	sleep	VERB	VBD	_	0	root	_	_

        # sent_id = three
        1	Nobody	nobody	PRON	NN	_	2	nsubj	_	_
        2	read	read	VERB	VBD	_	0	root	_	_


        """;

    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("tocsin-names-");

    public void Dispose() => folder.Delete(recursive: true);

    List<NameSentence> Read(string marks)
    {
        var (trees, names) = (Path.Combine(folder.FullName, "web-train.conllu"), Path.Combine(folder.FullName, "names.tsv"));
        File.WriteAllText(trees, Trees);
        File.WriteAllText(names, marks);
        return [.. MarkedNames.Read("web", "none", trees, names).Documents.SelectMany(document => document)];
    }

    [Fact]
    public void A_sentence_that_was_read_has_names_or_none_and_one_that_was_not_teaches_nothing()
    {
        var sentences = Read("# a comment\none\t0-1 PER\t2-4 LOC\ntwo\n");
        var begin = (EntityType type) => (ushort)(1 << NameModel.Begin(type));
        Assert.Equal(
            [begin(EntityType.Per), NameSentence.OutsideOrMisc, begin(EntityType.Loc), (ushort)(begin(EntityType.Loc) << 1)], sentences[0].Allowed);
        Assert.All(sentences[1].Allowed, allowed => Assert.Equal(NameSentence.OutsideOrMisc, allowed));
        Assert.All(sentences[2].Allowed, allowed => Assert.Equal(NameSentence.Any, allowed));
    }

    [Theory]
    [InlineData("one\t0-9 PER\n", ":1: words 0-9 of 4")]
    [InlineData("two\none\tAnn\n", ":2: 'Ann' is not FIRST-END TYPE")]
    [InlineData("one\t0-1 SHIP\n", ":1: '0-1 SHIP' is not")]
    [InlineData("one\none\n", ":2: sentence 'one' comes twice")]
    [InlineData("four\n", "has no sentence 'four'")]
    public void A_fault_is_named_with_file_line_and_reason(string marks, string reason) =>
        Assert.Contains(reason, Assert.Throws<InvalidDataException>(() => Read(marks)).Message, StringComparison.Ordinal);
}
