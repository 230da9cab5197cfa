-- Runs: what was frozen when each started, what its user wrote about it, how much of its events.jsonl is in here,
-- and the derived numbers of the run table, so that listing runs never reads a metric.
-- Reals are in columns of type ANY, which keep every bit (-0 too); NaN is the text 'NaN', and NULL stands for none.
CREATE TABLE runs (
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    folder TEXT NOT NULL,               -- relative to the data folder when it lies in it
    name TEXT NOT NULL,
    method TEXT NOT NULL,
    model TEXT NOT NULL,
    created_at TEXT NOT NULL,           -- ISO 8601, UTC, like every time in here
    manifest TEXT NOT NULL,             -- the JSON of run.json: configuration, environment, hashes
    tags TEXT NOT NULL DEFAULT '',
    notes TEXT NOT NULL DEFAULT '',
    archived INTEGER NOT NULL DEFAULT 0,
    lines INTEGER NOT NULL DEFAULT 0,   -- lines of events.jsonl that are in the tables
    bytes INTEGER                       -- size of these lines, NULL while it is not known
) STRICT;

CREATE INDEX runs_by_time ON runs (created_at);

CREATE TABLE run_summary (
    run INTEGER PRIMARY KEY REFERENCES runs (key) ON DELETE CASCADE,
    status TEXT NOT NULL,
    finished_at TEXT NOT NULL,
    steps INTEGER NOT NULL,
    total_steps INTEGER NOT NULL,
    total_parameters INTEGER NOT NULL,
    trainable_parameters INTEGER NOT NULL,
    predicted_peak_bytes INTEGER NOT NULL,
    peak_bytes INTEGER NOT NULL,
    tokens_per_second ANY NOT NULL,
    seconds ANY NOT NULL,
    training_loss ANY,
    best_validation_loss ANY,
    best_step INTEGER NOT NULL,
    error TEXT NOT NULL
) STRICT;

-- A run that was resumed has several sessions.
CREATE TABLE sessions (
    run INTEGER NOT NULL REFERENCES runs (key) ON DELETE CASCADE,
    line INTEGER NOT NULL,              -- of the Started event in events.jsonl; 0 is the first
    started_at TEXT NOT NULL,
    first_step INTEGER NOT NULL,
    total_steps INTEGER NOT NULL,
    total_parameters INTEGER NOT NULL,
    trainable_parameters INTEGER NOT NULL,
    training_examples INTEGER NOT NULL,
    validation_examples INTEGER NOT NULL,
    truncated_examples INTEGER NOT NULL,
    skipped_examples INTEGER NOT NULL,
    predicted_peak_bytes INTEGER NOT NULL,
    threads INTEGER NOT NULL,
    device TEXT NOT NULL,
    torch_version TEXT NOT NULL,
    resumed_from TEXT NOT NULL,
    finished_at TEXT,                   -- from here on NULL until the session has ended
    cause TEXT,
    last_step INTEGER,
    seconds ANY,
    peak_bytes INTEGER,
    adapter TEXT,
    error TEXT,
    error_hint TEXT,
    PRIMARY KEY (run, line)
) STRICT, WITHOUT ROWID;
