using System.Text;
using System.Text.Json;
using CsCheck;
using Tocsin.Desk.Streams;
using Xunit;

namespace Tocsin.Tests.Desk;

public sealed class Lines
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("a\nb\n", new[] { "a", "b" })]
    [InlineData("a\r\nb", new[] { "a", "b" })]
    [InlineData("", new string[0])]
    [InlineData("\n\nx", new[] { "", "", "x" })]
    public async Task Lines_end_with_a_line_feed_or_the_stream(string text, string[] expected)
    {
        Assert.Equal(expected, (await ReadAll(text, 1000)).Select(line => Encoding.UTF8.GetString(line.Bytes)));
    }

    [Fact]
    public async Task A_line_over_the_limit_is_passed_over_and_the_next_one_is_read()
    {
        var lines = await ReadAll(new string('x', 300_000) + "\nok\n", 1000);

        Assert.True(lines[0].TooLong);
        Assert.Empty(lines[0].Bytes);
        Assert.Equal((2, "ok", false), (lines[1].Number, Encoding.UTF8.GetString(lines[1].Bytes), lines[1].TooLong));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public async Task Answers_come_in_the_order_of_the_input_on_any_number_of_threads(int threads)
    {
        var input = string.Join('\n', Enumerable.Range(0, 500));
        using var output = new MemoryStream();

        var allWell = await OrderedLines.Run(
            new MemoryStream(Encoding.UTF8.GetBytes(input)), output, TextWriter.Null, threads,
            () => line => new Answer((byte[])[.. line.Bytes, (byte)'\n'], null, false), Stop);

        Assert.True(allWell);
        Assert.Equal(input + "\n", Encoding.UTF8.GetString(output.ToArray()));
    }

    [Fact]
    public async Task A_failed_answer_is_told_and_the_rest_is_written()
    {
        using var output = new MemoryStream();
        var complaints = new StringWriter();

        var allWell = await OrderedLines.Run(
            new MemoryStream("good\nbad\ngood\n"u8.ToArray()), output, complaints, 2,
            () => line => line.Bytes.Length == 3
                ? new Answer(default, $"line {line.Number}: bad", true)
                : new Answer(line.Bytes, null, false),
            Stop);

        Assert.False(allWell);
        Assert.Equal("goodgood", Encoding.UTF8.GetString(output.ToArray()));
        Assert.Equal("line 2: bad", complaints.ToString().TrimEnd());
    }

    [Fact]
    public async Task A_worker_that_throws_stops_the_run_with_its_error()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => OrderedLines.Run(
            new MemoryStream("a\nb\n"u8.ToArray()), Stream.Null, TextWriter.Null, 2,
            () => _ => throw new InvalidOperationException("broken"), Stop));
    }

    [Fact]
    public void Strings_with_half_a_surrogate_pair_are_read_as_they_are()
    {
        Assert.Equal("a\ud800b", Read("\"a\\ud800b\""));
        Assert.Equal("\ud83d\ude00", Read("\"\\ud83d\\ude00\""));
        Assert.Equal("tab\t\"quote\" \udfff", Read("\"tab\\t\\\"quote\\\" \\udfff\""));

        static string Read(string json)
        {
            var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json));
            reader.Read();
            return JsonText.Read(ref reader);
        }
    }

    [Fact]
    public void Any_string_is_written_so_that_it_reads_back_the_same()
    {
        Gen.Char.Array[0, 40].Sample(
            characters =>
            {
                var text = new string(characters);
                using var stream = new MemoryStream();
                using (var writer = new Utf8JsonWriter(stream, JsonText.Options))
                {
                    writer.WriteStartObject();
                    JsonText.Write(writer, "t"u8, text);
                    writer.WriteEndObject();
                }
                var input = InputLine.Read(new Line(1, stream.ToArray(), false), ["t"]);
                return input["t"] == text;
            },
            seed: "0001tocsin0A", iter: 2000);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{\"id\": 1")]
    [InlineData("{} {}")]
    [InlineData("not json")]
    public void A_line_that_is_no_object_is_refused(string line)
    {
        Assert.ThrowsAny<JsonException>(() => InputLine.Read(new Line(1, Encoding.UTF8.GetBytes(line), false), []));
    }

    [Fact]
    public void A_missing_field_is_named()
    {
        var failure = Assert.Throws<MissingFieldException>(
            () => InputLine.Read(new Line(1, "{\"id\": \"a\", \"text\": null}"u8.ToArray(), false), ["id", "text"]));

        Assert.Contains("'text'", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2023-03-29", "2023-03-29T00:00:00+00:00")]
    [InlineData("2023-03-29T23:30:00+02:00", "2023-03-29T23:30:00+02:00")]
    [InlineData("2023-13-45", null)]
    [InlineData("yesterday", null)]
    public void Publication_keeps_its_own_offset_and_no_wrong_date_is_guessed(string text, string? expected)
    {
        Assert.Equal(expected is null ? null : DateTimeOffset.Parse(expected, System.Globalization.CultureInfo.InvariantCulture),
            InputLine.ParseDate(text));
    }

    static async Task<List<Line>> ReadAll(string text, int limit)
    {
        var reader = new LineReader(new MemoryStream(Encoding.UTF8.GetBytes(text)), limit);
        var lines = new List<Line>();
        while (await reader.Read(Stop) is { } line)
            lines.Add(line);
        return lines;
    }
}
