ALTER TABLE rounds DROP COLUMN letter_plan;
DROP TABLE programmes;
