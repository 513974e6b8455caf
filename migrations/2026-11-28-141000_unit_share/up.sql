-- In how many of the leader's units an answer holds that is true in part, where the leader has said so. It is detail
-- beside the answer and never counts.
ALTER TABLE answers ADD COLUMN unit_share TEXT;
