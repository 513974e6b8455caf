-- Who has handed which section to whom and when, one row a time; the rows of a section are its chain. Names, addresses
-- and notes are emptied with those of the round.
CREATE TABLE handovers (
  id TEXT NOT NULL PRIMARY KEY,
  section INTEGER NOT NULL REFERENCES sections (number),
  from_name TEXT NOT NULL,
  from_email TEXT NOT NULL,
  name TEXT NOT NULL,
  email TEXT NOT NULL,
  note TEXT NOT NULL,
  handed_at TIMESTAMP NOT NULL,
  done_at TIMESTAMP,
  ended_at TIMESTAMP
);
CREATE INDEX handovers_by_section ON handovers (section);
