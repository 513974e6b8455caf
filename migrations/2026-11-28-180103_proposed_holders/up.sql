-- Whom somebody who was asked has named as the new holder of their post, until a coordinator or an administrator has
-- decided: short-lived data, one row a post.
CREATE TABLE proposed_holders (
  post_id TEXT NOT NULL PRIMARY KEY REFERENCES posts (id),
  invitation_id TEXT NOT NULL REFERENCES invitations (id),
  name TEXT NOT NULL,
  email TEXT NOT NULL,
  proposed_at TIMESTAMP NOT NULL
);
