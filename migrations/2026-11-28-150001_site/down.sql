DROP TABLE site_texts;
DROP TABLE site_logos;
DROP TABLE site_settings;
