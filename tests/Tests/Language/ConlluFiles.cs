using Tocsin.Language;
using Xunit;

namespace Tocsin.Tests.Language;

public sealed class ConlluFiles
{
    const string Text = """
        # sent_id = 1
        # text = I don't know.
        1	I	I	PRON	PRP	Case=Nom	4	nsubj	4:nsubj	_
        2-3	don't	_	_	_	_	_	_	_	_
        2	do	do	AUX	VBP	_	4	aux	4:aux	_
        3	n't	not	PART	RB	_	4	advmod	4:advmod	_
        4	know	know	VERB	VB	VerbForm=Inf	0	root	0:root	SpaceAfter=No
        4.1	so	so	ADV	RB	_	_	_	4:advmod	CopyOf=4
        5	.	.	PUNCT	.	_	4	punct	4:punct	_

        # sent_id = 2
        1	Silence	silence	NOUN	NN	Number=Sing	0	root	0:root	_


        """;

    [Fact]
    public void What_was_read_is_written_with_comments_ranges_empty_nodes_and_misc()
    {
        var sentences = ConlluReader.Read(new StringReader(Text)).ToList();
        var document = new Document();
        ConlluReader.Fill(sentences, document);
        for (var sentence = 0; sentence < sentences.Count; sentence++)
            Annotate(sentences[sentence], document, sentence);
        var written = new StringWriter();
        for (var sentence = 0; sentence < sentences.Count; sentence++)
            ConlluWriter.Write(written, sentences[sentence], document, sentence);

        Assert.Equal(Text.TrimEnd('\n') + "\n\n", written.ToString());
    }

    [Fact]
    public void A_row_without_ten_fields_is_refused_with_its_line()
    {
        var failure = Assert.Throws<ConlluException>(() => ConlluReader.Read(new StringReader("# x\n1\tone\n\n")).ToList());

        Assert.Contains("line 2", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_word_without_a_form_is_refused_with_its_line()
    {
        var failure = Assert.Throws<ConlluException>(
            () => ConlluReader.Read(new StringReader("1\t\tone\tNUM\tCD\t_\t0\troot\t_\t_\n\n")).ToList());

        Assert.Equal("line 1: the word has no form", failure.Message);
    }

    static void Annotate(ConlluSentence sentence, Document document, int index)
    {
        var (first, _) = document.Sentence(index);
        var token = first;
        foreach (var row in sentence.Words)
        {
            Assert.True(UposNames.TryParse(row.Fields[3], out var upos));
            Assert.True(DeprelNames.TryParse(row.Fields[7], out var deprel));
            document.SetTags(token, upos, row.Fields[4], row.Fields[5]);
            document.SetLemma(token, row.Fields[2]);
            document.SetHead(token, row.Head == 0 ? -1 : first + row.Head - 1, deprel);
            token++;
        }
    }
}
