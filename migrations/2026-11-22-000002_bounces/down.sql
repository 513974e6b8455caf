DROP TABLE stalls;
DROP TABLE bounces;
