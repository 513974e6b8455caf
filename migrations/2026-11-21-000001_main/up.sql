-- One folder for SQLite and PostgreSQL: TEXT ids made by the program, TEXT words with CHECK,
-- TIMESTAMP in UTC whole seconds, no SERIAL and no defaults that differ.

CREATE TABLE editions (
  key TEXT NOT NULL PRIMARY KEY,
  status TEXT NOT NULL CHECK (status IN ('draft', 'published')),
  document TEXT NOT NULL,          -- the YAML, byte for byte as imported
  content_hash TEXT NOT NULL,      -- SHA-256 of the document, hex
  imported_at TIMESTAMP NOT NULL,
  published_at TIMESTAMP
);

CREATE TABLE crosswalks (
  from_edition TEXT NOT NULL REFERENCES editions (key),
  to_edition TEXT NOT NULL REFERENCES editions (key),
  document TEXT NOT NULL,
  imported_at TIMESTAMP NOT NULL,
  PRIMARY KEY (from_edition, to_edition)
);

CREATE TABLE departments (
  id TEXT NOT NULL PRIMARY KEY,
  municipality_code TEXT NOT NULL,
  name TEXT NOT NULL,
  UNIQUE (municipality_code, name)
);

CREATE TABLE posts (
  id TEXT NOT NULL PRIMARY KEY,
  municipality_code TEXT NOT NULL,
  department_id TEXT NOT NULL REFERENCES departments (id),
  title TEXT NOT NULL,
  areas TEXT NOT NULL,             -- keys of the fixed list, separated by |
  UNIQUE (municipality_code, title)
);
CREATE INDEX posts_by_department ON posts (department_id);

-- The person in a post: short-lived data, replaced or anonymised without touching answers.
CREATE TABLE holders (
  post_id TEXT NOT NULL PRIMARY KEY REFERENCES posts (id),
  name TEXT NOT NULL,
  email TEXT NOT NULL,             -- empty where none is known
  phone TEXT NOT NULL,
  language TEXT NOT NULL CHECK (language IN ('da', 'en'))
);

CREATE TABLE rounds (
  id TEXT NOT NULL PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  programme TEXT NOT NULL,
  edition TEXT NOT NULL REFERENCES editions (key),
  edition_hash TEXT NOT NULL,
  packages TEXT,                   -- package keys separated by |, NULL for all
  status TEXT NOT NULL CHECK (status IN ('draft', 'scheduled', 'open', 'closed', 'published')),
  opens_on DATE NOT NULL,
  closes_on DATE NOT NULL,
  rule TEXT NOT NULL CHECK (rule IN ('mean', 'lowest', 'highest')),
  min_coverage DOUBLE PRECISION NOT NULL,
  is_test BOOLEAN NOT NULL,
  is_historic BOOLEAN NOT NULL,
  created_at TIMESTAMP NOT NULL,
  opened_at TIMESTAMP,
  closed_at TIMESTAMP
);

-- An administrator's pinned baseline for one package (empty: questions without a package).
CREATE TABLE baselines (
  round_id TEXT NOT NULL REFERENCES rounds (id),
  package TEXT NOT NULL,
  baseline_round_id TEXT NOT NULL REFERENCES rounds (id),
  PRIMARY KEY (round_id, package)
);

-- The frozen population of a round: one row per post, with what was true of it at opening.
CREATE TABLE invitations (
  id TEXT NOT NULL PRIMARY KEY,
  round_id TEXT NOT NULL REFERENCES rounds (id),
  post_id TEXT NOT NULL REFERENCES posts (id),
  municipality_code TEXT NOT NULL,
  department TEXT NOT NULL,
  post TEXT NOT NULL,
  name TEXT NOT NULL,
  email TEXT NOT NULL,
  phone TEXT NOT NULL,
  language TEXT NOT NULL CHECK (language IN ('da', 'en')),
  extended_to DATE,                -- a final extension for this post alone
  started_at TIMESTAMP,
  handed_in_at TIMESTAMP,          -- when its last section was handed in
  UNIQUE (round_id, post_id)
);
CREATE INDEX invitations_by_municipality ON invitations (round_id, municipality_code);
-- What a post answered last time is looked up on every page of a section.
CREATE INDEX invitations_by_post ON invitations (post_id);

