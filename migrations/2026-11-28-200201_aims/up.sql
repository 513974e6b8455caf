-- What a programme aims at, and what a round is held to: the aim of its programme that held when the round opened.
-- Rounds that opened before there were aims have none.
ALTER TABLE programmes ADD COLUMN aim TEXT; -- JSON
ALTER TABLE rounds ADD COLUMN aim TEXT; -- JSON
