DROP TABLE edition_revisions;
ALTER TABLE editions DROP COLUMN revision;
