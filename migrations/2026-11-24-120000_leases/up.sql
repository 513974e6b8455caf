-- Who sends a letter just now, told apart by the link made for it, and since when the mail server may
-- have it; NULL while it cannot. A letter without a row was taken by a program that kept none.
CREATE TABLE leases (
  letter_id TEXT NOT NULL PRIMARY KEY REFERENCES letters (id),
  token_hash TEXT NOT NULL,
  begun_at TIMESTAMP
);
