DROP TABLE advice_versions;
DROP TABLE advice;
