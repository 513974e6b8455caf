-- When an account's visit before the present one ended, so that its first page tells what is new since then.
ALTER TABLE staff ADD COLUMN visited_at TIMESTAMP;
