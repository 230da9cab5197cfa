-- What a run leaves besides its curves. `line` is the event's line in events.jsonl (0 is the first): it keeps the
-- order, and an event that arrives twice is stored once.
CREATE TABLE samples (
    run INTEGER NOT NULL REFERENCES runs (key) ON DELETE CASCADE,
    line INTEGER NOT NULL,
    step INTEGER NOT NULL,
    prompt TEXT NOT NULL,
    answer TEXT NOT NULL,
    PRIMARY KEY (run, line)
) STRICT, WITHOUT ROWID;

-- Checkpoints that exist: those that retention took away are deleted from here.
CREATE TABLE checkpoints (
    run INTEGER NOT NULL REFERENCES runs (key) ON DELETE CASCADE,
    name TEXT NOT NULL,
    line INTEGER NOT NULL,
    step INTEGER NOT NULL,
    bytes INTEGER NOT NULL,
    seconds ANY NOT NULL,
    is_best INTEGER NOT NULL,
    PRIMARY KEY (run, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE warnings (
    run INTEGER NOT NULL REFERENCES runs (key) ON DELETE CASCADE,
    line INTEGER NOT NULL,
    step INTEGER NOT NULL,
    message TEXT NOT NULL,
    hint TEXT NOT NULL,
    PRIMARY KEY (run, line)
) STRICT, WITHOUT ROWID;

CREATE TABLE memory_peaks (
    run INTEGER NOT NULL REFERENCES runs (key) ON DELETE CASCADE,
    line INTEGER NOT NULL,
    step INTEGER NOT NULL,
    phase TEXT NOT NULL,
    peak_bytes INTEGER NOT NULL,
    resident_bytes INTEGER NOT NULL,
    PRIMARY KEY (run, line)
) STRICT, WITHOUT ROWID;
