-- The second factor of accounts: the secret that an app makes codes from, encrypted with a key made from
-- SECRET_KEY, and codes on paper for the day that the phone is lost, of which only hashes are kept.
CREATE TABLE second_factors (
  staff_id TEXT NOT NULL PRIMARY KEY REFERENCES staff (id),
  sealed_secret TEXT NOT NULL,
  created_at TIMESTAMP NOT NULL,
  confirmed_at TIMESTAMP,  -- NULL until a first code was right: it is asked for only from then on
  last_step BIGINT         -- half minutes since 1970 of the newest code that was used
);

CREATE TABLE recovery_codes (
  staff_id TEXT NOT NULL REFERENCES staff (id),
  code_hash TEXT NOT NULL,
  PRIMARY KEY (staff_id, code_hash)
);

-- Somebody has shown the password and is about to show a code.
CREATE TABLE sign_ins (
  token_hash TEXT NOT NULL PRIMARY KEY,
  staff_id TEXT NOT NULL REFERENCES staff (id),
  expires_at TIMESTAMP NOT NULL
);
