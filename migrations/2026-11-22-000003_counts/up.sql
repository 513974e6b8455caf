-- What a closed round counts, written once, so that its pages need not read thousands of sections.

-- A closed round whose counts stand in `counts`.
CREATE TABLE counted_rounds (
  round_id TEXT NOT NULL PRIMARY KEY REFERENCES rounds (id),
  version TEXT NOT NULL,           -- new whenever it is counted, so that every instance notices
  counted_at TIMESTAMP NOT NULL
);

-- One area of one municipality: how often each option of each question asked in it was chosen.
CREATE TABLE counts (
  round_id TEXT NOT NULL REFERENCES rounds (id),
  municipality_code TEXT NOT NULL,
  area TEXT NOT NULL,
  sections INTEGER NOT NULL,       -- posts that cover the area
  returned INTEGER NOT NULL,       -- those of them that handed it in
  chosen TEXT NOT NULL,            -- one number per option, in the order of the edition; see domain/returns/counted.rs
  PRIMARY KEY (round_id, municipality_code, area)
);
