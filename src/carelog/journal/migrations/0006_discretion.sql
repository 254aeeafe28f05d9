-- What others may read in the place of a name, what somebody is called, what stays off the crisis card, and who was put
-- away.
-- New columns are NULL in old rows, so that their checksums stay right.

ALTER TABLE trackers   ADD COLUMN cover TEXT;
ALTER TABLE routines   ADD COLUMN cover TEXT;
ALTER TABLE signs      ADD COLUMN cover TEXT;
ALTER TABLE contacts   ADD COLUMN cover TEXT;

ALTER TABLE contacts   ADD COLUMN called TEXT;

ALTER TABLE contacts   ADD COLUMN not_on_card INTEGER CHECK (not_on_card IN (0, 1));
ALTER TABLE plan_steps ADD COLUMN not_on_card INTEGER CHECK (not_on_card IN (0, 1));

ALTER TABLE contacts   ADD COLUMN away TEXT;
ALTER TABLE plan_steps ADD COLUMN away_with TEXT REFERENCES contacts (id);
ALTER TABLE kind_words ADD COLUMN away_with TEXT REFERENCES contacts (id);
ALTER TABLE activities ADD COLUMN away_with TEXT REFERENCES contacts (id);
ALTER TABLE signs      ADD COLUMN away_with TEXT REFERENCES contacts (id);
