ALTER TABLE holders DROP COLUMN seen_at;
DROP TABLE emptied_rounds;
DROP TABLE compatibility;
