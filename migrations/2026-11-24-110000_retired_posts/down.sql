ALTER TABLE posts DROP COLUMN retired_at;
