ALTER TABLE answers DROP COLUMN unit_share;
