-- Addresses from which an account has signed in, unreadable: there it is no stranger (domain/attempts.rs).
CREATE TABLE places (
  staff_id TEXT NOT NULL REFERENCES staff (id),
  place TEXT NOT NULL,
  seen_at TIMESTAMP NOT NULL,
  PRIMARY KEY (staff_id, place)
);
