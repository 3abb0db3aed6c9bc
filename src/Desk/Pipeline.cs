using System.Collections.Concurrent;
using System.Threading.Channels;
using Tocsin.Archive;
using Tocsin.Coding;
using Tocsin.Language;
using Tocsin.News;

namespace Tocsin.Desk;

/// <summary>The way of a story through the program: read, analyse, code, keep. What fails is quarantined, never lost.</summary>
sealed class Pipeline(LanguageModel model, CodingResources resources, IArchive archive, TimeProvider clock, int threads)
{
    /// <summary>Stories that are analysed and kept together: one durable transaction.</summary>
    const int BatchSize = 64;

    readonly ConcurrentBag<TextReading> readings = [];

    /// <summary>Works through the items, telling <paramref name="tally"/> as it goes.</summary>
    /// <param name="from">What the intake log names as giver: the command, or the outlet's feed.</param>
    public async Task Run(IAsyncEnumerable<ReadItem> items, string from, Tally tally, CancellationToken stop)
    {
        var ahead = Channel.CreateBounded<ReadItem>(BatchSize * 2);
        var reading = Task.Run(async () =>
        {
            try
            {
                await foreach (var item in items.WithCancellation(stop))
                    await ahead.Writer.WriteAsync(item, stop);
                ahead.Writer.Complete();
            }
            catch (Exception failure)
            {
                ahead.Writer.Complete(failure);
            }
        }, stop);
        var batch = new List<ReadStory>(BatchSize);
        await foreach (var item in ahead.Reader.ReadAllAsync(stop))
        {
            if (item is RefusedItem refused)
                await Quarantine(refused.Path, refused.Reason, from, tally, stop);
            else
                batch.Add((ReadStory)item);
            if (batch.Count == BatchSize)
                await Work(batch, from, tally, stop);
        }
        await Work(batch, from, tally, stop);
        await reading;
    }

    async Task Work(List<ReadStory> batch, string from, Tally tally, CancellationToken stop)
    {
        var known = await archive.Known([.. batch.Select(item => item.Story.Id)], stop);
        var fresh = batch.Where(item => !known.Contains(item.Story.Id)).DistinctBy(item => item.Story.Id).ToList();
        tally.Known(batch.Count - fresh.Count);
        batch.Clear();
        var coded = new ArrivedStory?[fresh.Count];
        var failures = new ConcurrentQueue<(string Path, string Reason)>();
        await Parallel.ForAsync(0, fresh.Count, new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = stop },
            (index, _) =>
            {
                coded[index] = Read(fresh[index], from, failures);
                return ValueTask.CompletedTask;
            });
        var kept = coded.OfType<ArrivedStory>().ToList();
        await archive.Keep(kept, stop);
        foreach (var story in kept)
            tally.Kept(story.Coded);
        foreach (var (path, reason) in failures)
            await Quarantine(path, reason, from, tally, stop);
    }

    ArrivedStory? Read(ReadStory item, string from, ConcurrentQueue<(string Path, string Reason)> failures)
    {
        var reading = readings.TryTake(out var free) ? free : new TextReading(model, resources);
        try
        {
            return new ArrivedStory(reading.ReadForArchive(item.Story), item.ArrivedAt ?? clock.GetUtcNow(), from);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            failures.Enqueue((item.Path, $"could not be analysed: {failure.Message}"));
            reading = new TextReading(model, resources);
            return null;
        }
        finally
        {
            readings.Add(reading);
        }
    }

    async Task Quarantine(string path, string reason, string from, Tally tally, CancellationToken stop)
    {
        await archive.Quarantine(new QuarantinedItem(path, reason, clock.GetUtcNow(), from), stop);
        tally.Quarantined(path, reason);
    }
}
