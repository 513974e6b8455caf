-- How far back programs may be and still use this schema: the version of the newest migration that
-- a program must know at least. A migration that only adds leaves it alone; one that takes away or
-- changes raises it to the newest version of the release before ("Rolling upgrade" in ARCHITECTURE.md).
CREATE TABLE compatibility (
  oldest TEXT NOT NULL PRIMARY KEY
);
INSERT INTO compatibility (oldest) VALUES ('20261121000001');

-- The rounds whose names and addresses were emptied, after RETENTION_MONTHS.
CREATE TABLE emptied_rounds (
  round_id TEXT NOT NULL PRIMARY KEY REFERENCES rounds (id),
  emptied_at TIMESTAMP NOT NULL
);

-- Since when a holder has stood here unmentioned: NULL after an import that names the post, and
-- stamped by the clock soon after.
ALTER TABLE holders ADD COLUMN seen_at TIMESTAMP;
