-- What was taken in from other apps: each run, and the rows that it brought.
-- New columns are NULL in old rows, so that their checksums stay right.

CREATE TABLE imports (
    id         TEXT    PRIMARY KEY NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    updated_by TEXT    NOT NULL,
    deleted_at INTEGER,
    checksum   INTEGER NOT NULL,
    at         INTEGER NOT NULL,
    utc_offset INTEGER NOT NULL,
    day        TEXT    NOT NULL,
    source     TEXT    NOT NULL,
    sha256     TEXT    NOT NULL,
    counts     TEXT    NOT NULL,
    first      TEXT,
    last       TEXT
) STRICT;

ALTER TABLE trackers ADD COLUMN import_id TEXT REFERENCES imports (id);
ALTER TABLE entries  ADD COLUMN import_id TEXT REFERENCES imports (id);
ALTER TABLE routines ADD COLUMN import_id TEXT REFERENCES imports (id);
ALTER TABLE ticks    ADD COLUMN import_id TEXT REFERENCES imports (id);

CREATE INDEX entries_by_import ON entries (import_id) WHERE import_id IS NOT NULL;
CREATE INDEX ticks_by_import ON ticks (import_id) WHERE import_id IS NOT NULL;
