-- How far the sandbox's clock is ahead of the wall's; the same on all nodes, and after a restart.
CREATE TABLE sandbox_clock (
  id           INTEGER NOT NULL PRIMARY KEY,
  ahead_micros BIGINT  NOT NULL
);
INSERT INTO sandbox_clock (id, ahead_micros) VALUES (1, 0);
