DROP INDEX audit_actor_id;
