-- Takes away: the CHECK lists of words (status, rule, role, kind, state, language), and that a letter must
-- have a round and an invitation. What words there are is held by the program, which
-- refuses to read another; a CHECK could only be extended by a migration that takes away.
--
-- No statement of the release before is refused by what is left: its columns are all here, of the same
-- types, and none must have a value that was free to have none.
--
-- A column is renamed, made anew, filled and dropped, because that is what both databases can: SQLite has
-- no ALTER COLUMN, and PostgreSQL drops no table that others refer to, so that making `rounds` anew would
-- copy the answers as well. The first statement on a table locks it on PostgreSQL, so that nothing
-- is lost that an old instance writes meanwhile. SQLite adds no column that must have a value without a
-- default; '' is no word, so a row that somebody forgot to give one can't be read.
UPDATE compatibility SET oldest = '20261124150000';

ALTER TABLE editions RENAME COLUMN status TO old_status;
ALTER TABLE editions ADD COLUMN status TEXT NOT NULL DEFAULT '';
UPDATE editions SET status = old_status;
ALTER TABLE editions DROP COLUMN old_status;

ALTER TABLE holders RENAME COLUMN language TO old_language;
ALTER TABLE holders ADD COLUMN language TEXT NOT NULL DEFAULT '';
UPDATE holders SET language = old_language;
ALTER TABLE holders DROP COLUMN old_language;

ALTER TABLE rounds RENAME COLUMN status TO old_status;
ALTER TABLE rounds RENAME COLUMN rule TO old_rule;
ALTER TABLE rounds ADD COLUMN status TEXT NOT NULL DEFAULT '';
ALTER TABLE rounds ADD COLUMN rule TEXT NOT NULL DEFAULT '';
UPDATE rounds SET status = old_status, rule = old_rule;
ALTER TABLE rounds DROP COLUMN old_status;
ALTER TABLE rounds DROP COLUMN old_rule;

ALTER TABLE invitations RENAME COLUMN language TO old_language;
ALTER TABLE invitations ADD COLUMN language TEXT NOT NULL DEFAULT '';
UPDATE invitations SET language = old_language;
ALTER TABLE invitations DROP COLUMN old_language;

DROP INDEX letters_by_round;
DROP INDEX letters_by_invitation;
DROP INDEX letters_due;
ALTER TABLE letters RENAME COLUMN round_id TO old_round_id;
ALTER TABLE letters RENAME COLUMN invitation_id TO old_invitation_id;
ALTER TABLE letters RENAME COLUMN kind TO old_kind;
ALTER TABLE letters RENAME COLUMN language TO old_language;
ALTER TABLE letters RENAME COLUMN state TO old_state;
ALTER TABLE letters ADD COLUMN round_id TEXT REFERENCES rounds (id);
ALTER TABLE letters ADD COLUMN invitation_id TEXT REFERENCES invitations (id);
ALTER TABLE letters ADD COLUMN staff_id TEXT REFERENCES staff (id); -- the account that a letter to staff goes to
ALTER TABLE letters ADD COLUMN kind TEXT NOT NULL DEFAULT '';
ALTER TABLE letters ADD COLUMN language TEXT NOT NULL DEFAULT '';
ALTER TABLE letters ADD COLUMN state TEXT NOT NULL DEFAULT '';
UPDATE letters SET round_id = old_round_id, invitation_id = old_invitation_id, kind = old_kind,
  language = old_language, state = old_state;
ALTER TABLE letters DROP COLUMN old_round_id;
ALTER TABLE letters DROP COLUMN old_invitation_id;
ALTER TABLE letters DROP COLUMN old_kind;
ALTER TABLE letters DROP COLUMN old_language;
ALTER TABLE letters DROP COLUMN old_state;
CREATE INDEX letters_due ON letters (state, due_at);
CREATE INDEX letters_by_invitation ON letters (invitation_id);
CREATE INDEX letters_by_round ON letters (round_id);
CREATE INDEX letters_by_staff ON letters (staff_id);

ALTER TABLE staff RENAME COLUMN role TO old_role;
ALTER TABLE staff ADD COLUMN role TEXT NOT NULL DEFAULT '';
UPDATE staff SET role = old_role;
ALTER TABLE staff DROP COLUMN old_role;
