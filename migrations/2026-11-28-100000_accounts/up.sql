-- What people see of accounts: in which language one gets its letters, when it was last seen at work, and since
-- when somebody is signed in. NULL where that was never noted.
ALTER TABLE staff ADD COLUMN language TEXT;
ALTER TABLE staff ADD COLUMN seen_at TIMESTAMP;
ALTER TABLE sessions ADD COLUMN created_at TIMESTAMP;
ALTER TABLE sessions ADD COLUMN seen_at TIMESTAMP;
