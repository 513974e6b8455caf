-- Calls to the posts of a round: who called when, what came of it, and when to call again. The note is emptied with the
-- names of the round's people; that there was a call, and what came of it, stays.
CREATE TABLE calls (
  id TEXT NOT NULL PRIMARY KEY,
  invitation_id TEXT NOT NULL REFERENCES invitations (id),
  staff_id TEXT NOT NULL REFERENCES staff (id),
  called_at TIMESTAMP NOT NULL,
  outcome TEXT NOT NULL,
  note TEXT NOT NULL,       -- empty where there is none, or none any more
  call_back_on DATE         -- NULL where nobody is to be called again
);
CREATE INDEX calls_invitation ON calls (invitation_id);
