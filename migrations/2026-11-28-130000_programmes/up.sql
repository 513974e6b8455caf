-- The yearly series that rounds belong to, as a row: what its next round asks, when it opens and closes, and
-- when its letters go out. A round keeps the plan of letters that held when it opened; where it has none, it was
-- opened by a release before, and the usual plan holds. Until now a programme was only a word in `rounds`, and
-- such a word without a row is still a programme, of which nothing happens by itself.
CREATE TABLE programmes (
    key TEXT NOT NULL PRIMARY KEY,
    title_da TEXT NOT NULL,
    title_en TEXT NOT NULL,
    edition TEXT REFERENCES editions (key), -- the one that is asked; none: the newest published
    packages TEXT, -- keys separated by |; none: all
    rule TEXT NOT NULL,
    min_coverage DOUBLE PRECISION NOT NULL,
    opens_on TEXT NOT NULL, -- month and day, as 09-01
    closes_on TEXT, -- month and day; none: after `open_weeks`
    open_weeks INTEGER NOT NULL,
    draft_days INTEGER, -- before opening; none: rounds are made by hand
    opens_itself BOOLEAN NOT NULL,
    letter_plan TEXT NOT NULL, -- JSON
    drafted_year INTEGER, -- the last year whose round was drafted, so that a deleted draft stays deleted
    created_at TIMESTAMP NOT NULL
);
ALTER TABLE rounds ADD COLUMN letter_plan TEXT;
