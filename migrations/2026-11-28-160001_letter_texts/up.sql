-- What a programme's letters say, where administrators have written it: every version, the newest of which holds.
CREATE TABLE letter_texts (
  id TEXT NOT NULL PRIMARY KEY,
  programme TEXT NOT NULL REFERENCES programmes (key),
  kind TEXT NOT NULL,
  language TEXT NOT NULL,
  version INTEGER NOT NULL,
  subject TEXT,                    -- none: the text that the program brings holds again
  body TEXT,                       -- Markdown with placeholders; none as above
  made_at TIMESTAMP NOT NULL,
  made_by TEXT,                    -- the account that made it
  UNIQUE (programme, kind, language, version)
);
-- The version that a letter was written from when it was sent last; none for the text that the program brings.
ALTER TABLE letters ADD COLUMN text_id TEXT;
