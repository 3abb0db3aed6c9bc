using System.Threading.Channels;

namespace Tocsin.Desk.Streams;

/// <summary>What became of a line: bytes for standard output, words for standard error, and whether it failed.</summary>
readonly record struct Answer(ReadOnlyMemory<byte> Output, string? Complaint, bool Failed);

/// <summary>Turns lines into answers on several threads and writes them in the order of the input.</summary>
static class OrderedLines
{
    /// <summary>Lines under way at once, for each thread: enough to keep all busy behind a long document.</summary>
    const int Ahead = 16;

    /// <summary>Longest line taken, in bytes.</summary>
    public const int LineLimit = 256 * 1024 * 1024;

    /// <summary>Works through the input.</summary>
    /// <param name="worker">Makes one worker a thread; a worker is never used by two threads at once.</param>
    /// <returns>True where every line was answered well.</returns>
    public static async Task<bool> Run(
        Stream input, Stream output, TextWriter complaints, int threads, Func<Func<Line, Answer>> worker,
        CancellationToken stop)
    {
        using var failure = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var work = Channel.CreateBounded<Job>(threads * Ahead);
        var order = Channel.CreateBounded<Job>(threads * Ahead);
        var tasks = new List<Task> { Guarded(() => Feed(input, work.Writer, order.Writer, failure.Token), failure) };
        for (var i = 0; i < threads; i++)
            tasks.Add(Guarded(() => Work(work.Reader, worker(), failure.Token), failure));
        var allWell = true;
        tasks.Add(Guarded(async () => allWell = await Write(order.Reader, output, complaints, failure.Token), failure));
        await Task.WhenAll(tasks);
        return allWell;
    }

    static async Task Guarded(Func<Task> part, CancellationTokenSource failure)
    {
        try
        {
            await Task.Run(part, failure.Token);
        }
        catch
        {
            await failure.CancelAsync();
            throw;
        }
    }

    static async Task Feed(
        Stream input, ChannelWriter<Job> work, ChannelWriter<Job> order, CancellationToken stop)
    {
        var reader = new LineReader(input, LineLimit);
        while (await reader.Read(stop) is { } line)
        {
            if (line.Bytes.Length == 0 && !line.TooLong)
                continue;
            var job = new Job(line);
            await order.WriteAsync(job, stop);
            await work.WriteAsync(job, stop);
        }
        order.Complete();
        work.Complete();
    }

    static async Task Work(ChannelReader<Job> jobs, Func<Line, Answer> answer, CancellationToken stop)
    {
        await foreach (var job in jobs.ReadAllAsync(stop))
            job.Answered.SetResult(answer(job.Line));
    }

    static async Task<bool> Write(
        ChannelReader<Job> jobs, Stream output, TextWriter complaints, CancellationToken stop)
    {
        var allWell = true;
        await using var buffered = new BufferedStream(output, 256 * 1024);
        await foreach (var job in jobs.ReadAllAsync(stop))
        {
            if (!job.Answered.Task.IsCompleted)
                await buffered.FlushAsync(stop);
            var answer = await job.Answered.Task.WaitAsync(stop);
            allWell &= !answer.Failed;
            if (answer.Complaint is not null)
                await complaints.WriteLineAsync(answer.Complaint.AsMemory(), stop);
            await buffered.WriteAsync(answer.Output, stop);
        }
        await buffered.FlushAsync(stop);
        return allWell;
    }

    sealed class Job(Line line)
    {
        public Line Line { get; } = line;

        public TaskCompletionSource<Answer> Answered { get; } =
            new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
