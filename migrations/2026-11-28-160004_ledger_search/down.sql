DROP INDEX letters_by_state;
DROP INDEX letters_by_kind;
ALTER TABLE letters DROP COLUMN subject;
