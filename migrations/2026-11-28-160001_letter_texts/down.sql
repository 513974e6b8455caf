ALTER TABLE letters DROP COLUMN text_id;
DROP TABLE letter_texts;
