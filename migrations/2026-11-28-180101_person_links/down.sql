DROP INDEX sections_by_helper;
DROP INDEX invitations_by_email;
ALTER TABLE links DROP COLUMN parent_hash;
