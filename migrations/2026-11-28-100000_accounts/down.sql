ALTER TABLE sessions DROP COLUMN seen_at;
ALTER TABLE sessions DROP COLUMN created_at;
ALTER TABLE staff DROP COLUMN seen_at;
ALTER TABLE staff DROP COLUMN language;
