ALTER TABLE rounds DROP COLUMN is_trial;
