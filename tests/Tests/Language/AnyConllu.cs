using System.Diagnostics;
using System.Globalization;
using System.Text;
using Tocsin.Language;
using Xunit;

namespace Tocsin.Tests.Language;

/// <summary>
/// Whatever a CoNLL-U file holds, it is read or refused with its line, and what was read can be analysed and written. A few
/// seconds in the suite; <c>TOCSIN_FUZZ_SECONDS=600</c> makes it a hunt.
/// </summary>
public sealed class AnyConllu
{
    const string Sound = """
        # sent_id = 1
        # text = The troops don't leave Mitrovica.
        1	The	the	DET	DT	_	2	det	_	_
        2	troops	troops	NOUN	NNS	_	5	nsubj	_	_
        3-4	don't	_	_	_	_	_	_	_	_
        3	do	do	AUX	VBP	_	5	aux	_	_
        4	n't	not	PART	RB	_	5	advmod	_	_
        5	leave	leave	VERB	VB	_	0	root	_	_
        5.1	so	so	ADV	RB	_	_	_	_	_
        6	Mitrovica	Mitrovica	PROPN	NNP	_	5	obj	_	SpaceAfter=No
        7	.	.	PUNCT	.	_	5	punct	_	_

        1	Silence	silence	NOUN	NN	_	0	root	_	_


        """;

    static readonly string[] Splices =
    [
        "\t", "\n", "\n\n", "\r\n", "#", "# newdoc\n", "1-9", "0.1", "-", "_", "0", "99999999999", "-1", "\u0000", "\u2028", "\ud800", "\ud83d\ude00",
        "a\u0301\u0302", "\ufeff", "1\t2\t3\t4\t5\t6\t7\t8\t9\t10\n", "1\tx\t_\t_\t_\t_\t_\t_\t_\t_\n", " ", "شهر", "'s", "n't",
    ];

    static readonly LanguageModel Model = LanguageModel.Load(Path.Combine(Requirements.Root, "models"));

    static TimeSpan Duration => TimeSpan.FromSeconds(
        double.TryParse(Environment.GetEnvironmentVariable("TOCSIN_FUZZ_SECONDS"), CultureInfo.InvariantCulture, out var seconds) ? seconds : 2);

    [Fact]
    public void A_spoilt_file_is_read_or_refused()
    {
        var seed = Environment.TickCount;
        var analyser = new Analyser(Model);
        var document = new Document();
        var watch = Stopwatch.StartNew();
        for (var round = 0; round == 0 || watch.Elapsed < Duration; round++)
        {
            var text = Spoil(new Random(seed + round));
            try
            {
                var sentences = ConlluReader.Read(new StringReader(text)).ToList();
                ConlluReader.Fill(sentences, document);
                analyser.AnalyseTokens(document);
                var written = new StringWriter();
                for (var sentence = 0; sentence < sentences.Count; sentence++)
                    ConlluWriter.Write(written, sentences[sentence], document, sentence);
            }
            catch (ConlluException refusal)
            {
                Assert.StartsWith("line ", refusal.Message, StringComparison.Ordinal);
            }
            catch (Exception failure)
            {
                Assert.Fail($"seed {seed + round}: {failure}\n{text}");
            }
        }
    }

    static string Spoil(Random random)
    {
        var text = new StringBuilder(Sound);
        for (var edits = random.Next(1, 12); edits > 0 && text.Length > 0; edits--)
        {
            var at = random.Next(text.Length);
            switch (random.Next(4))
            {
                case 0:
                    text.Remove(at, Math.Min(random.Next(1, 30), text.Length - at));
                    break;
                case 1:
                    text.Insert(at, Splices[random.Next(Splices.Length)]);
                    break;
                case 2:
                    text[at] = (char)random.Next(0x250);
                    break;
                default:
                    text.Insert(at, text.ToString(at, Math.Min(random.Next(1, 120), text.Length - at)));
                    break;
            }
        }
        return text.ToString();
    }
}
