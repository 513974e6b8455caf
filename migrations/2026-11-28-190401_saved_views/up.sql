-- A page of figures as somebody has set it up, under a name of its own. What it shows follows from its reader's rights,
-- so it holds no figure and opens nothing.
CREATE TABLE saved_views (
  id TEXT PRIMARY KEY NOT NULL,
  staff_id TEXT NOT NULL REFERENCES staff (id),
  name TEXT NOT NULL,
  address TEXT NOT NULL,
  is_shared BOOLEAN NOT NULL,
  created_at TIMESTAMP NOT NULL
);
CREATE INDEX saved_views_staff ON saved_views (staff_id);
