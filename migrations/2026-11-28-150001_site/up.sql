-- What the authority that runs the service has chosen about it, one row a setting, so that a later release can add
-- one: its name, the sender's name, whom to ask, the accent colour, the logo.
CREATE TABLE site_settings (
  name TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL,
  changed_at TIMESTAMP NOT NULL
);

-- Logos by the SHA-256 of their bytes, which are a checked PNG as base64. Earlier ones stay, because pages that
-- name them may still be open.
CREATE TABLE site_logos (
  hash TEXT NOT NULL PRIMARY KEY,
  content TEXT NOT NULL,
  added_at TIMESTAMP NOT NULL
);

-- Every version of the accessibility statement and of the text about personal data, as Markdown; the newest counts.
CREATE TABLE site_texts (
  id TEXT NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL,
  language TEXT NOT NULL,
  body TEXT NOT NULL,
  written_at TIMESTAMP NOT NULL,
  staff_id TEXT REFERENCES staff (id)
);
CREATE INDEX site_texts_kind ON site_texts (kind, language);
