ALTER TABLE sign_ins DROP COLUMN sealed_id_token;
ALTER TABLE sign_ins DROP COLUMN provider_session;
ALTER TABLE sessions DROP COLUMN second_factor_at;
ALTER TABLE sessions DROP COLUMN sealed_id_token;
ALTER TABLE sessions DROP COLUMN provider_session;
ALTER TABLE staff DROP COLUMN identity_at;
DROP TABLE identities;
