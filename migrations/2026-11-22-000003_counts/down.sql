DROP TABLE counts;
DROP TABLE counted_rounds;
