-- Goals, and what routines, ticks, trackers, signs and answers did not say yet.
-- New columns are NULL in old rows, so that their checksums stay right.

CREATE TABLE goals (
    id         TEXT    PRIMARY KEY NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    updated_by TEXT    NOT NULL,
    deleted_at INTEGER,
    checksum   INTEGER NOT NULL,
    text       TEXT    NOT NULL,
    day        TEXT    NOT NULL,
    let_go     TEXT
) STRICT;

CREATE TABLE goal_ratings (
    id         TEXT    PRIMARY KEY NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    updated_by TEXT    NOT NULL,
    deleted_at INTEGER,
    checksum   INTEGER NOT NULL,
    goal_id    TEXT    NOT NULL REFERENCES goals (id),
    at         INTEGER NOT NULL,
    utc_offset INTEGER NOT NULL,
    day        TEXT    NOT NULL,
    value      INTEGER
) STRICT;

CREATE INDEX goal_ratings_by_goal ON goal_ratings (goal_id, at);

ALTER TABLE routines ADD COLUMN terms TEXT;
ALTER TABLE ticks    ADD COLUMN planned TEXT;
ALTER TABLE ticks    ADD COLUMN again INTEGER;
ALTER TABLE trackers ADD COLUMN about TEXT;
ALTER TABLE signs    ADD COLUMN holds TEXT;
ALTER TABLE answered ADD COLUMN language TEXT;
