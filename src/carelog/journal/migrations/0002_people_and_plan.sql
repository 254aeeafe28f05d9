-- People in full, the plan, kind words, having reached someone, activities, signs, and what a person says of helplines.
-- New columns are NULL in old rows, so that their checksums stay right.

ALTER TABLE contacts ADD COLUMN zone TEXT;
ALTER TABLE contacts ADD COLUMN agreed_on TEXT;
ALTER TABLE contacts ADD COLUMN agreed_to TEXT;
ALTER TABLE contacts ADD COLUMN meets TEXT;
ALTER TABLE contacts ADD COLUMN keep_in_touch INTEGER;
ALTER TABLE contacts ADD COLUMN snoozed TEXT;

CREATE TABLE plan_steps (
    id         TEXT    PRIMARY KEY NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    updated_by TEXT    NOT NULL,
    deleted_at INTEGER,
    checksum   INTEGER NOT NULL,
    section    TEXT    NOT NULL,
    position   INTEGER NOT NULL,
    text       TEXT    NOT NULL,
    contact_id TEXT    REFERENCES contacts (id)
) STRICT;

CREATE TABLE plan_reviews (
    id         TEXT    PRIMARY KEY NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    updated_by TEXT    NOT NULL,
    deleted_at INTEGER,
    checksum   INTEGER NOT NULL,
    day        TEXT    NOT NULL
) STRICT;

CREATE TABLE kind_words (
    id         TEXT    PRIMARY KEY NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    updated_by TEXT    NOT NULL,
    deleted_at INTEGER,
    checksum   INTEGER NOT NULL,
    day        TEXT    NOT NULL,
    text       TEXT    NOT NULL,
    from_whom  TEXT    NOT NULL
) STRICT;

CREATE TABLE reached (
    id         TEXT    PRIMARY KEY NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    updated_by TEXT    NOT NULL,
    deleted_at INTEGER,
    checksum   INTEGER NOT NULL,
    contact_id TEXT    REFERENCES contacts (id),
    at         INTEGER NOT NULL,
    utc_offset INTEGER NOT NULL,
    day        TEXT    NOT NULL,
    helped     TEXT,
    note       TEXT    NOT NULL
) STRICT;

CREATE INDEX reached_by_day ON reached (day);

CREATE TABLE activities (
    id          TEXT    PRIMARY KEY NOT NULL,
    created_at  INTEGER NOT NULL,
    updated_at  INTEGER NOT NULL,
    updated_by  TEXT    NOT NULL,
    deleted_at  INTEGER,
    checksum    INTEGER NOT NULL,
    text        TEXT    NOT NULL,
    kind        TEXT    NOT NULL,
    planned_day TEXT,
    planned_at  TEXT,
    contact_id  TEXT    REFERENCES contacts (id),
    expected    INTEGER CHECK (expected BETWEEN 0 AND 10),
    state       TEXT    NOT NULL,
    at          INTEGER,
    utc_offset  INTEGER,
    day         TEXT,
    pleasure    INTEGER CHECK (pleasure BETWEEN 0 AND 10),
    mastery     INTEGER CHECK (mastery BETWEEN 0 AND 10),
    closeness   INTEGER CHECK (closeness BETWEEN 0 AND 10),
    note        TEXT    NOT NULL
) STRICT;

CREATE INDEX activities_by_day ON activities (day);

CREATE TABLE signs (
    id         TEXT    PRIMARY KEY NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    updated_by TEXT    NOT NULL,
    deleted_at INTEGER,
    checksum   INTEGER NOT NULL,
    text       TEXT    NOT NULL,
    rule       TEXT    NOT NULL,
    step       TEXT    NOT NULL,
    snoozed    TEXT,
    spoken     TEXT
) STRICT;

CREATE TABLE helpline_marks (
    id         TEXT    PRIMARY KEY NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    updated_by TEXT    NOT NULL,
    deleted_at INTEGER,
    checksum   INTEGER NOT NULL,
    country    TEXT    NOT NULL,
    name       TEXT    NOT NULL,
    hidden     INTEGER NOT NULL CHECK (hidden IN (0, 1)),
    checked_on TEXT
) STRICT;
