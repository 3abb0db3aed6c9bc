using System.Globalization;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Tocsin.Events;

namespace Tocsin.Archive;

/// <summary>
/// The archive in one SQLite file with a write-ahead log: one process writes, any number read. Writing goes through one
/// connection at a time; every query opens its own from the pool.
/// </summary>
public sealed class SqliteArchive : IArchive
{
    const int BusySeconds = 30;

    readonly string connectionString;
    readonly SemaphoreSlim writing = new(1, 1);

    SqliteArchive(string path, string connectionString)
    {
        Path = path;
        this.connectionString = connectionString;
    }

    public string Path { get; }

    /// <summary>Opens an archive, making it or bringing it to this version's schema where needed.</summary>
    /// <exception cref="ArchiveException">No archive, a damaged, newer, locked or unwritable one.</exception>
    public static Task<SqliteArchive> Open(string path, CancellationToken stop) =>
        Open(path, TimeSpan.FromSeconds(BusySeconds), stop);

    /// <param name="path">The archive's file.</param>
    /// <param name="patience">How long to wait for another writer; whole seconds, at least one.</param>
    /// <param name="stop">Ends the opening.</param>
    /// <inheritdoc cref="Open(string, CancellationToken)"/>
    public static async Task<SqliteArchive> Open(string path, TimeSpan patience, CancellationToken stop)
    {
        var folder = System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(path))!;
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new ArchiveException($"The folder of the archive {path} cannot be made: {failure.Message}", failure);
        }
        var archive = new SqliteArchive(path, new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Mode = SqliteOpenMode.ReadWriteCreate,
            DefaultTimeout = Math.Max(1, (int)patience.TotalSeconds),
            ForeignKeys = true,
        }.ToString());
        await archive.Guarded(async () =>
        {
            await using var connection = await archive.Connect(stop);
            await Migrate(connection, path, stop);
        });
        return archive;
    }

    public async Task<IReadOnlySet<string>> Known(IReadOnlyCollection<string> storyIds, CancellationToken stop)
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        await Guarded(async () =>
        {
            await using var connection = await Connect(stop);
            await using var command = Command(connection, "select id from story where id in (select value from json_each($ids))");
            command.Parameters.AddWithValue("$ids", JsonSerializer.Serialize(storyIds));
            await using var rows = await command.ExecuteReaderAsync(stop);
            while (await rows.ReadAsync(stop))
                known.Add(rows.GetString(0));
        });
        return known;
    }

    public async Task<int> Keep(IReadOnlyList<ArrivedStory> batch, CancellationToken stop)
    {
        var added = 0;
        await Write(async connection =>
        {
            await using var transaction = (SqliteTransaction)await connection.BeginTransactionAsync(stop);
            using var writer = new StoryWriter(connection, transaction);
            added = batch.Count(writer.Add);
            await transaction.CommitAsync(stop);
        }, stop);
        return added;
    }

    public Task Quarantine(QuarantinedItem item, CancellationToken stop) => Write(async connection =>
    {
        await using var command = Command(connection, """
            insert into quarantine (path, reason, at, brought_by) values ($path, $reason, $at, $from)
            on conflict (path, reason) do update set at = excluded.at
            """);
        command.Parameters.AddWithValue("$path", item.Path);
        command.Parameters.AddWithValue("$reason", item.Reason);
        command.Parameters.AddWithValue("$at", item.At.ToUnixTimeMilliseconds());
        command.Parameters.AddWithValue("$from", item.From);
        await command.ExecuteNonQueryAsync(stop);
    }, stop);

    public Task<IReadOnlyList<QuarantinedItem>> Quarantined(CancellationToken stop) => List(
        "select path, reason, at, brought_by from quarantine order by at desc, number desc", [],
        row => new QuarantinedItem(row.GetString(0), row.GetString(1), Moment(row.GetInt64(2)), row.GetString(3)), stop);

    public Task<IReadOnlyList<Reading>> Readings(EventQuery query, CancellationToken stop)
    {
        var (where, parameters) = EventFilter.Of(query);
        var order = query.NewestFirst ? "desc" : "asc";
        return List(
            $"{ReadingColumns} where {where} order by e.event_day {order}, e.id {order} limit $limit offset $offset",
            [.. parameters, ("$limit", query.Limit), ("$offset", query.Offset)], ReadReading, stop);
    }

    public async Task<int> Count(EventQuery query, CancellationToken stop)
    {
        var (where, parameters) = EventFilter.Of(query);
        var counts = await List(
            $"select count(*) from coded_event e join story s on s.id = e.story_id where {where}", parameters,
            row => row.GetInt32(0), stop);
        return counts[0];
    }

    /// <summary>Merges all readings that fit and then takes the part asked for, so that no record is cut in two.</summary>
    public async Task<IReadOnlyList<EventRecord>> Records(EventQuery query, CancellationToken stop)
    {
        var readings = await Readings(query with { NewestFirst = false, Limit = int.MaxValue, Offset = 0 }, stop);
        var records = Merging.Merge(readings);
        var ordered = query.NewestFirst
            ? records.OrderByDescending(record => record.Day).ThenByDescending(record => record.Readings[0].Id)
            : records.OrderBy(record => record.Day).ThenBy(record => record.Readings[0].Id);
        return [.. ordered.Skip(query.Offset).Take(query.Limit)];
    }

    public async Task<Reading?> Reading(long id, DateTimeOffset? asOf, CancellationToken stop)
    {
        var found = await List(
            $"{ReadingColumns} where e.id = $id and {EventFilter.Then}", [("$id", id), EventFilter.At(asOf)], ReadReading, stop);
        return found.Count == 0 ? null : found[0];
    }

    public async Task<KeptStory?> Story(string id, DateTimeOffset? asOf, CancellationToken stop)
    {
        var stories = await List($"""
            select id, title, text, outlet, url, byline, language, published_at, reconstructed, reference, arrived_at,
                coded, attribution
            from story s where id = $id and {EventFilter.ThenStory}
            """, [("$id", id), EventFilter.At(asOf)], ReadStory, stop);
        if (stories.Count == 0)
            return null;
        var readings = await List(
            $"{ReadingColumns} where e.story_id = $id and {EventFilter.Then} order by e.id",
            [("$id", id), EventFilter.At(asOf)], ReadReading, stop);
        return stories[0] with { Readings = readings };
    }

    public Task<IReadOnlyList<SearchHit>> Search(string text, DateTimeOffset? asOf, int limit, CancellationToken stop)
    {
        var match = EventFilter.Match(text);
        return match.Length == 0
            ? Task.FromResult<IReadOnlyList<SearchHit>>([])
            : List($"""
                select s.id, s.title, s.outlet, s.published_at, s.reconstructed,
                    snippet(story_text, 1, char(2), char(3), ' … ', 40)
                from story_text join story s on s.number = story_text.rowid
                where story_text match $match and {EventFilter.ThenStory}
                order by rank, s.number limit $limit
                """, [("$match", match), EventFilter.At(asOf), ("$limit", limit)],
                row => new SearchHit(
                    row.GetString(0), Text(row, 1), Text(row, 2), Instant(row, 3), row.GetBoolean(4), row.GetString(5)), stop);
    }

    public Task<IReadOnlyList<IntakeDay>> Intake(DateTimeOffset? asOf, CancellationToken stop) => List("""
        select outlet, date(at / 1000, 'unixepoch'), count(*), sum(coded)
        from intake where at <= $as_of and story_id is not null
        group by 1, 2 order by 2, 1
        """, [EventFilter.At(asOf)],
        row => new IntakeDay(
            Text(row, 0), DateOnly.ParseExact(row.GetString(1), "yyyy-MM-dd", CultureInfo.InvariantCulture), row.GetInt32(2),
            row.GetInt32(3)), stop);

    public async Task<ArchiveSummary> Summary(DateTimeOffset? asOf, CancellationToken stop)
    {
        var summaries = await List($"""
            select (select count(*) from story s where {EventFilter.ThenStory}),
                (select count(*) from coded_event e where {EventFilter.Then}),
                (select count(*) from quarantine where at <= $as_of),
                (select min(substr(published_at, 1, 10)) from story s where {EventFilter.ThenStory}),
                (select max(substr(published_at, 1, 10)) from story s where {EventFilter.ThenStory})
            """, [EventFilter.At(asOf)],
            row => new ArchiveSummary(row.GetInt32(0), row.GetInt32(1), row.GetInt32(2), Day(row, 3), Day(row, 4)), stop);
        return summaries[0];
    }

    public ValueTask DisposeAsync()
    {
        writing.Dispose();
        using (var connection = new SqliteConnection(connectionString))
            SqliteConnection.ClearPool(connection);
        return ValueTask.CompletedTask;
    }

    const string ReadingColumns = """
        select e.id, e.story_id, e.reading, e.evidence, s.outlet, s.title, s.published_at, e.arrived_at, s.reconstructed
        from coded_event e join story s on s.id = e.story_id
        """;

    static Reading ReadReading(SqliteDataReader row) => new(
        row.GetInt64(0), row.GetString(1), JsonSerializer.Deserialize(row.GetString(2), ArchiveJson.Default.CodedEvent)!,
        row.GetString(3), Text(row, 4), Text(row, 5), Instant(row, 6), Moment(row.GetInt64(7)), row.GetBoolean(8));

    static KeptStory ReadStory(SqliteDataReader row) => new(
        new Story
        {
            Id = row.GetString(0),
            Title = Text(row, 1),
            Text = row.GetString(2),
            Outlet = Text(row, 3),
            Url = Text(row, 4),
            Byline = Text(row, 5),
            Language = Text(row, 6),
            PublishedAt = Instant(row, 7),
            Reconstructed = row.GetBoolean(8),
            References = JsonSerializer.Deserialize(row.GetString(9), ArchiveJson.Default.References)!,
        },
        Moment(row.GetInt64(10)), row.GetBoolean(11), [],
        JsonSerializer.Deserialize(row.GetString(12), ArchiveJson.Default.Attributions)!);

    static async Task Migrate(SqliteConnection connection, string path, CancellationToken stop)
    {
        await Execute(connection, "pragma journal_mode = wal; pragma synchronous = normal;", stop);
        var version = Convert.ToInt32(await Command(connection, "pragma user_version").ExecuteScalarAsync(stop), CultureInfo.InvariantCulture);
        if (version > Migrations.All.Count)
        {
            throw new ArchiveException(
                $"The archive {path} has schema version {version}; this program knows versions up to {Migrations.All.Count}. Use a newer Tocsin.");
        }
        for (; version < Migrations.All.Count; version++)
        {
            await Execute(connection,
                $"begin immediate; {Migrations.All[version]} pragma user_version = {version + 1}; commit;", stop);
        }
    }

    async Task Write(Func<SqliteConnection, Task> work, CancellationToken stop)
    {
        await writing.WaitAsync(stop);
        try
        {
            await Guarded(async () =>
            {
                await using var connection = await Connect(stop);
                await work(connection);
            });
        }
        finally
        {
            writing.Release();
        }
    }

    async Task<IReadOnlyList<T>> List<T>(
        string sql, IReadOnlyList<(string Name, object Value)> parameters, Func<SqliteDataReader, T> read, CancellationToken stop)
    {
        var list = new List<T>();
        await Guarded(async () =>
        {
            await using var connection = await Connect(stop);
            await using var command = Command(connection, sql);
            foreach (var (name, value) in parameters)
                command.Parameters.AddWithValue(name, value);
            await using var rows = await command.ExecuteReaderAsync(stop);
            while (await rows.ReadAsync(stop))
                list.Add(read(rows));
        });
        return list;
    }

    /// <summary>What SQLite says in its own words becomes a message that names the file and the trouble.</summary>
    async Task Guarded(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (SqliteException failure)
        {
            throw new ArchiveException(failure.SqliteErrorCode switch
            {
                5 or 6 => $"The archive {Path} is locked: another program writes to it. Close it, or try again.",
                8 => $"The archive {Path} cannot be written: it is read-only.",
                10 => $"The archive {Path} cannot be read or written: {failure.Message}",
                11 => $"The archive {Path} is damaged: {failure.Message}",
                13 => $"The archive {Path} cannot grow: the disk is full.",
                14 => $"The archive {Path} cannot be opened: {failure.Message}",
                26 => $"{Path} is no archive (or a damaged one): {failure.Message}",
                _ => $"The archive {Path} failed: {failure.Message}",
            }, failure);
        }
    }

    async Task<SqliteConnection> Connect(CancellationToken stop)
    {
        var connection = new SqliteConnection(connectionString);
        await connection.OpenAsync(stop);
        return connection;
    }

    static SqliteCommand Command(SqliteConnection connection, string sql)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // Only our own fragments are joined; every value is a bound parameter.
        command.CommandText = sql;
#pragma warning restore CA2100
        return command;
    }

    static async Task Execute(SqliteConnection connection, string sql, CancellationToken stop)
    {
        await using var command = Command(connection, sql);
        await command.ExecuteNonQueryAsync(stop);
    }

    static string? Text(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    static DateTimeOffset Moment(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);

    static DateTimeOffset? Instant(SqliteDataReader row, int column) => row.IsDBNull(column)
        ? null
        : DateTimeOffset.Parse(row.GetString(column), CultureInfo.InvariantCulture);

    static DateOnly? Day(SqliteDataReader row, int column) => row.IsDBNull(column)
        ? null
        : DateOnly.ParseExact(row.GetString(column), "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
