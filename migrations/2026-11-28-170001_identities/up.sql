-- Who an account is at a provider of OpenID Connect: its issuer and subject, which never change, where an address
-- may be given to somebody else. A session that the provider vouched for keeps which session that is there, and
-- the token that a sign-out shows, encrypted with a key made from SECRET_KEY; so does a sign-in that waits for a code.
CREATE TABLE identities (
  issuer TEXT NOT NULL,
  subject TEXT NOT NULL,
  staff_id TEXT NOT NULL REFERENCES staff (id),
  created_at TIMESTAMP NOT NULL,
  used_at TIMESTAMP NOT NULL,
  PRIMARY KEY (issuer, subject)
);
CREATE INDEX identities_staff ON identities (staff_id);

ALTER TABLE staff ADD COLUMN identity_at TIMESTAMP;          -- since when it has an identity
ALTER TABLE sessions ADD COLUMN provider_session TEXT;
ALTER TABLE sessions ADD COLUMN sealed_id_token TEXT;
ALTER TABLE sessions ADD COLUMN second_factor_at TIMESTAMP;  -- when the provider asked for a second factor
ALTER TABLE sign_ins ADD COLUMN provider_session TEXT;
ALTER TABLE sign_ins ADD COLUMN sealed_id_token TEXT;
