using System.CommandLine;
using System.Text.Json;
using Tocsin.Desk.Streams;

namespace Tocsin.Desk.Commands;

/// <summary>What the commands that turn lines into lines share: options, order, errors, exit codes.</summary>
static class StreamCommand
{
    public static Option<int> Threads() => new("--threads")
    {
        Description = "Documents worked on at once; the order of the output is that of the input.",
        DefaultValueFactory = _ => Environment.ProcessorCount,
    };

    /// <summary>
    /// Answers every line of standard input. A line that cannot be read is told on standard error and gives no line; a
    /// document that fails gives a line with its error.
    /// </summary>
    /// <returns>0 where all went well, else 1.</returns>
    public static async Task<int> Run(
        int threads, string[] required, Func<Func<InputLine, ReadOnlyMemory<byte>>> worker, CancellationToken stop)
    {
        await using var input = Console.OpenStandardInput();
        await using var output = Console.OpenStandardOutput();
        var allWell = await OrderedLines.Run(input, output, Console.Error, Math.Max(1, threads), () =>
        {
            var answer = worker();
            return line => Answer(line, required, answer);
        }, stop);
        return allWell ? 0 : 1;
    }

    static Answer Answer(Line line, string[] required, Func<InputLine, ReadOnlyMemory<byte>> answer)
    {
        if (line.TooLong)
            return Complaint(line, $"longer than {OrderedLines.LineLimit >> 20} MiB");
        InputLine input;
        try
        {
            input = InputLine.Read(line, required);
        }
        catch (Exception failure) when (failure is JsonException or MissingFieldException or InvalidOperationException)
        {
            return Complaint(line, failure is JsonException ? $"not JSON: {failure.Message}" : failure.Message);
        }
        try
        {
            return new Answer(answer(input), null, false);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            return new Answer(ErrorLine(input.Id, failure.Message), null, true);
        }
    }

    static Answer Complaint(Line line, string reason) => new(default, $"line {line.Number}: {reason}", true);

    static byte[] ErrorLine(string id, string message)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, JsonText.Options))
        {
            writer.WriteStartObject();
            JsonText.Write(writer, "id"u8, id);
            JsonText.Write(writer, "error"u8, message);
            writer.WriteEndObject();
        }
        stream.WriteByte((byte)'\n');
        return stream.ToArray();
    }
}
