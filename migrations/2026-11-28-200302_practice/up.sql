-- Good practice: what a municipality shares of a recommendation that it carries out in full, for others to learn from.
CREATE TABLE practice_examples (
  id TEXT PRIMARY KEY NOT NULL,
  municipality_code TEXT NOT NULL,
  edition TEXT NOT NULL,
  package TEXT NOT NULL,
  recommendation TEXT NOT NULL,
  shared_at TIMESTAMP NOT NULL,
  withdrawn_at TIMESTAMP
);
CREATE INDEX practice_examples_municipality ON practice_examples (municipality_code);

-- An example as it was written and each time it was changed. Each version waits for a moderator; the last one that was
-- shown is what others read. The contact is a function, not a person, and is emptied when it is no longer needed.
CREATE TABLE practice_versions (
  id TEXT PRIMARY KEY NOT NULL,
  example_id TEXT NOT NULL REFERENCES practice_examples (id),
  round_id TEXT NOT NULL REFERENCES rounds (id),
  title TEXT NOT NULL,
  body TEXT NOT NULL,
  contact_function TEXT NOT NULL,
  contact_email TEXT NOT NULL,
  contact_phone TEXT NOT NULL,
  staff_id TEXT NOT NULL REFERENCES staff (id),
  written_at TIMESTAMP NOT NULL,
  decision TEXT,            -- NULL while it waits
  decided_at TIMESTAMP,
  reason TEXT               -- why it was declined
);
CREATE INDEX practice_versions_example ON practice_versions (example_id);
