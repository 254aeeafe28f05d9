-- Every row carries the same five columns, kept by carelog: when it came to be, when and on which device it was
-- last changed (milliseconds since 1970 in UTC; a random device id), when it was deleted, and its checksum.
-- docs/schema.md says what each column holds.

CREATE TABLE state (
    id            INTEGER PRIMARY KEY CHECK (id = 1),
    device        TEXT    NOT NULL,
    card_revision INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE undo (
    position   INTEGER PRIMARY KEY,
    table_name TEXT NOT NULL,
    row_id     TEXT NOT NULL,
    before     TEXT
) STRICT;

CREATE TABLE trackers (
    id         TEXT    PRIMARY KEY NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    updated_by TEXT    NOT NULL,
    deleted_at INTEGER,
    checksum   INTEGER NOT NULL,
    name       TEXT    NOT NULL,
    unit       TEXT    NOT NULL,
    minimum    REAL,
    maximum    REAL,
    better     TEXT    NOT NULL,
    archived   TEXT
) STRICT;

CREATE TABLE entries (
    id         TEXT    PRIMARY KEY NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    updated_by TEXT    NOT NULL,
    deleted_at INTEGER,
    checksum   INTEGER NOT NULL,
    at         INTEGER NOT NULL,
    utc_offset INTEGER NOT NULL,
    day        TEXT    NOT NULL,
    mood       INTEGER CHECK (mood BETWEEN 1 AND 5),
    note       TEXT    NOT NULL,
    feelings   TEXT    NOT NULL,
    tags       TEXT    NOT NULL,
    readings   TEXT    NOT NULL,
    private    INTEGER NOT NULL CHECK (private IN (0, 1)),
    source     TEXT    NOT NULL
) STRICT;

CREATE INDEX entries_in_order ON entries (at, id);
CREATE INDEX entries_by_day ON entries (day);
CREATE INDEX entries_by_handle ON entries (substr(id, -6));

CREATE TABLE contacts (
    id           TEXT    PRIMARY KEY NOT NULL,
    created_at   INTEGER NOT NULL,
    updated_at   INTEGER NOT NULL,
    updated_by   TEXT    NOT NULL,
    deleted_at   INTEGER,
    checksum     INTEGER NOT NULL,
    name         TEXT    NOT NULL,
    role         TEXT    NOT NULL,
    ways         TEXT    NOT NULL,
    good_for     TEXT    NOT NULL,
    hours        TEXT    NOT NULL,
    crisis_order INTEGER,
    say          TEXT    NOT NULL,
    note         TEXT    NOT NULL
) STRICT;

CREATE TABLE routines (
    id         TEXT    PRIMARY KEY NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    updated_by TEXT    NOT NULL,
    deleted_at INTEGER,
    checksum   INTEGER NOT NULL,
    name       TEXT    NOT NULL,
    kind       TEXT    NOT NULL,
    cadence    TEXT    NOT NULL,
    times      TEXT    NOT NULL,
    target     REAL,
    unit       TEXT    NOT NULL,
    small      TEXT    NOT NULL,
    why        TEXT    NOT NULL,
    contact_id TEXT    REFERENCES contacts (id),
    doses      TEXT    NOT NULL,
    stock      TEXT,
    started    TEXT    NOT NULL,
    archived   TEXT
) STRICT;

CREATE TABLE ticks (
    id         TEXT    PRIMARY KEY NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    updated_by TEXT    NOT NULL,
    deleted_at INTEGER,
    checksum   INTEGER NOT NULL,
    routine_id TEXT    NOT NULL REFERENCES routines (id),
    at         INTEGER NOT NULL,
    utc_offset INTEGER NOT NULL,
    day        TEXT    NOT NULL,
    state      TEXT    NOT NULL,
    amount     REAL,
    note       TEXT    NOT NULL,
    source     TEXT    NOT NULL
) STRICT;

CREATE INDEX ticks_by_day ON ticks (day);
CREATE INDEX ticks_by_routine ON ticks (routine_id, at);

CREATE TABLE pauses (
    id         TEXT    PRIMARY KEY NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    updated_by TEXT    NOT NULL,
    deleted_at INTEGER,
    checksum   INTEGER NOT NULL,
    first      TEXT    NOT NULL,
    last       TEXT
) STRICT;
