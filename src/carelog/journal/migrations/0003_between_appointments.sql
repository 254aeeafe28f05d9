-- Appointments, what was agreed at them, what to bring, answered questionnaires, and what was shared.

CREATE TABLE appointments (
    id         TEXT    PRIMARY KEY NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    updated_by TEXT    NOT NULL,
    deleted_at INTEGER,
    checksum   INTEGER NOT NULL,
    day        TEXT    NOT NULL,
    time       TEXT,
    every      INTEGER,
    until      TEXT,
    contact_id TEXT    REFERENCES contacts (id)
) STRICT;

CREATE TABLE agreements (
    id             TEXT    PRIMARY KEY NOT NULL,
    created_at     INTEGER NOT NULL,
    updated_at     INTEGER NOT NULL,
    updated_by     TEXT    NOT NULL,
    deleted_at     INTEGER,
    checksum       INTEGER NOT NULL,
    day            TEXT    NOT NULL,
    text           TEXT    NOT NULL,
    appointment_id TEXT    REFERENCES appointments (id),
    routine_id     TEXT    REFERENCES routines (id)
) STRICT;

CREATE TABLE topics (
    id         TEXT    PRIMARY KEY NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    updated_by TEXT    NOT NULL,
    deleted_at INTEGER,
    checksum   INTEGER NOT NULL,
    day        TEXT    NOT NULL,
    text       TEXT    NOT NULL,
    entry_id   TEXT    REFERENCES entries (id),
    done       TEXT
) STRICT;

CREATE TABLE answered (
    id            TEXT    PRIMARY KEY NOT NULL,
    created_at    INTEGER NOT NULL,
    updated_at    INTEGER NOT NULL,
    updated_by    TEXT    NOT NULL,
    deleted_at    INTEGER,
    checksum      INTEGER NOT NULL,
    questionnaire TEXT    NOT NULL,
    at            INTEGER NOT NULL,
    utc_offset    INTEGER NOT NULL,
    day           TEXT    NOT NULL,
    answers       TEXT    NOT NULL,
    difficulty    INTEGER
) STRICT;

CREATE INDEX answered_by_day ON answered (day);

CREATE TABLE shares (
    id         TEXT    PRIMARY KEY NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    updated_by TEXT    NOT NULL,
    deleted_at INTEGER,
    checksum   INTEGER NOT NULL,
    at         INTEGER NOT NULL,
    utc_offset INTEGER NOT NULL,
    day        TEXT    NOT NULL,
    audience   TEXT    NOT NULL,
    whom       TEXT    NOT NULL,
    form       TEXT    NOT NULL,
    first      TEXT    NOT NULL,
    last       TEXT    NOT NULL,
    sections   TEXT    NOT NULL,
    sha256     TEXT    NOT NULL
) STRICT;
