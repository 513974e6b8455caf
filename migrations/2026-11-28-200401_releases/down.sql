DROP TABLE released_counts;
DROP TABLE releases;