-- One area of an invitation: the unit that is handed over and handed in. Numbered, because
-- millions of answers point here.
CREATE TABLE sections (
  number INTEGER NOT NULL PRIMARY KEY,
  invitation_id TEXT NOT NULL REFERENCES invitations (id),
  round_id TEXT NOT NULL REFERENCES rounds (id),
  municipality_code TEXT NOT NULL,
  area TEXT NOT NULL,
  helper_name TEXT,                -- the colleague it was handed over to
  helper_email TEXT,
  handed_in_at TIMESTAMP,
  returned TEXT,                   -- the answers as handed in, one character per question; NULL while a draft
  UNIQUE (invitation_id, area)
);
CREATE INDEX sections_by_municipality ON sections (round_id, municipality_code);

CREATE TABLE answers (
  section INTEGER NOT NULL REFERENCES sections (number),
  question SMALLINT NOT NULL,      -- place in the edition
  choice SMALLINT,                 -- place in the scale; NULL where only a comment was written
  revision SMALLINT NOT NULL,      -- raised by every change, so that two writers notice each other
  reason TEXT,
  comment TEXT,                    -- for the consultant
  quote TEXT,                      -- may be quoted
  writer TEXT,                     -- NULL: the post's holder; else the helper's name
  PRIMARY KEY (section, question)
);

-- Personal links. The token itself is never stored.
CREATE TABLE links (
  token_hash TEXT NOT NULL PRIMARY KEY,
  invitation_id TEXT NOT NULL REFERENCES invitations (id),
  section INTEGER REFERENCES sections (number), -- NULL: the whole invitation
  created_at TIMESTAMP NOT NULL,
  revoked_at TIMESTAMP
);
CREATE INDEX links_by_invitation ON links (invitation_id);

-- The ledger: one row per planned letter, kept for ever.
CREATE TABLE letters (
  id TEXT NOT NULL PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,        -- round, post, kind, due day: queueing twice is harmless
  round_id TEXT NOT NULL REFERENCES rounds (id),
  invitation_id TEXT NOT NULL REFERENCES invitations (id),
  section INTEGER REFERENCES sections (number),
  kind TEXT NOT NULL CHECK (kind IN ('invitation', 'reminder', 'last_reminder', 'handover', 'receipt')),
  name TEXT NOT NULL,
  email TEXT NOT NULL,
  language TEXT NOT NULL CHECK (language IN ('da', 'en')),
  state TEXT NOT NULL CHECK (state IN ('planned', 'sending', 'accepted', 'deferred', 'refused', 'given_up', 'bounced', 'in_doubt', 'cancelled')),
  due_at TIMESTAMP NOT NULL,
  attempts INTEGER NOT NULL,
  doubts INTEGER NOT NULL,         -- how often a worker took it and never said what became of it
  last_error TEXT,
  created_at TIMESTAMP NOT NULL,
  sent_at TIMESTAMP
);
CREATE INDEX letters_due ON letters (state, due_at);
CREATE INDEX letters_by_invitation ON letters (invitation_id);

CREATE TABLE staff (
  id TEXT NOT NULL PRIMARY KEY,
  email TEXT NOT NULL UNIQUE,      -- lower case
  role TEXT NOT NULL CHECK (role IN ('admin', 'consultant', 'coordinator')),
  municipalities TEXT,             -- codes separated by |; NULL: all
  password_hash TEXT,
  created_at TIMESTAMP NOT NULL,
  disabled_at TIMESTAMP
);

-- One-time links with which an account sets its password.
CREATE TABLE keys (
  token_hash TEXT NOT NULL PRIMARY KEY,
  staff_id TEXT NOT NULL REFERENCES staff (id),
  expires_at TIMESTAMP NOT NULL
);

CREATE TABLE sessions (
  token_hash TEXT NOT NULL PRIMARY KEY,
  staff_id TEXT NOT NULL REFERENCES staff (id),
  expires_at TIMESTAMP NOT NULL
);
CREATE INDEX sessions_by_staff ON sessions (staff_id);

-- Counted attempts behind a throttle, per subject and window, shared by all instances.
CREATE TABLE attempts (
  subject TEXT NOT NULL,
  window_start TIMESTAMP NOT NULL,
  count INTEGER NOT NULL,
  PRIMARY KEY (subject, window_start)
);
