-- What opens the API for a program, beside its owner's account: only the SHA-256 of the token is kept. Municipalities
-- are separated by `|`; none means all that the account may see. A token that was withdrawn is not there any more.
CREATE TABLE api_tokens (
  id TEXT NOT NULL PRIMARY KEY,
  staff_id TEXT NOT NULL REFERENCES staff (id),
  token_hash TEXT NOT NULL,
  name TEXT NOT NULL,
  municipalities TEXT,
  reads_comments BOOLEAN NOT NULL,
  created_at TIMESTAMP NOT NULL,
  expires_at TIMESTAMP NOT NULL,
  used_at TIMESTAMP
);
CREATE UNIQUE INDEX api_tokens_by_hash ON api_tokens (token_hash);
CREATE INDEX api_tokens_by_staff ON api_tokens (staff_id);
