-- Where a run comes from that another program made: its format and its source. Empty for our own.
ALTER TABLE runs ADD COLUMN origin TEXT NOT NULL DEFAULT '';
-- 1: metric_summaries has what there is to say about the run, which has ended.
ALTER TABLE runs ADD COLUMN summarised INTEGER NOT NULL DEFAULT 0;

CREATE TABLE metric_names (
    key INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
) STRICT;

-- Metrics that have no column in steps or evaluations: those of imported runs. Real columns are ANY; see 0001_runs.sql.
CREATE TABLE other_metrics (
    run INTEGER NOT NULL REFERENCES runs (key) ON DELETE CASCADE,
    metric INTEGER NOT NULL REFERENCES metric_names (key),
    step INTEGER NOT NULL,
    value ANY NOT NULL,
    elapsed_seconds ANY NOT NULL,
    PRIMARY KEY (run, metric, step)
) STRICT, WITHOUT ROWID;

-- A row a metric of a run that has ended, so that a table of many runs can be filtered without reading steps. NaN is
-- neither the lowest nor the highest value; both are NULL when there is nothing else.
CREATE TABLE metric_summaries (
    metric INTEGER NOT NULL REFERENCES metric_names (key),
    run INTEGER NOT NULL REFERENCES runs (key) ON DELETE CASCADE,
    count INTEGER NOT NULL,
    last ANY NOT NULL,
    last_step INTEGER NOT NULL,
    lowest ANY,
    lowest_step INTEGER NOT NULL,
    highest ANY,
    highest_step INTEGER NOT NULL,
    PRIMARY KEY (metric, run)
) STRICT, WITHOUT ROWID;

CREATE INDEX metric_summaries_by_run ON metric_summaries (run);
