-- A round's figures as they were published, with everything that they are made from, so that they never change. A
-- correction is another release of the round with a reason, and earlier ones stay readable.
CREATE TABLE releases (
  id TEXT PRIMARY KEY NOT NULL,
  round_id TEXT NOT NULL REFERENCES rounds (id),
  number INTEGER NOT NULL,
  published_at TIMESTAMP NOT NULL,
  reason TEXT NOT NULL,
  basis TEXT NOT NULL,
  scores TEXT NOT NULL,
  changes TEXT NOT NULL,
  content_hash TEXT NOT NULL
);
CREATE UNIQUE INDEX releases_by_round ON releases (round_id, number);
-- The counts that a release is made from: those of its round and of the rounds that it is held against.
CREATE TABLE released_counts (
  release_id TEXT NOT NULL REFERENCES releases (id),
  round_id TEXT NOT NULL REFERENCES rounds (id),
  municipality_code TEXT NOT NULL,
  area TEXT NOT NULL,
  sections INTEGER NOT NULL,
  returned INTEGER NOT NULL,
  chosen TEXT NOT NULL,
  PRIMARY KEY (release_id, round_id, municipality_code, area)
);
