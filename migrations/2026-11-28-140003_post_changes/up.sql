-- Which posts an entry of the audit log changed, so that the history of a post can be found; it goes with its entry.
CREATE TABLE post_changes (
  audit_id TEXT NOT NULL,
  post_id TEXT NOT NULL REFERENCES posts (id),
  municipality_code TEXT NOT NULL,
  changes TEXT NOT NULL,           -- words separated by |
  old_title TEXT,                  -- where the post got another one
  PRIMARY KEY (audit_id, post_id)
);
CREATE INDEX post_changes_by_post ON post_changes (post_id);
CREATE INDEX post_changes_by_municipality ON post_changes (municipality_code, audit_id);

-- Posts that were put together with another one: they are retired, and what they answered stays their own.
CREATE TABLE merged_posts (
  post_id TEXT NOT NULL PRIMARY KEY REFERENCES posts (id),
  into_post_id TEXT NOT NULL,
  merged_at TIMESTAMP NOT NULL
);
