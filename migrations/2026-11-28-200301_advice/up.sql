-- What a consultant advises a municipality about one recommendation in a round. It stands beside the answers and no
-- figure knows of it.
CREATE TABLE advice (
  id TEXT PRIMARY KEY NOT NULL,
  round_id TEXT NOT NULL REFERENCES rounds (id),
  municipality_code TEXT NOT NULL,
  package TEXT NOT NULL,
  recommendation TEXT NOT NULL
);
CREATE INDEX advice_municipality ON advice (municipality_code, round_id);

-- The advice as it was written and each time it was changed; the last row is how it stands.
CREATE TABLE advice_versions (
  id TEXT PRIMARY KEY NOT NULL,
  advice_id TEXT NOT NULL REFERENCES advice (id),
  body TEXT,                -- NULL where it was withdrawn
  staff_id TEXT NOT NULL REFERENCES staff (id),
  written_at TIMESTAMP NOT NULL
);
CREATE INDEX advice_versions_advice ON advice_versions (advice_id);
CREATE INDEX advice_versions_written ON advice_versions (written_at);
