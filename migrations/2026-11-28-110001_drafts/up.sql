-- Drafts that are edited on screen: every change is a numbered revision, and the edition says which of them is
-- current. A draft that nobody has edited since it was imported by an earlier release has revision 0 and no row.
ALTER TABLE editions ADD COLUMN revision INTEGER NOT NULL DEFAULT 0;

CREATE TABLE edition_revisions (
  edition TEXT NOT NULL REFERENCES editions (key),
  number INTEGER NOT NULL,
  parent INTEGER,                  -- the revision that it was made from
  document TEXT NOT NULL,          -- the YAML
  content_hash TEXT NOT NULL,      -- SHA-256 of the document, hex
  crosswalks TEXT NOT NULL,        -- the crosswalks to and from the edition, as JSON
  author TEXT,                     -- the account that made it
  made_at TIMESTAMP NOT NULL,
  change TEXT NOT NULL,            -- what was done, as JSON
  PRIMARY KEY (edition, number)
);
