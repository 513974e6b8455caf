-- A letter to a post that is not asked yet: the announcement of a round.
ALTER TABLE letters ADD COLUMN post_id TEXT;
CREATE INDEX letters_by_post ON letters (post_id);

-- Which rounds were announced, and as opening on which day: one that is moved is announced anew.
CREATE TABLE announced_rounds (
  round_id TEXT NOT NULL REFERENCES rounds (id),
  opens_on DATE NOT NULL,
  announced_at TIMESTAMP NOT NULL,
  letters INTEGER NOT NULL,
  without_email INTEGER NOT NULL, -- posts that could not be told
  PRIMARY KEY (round_id, opens_on)
);
