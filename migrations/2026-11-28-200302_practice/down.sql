DROP TABLE practice_versions;
DROP TABLE practice_examples;
