ALTER TABLE staff DROP COLUMN visited_at;
