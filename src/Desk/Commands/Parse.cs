using System.CommandLine;
using System.Text;
using Tocsin.Language;

namespace Tocsin.Desk.Commands;

/// <summary><c>tocsin parse</c>: CoNLL-U in, CoNLL-U out with our tags, lemmas and trees; or raw text in.</summary>
static class Parse
{
    /// <summary>Sentences analysed at once by one worker: memory does not grow with the input.</summary>
    const int ChunkSize = 64;

    public static Command Command()
    {
        var engine = Engines.Option();
        var raw = new Option<bool>("--raw") { Description = "Read plain text; blank lines part paragraphs." };
        var threads = StreamCommand.Threads();
        var command = new Command("parse", """
            Read CoNLL-U on standard input, keep sentences, words and comments, and replace LEMMA, UPOS, XPOS, FEATS, HEAD
            and DEPREL.

            Example: tocsin parse < treebank.conllu
            """) { engine, raw, threads };
        command.SetAction((parsed, stop) => Run(
            parsed.GetValue(engine), parsed.GetValue(raw), Math.Max(1, parsed.GetValue(threads)), stop));
        return command;
    }

    static async Task<int> Run(Engine engine, bool raw, int threads, CancellationToken stop)
    {
        var model = LanguageModel.Load(Home.Find().Models, engine);
        using var input = new StreamReader(Console.OpenStandardInput(), new UTF8Encoding(false));
        await using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false), 64 * 1024);
        if (raw)
        {
            await ParseText(model, await input.ReadToEndAsync(stop), output, stop);
            return 0;
        }
        var workers = Enumerable.Range(0, threads).Select(_ => new Worker(model)).ToArray();
        try
        {
            foreach (var batch in ConlluReader.Read(input).Chunk(ChunkSize * threads))
            {
                var chunks = batch.Chunk(ChunkSize).ToArray();
                var texts = new string[chunks.Length];
                Parallel.For(0, chunks.Length, new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = stop },
                    index => texts[index] = workers[index].Parse(chunks[index]));
                foreach (var text in texts)
                    await output.WriteAsync(text.AsMemory(), stop);
            }
            return 0;
        }
        catch (ConlluException failure)
        {
            await output.FlushAsync(stop);
            await Console.Error.WriteLineAsync($"tocsin: standard input, {failure.Message}".AsMemory(), stop);
            return 1;
        }
    }

    static async Task ParseText(LanguageModel model, string text, StreamWriter output, CancellationToken stop)
    {
        var document = new Document();
        new Analyser(model).Analyse(text, document);
        for (var sentence = 0; sentence < document.SentenceCount; sentence++)
        {
            stop.ThrowIfCancellationRequested();
            ConlluWriter.Write(output, document, sentence, sentence + 1);
        }
        await output.FlushAsync(stop);
    }

    sealed class Worker(LanguageModel model)
    {
        readonly Analyser analyser = new(model);
        readonly Document document = new();
        readonly StringBuilder text = new();

        public string Parse(ConlluSentence[] sentences)
        {
            ConlluReader.Fill(sentences, document);
            analyser.AnalyseTokens(document);
            text.Clear();
            using var writer = new StringWriter(text);
            for (var sentence = 0; sentence < sentences.Length; sentence++)
                ConlluWriter.Write(writer, sentences[sentence], document, sentence);
            return text.ToString();
        }
    }
}
