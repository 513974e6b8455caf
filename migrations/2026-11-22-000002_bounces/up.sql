-- Addresses that mail came back from. Only their SHA-256 is kept, as in the keys of letters.
CREATE TABLE bounces (
  address TEXT NOT NULL PRIMARY KEY,
  letter_id TEXT NOT NULL REFERENCES letters (id),
  bounced_at TIMESTAMP NOT NULL
);

-- Letters that wait for a mail server that can't be used, and since when.
CREATE TABLE stalls (
  letter_id TEXT NOT NULL PRIMARY KEY REFERENCES letters (id),
  since TIMESTAMP NOT NULL
);
