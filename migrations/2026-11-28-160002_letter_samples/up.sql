-- A text as somebody typed it, sent to themselves to see how its letter reads; it need not be saved for that.
CREATE TABLE letter_samples (
  letter_id TEXT NOT NULL PRIMARY KEY REFERENCES letters (id),
  programme TEXT NOT NULL REFERENCES programmes (key),
  kind TEXT NOT NULL,
  language TEXT NOT NULL,
  subject TEXT NOT NULL,
  body TEXT NOT NULL,
  post_id TEXT REFERENCES posts (id) -- the post it is filled with; none for a made-up one
);
