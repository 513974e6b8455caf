-- Who did what, when and on which object: a row for every command, written in its own transaction and never
-- changed. Its words are no CHECK lists, so that later releases can add to them.
CREATE TABLE audit (
    id TEXT NOT NULL PRIMARY KEY,
    at TIMESTAMP NOT NULL,
    actor TEXT NOT NULL,
    actor_id TEXT,
    verb TEXT NOT NULL,
    object TEXT NOT NULL,
    object_id TEXT,
    old_value TEXT,
    new_value TEXT
);
CREATE INDEX audit_at ON audit (at);
CREATE INDEX audit_object ON audit (object, object_id);
