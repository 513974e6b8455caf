-- What is looked up by helpers' links, by a round's letters and by retention.
CREATE INDEX links_by_section ON links (section);
CREATE INDEX letters_by_round ON letters (round_id);
CREATE INDEX holders_by_seen ON holders (seen_at);
