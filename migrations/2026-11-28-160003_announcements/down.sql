DROP TABLE announced_rounds;
DROP INDEX letters_by_post;
ALTER TABLE letters DROP COLUMN post_id;
