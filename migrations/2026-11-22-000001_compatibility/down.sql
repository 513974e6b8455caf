ALTER TABLE holders DROP COLUMN seen_at;
ALTER TABLE rounds DROP COLUMN emptied_at;
DROP TABLE compatibility;
