-- What a letter was called when it was last sent, so that it can be found again; it goes with the receiver's name.
ALTER TABLE letters ADD COLUMN subject TEXT;
CREATE INDEX letters_by_kind ON letters (kind, id);
CREATE INDEX letters_by_state ON letters (state, id);
