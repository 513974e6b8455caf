-- What posts have asked for that need more time than the round gives them, and what was answered. What both have
-- written is emptied with the names of the round's people. Who answered stands in the audit log.
CREATE TABLE extension_requests (
  id TEXT NOT NULL PRIMARY KEY,
  invitation_id TEXT NOT NULL REFERENCES invitations (id),
  reason TEXT NOT NULL,
  wished_day DATE,          -- NULL where no day was asked for
  asked_at TIMESTAMP NOT NULL,
  answered_at TIMESTAMP,
  granted_to DATE,          -- the last day that was given, where the answer was yes
  declined_because TEXT     -- the sentence, where the answer was no
);
CREATE INDEX extension_requests_invitation ON extension_requests (invitation_id);
