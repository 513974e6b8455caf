DROP TABLE proposed_holders;
