-- When a post was retired: it is asked nothing more, and what it has answered stays.
ALTER TABLE posts ADD COLUMN retired_at TIMESTAMP;
