-- A file of the directory between its dry run and its import: its rows as JSON. It names people, so it is deleted on
-- use, and by the clock after a day.
CREATE TABLE directory_uploads (
  id TEXT NOT NULL PRIMARY KEY,
  staff_id TEXT NOT NULL REFERENCES staff (id),
  entries TEXT NOT NULL,
  uploaded_at TIMESTAMP NOT NULL
);
CREATE INDEX directory_uploads_by_staff ON directory_uploads (staff_id);
