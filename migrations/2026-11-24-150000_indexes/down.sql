DROP INDEX links_by_section;
DROP INDEX letters_by_round;
DROP INDEX holders_by_seen;
