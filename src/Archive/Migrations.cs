namespace Tocsin.Archive;

/// <summary>The schema's history, forward only: entry n takes an archive from version n to n + 1.</summary>
static class Migrations
{
    public static IReadOnlyList<string> All { get; } =
    [
        """
        create table story (
            number integer primary key,
            id text not null unique,
            title text, text text not null, outlet text, url text, byline text, language text,
            published_at text, reconstructed integer not null, reference text not null,
            coded integer not null, sentence_count integer not null, word_count integer not null,
            attribution text not null,
            arrived_at integer not null, replaced_at integer
        ) strict;
        create index story_arrived on story (arrived_at);

        create table coded_event (
            id integer primary key,
            story_id text not null references story (id),
            type text not null, quad text not null,
            factuality real not null, status text not null, outlet_factuality real not null,
            event_day text not null, relation text not null,
            place_folded text, latitude real, longitude real,
            evidence text not null, reading text not null,
            arrived_at integer not null, replaced_at integer
        ) strict;
        create index event_story on coded_event (story_id);
        create index event_day on coded_event (event_day);
        create index event_type on coded_event (type, event_day);

        create table party (
            event_id integer not null references coded_event (id),
            role text not null check (role in ('actor', 'recipient')),
            code text not null,
            primary key (event_id, role, code)
        ) strict, without rowid;
        create index party_code on party (code, role);

        create table intake (
            number integer primary key,
            at integer not null, brought_by text not null, outlet text, story_id text, coded integer not null
        ) strict;
        create index intake_at on intake (at);

        create table quarantine (
            number integer primary key,
            path text not null, reason text not null, at integer not null, brought_by text not null,
            unique (path, reason)
        ) strict;

        create virtual table story_text using fts5 (
            title, text, content = 'story', content_rowid = 'number', tokenize = "unicode61 remove_diacritics 2");
        create trigger story_added after insert on story begin
            insert into story_text (rowid, title, text) values (new.number, new.title, new.text);
        end;
        """,
    ];
}
