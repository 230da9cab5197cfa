-- Metrics: a row a step and a row an evaluation. Wide rows, because one event brings all of its values at once and
-- a row is written ten times faster than ten. Real columns are ANY; see 0001_runs.sql.
CREATE TABLE steps (
    run INTEGER NOT NULL REFERENCES runs (key) ON DELETE CASCADE,
    step INTEGER NOT NULL,
    loss ANY NOT NULL,
    learning_rate ANY NOT NULL,
    gradient_norm ANY NOT NULL,
    epoch ANY NOT NULL,
    tokens INTEGER NOT NULL,
    tokens_per_second ANY NOT NULL,
    step_seconds ANY NOT NULL,
    elapsed_seconds ANY NOT NULL,
    memory_bytes INTEGER NOT NULL,
    memory_peak_bytes INTEGER NOT NULL,
    PRIMARY KEY (run, step)
) STRICT, WITHOUT ROWID;

CREATE TABLE evaluations (
    run INTEGER NOT NULL REFERENCES runs (key) ON DELETE CASCADE,
    step INTEGER NOT NULL,
    loss ANY NOT NULL,
    perplexity ANY NOT NULL,
    token_accuracy ANY NOT NULL,
    tokens INTEGER NOT NULL,
    seconds ANY NOT NULL,               -- that the evaluation took
    elapsed_seconds ANY NOT NULL,       -- training time of the run until then
    is_best INTEGER NOT NULL,
    PRIMARY KEY (run, step)
) STRICT, WITHOUT ROWID;
