-- What one account did is looked up on the page of the audit log.
CREATE INDEX audit_actor_id ON audit (actor_id);
