DROP TABLE letter_samples;
