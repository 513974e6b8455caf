-- The shape before. Letters to staff have no place in it, and a word that its lists lack is refused.
DROP INDEX letters_by_staff;
DELETE FROM bounces WHERE letter_id IN (SELECT id FROM letters WHERE round_id IS NULL OR invitation_id IS NULL);
DELETE FROM stalls WHERE letter_id IN (SELECT id FROM letters WHERE round_id IS NULL OR invitation_id IS NULL);
DELETE FROM leases WHERE letter_id IN (SELECT id FROM letters WHERE round_id IS NULL OR invitation_id IS NULL);
DELETE FROM letters WHERE round_id IS NULL OR invitation_id IS NULL;

-- SQLite adds no reference that must have a value, so the letters and what refers to them are made anew.
CREATE TABLE kept_letters AS SELECT * FROM letters;
CREATE TABLE kept_bounces AS SELECT * FROM bounces;
CREATE TABLE kept_stalls AS SELECT * FROM stalls;
CREATE TABLE kept_leases AS SELECT * FROM leases;
DROP TABLE bounces;
DROP TABLE stalls;
DROP TABLE leases;
DROP TABLE letters;
CREATE TABLE letters (
  id TEXT NOT NULL PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
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
  doubts INTEGER NOT NULL,
  last_error TEXT,
  created_at TIMESTAMP NOT NULL,
  sent_at TIMESTAMP
);
CREATE INDEX letters_due ON letters (state, due_at);
CREATE INDEX letters_by_invitation ON letters (invitation_id);
CREATE INDEX letters_by_round ON letters (round_id);
CREATE TABLE bounces (
  address TEXT NOT NULL PRIMARY KEY,
  letter_id TEXT NOT NULL REFERENCES letters (id),
  bounced_at TIMESTAMP NOT NULL
);
CREATE TABLE stalls (
  letter_id TEXT NOT NULL PRIMARY KEY REFERENCES letters (id),
  since TIMESTAMP NOT NULL
);
CREATE TABLE leases (
  letter_id TEXT NOT NULL PRIMARY KEY REFERENCES letters (id),
  token_hash TEXT NOT NULL,
  begun_at TIMESTAMP
);
INSERT INTO letters (id, key, round_id, invitation_id, section, kind, name, email, language, state, due_at, attempts, doubts, last_error, created_at, sent_at)
  SELECT id, key, round_id, invitation_id, section, kind, name, email, language, state, due_at, attempts, doubts, last_error, created_at, sent_at FROM kept_letters;
INSERT INTO bounces (address, letter_id, bounced_at) SELECT address, letter_id, bounced_at FROM kept_bounces;
INSERT INTO stalls (letter_id, since) SELECT letter_id, since FROM kept_stalls;
INSERT INTO leases (letter_id, token_hash, begun_at) SELECT letter_id, token_hash, begun_at FROM kept_leases;
DROP TABLE kept_letters;
DROP TABLE kept_bounces;
DROP TABLE kept_stalls;
DROP TABLE kept_leases;

ALTER TABLE staff RENAME COLUMN role TO new_role;
ALTER TABLE staff ADD COLUMN role TEXT NOT NULL DEFAULT 'admin' CHECK (role IN ('admin', 'consultant', 'coordinator'));
UPDATE staff SET role = new_role;
ALTER TABLE staff DROP COLUMN new_role;

ALTER TABLE invitations RENAME COLUMN language TO new_language;
ALTER TABLE invitations ADD COLUMN language TEXT NOT NULL DEFAULT 'da' CHECK (language IN ('da', 'en'));
UPDATE invitations SET language = new_language;
ALTER TABLE invitations DROP COLUMN new_language;

ALTER TABLE rounds RENAME COLUMN rule TO new_rule;
ALTER TABLE rounds ADD COLUMN rule TEXT NOT NULL DEFAULT 'mean' CHECK (rule IN ('mean', 'lowest', 'highest'));
UPDATE rounds SET rule = new_rule;
ALTER TABLE rounds DROP COLUMN new_rule;

ALTER TABLE rounds RENAME COLUMN status TO new_status;
ALTER TABLE rounds ADD COLUMN status TEXT NOT NULL DEFAULT 'draft' CHECK (status IN ('draft', 'scheduled', 'open', 'closed', 'published'));
UPDATE rounds SET status = new_status;
ALTER TABLE rounds DROP COLUMN new_status;

ALTER TABLE holders RENAME COLUMN language TO new_language;
ALTER TABLE holders ADD COLUMN language TEXT NOT NULL DEFAULT 'da' CHECK (language IN ('da', 'en'));
UPDATE holders SET language = new_language;
ALTER TABLE holders DROP COLUMN new_language;

ALTER TABLE editions RENAME COLUMN status TO new_status;
ALTER TABLE editions ADD COLUMN status TEXT NOT NULL DEFAULT 'draft' CHECK (status IN ('draft', 'published'));
UPDATE editions SET status = new_status;
ALTER TABLE editions DROP COLUMN new_status;

UPDATE compatibility SET oldest = '20261121000001';
