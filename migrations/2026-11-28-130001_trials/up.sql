-- A test round that asks one post and writes only to the administrator who tries it.
ALTER TABLE rounds ADD COLUMN is_trial BOOLEAN NOT NULL DEFAULT FALSE;
