-- Who has vouched for what a municipality has answered in a round. One that is withdrawn, or replaced by a later one,
-- stays with the instant at which it stopped holding.
CREATE TABLE sign_offs (
  id TEXT PRIMARY KEY NOT NULL,
  round_id TEXT NOT NULL REFERENCES rounds (id),
  municipality_code TEXT NOT NULL,
  staff_id TEXT NOT NULL REFERENCES staff (id),
  signed_at TIMESTAMP NOT NULL,
  posts INTEGER NOT NULL,
  handed_in INTEGER NOT NULL,
  comment TEXT NOT NULL,
  withdrawn_at TIMESTAMP
);
CREATE INDEX sign_offs_round ON sign_offs (round_id, municipality_code);
