-- A link that was made from another one, so that whoever holds several posts or sections reaches them all by the one
-- link that was opened. It stops with the link that it was made from, which may be deleted before it.
ALTER TABLE links ADD COLUMN parent_hash TEXT;
-- What one address is asked in all rounds.
CREATE INDEX invitations_by_email ON invitations (lower(email));
CREATE INDEX sections_by_helper ON sections (lower(helper_email));
