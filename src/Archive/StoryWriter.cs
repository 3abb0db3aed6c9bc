using System.Globalization;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Tocsin.Events;

namespace Tocsin.Archive;

/// <summary>Adds stories with their readings inside one transaction, with statements prepared once.</summary>
sealed class StoryWriter : IDisposable
{
    readonly SqliteCommand story;
    readonly SqliteCommand coded;
    readonly SqliteCommand party;
    readonly SqliteCommand intake;

    public StoryWriter(SqliteConnection connection, SqliteTransaction transaction)
    {
        story = Prepare("""
            insert into story (id, title, text, outlet, url, byline, language, published_at, reconstructed, reference, coded,
                sentence_count, word_count, attribution, arrived_at)
            values ($id, $title, $text, $outlet, $url, $byline, $language, $published_at, $reconstructed, $reference, $coded,
                $sentence_count, $word_count, $attribution, $arrived_at)
            on conflict (id) do nothing
            """);
        coded = Prepare("""
            insert into coded_event (story_id, type, quad, factuality, status, outlet_factuality, event_day, relation,
                place_folded, latitude, longitude, evidence, reading, arrived_at)
            values ($story_id, $type, $quad, $factuality, $status, $outlet_factuality, $event_day, $relation,
                $place_folded, $latitude, $longitude, $evidence, $reading, $arrived_at)
            returning id
            """);
        party = Prepare("insert into party (event_id, role, code) values ($event_id, $role, $code) on conflict do nothing");
        intake = Prepare("""
            insert into intake (at, brought_by, outlet, story_id, coded) values ($at, $brought_by, $outlet, $story_id, $coded)
            """);

        SqliteCommand Prepare(string sql)
        {
            var command = connection.CreateCommand();
            command.Transaction = transaction;
#pragma warning disable CA2100 // The statements are the constants above.
            command.CommandText = sql;
#pragma warning restore CA2100
            return command;
        }
    }

    /// <summary>True where the story was new.</summary>
    public bool Add(ArrivedStory arrived)
    {
        var (kept, arrivedAt) = (arrived.Coded.Story, arrived.ArrivedAt.ToUnixTimeMilliseconds());
        var added = Run(story,
            ("$id", kept.Id), ("$title", kept.Title), ("$text", kept.Text), ("$outlet", kept.Outlet), ("$url", kept.Url),
            ("$byline", kept.Byline), ("$language", kept.Language),
            ("$published_at", kept.PublishedAt?.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture)),
            ("$reconstructed", kept.Reconstructed),
            ("$reference", JsonSerializer.Serialize(kept.References, ArchiveJson.Default.References)),
            ("$coded", arrived.Coded.Coded), ("$sentence_count", arrived.Coded.SentenceCount),
            ("$word_count", arrived.Coded.WordCount),
            ("$attribution", JsonSerializer.Serialize(arrived.Coded.Attributions, ArchiveJson.Default.Attributions)),
            ("$arrived_at", arrivedAt));
        if (added == 0)
            return false;
        Run(intake, ("$at", arrivedAt), ("$brought_by", arrived.From), ("$outlet", kept.Outlet), ("$story_id", kept.Id),
            ("$coded", arrived.Coded.Coded));
        foreach (var reading in arrived.Coded.Events)
            AddEvent(arrived, reading, arrivedAt);
        return true;
    }

    public void Dispose()
    {
        story.Dispose();
        coded.Dispose();
        party.Dispose();
        intake.Dispose();
    }

    void AddEvent(ArrivedStory arrived, CodedEvent reading, long arrivedAt)
    {
        var kept = arrived.Coded.Story;
        var day = new Reading(
            0, kept.Id, reading, "", null, null, kept.PublishedAt, arrived.ArrivedAt, kept.Reconstructed).EventDay;
        Bind(coded,
            ("$story_id", kept.Id), ("$type", reading.Type.Code()), ("$quad", reading.Quad.Code()),
            ("$factuality", reading.Factuality.Value), ("$status", reading.Factuality.Status.Code()),
            ("$outlet_factuality", reading.OutletFactuality.Value),
            ("$event_day", day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            ("$relation", reading.Time.Relation.Code()),
            ("$place_folded", reading.Place is { } place ? Folded.Of(place.Name) : null),
            ("$latitude", reading.Place?.Latitude), ("$longitude", reading.Place?.Longitude),
            ("$evidence", reading.Evidence.Of(kept.Text)),
            ("$reading", JsonSerializer.Serialize(reading, ArchiveJson.Default.CodedEvent)), ("$arrived_at", arrivedAt));
        var id = (long)coded.ExecuteScalar()!;
        AddParties(id, "actor", reading.Actors);
        AddParties(id, "recipient", reading.Recipients);
    }

    void AddParties(long id, string role, IReadOnlyList<Actor> actors)
    {
        foreach (var actor in actors)
        {
            if (!actor.Code.IsOpen)
                Run(party, ("$event_id", id), ("$role", role), ("$code", actor.Code.ToString()));
        }
    }

    static int Run(SqliteCommand command, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        Bind(command, values);
        return command.ExecuteNonQuery();
    }

    static void Bind(SqliteCommand command, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        command.Parameters.Clear();
        foreach (var (name, value) in values)
            command.Parameters.AddWithValue(name, value ?? DBNull.Value);
    }
}
