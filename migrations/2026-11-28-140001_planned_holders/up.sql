-- Who will hold a post from a day on: short-lived data, which becomes the holder on that day and then is deleted.
CREATE TABLE planned_holders (
  post_id TEXT NOT NULL PRIMARY KEY REFERENCES posts (id),
  from_day DATE NOT NULL,
  name TEXT NOT NULL,
  email TEXT NOT NULL,
  phone TEXT NOT NULL,
  language TEXT NOT NULL
);
CREATE INDEX planned_holders_by_day ON planned_holders (from_day);
