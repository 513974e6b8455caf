DROP TABLE planned_holders;
