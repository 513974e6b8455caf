DROP TABLE directory_uploads;
